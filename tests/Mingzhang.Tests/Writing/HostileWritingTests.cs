using System.Diagnostics;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Writing;

/// <summary>书写的极端情形：names made to be taken for formulas or markup, enormous amounts, long names, many projects.</summary>
public class HostileWritingTests
{
    private static readonly string[] Evil = ["=HYPERLINK(\"http://x\")", "+1+1", "@SUM(1)", "-2+3", "<script>alert(1)</script>", "\"引号\"'与'&", "两\n行\t与制表", "零\u0000与\u0007控制", "|表|格|", "]]>", "{{x}}"];

    [Theory]
    [InlineData(".txt")]
    [InlineData(".md")]
    [InlineData(".html")]
    [InlineData(".docx")]
    [InlineData(".xlsx")]
    [InlineData(".csv")]
    [InlineData(".json")]
    [InlineData(".zip")]
    public void Names_are_words_and_nothing_else(string extension)
    {
        foreach (var evil in Evil)
        {
            var bytes = Write(extension, Named(evil));
            var text = Encoding.UTF8.GetString(bytes);
            if (extension is ".html")
            {
                Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain('\u0007', text);
            }
            else if (extension is ".csv")
            {
                Assert.DoesNotMatch("(^|,|\n)\"?[=+@]", text);
            }
            else if (extension is ".docx" or ".xlsx")
            {
                Valid(extension, bytes);
            }
        }
    }

    [Fact]
    public void A_sheet_holds_no_formula_but_sums()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(Write(".xlsx", Named("=1+1"))), false);
        var formulas = book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()).Select(f => f.Text).ToList();
        Assert.NotEmpty(formulas);
        Assert.All(formulas, f => Assert.Matches(@"^SUM\([A-Z]+\d+(:[A-Z]+\d+)?(,[A-Z]+\d+(:[A-Z]+\d+)?)*\)$", f));
    }

    [Fact]
    public void Enormous_amounts_and_long_names_are_written_in_full()
    {
        var draft = Many(3, new string('长', 400), 1_000_000_000_000_000m);
        var composed = Composer.Compose(Documents.Library, Documents.Library.Book("cq-budget")!, draft);
        var read = Documents.Read(ComposedText.Write(composed));
        Assert.Contains(read.Statements.OfType<AmountStatement>(), a => a.Amount?.Yuan == 1_000_000_000_000_000m);
        foreach (var extension in new[] { ".docx", ".xlsx" })
        {
            Valid(extension, WrittenFormats.Of(extension)!.Write(Written.Of(Documents.Library, composed)).Bytes!);
        }
    }

    [Fact]
    public void Five_hundred_projects_are_written_in_bounded_time()
    {
        var composed = Composer.Compose(Documents.Library, Documents.Library.Book("cq-budget")!, Many(500, "项目", 12_345.67m));
        foreach (var format in WrittenFormats.All.Where(f => f.Publication))
        {
            var watch = Stopwatch.StartNew();
            Assert.NotEmpty(format.Write(Written.Of(Documents.Library, composed)).Bytes!);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{format.Extension} took {watch.Elapsed}");
        }
    }

    private static Draft Named(string evil)
    {
        var draft = Sampler.Draft(Documents.Library, Documents.Library.Book("cq-budget")!, 4);
        var words = draft.Words.ToDictionary(w => w.Key, w => evil + w.Value, StringComparer.Ordinal);
        return draft with { Entity = evil + "局", Words = words, Performance = [.. draft.Performance.Select(p => p with { Name = evil, Goal = evil, Indicators = [.. p.Indicators.Select(i => i with { Name = evil, Unit = evil })] })] };
    }

    private static Draft Many(int count, string name, decimal yuan)
    {
        var draft = Sampler.Draft(Documents.Library, Documents.Library.Book("cq-budget")!, 4);
        var space = Documents.Library.Space;
        var lines = new List<BudgetLine>();
        var objectives = new List<PerformanceObject>();
        for (var i = 0; i < count; i++)
        {
            var project = name + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            var point = Documents.Point($"year={draft.Year} phase=budget entity=department fund=general nature=project function=2012602").With(space.Member("project", project)!);
            lines.Add(new BudgetLine(point.With(space.Member("measure", "expenditure")!), yuan, []));
            lines.Add(new BudgetLine(Documents.Point($"year={draft.Year} phase=budget entity=department fund=general function=2012602 measure=income"), yuan, []));
            objectives.Add(draft.Performance[1] with { Name = project, Money = draft.Performance[1].Money! with { Amount = new Amount(yuan / 10_000m, MoneyUnit.TenThousand, 2) } });
        }

        return draft with { Cube = new Cube(space, lines), Performance = objectives };
    }

    private static byte[] Write(string extension, Draft draft) =>
        WrittenFormats.Of(extension)!.Write(Written.Of(Documents.Library, Composer.Compose(Documents.Library, Documents.Library.Book("cq-budget")!, draft))).Bytes!;

    private static void Valid(string extension, byte[] bytes)
    {
        using OpenXmlPackage package = extension == ".docx" ? WordprocessingDocument.Open(new MemoryStream(bytes), false) : SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        var validator = new OpenXmlValidator(FileFormatVersions.Office2013);
        var errors = (package is WordprocessingDocument word ? validator.Validate(word) : validator.Validate((SpreadsheetDocument)package)).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(5)));
    }
}
