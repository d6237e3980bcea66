using Mingzhang.Documents.Formats.Pdf;
using Mingzhang.Pdf;
using Mingzhang.Pdf.Writing;

namespace Mingzhang.Tests.Pdf.Writing;

/// <summary>写表：spans, page turns, and no letter outside its cell.</summary>
public class TableTests(ITestOutputHelper output)
{
    [Fact]
    public void Header_rows_are_repeated_on_every_page()
    {
        var table = new PdfTable(3, [new([new("科目") { ColumnSpan = 2 }, new("金额") { RowSpan = 2 }]), Written.Row("编码", "名称")], [.. Enumerable.Range(0, 120).Select(i => Written.Row($"{2080501 + i}", "行政运行", $"{i}.00"))]);
        var pages = Written.Pages(Written.Make(table));
        Assert.True(pages.Count > 2);
        Assert.All(pages, p => Assert.Contains(Written.Lines(p), l => l == "编码名称"));
        Assert.Equal(120, pages.Sum(p => Written.Lines(p).Count(l => l.Contains("行政运行", StringComparison.Ordinal))));
    }

    [Fact]
    public void A_wide_table_is_turned_and_its_numbers_are_not_broken()
    {
        var made = Written.Make(new PdfParagraph("前"), new PdfTable(14, [], [Written.Row([.. Enumerable.Repeat("123,456,789.00", 14)])]), new PdfParagraph("后"));
        var pages = Written.Pages(made);
        Assert.Equal([false, true, false], pages.Select(p => p.Width > p.Height));
        Assert.Equal(string.Concat(Enumerable.Repeat("123,456,789.00", 14)), Assert.Single(Written.Lines(pages[1])));
    }

    [Fact]
    public void A_row_higher_than_a_page_goes_on_without_losing_a_letter()
    {
        var text = string.Concat(Enumerable.Range(0, 900).Select(i => $"第{i}项工作，"));
        var pages = Written.Pages(Written.Make(new PdfTable(2, [], [Written.Row("甲", text)])));
        Assert.True(pages.Count > 1);
        Assert.Equal(text.Length + 1, pages.Sum(p => p.Glyphs.Count));
        Assert.All(pages, Inside);
    }

    [Fact]
    public void A_cell_beyond_the_table_is_refused_in_both_languages()
    {
        Written.Make(new PdfParagraph("有字体"));
        var book = new PdfBook(new PdfMetadata("表"), [new PdfSection([new PdfTable(2, [], [Written.Row("一", "二", "三")])])]);
        var refused = Assert.IsType<PdfNotWritten>(PdfWriter.Write(book, SystemFonts.Library()));
        Assert.Equal(PdfRefusal.BadTable, refused.Kind);
    }

    [Fact]
    public void Random_tables_keep_every_letter_in_its_cell()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            output.WriteLine($"seed {seed}");
            var random = new Random(seed);
            var columns = random.Next(1, 26);
            var rows = Enumerable.Range(0, random.Next(1, 60)).Select(_ => RandomRow(random, columns)).ToList();
            var pages = Written.Pages(Written.Make(new PdfTable(columns, [], rows)));
            Assert.All(pages, Inside);
            var expected = rows.SelectMany(r => r.Cells).SelectMany(c => c.Text).Order();
            Assert.Equal(string.Concat(expected), string.Concat(pages.SelectMany(p => p.Glyphs).SelectMany(g => g.Text).Order()));
        }
    }

    private static PdfRow RandomRow(Random random, int columns)
    {
        var cells = new List<PdfCell>();
        for (var left = columns; left > 0;)
        {
            var span = random.Next(5) == 0 ? random.Next(1, left + 1) : 1;
            var text = random.Next(4) switch
            {
                0 => $"{random.Next(1_000_000_000):#,##0}.00",
                1 => string.Concat(Enumerable.Repeat("社会保障和就业支出，", random.Next(1, 12))),
                2 => new string('W', random.Next(1, 40)),
                _ => "",
            };
            cells.Add(new PdfCell(text) { ColumnSpan = span, Indent = random.Next(4) });
            left -= span;
        }

        return new PdfRow(cells);
    }

    /// <summary>在格内：no drawn line crosses a letter, and none is off the table.</summary>
    private static void Inside(PdfPage page)
    {
        var upright = page.Rulings.Where(r => !r.Horizontal).ToList();
        var level = page.Rulings.Where(r => r.Horizontal).ToList();
        var (left, right, bottom) = (upright.Min(r => r.X1), upright.Max(r => r.X1), level.Max(r => r.Y1));
        Assert.True(left > 0 && right < page.Width && bottom < page.Height);
        foreach (var g in page.Glyphs)
        {
            Assert.True(g.Left > left && g.Right < right && g.Bottom < bottom, $"page {page.Number}: {g}");
            var middle = (g.Top + g.Bottom) / 2;
            Assert.DoesNotContain(upright, r => r.X1 > g.Left + 0.01 && r.X1 < g.Right - 0.01 && r.Y1 < middle && r.Y2 > middle);
            Assert.DoesNotContain(level, r => r.Y1 > g.Top + 0.01 && r.Y1 < g.Bottom - 0.01 && r.X1 < g.Left && r.X2 > g.Right);
        }
    }
}
