using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Entry;

namespace Mingzhang.Tests.Writing;

/// <summary>真实文本的数据：the figures of a real document, entered as data, print its tables cell by cell and say each of its amounts as often.</summary>
public partial class SeedNarrativeTests
{
    [Theory]
    [InlineData(Shared.Council, 10)]
    [InlineData(Shared.Bureau, 0)]
    public void Tables_print_every_cell(string file, int tables)
    {
        var read = Documents.Read(Shared.Text(file));
        var composed = Compose(read);
        Assert.Equal(tables, read.Tables.Count);
        foreach (var table in read.Tables)
        {
            var printed = table.Rows.SelectMany(r => r.Cells).Select(c => c.Statement).OfType<AmountStatement>().Where(s => !s.Blank && s.Amount is not null).Select(s => s.Amount!.Value.Yuan);
            var written = composed.Tables.First(t => t.Form == table.Form).Rows.SelectMany(r => r.Cells).Where(c => c.Kind == CellKind.Amount && c.Text.Length > 0).Select(c => c.Yuan!.Value);
            Assert.Equal(printed.Order(), written.Order());
        }
    }

    [Theory]
    [InlineData(Shared.Council)]
    [InlineData(Shared.Bureau)]
    public void Sentences_say_the_same_amounts(string file)
    {
        var read = Documents.Read(Shared.Text(file));
        var said = Amounts(string.Concat(read.Passages.Where(p => p.Kind is PassageKind.Paragraph or PassageKind.Heading).Select(p => p.Text)));
        var written = Amounts(string.Join('\n', Compose(read).Blocks.OfType<ComposedParagraph>().Select(p => p.Text)));
        Assert.NotEmpty(said);
        Assert.Equal(said, written);
    }

    private static Composed Compose(Disclosure read)
    {
        var model = DisclosureDraft.Of(Documents.Library, read)!;
        return Composer.Compose(Documents.Library, model.Book, model.Draft);
    }

    private static List<decimal> Amounts(string text) =>
        [.. Amount().Matches(text.Replace(" ", "", StringComparison.Ordinal)).Select(m => decimal.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Order()];

    [GeneratedRegex(@"(\d+(?:\.\d+)?)万元")]
    private static partial Regex Amount();
}
