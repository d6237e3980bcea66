using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Paper;
using Mingzhang.Tests.Formats.Excel;
using Mingzhang.Tests.Reading.Printed;

namespace Mingzhang.Tests.Formats.Markdown;

/// <summary>标记文本：headings, lists and pipe tables; marks go, words stay, and every figure has its line.</summary>
public class MarkdownTests
{
    private static PaperDocument Paper(string text) => Opening.Bytes("a.md", Encoding.UTF8.GetBytes(text)).Paper!;

    [Fact]
    public void Headings_paragraphs_and_lists_become_lines()
    {
        var paper = Paper("# 部门预算 #\n\n第一段**加粗**和*斜体*，\n接上一行。\n\n- 甲\n- 乙\n1. 丙\n\n二、标题\n--------\n\n> 引用<br>换行 `码` [链接](http://x) \\*星\n\n<!-- 不见\n也不见 -->尾\n");
        Assert.Equal("markdown", paper.Format);
        Assert.Equal("部门预算\n第一段加粗和斜体，\n接上一行。\n甲\n乙\n1. 丙\n二、标题\n引用\n换行 码 链接 *星\n尾", SmallBook.Shown(paper));
        var lines = paper.Blocks.Cast<TextLine>().ToList();
        Assert.Equal([true, false, false, false, false, false, true, false, false, false], lines.Select(l => l.Prominent));
        Assert.Equal([LineJoin.New, LineJoin.New, LineJoin.Continues, LineJoin.New], lines.Take(4).Select(l => l.Join));
        Assert.Equal([1, 3, 4, 6, 7, 8, 10, 13, 13, 16], lines.Select(l => l.Line));
    }

    [Fact]
    public void Pipe_tables_become_grids_with_lines()
    {
        var read = Reader.Read(Paper("## 部门收入总表\n\n单位：万元\n\n| 科目编码 | 科目名称 | 总计 | 一般公共预算拨款收入 |\n|:--|---|--:|--:|\n| | **合计** | 12.50 | 12.50 |\n| 201 | 一般公共\\|服务支出 | 12.50 | 12.50 |\n"), Documents.Library);
        Assert.Equal(("部门收入总表", "万元"), (Assert.Single(read.Tables).Title, read.Tables[0].Unit?.Name));
        Assert.Equal([7, 7, 8, 8], read.Statements.Select(s => s.Place.Line ?? 0).Order());
        Assert.Contains(read.Tables[0].Rows, r => r.Label.Contains('|', StringComparison.Ordinal));
    }

    [Fact]
    public void Pictures_and_tables_of_web_pages_are_told() =>
        Assert.Equal(["pictures", "embedded-tables"], Paper("# 甲\n\n![图](a.png)\n\n文字<table><tr><td>1</td></tr></table>\n").Faults.Select(f => f.Kind));

    [Theory]
    [InlineData("部门预算\n一、总体情况\n2026年预算1.00万元。\n")]
    [InlineData("甲\n#1 楼维修\n乙\n")]
    [InlineData("甲|乙\n丙\n")]
    public void Plain_text_stays_plain_text(string text) => Assert.Equal("text", Paper(text).Format);

    [Fact]
    public void The_sample_in_Markdown_says_what_it_says_with_tabs()
    {
        var (lines, table) = (new StringBuilder("# "), false);
        foreach (var line in Documents.Sample.Split('\n'))
        {
            var row = line.Contains('\t', StringComparison.Ordinal);
            lines.Append(row && !table ? "\n" : "").Append(row ? "| " + string.Join(" | ", line.Split('\t')) + " |\n" : line + "\n\n");
            lines.Append(row && !table ? "|" + string.Concat(Enumerable.Repeat(" --- |", line.Split('\t').Length)) + "\n" : "");
            lines.Append(!row && table ? "\n" : "");
            table = row;
        }

        var read = Reader.Read(Paper(lines.ToString()), Documents.Library);
        Assert.Equal("markdown", read.Facts.Format);
        var (plain, other) = (Statements.Said(Documents.Read(Documents.Sample)), Statements.Said(read));
        Assert.Empty(plain.Except(other).Concat(other.Except(plain)));
    }
}
