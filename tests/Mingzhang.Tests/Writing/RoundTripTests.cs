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
    private const int Cases = 200;
    private static readonly string[] Read = [".txt", ".md", ".html", ".docx", ".xlsx", ".pdf"];

    public static IEnumerable<TheoryDataRow<string, string>> BooksAndFormats =>
        from book in Documents.Library.Books where book.Print is not null from format in Read select new TheoryDataRow<string, string>(book.Key, format);

    [Theory]
    [MemberData(nameof(BooksAndFormats))]
    public void A_format_reads_as_the_text_does(string key, string extension)
    {
        var kinds = BooksAndFormats.Count();
        var cases = int.TryParse(Environment.GetEnvironmentVariable("MINGZHANG_ROUNDTRIP"), System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : Cases;
        var format = WrittenFormats.Of(extension)!;
        var book = Documents.Library.Book(key)!;
        foreach (var seed in Enumerable.Range(1, Math.Max(1, (cases + kinds - 1) / kinds)))
        {
            var composed = Composer.Compose(Documents.Library, book, Sampler.Draft(Documents.Library, book, seed));
            var file = format.Write(Written.Of(Documents.Library, composed));
            Assert.SkipWhen(extension == ".pdf" && file.Bytes is null, file.Problem?.Chinese ?? "");
            Same(ComposedText.Write(composed), file.Bytes!, "x" + extension, $"{key} {seed}");
        }
    }

    [Theory]
    [InlineData(".csv")]
    [InlineData(".json")]
    public void Open_data_hold_every_figure_of_the_text(string extension)
    {
        foreach (var book in Documents.Library.Books.Where(b => b.Print is not null))
        {
            foreach (var seed in Enumerable.Range(1, 5))
            {
                var composed = Composer.Compose(Documents.Library, book, Sampler.Draft(Documents.Library, book, seed));
                var expected = Documents.Read(ComposedText.Write(composed)).Statements.OfType<AmountStatement>().Where(a => a.Amount is not null)
                    .Select(a => $"{a.Id} {a.Amount!.Value.Yuan.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture)} {string.Join(' ', a.Point.Members)}").ToList();
                Assert.Equal(expected, Amounts(extension, WrittenFormats.Of(extension)!.Write(Written.Of(Documents.Library, composed)).Bytes!));
            }
        }
    }

    private static List<string> Amounts(string extension, byte[] bytes)
    {
        var dimensions = Documents.Library.Space.Dimensions.Select(d => d.Key).ToList();
        return [.. Figures(extension, bytes).Where(f => f.GetValueOrDefault("kind") == "amount" && f.GetValueOrDefault("amount") is { Length: > 0 })
            .Select(f => $"{f["id"]} {f["amount"]} {string.Join(' ', dimensions.Where(d => f.GetValueOrDefault(d.Replace('-', '_')) is { Length: > 0 }).Select(d => d + "=" + f[d.Replace('-', '_')]))}")];
    }

    private static IEnumerable<Dictionary<string, string>> Figures(string extension, byte[] bytes)
    {
        if (extension == ".json")
        {
            using var json = System.Text.Json.JsonDocument.Parse(bytes);
            return [.. json.RootElement.GetProperty("figures").EnumerateArray().Select(f => f.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal))];
        }

        var lines = System.Text.Encoding.UTF8.GetString(bytes).TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var names = lines[0].Split(',');
        return lines.Skip(1).Select(l => names.Zip(Cell().Matches(l).Select(m => m.Groups[2].Value.Trim('"'))).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
    }

    [System.Text.RegularExpressions.GeneratedRegex("(^|,)((?:\"(?:[^\"]|\"\")*\")|[^,]*)")]
    private static partial System.Text.RegularExpressions.Regex Cell();

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
        // The title, which begins with the entity's name, is a heading where a format marks headings.
        .. read.Sections.SelectMany(x => x.SelfAndBelow()).Where(x => x.Number.Length > 0 || !x.Title.StartsWith(read.Facts.Entity ?? "\0", StringComparison.Ordinal)).Select(x => $"section {x.Number} {Mingzhang.Forms.Words.Fold.Label(x.Title)}"),
        .. read.Unbound.Select(u => "unbound " + u.Raw),
        .. read.Tables.Select(t => $"table {t.Form} {t.Unit}"),
    ];
}
