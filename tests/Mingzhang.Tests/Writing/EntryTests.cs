using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Entry;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Rules;
using Press = Mingzhang.Tests.Reading.Printed.Press;

namespace Mingzhang.Tests.Writing;

/// <summary>填报表试验：what is filled in becomes the same document as the same figures from any other source; what is not filled in is said to be empty.</summary>
public class EntryTests
{
    public static TheoryData<string> Books => [.. Documents.Library.Books.Where(b => b.Print is not null).Select(b => b.Key)];

    [Theory]
    [MemberData(nameof(Books))]
    public void A_template_is_a_valid_workbook(string key)
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(Template(key)), false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(book, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}").ToList();
        Assert.True(errors.Count == 0, string.Join('\n', errors.Take(10)));
        Assert.Equal(Template(key), Template(key));
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void One_that_nobody_filled_in_is_said_to_be_a_template(string key)
    {
        var report = Inspector.Check(Reader.Read(Opening.Bytes("x.xlsx", Template(key)).Paper!, Documents.Library), Documents.Library);
        Assert.Contains(report.Findings, f => f.Rule == "MZ609");
        Assert.DoesNotContain(report.Findings, f => f.Rule.StartsWith("MZ0", StringComparison.Ordinal) || f.Rule.StartsWith("MZ1", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_cells_to_be_filled_in_are_open_and_sums_are_not()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(Template("cq-budget")), false);
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        foreach (var part in book.WorkbookPart.WorksheetParts)
        {
            Assert.NotNull(part.Worksheet.GetFirstChild<SheetProtection>());
            foreach (var cell in part.Worksheet.Descendants<Cell>().Where(c => c.CellFormula is not null && !c.CellFormula.Text.Contains("LEFT(", StringComparison.Ordinal)))
            {
                Assert.True(formats[(int)cell.StyleIndex!.Value].Protection!.Locked!.Value, cell.CellFormula!.Text);
            }
        }

        Assert.Contains(book.WorkbookPart.WorksheetParts, p => p.Worksheet.Descendants<DataValidation>().Any(v => v.Type?.Value == DataValidationValues.List));
        Assert.Equal(SheetStateValues.Hidden, book.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().Last().State!.Value);
    }

    [Fact]
    public void What_is_filled_in_is_written_as_the_same_document()
    {
        var expected = new Dictionary<string, Composed>(StringComparer.Ordinal);
        var filled = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var book in Documents.Library.Books.Where(b => b.Print is not null))
        {
            foreach (var seed in new[] { 2, 5 })
            {
                var draft = Whole(Sampler.Draft(Documents.Library, book, seed));
                var name = $"{book.Key}-{seed.ToString(CultureInfo.InvariantCulture)}";
                expected[name] = Composer.Compose(Documents.Library, book, draft);
                filled[name] = EntryFilling.Fill(EntryTemplate.Write(Documents.Library, book, draft.Year, draft.Scope), draft, expected[name]);
            }
        }

        var wrong = new List<string>();
        foreach (var (name, bytes) in Press.Recalculated(filled))
        {
            if (Environment.GetEnvironmentVariable("MINGZHANG_DUMP") is { } folder)
            {
                File.WriteAllBytes(Path.Combine(folder, name + "-filled.xlsx"), bytes);
            }

            var paper = Opening.Bytes(name + ".xlsx", bytes).Paper!;
            var model = EntryReading.Draft(paper, Documents.Library)!;
            var text = ComposedText.Write(expected[name]);
            wrong.AddRange(Different(text.Split('\n'), ComposedText.Write(Composer.Compose(Documents.Library, model.Book, model.Draft)).Split('\n')).Select(d => $"{name} written {d}"));

            // Checked where it stands, it is sound, and what is read of it are the same figures.
            var read = Reader.Read(paper, Documents.Library);
            wrong.AddRange(Inspector.Check(read, Documents.Library).Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{name} {f.Rule} {f.Message.Chinese}"));
            wrong.AddRange(Different(Said(Documents.Read(text)), Said(read)).Select(d => $"{name} read {d}"));
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count}\n" + string.Join('\n', wrong.Take(60)));
    }

    [Fact]
    public void A_name_that_looks_like_a_formula_stays_words()
    {
        var book = Documents.Library.Book("cq-budget")!;
        var draft = Whole(Sampler.Draft(Documents.Library, book, 2)) with { Entity = "=HYPERLINK(\"http://x\")局" };
        var filled = EntryFilling.Fill(EntryTemplate.Write(Documents.Library, book, draft.Year, draft.Scope), draft, Composer.Compose(Documents.Library, book, draft));
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(filled), false);
        Assert.DoesNotContain(workbook.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<CellFormula>()), f => f.Text.Contains("http", StringComparison.Ordinal) || f.Text.Contains("HYPERLINK", StringComparison.Ordinal));
        Assert.Equal(draft.Entity, EntryReading.Draft(Opening.Bytes("x.xlsx", filled).Paper!, Documents.Library)!.Draft.Entity);
    }

    private static byte[] Template(string key) => EntryTemplate.Write(Documents.Library, Documents.Library.Book(key)!, 2026, DocumentScope.Department);

    // An officer types what is printed: amounts in whole hundredths of 万元, so that their sums are exact.
    private static Draft Whole(Draft draft)
    {
        var cube = new Cube(Documents.Library.Space, [.. draft.Cube.Lines.Select(l => l with { Yuan = Math.Round(l.Yuan / 100) * 100 })]);
        return draft with
        {
            Cube = cube,
            Performance = [.. draft.Performance.Select(p => p.Money is { } money ? p with { Money = money with { Amount = new Amount((cube.At(money.Point) ?? 0) / 10_000m, MoneyUnit.TenThousand, 2) } } : p)],
        };
    }

    private static IEnumerable<string> Different(IReadOnlyList<string> expected, IReadOnlyList<string> actual) =>
        expected.Except(actual).Select(l => "- " + l).Concat(actual.Except(expected).Select(l => "+ " + l)).Take(12);

    private static List<string> Said(Disclosure read) => [.. read.Statements.OfType<AmountStatement>().Where(s => !s.Blank).Select(s => $"{s.Point} {s.Amount}").Order(StringComparer.Ordinal)];
}
