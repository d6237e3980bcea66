using System.Globalization;
using System.Text;
using Mingzhang.Pdf;
using Mingzhang.Pdf.Layout;

namespace Mingzhang.Tests.Pdf.Layout;

/// <summary>真实文件的排版：nothing lost, nothing split, and the tables that were looked at page by page.</summary>
public class CorpusLayoutTests
{
    public static TheoryData<string> Files => [.. new[]
    {
        "CZ24f_普陀区财政局_2024部门决算", "JSfy18_江苏省高级人民法院_2018部门预算", "JSwb18_江苏省委办公厅_2018部门预算", "JSwb18t_江苏省委办公厅_2018预算公开表",
        "JSzx19_江苏省政协办公厅_2019部门预算", "JSzx19t_江苏省政协办公厅_2019预算公开表", "SG24f_社会工作部_2024部门决算", "SW25_商务委_2025部门预算",
        "TPL_部门决算模板", "WL24_万里街道_2024部门预算", "WL25_万里街道_2025部门预算",
    }];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_visible_character_is_in_exactly_one_line_or_cell(string file)
    {
        var pages = Read(file);
        foreach (var (page, laid) in pages.Zip(DocumentLayout.Of(pages)))
        {
            Assert.Equal(Characters(string.Concat(page.Glyphs.Select(g => g.Text))), Characters(string.Concat(laid.Blocks.Select(Text))));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_figure_is_split_by_the_border_of_a_cell(string file)
    {
        var pages = Read(file);
        foreach (var (page, laid) in pages.Zip(DocumentLayout.Of(pages)))
        {
            var texts = laid.Blocks.Select(Text).ToList();
            Assert.All(Figures(page), f => Assert.Contains(texts, t => t.Contains(f, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Tables_are_those_that_the_eye_sees()
    {
        var seen = new StringBuilder();
        foreach (var file in Files.Select(f => f.Data))
        {
            seen.Append(file[..file.IndexOf('_', StringComparison.Ordinal)]).Append('\n');
            foreach (var table in DocumentLayout.Of(Read(file)).SelectMany(p => p.Blocks).OfType<LaidTable>())
            {
                var cells = table.Rows.SelectMany(r => r.Cells).Where(c => c.CoveredFrom is null).ToList();
                seen.Append(CultureInfo.InvariantCulture, $"  page {table.Page}: {table.Rows.Count} rows, {table.Columns.Count - 1} columns, {cells.Count} cells, {cells.Count(c => c.Text.Length > 0)} filled, {cells.Count(c => c.Columns > 1 || c.Rows > 1)} spanning");
                seen.Append(table.Kind == TableKind.Ruled ? "" : ", " + table.Kind).Append(table.Continues ? ", continues" : "").Append('\n');
            }
        }

        Golden.Check("pdf-tables.txt", seen.ToString());
    }

    private static List<PdfPage> Read(string file) => [.. PdfDocument.Open(File.ReadAllBytes(Shared.File("corpus/" + file + ".pdf"))).ReadPages()];

    private static string Text(LaidBlock block) => block switch
    {
        LaidLine line => line.Text,
        LaidTable table => string.Join('\t', table.Rows.SelectMany(r => r.Cells).Select(c => c.Text)),
        _ => "",
    };

    private static string Characters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Order());

    // Digits, points and commas that touch.
    private static IEnumerable<string> Figures(PdfPage page)
    {
        var figure = new StringBuilder();
        PdfGlyph? last = null;
        foreach (var glyph in page.Glyphs)
        {
            var part = glyph.Text.Length == 1 && (char.IsAsciiDigit(glyph.Text[0]) || glyph.Text[0] is '.' or ',');
            if (figure.Length > 0 && !(part && last is not null && Math.Abs(glyph.Baseline - last.Baseline) < 0.5 && Math.Abs(glyph.Left - last.Right) < 0.5))
            {
                yield return figure.ToString();
                figure.Clear();
            }

            if (part)
            {
                figure.Append(glyph.Text);
            }

            last = glyph;
        }
    }
}
