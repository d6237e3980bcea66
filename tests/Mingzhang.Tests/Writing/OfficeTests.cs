using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Excel;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Documents.Writing.Word;

namespace Mingzhang.Tests.Writing;

/// <summary>写成 Word 和 Excel：the files that are written are valid by the standard's own schema.</summary>
public class OfficeTests
{
    [Theory]
    [InlineData("cq-budget")]
    [InlineData("sh-department-budget")]
    [InlineData("sh-unit-budget")]
    [InlineData("final-accounts")]
    [InlineData("national-budget")]
    public void A_written_document_is_valid(string key)
    {
        var draft = Sampler.Draft(Documents.Library, Documents.Library.Book(key)!, 2);
        Valid(Composer.Compose(Documents.Library, Documents.Library.Book(key)!, draft), key);
        Valid(Composer.Compose(Documents.Library, Documents.Library.Book(key)!, draft with { Words = new Dictionary<string, string>(StringComparer.Ordinal) }), key + "-draft");
    }

    private static void Valid(Composed composed, string name)
    {
        var word = ComposedWord.Write(composed);
        var excel = ComposedExcel.Write(composed);
        if (Environment.GetEnvironmentVariable("MINGZHANG_DUMP") is { } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name + ".docx"), word);
            File.WriteAllBytes(Path.Combine(folder, name + ".xlsx"), excel);
        }

        Assert.Equal(word, ComposedWord.Write(composed));
        Assert.Equal(excel, ComposedExcel.Write(composed));
        using var document = WordprocessingDocument.Open(new MemoryStream(word), false);
        Sound(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document));
        using var book = SpreadsheetDocument.Open(new MemoryStream(excel), false);
        Sound(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(book));
    }

    private static void Sound(IEnumerable<ValidationErrorInfo> found)
    {
        var errors = found.Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(10)));
    }
}
