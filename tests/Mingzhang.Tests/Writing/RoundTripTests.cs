using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Writing;

/// <summary>写出再读回：what any format holds is read as what the text holds: the same statements at the same points.</summary>
public class RoundTripTests
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

    private static void Reads(string key, string extension)
    {
        var format = WrittenFormats.Of(extension)!;
        foreach (var seed in Enumerable.Range(1, 5))
        {
            var composed = Composer.Compose(Documents.Library, Documents.Library.Book(key)!, Sampler.Draft(Documents.Library, Documents.Library.Book(key)!, seed));
            Same(ComposedText.Write(composed), format.Write(Written.Of(Documents.Library, composed)).Bytes!, "x" + extension, $"{key} {seed}");
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
