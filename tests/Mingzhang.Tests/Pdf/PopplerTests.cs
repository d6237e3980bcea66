using Mingzhang.Pdf;

namespace Mingzhang.Tests.Pdf;

/// <summary>与 pdftotext 对照：all characters and words of the real documents.</summary>
public class PopplerTests(ITestOutputHelper output)
{
    public static TheoryData<string> Documents => [.. Directory.Exists(Corpus) ? Directory.GetFiles(Corpus, "*.pdf").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal).ToArray() : ["absent.pdf"]];

    private static string Corpus => Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "corpus"));

    [Theory]
    [MemberData(nameof(Documents))]
    public void Characters_and_places_are_those_of_pdftotext(string name)
    {
        var path = Shared.File("corpus/" + name);
        if (!PopplerPages.Present)
        {
            Assert.Skip("needs pdftotext, which is not here");
        }

        var document = PdfDocument.Open(File.ReadAllBytes(path));
        var pages = document.ReadPages().ToList();
        var expected = PopplerPages.Read(path);
        Assert.Equal(expected.Count, pages.Count);
        var comparison = new PopplerComparison();
        for (var i = 0; i < pages.Count; i++)
        {
            comparison.Add(pages[i], expected[i], i + 1 < pages.Count ? pages[i + 1] : null, i > 0 ? pages[i - 1] : null);
        }

        var near = comparison.WordsNear;
        output.WriteLine($"{comparison.Characters} characters: {comparison.CharactersMissing} missing, {comparison.CharactersAdded} added, {comparison.CharactersClipped} clipped here and shown on the neighbouring page");
        output.WriteLine($"{comparison.Words} words: {comparison.WordsFound} found, {near} within 1 pt");
        output.WriteLine(string.Join('\n', comparison.Differences.Take(40)));
        Assert.Empty(document.Faults);
        Assert.InRange(comparison.CharactersMissing + comparison.CharactersAdded, 0, comparison.Characters / 5000);
        Assert.InRange(near, 0.995 * comparison.Words, comparison.Words);
    }
}
