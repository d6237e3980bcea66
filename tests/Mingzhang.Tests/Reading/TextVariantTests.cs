using Mingzhang.Budget;

namespace Mingzhang.Tests.Reading;

/// <summary>同一文本的不同存法：the sound sample saved in other ways stays sound: blanks cut, blanks for tabs, marks of web pages, headers repeated.</summary>
public class TextVariantTests
{
    private static string Tables => Documents.Sample[Documents.Sample.IndexOf("\n表一\n", StringComparison.Ordinal)..];

    private static string Narrative => Documents.Sample[..Documents.Sample.IndexOf("\n表一\n", StringComparison.Ordinal)];

    private static IEnumerable<string> Sound(string text) => Documents.Check(text).Findings.Where(f => f.Severity > Severity.Note).Select(f => f.Rule + " " + f.Message.Chinese);

    [Fact]
    public void Blank_cells_cut_at_the_end_of_lines_change_nothing() =>
        Assert.Empty(Sound(string.Join('\n', Documents.Sample.Split('\n').Select(l => l.TrimEnd('\t')))));

    [Fact]
    public void The_address_that_a_browser_prints_at_the_foot_holds_no_figures()
    {
        var read = Documents.Read(Documents.Sample + "\nhttps://www.example.gov.cn/zwgk/%E9%87%8D%E5%BA%86%E5%B8%82/2026/01/12/t20260112_8.5%E4.html 1/1\n");
        Assert.Empty(read.Unbound);
        Assert.Equal(Documents.Read(Documents.Sample).Statements.Count, read.Statements.Count);
    }

    [Fact]
    public void Marks_of_a_web_page_in_every_cell_change_nothing()
    {
        var marked = string.Join('\n', Tables.Split('\n').Select(l => l.Contains('\t', StringComparison.Ordinal) ? string.Join('\t', l.Split('\t').Select(c => c.Length == 0 ? c : "<p>" + c + "</p>")) : l));
        Assert.Empty(Sound(Narrative + marked));
        Assert.Equal(Documents.Read(Documents.Sample).Statements.Count, Documents.Read(Narrative + marked).Statements.Count);
    }

    [Fact]
    public void Columns_apart_by_blanks_are_all_tables_even_short_and_empty_ones()
    {
        var read = Documents.Read(Narrative + Aligned(Tables));
        var tabs = Documents.Read(Documents.Sample);
        Assert.Equal(tabs.Tables.Select(t => t.Form), read.Tables.Select(t => t.Form));
        Assert.Equal(Amounts(tabs), Amounts(read));
    }

    [Fact]
    public void A_header_repeated_without_a_blank_line_is_a_header()
    {
        var header = "功能分类科目\t\t2026年预算数\t\t\n科目编码\t科目名称\t总计\t基本支出\t项目支出\n";
        Assert.SkipUnless(Documents.Sample.Contains(header, StringComparison.Ordinal), "the sample has another header");
        var at = Documents.Sample.IndexOf(header, StringComparison.Ordinal) + header.Length;
        var rows = Documents.Sample[at..].Split('\n');
        var text = Documents.Sample[..at] + string.Join('\n', rows[..4]) + "\n" + header + string.Join('\n', rows[4..]);
        Assert.Empty(Documents.Check(text).Findings);
    }

    [Fact]
    public void A_unit_in_the_line_of_the_title_is_the_unit() =>
        Assert.Empty(Sound(Documents.Sample.Replace("云溪市档案局部门支出总表\n\n单位：万元", "云溪市档案局部门支出总表（单位：万元）", StringComparison.Ordinal)));

    [Fact]
    public void Characters_of_no_width_are_not_there() =>
        Assert.Empty(Sound(Documents.Sample.Replace("万元", "\u200b万元", StringComparison.Ordinal)));

    [Theory]
    [InlineData("收入1248.00\n万元")]
    [InlineData("收入12\n48.00万元")]
    [InlineData("收入12\n48.00 万元")]
    public void A_number_broken_over_lines_is_one_number(string broken)
    {
        var whole = broken.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        Assert.SkipUnless(Documents.Sample.Contains(whole, StringComparison.Ordinal), "the sample has no " + whole);
        var read = Documents.Read(Documents.Sample.Replace(whole, broken, StringComparison.Ordinal));
        Assert.Empty(read.Unbound);
        Assert.Equal(Documents.Read(Documents.Sample).Statements.Count, read.Statements.Count);
    }

    private static List<string> Amounts(Disclosure d) =>
        [.. d.Statements.OfType<AmountStatement>().Where(a => a is { Blank: false, Place.Table: not null }).Select(a => $"{a.Place.Table} {a.Raw} {a.Point}").Order(StringComparer.Ordinal)];

    // Every run of rows with its columns padded to one width.
    private static string Aligned(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var to = i;
            while (to < lines.Length && lines[to].Contains('\t', StringComparison.Ordinal))
            {
                to++;
            }

            if (to > i)
            {
                var rows = lines[i..to].Select(l => l.Split('\t')).ToList();
                var widths = Enumerable.Range(0, rows.Max(r => r.Length)).Select(c => rows.Max(r => c < r.Length ? Width(r[c]) : 0)).ToList();
                for (var r = i; r < to; r++)
                {
                    lines[r] = string.Concat(rows[r - i].Select((cell, c) => cell + new string(' ', widths[c] - Width(cell) + 3))).TrimEnd();
                }
            }

            i = Math.Max(i, to);
        }

        return string.Join('\n', lines);
    }

    private static int Width(string text) => text.Sum(c => c >= 0x1100 ? 2 : 1);
}
