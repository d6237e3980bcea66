using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Writing;

/// <summary>写出再读回：what any format holds is read as what the text holds: the same statements at the same points.</summary>
public partial class RoundTripTests
{
    [Theory]
    [InlineData("cq-budget")]
    [InlineData("sh-department-budget")]
    [InlineData("sh-unit-budget")]
    [InlineData("final-accounts")]
    [InlineData("national-budget")]
    public void A_page_reads_as_the_text_does(string key) => Reads(key, ".html");

    [Theory]
    [InlineData("cq-budget")]
    [InlineData("sh-department-budget")]
    [InlineData("sh-unit-budget")]
    [InlineData("final-accounts")]
    [InlineData("national-budget")]
    public void A_Word_file_reads_as_the_text_does(string key) => Reads(key, ".docx");

    [Theory]
    [InlineData("cq-budget")]
    [InlineData("sh-department-budget")]
    [InlineData("sh-unit-budget")]
    [InlineData("final-accounts")]
    [InlineData("national-budget")]
    public void An_Excel_file_reads_as_the_text_does(string key) => Reads(key, ".xlsx");

    [Theory]
    [InlineData("cq-budget")]
    [InlineData("sh-department-budget")]
    [InlineData("sh-unit-budget")]
    [InlineData("final-accounts")]
    [InlineData("national-budget")]
    public void Markdown_reads_as_the_text_does(string key) => Reads(key, ".md");

    [Theory]
    [InlineData("cq-budget")]
    [InlineData("sh-department-budget")]
    [InlineData("sh-unit-budget")]
    [InlineData("final-accounts")]
    [InlineData("national-budget")]
    public void A_PDF_reads_as_the_text_does(string key) => Reads(key, ".pdf");

    [Theory]
    [InlineData("0")]
    [InlineData("0.0000")]
    public void A_workbook_prints_as_many_decimals_as_the_document_it_was_made_from(string print)
    {
        var text = Decimals().Replace(Documents.Sample, m => decimal.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture).ToString(print, System.Globalization.CultureInfo.InvariantCulture));
        var read = Documents.Read(text);
        var bytes = WrittenFormats.Of(".xlsx")!.Write(new Written(Documents.Library, ReadComposition.Of(read), new Lazy<Disclosure>(read))).Bytes!;
        var again = Reader.Read(Opening.Bytes("x.xlsx", bytes).Paper!, Documents.Library);
        Assert.Equal(InTables(read), InTables(again));
    }

    private static List<string> InTables(Disclosure read) =>
        [.. read.Statements.OfType<AmountStatement>().Where(s => s.Place.Table is not null && !s.Blank).Select(s => $"{s.Point} {s.Amount}").Order(StringComparer.Ordinal)];

    [System.Text.RegularExpressions.GeneratedRegex(@"(?<=\t)\d+\.\d\d(?=[\t\r\n])")]
    private static partial System.Text.RegularExpressions.Regex Decimals();

    [Fact]
    public void Markdown_keeps_the_contact_and_the_numbers_of_its_tables()
    {
        var composed = Composer.Compose(Documents.Library, Documents.Library.Book("cq-budget")!, Sampler.Draft(Documents.Library, Documents.Library.Book("cq-budget")!, 7));
        Assert.NotNull(Again(composed).Contact);
        composed = Composer.Compose(Documents.Library, Documents.Library.Book("final-accounts")!, Sampler.Draft(Documents.Library, Documents.Library.Book("final-accounts")!, 7));
        Assert.All(Again(composed).Tables, t => Assert.StartsWith("公开0", t.Number, StringComparison.Ordinal));

        static Disclosure Again(Composed composed) =>
            Reader.Read(Opening.Bytes("x.md", WrittenFormats.Of(".md")!.Write(Written.Of(Documents.Library, composed)).Bytes!).Paper!, Documents.Library);
    }

    private static void Reads(string key, string extension)
    {
        var format = WrittenFormats.Of(extension)!;
        foreach (var seed in Enumerable.Range(1, 5))
        {
            var composed = Composer.Compose(Documents.Library, Documents.Library.Book(key)!, Sampler.Draft(Documents.Library, Documents.Library.Book(key)!, seed));
            var file = format.Write(Written.Of(Documents.Library, composed));
            Assert.SkipWhen(extension == ".pdf" && file.Bytes is null, file.Problem?.Chinese ?? "");
            Same(ComposedText.Write(composed), file.Bytes!, "x" + extension, $"{key} {seed}");
        }
    }

    internal static void Same(string text, byte[] bytes, string name, string what)
    {
        var expected = Said(Documents.Read(text));
        var actual = Said(Reader.Read(Opening.Bytes(name, bytes).Paper!, Documents.Library));
        var missing = Less(expected, actual);
        var more = Less(actual, expected);
        Assert.True(missing.Count + more.Count == 0, $"{what}: missing\n{string.Join('\n', missing.Take(12))}\nmore\n{string.Join('\n', more.Take(12))}\n{missing.Count} missing, {more.Count} more of {expected.Count}");
    }

    private static List<string> Less(List<string> all, List<string> taken)
    {
        var counts = taken.GroupBy(t => t, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return all.FindAll(a => (counts[a] = counts.GetValueOrDefault(a) - 1) < 0);
    }

    private static List<string> Said(Disclosure read) =>
    [
        .. read.Statements.Select(s => $"{s.Kind} {s.Point} {(s is AmountStatement { Amount: { } amount } ? amount : s is ShareStatement share ? share.Percent.Value : s.Raw.Trim())}"),
        .. read.Performance.Select(p => $"{p.Name} {p.Goal} {string.Join(';', p.Indicators.Select(i => $"{i.Name} {i.Nature} {i.Value} {i.Unit} {i.WeightText}"))}"),
        .. read.Unbound.Select(u => "unbound " + u.Raw),
        .. read.Tables.Select(t => $"table {t.Form} {t.Unit}"),
    ];
}
