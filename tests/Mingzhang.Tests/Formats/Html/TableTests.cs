using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Html;

/// <summary>表格：spans, groups, hidden parts and broken markup become the grid that a browser shows.</summary>
public class TableTests
{
    private const string Row = "<tr><td>基本支出</td><td>1.00</td><td>2.00</td></tr>";

    [Fact]
    public void Spans_are_exact_and_covered_cells_know_their_cell()
    {
        var grid = Pages.Grid("<table><tr><td rowspan=2>项目</td><td colspan=2>支出</td></tr><tr><td>基本</td><td>项目</td></tr>" + Row + "</table>");
        Assert.True(grid.Ruled);
        Assert.Equal(3, grid.Width);
        Assert.Equal((1, 2), (grid.Rows[0].Cells[0].Columns, grid.Rows[0].Cells[0].Rows));
        Assert.Equal((2, 1), (grid.Rows[0].Cells[1].Columns, grid.Rows[0].Cells[1].Rows));
        Assert.Equal((0, 1), grid.Rows[0].Cells[2].CoveredFrom);
        Assert.Equal((1, 0), grid.Rows[1].Cells[0].CoveredFrom);
        Assert.Null(grid.Rows[2].Cells[0].CoveredFrom);
    }

    [Fact]
    public void A_cell_of_two_rows_and_two_columns_covers_three() =>
        Assert.Equal("| a |  < | b |\n| ^ | ^< | 1 |\n| 2 | 3 | 4 |".Replace("|  <", "| <", StringComparison.Ordinal),
            Pages.Body("<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>1<tr><td>2<td>3<td>4</table>"));

    [Theory]
    [InlineData("rowspan=0", "| a | 1 | 2 |\n| ^ | 3 | 4 |\n| ^ | 5 | 6 |")]
    [InlineData("rowspan=99999999999", "| a | 1 | 2 |\n| ^ | 3 | 4 |\n| ^ | 5 | 6 |")]
    [InlineData("rowspan=-2 colspan=x", "| a | 1 | 2 |\n| 3 | 4 |  |\n| 5 | 6 |  |")]
    [InlineData("rowspan='2.5' colspan='0'", "| a | 1 | 2 |\n| ^ | 3 | 4 |\n| 5 | 6 |  |")]
    public void Malformed_spans_are_read_as_browsers_read_them(string span, string expected) =>
        Assert.Equal(expected, Pages.Body($"<table><tr><td {span}>a<td>1<td>2<tr><td>3<td>4<tr><td>5<td>6</table>"));

    [Fact]
    public void A_span_beyond_the_table_ends_with_it()
    {
        var grid = Pages.Grid("<table>" + Row + Row + "<tr><td>合计</td><td colspan=1000>3.00</td></tr></table>");
        Assert.Equal(3, grid.Width);
        Assert.Equal(2, grid.Rows[2].Cells[1].Columns);
    }

    [Fact]
    public void A_span_ends_before_a_cell_that_hangs_from_above() =>
        Assert.Equal("| a | b | c |\n| d | ^ | e |\n| 1 | 2 | 3 |",
            Pages.Body("<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=2>d<td>e<tr><td>1<td>2<td>3</table>"));

    [Fact]
    public void Head_comes_first_and_foot_last_wherever_they_stand() =>
        Assert.Equal("| 项目 | 金额 |\n| 基本 | 1 |\n| 合计 | 1 |",
            Pages.Body("<table><tfoot><tr><td>合计<td>1</tfoot><tbody><tr><td>基本<td>1</tbody><thead><tr><th>项目<th>金额</thead></table>"));

    [Fact]
    public void A_row_span_ends_with_its_group() =>
        Assert.Equal("| a | 1 |\n| b | 2 |\n| c | 3 |", Pages.Body("<table><thead><tr><td rowspan=9>a<td>1</thead><tbody><tr><td>b<td>2<tr><td>c<td>3</tbody></table>"));

    [Fact]
    public void A_caption_stands_above() =>
        Assert.Equal("部门收支总表\n| a | 1 | 2 |\n| b | 3 | 4 |", Pages.Body("<table><caption>部门收支总表</caption><tr><td>a<td>1<td>2<tr><td>b<td>3<td>4</table>"));

    [Fact]
    public void Empty_rows_and_cells_stay() =>
        Assert.Equal("| 项目 | 金额 |\n|  |  |\n| 基本 |  |\n| 合计 | 1 |", Pages.Body("<table><tr><td>项目<td>金额<tr><td>&nbsp;<td><tr><td>基本<td>　<tr><td>合计<td>1</table>"));

    [Fact]
    public void Hidden_rows_cells_and_columns_are_not_there() =>
        Assert.Equal("| 项目 | 金额 |\n| 基本 | 1 |",
            Pages.Body("<style>.x{display:none}</style><table><col><col style='display:none'><col><tr><td>项目<td>码<td>金额<tr class=x><td>秘密<td>9<td>9<tr><td>基本<td>7<td>1<td style='display:none'>8</table>"));

    [Fact]
    public void Lines_in_a_cell_are_joined_by_line_feeds()
    {
        var grid = Pages.Grid("<table><tr><td><p>一般公共<br>预算</p><p> 拨款 </p></td><td>金额</td></tr><tr><td>a</td><td>1</td></tr></table>");
        Assert.Equal("一般公共\n预算\n拨款", grid.Rows[0][0]);
    }

    [Fact]
    public void A_small_table_in_a_cell_becomes_its_text() =>
        Assert.Equal("| 指标 | 说明 | 值 |\n| 数量 | 其中 甲 1/乙 2 | 3 |\n| 质量 | 好 | 4 |",
            Pages.Body("<table><tr><td>指标<td>说明<td>值<tr><td>数量<td>其中<table><tr><td>甲 1<tr><td>乙 2</table><td>3<tr><td>质量<td>好<td>4</table>").Replace("其中/甲", "其中 甲", StringComparison.Ordinal));

    [Fact]
    public void A_table_of_layout_dissolves_and_the_table_in_it_is_found() =>
        Assert.Equal("部门收支总表\n单位：万元\n| 项目 | 金额 |\n| 基本 | 1.00 |\n| 项目 | 2.00 |\n备注：无",
            Pages.Body("<table width=100%><tr><td><h2>部门收支总表</h2></td></tr><tr><td align=right>单位：万元<table border=1><tr><td>项目<td>金额<tr><td>基本<td>1.00<tr><td>项目<td>2.00</table></td></tr><tr><td>备注：无</td></tr></table>"));

    [Fact]
    public void A_frame_of_one_cell_is_text() =>
        Assert.Equal("某局2025年部门预算\n一、概况", Pages.Body("<table border=1><tr><td><p>某局2025年部门预算</p><p>一、概况</p></td></tr></table>"));

    [Fact]
    public void The_row_of_bureau_and_unit_above_a_table_is_text() =>
        Assert.Equal("编制单位：某局\n单位：万元\n| a | 1 | 2 |\n| b | 3 | 4 |",
            Pages.Body("<table><tr><td>编制单位：某局</td><td>单位：万元</td></tr></table><table><tr><td>a<td>1<td>2<tr><td>b<td>3<td>4</table>"));

    [Fact]
    public void Title_and_note_rows_of_a_sheet_stand_above_and_below_the_grid() =>
        Assert.Equal("部门收入总表\n| 部门：某局 |  | 单位：万元 |\n| 项目 | 合计 | 拨款 |\n| 甲 | 1.00 | 1.00 |\n注：本表无误",
            Pages.Body("<table><tr><td colspan=3 align=center>部门收入总表</td></tr><tr><td>部门：某局</td><td></td><td>单位：万元</td></tr><tr><td>项目<td>合计<td>拨款<tr><td>甲<td>1.00<td>1.00<tr><td colspan=3>注：本表无误</table>"));

    [Fact]
    public void Rows_saved_each_as_a_table_are_one_table() =>
        Assert.Equal("| 项目 | 合计 | 拨款 |\n| 甲 | 1 | 2 |\n| 乙 | 3 | 4 |",
            Pages.Body("<table><tr><td>项目<td>合计<td>拨款</table>\n<table><tr><td>甲<td>1<td>2</table> <table><tr><td>乙<td>3<td>4</table>"));

    [Fact]
    public void Tables_are_not_joined_where_they_show_different_columns() =>
        Assert.Equal("| 项目 | 合计 | 拨款 |\n| 甲 | 1 | 2 |\n| 乙 | 3 | 4 |\n| 丙 | 9 |\n| 丁 | 8 |",
            Pages.Body("<table><tr><td>项目<td>合计<td>拨款<tr><td>甲<td>1<td>2<tr><td>乙<td>3<td>4</table><table><col style='display:none'><tr><td>码<td>丙<td>9<tr><td>码<td>丁<td>8</table>"));

    [Fact]
    public void Two_tables_that_follow_each_other_stay_two() =>
        Assert.Equal(2, Pages.Read("<html><body><table>" + Row + Row + "</table><table>" + Row + Row + "</table></body></html>").Blocks.Count);

    [Fact]
    public void Halves_of_a_table_side_by_side_are_joined() =>
        Assert.Equal("| 收入 | 金额 | 支出 | 金额 |\n| 甲 | 1 | 丙 | 3 |\n| 乙 | 2 | 丁 | 4 |",
            Pages.Body("<table><tr><td><table><tr><td>收入<td>金额<tr><td>甲<td>1<tr><td>乙<td>2</table></td><td><table><tr><td>支出<td>金额<tr><td>丙<td>3<tr><td>丁<td>4</table></td></tr></table>"));

    [Fact]
    public void Cells_left_open_and_divisions_ended_twice_do_not_break_the_table() =>
        Assert.Equal("| 项目 | 金额 |\n| 甲 | 1 |\n| 乙 | 2 |\n后文",
            Pages.Body("<div><table><tr><td><div>项目</div></div></p><td><b>金额<tr><td><font>甲<span><td>1</font></tr><td>乙<td>2</table>后文</div>"));

    [Fact]
    public void Text_between_rows_stands_before_the_table() =>
        Assert.Equal("单位：万元\n| 甲 | 1 |\n| 乙 | 2 |", Pages.Body("<table><tr><td>甲<td>1</tr>单位：万元<tr><td>乙<td>2</table>"));

    [Fact]
    public void Every_row_has_a_cell_for_every_column_and_lines_are_numbered()
    {
        var paper = Pages.Read("<html><body><p>题</p><table><tr><td>a<td>1<td>2<tr><td>b<tr><td>c<td>3</table><p>后</p></body></html>");
        var grid = paper.Blocks.OfType<Grid>().Single();
        Assert.All(grid.Rows, r => Assert.Equal(3, r.Cells.Count));
        Assert.Equal([2, 3, 4], grid.Rows.Select(r => r.Line));
        Assert.Equal([1, 5], paper.Blocks.OfType<TextLine>().Select(l => l.Line));
    }
}
