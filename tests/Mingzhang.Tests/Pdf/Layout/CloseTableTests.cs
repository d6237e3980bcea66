namespace Mingzhang.Tests.Pdf.Layout;

/// <summary>密排的表：tables without lines whose rows follow each other as closely as wrapped lines do, and whose columns touch.</summary>
public class CloseTableTests
{
    private const double Pitch = 11.7;

    // Texts that begin at the left of their columns; figures end where the next column begins.
    private static Drawn Close(double[] lefts, double[] rights, params string[] rows)
    {
        var drawn = new Drawn();
        for (var r = 0; r < rows.Length; r++)
        {
            var cells = rows[r].Split('|');
            for (var c = 0; c < cells.Length; c++)
            {
                drawn.Text(cells[c].Length > 0 && cells[c].All(d => char.IsAsciiDigit(d) || d is '.' or ',') ? rights[c] - (5 * cells[c].Length) : lefts[c], 100 + (Pitch * r), cells[c]);
            }
        }

        return drawn;
    }

    [Fact]
    public void A_group_close_over_its_labels_is_a_level_of_its_own() =>
        Assert.Equal("Aligned [收入|<|支出|<\n 项目|决算数|项目|决算数\n 拨款|10,000.00|教育|50,000.00\n 事业|20,000.00|科技|60,000.00\n 总计|30,000.00|总计|110,000.00]",
            Close([50, 140, 230, 320], [0, 210, 0, 390], "收入||支出|", "项目|决算数|项目|决算数", "拨款|10,000.00|教育|50,000.00", "事业|20,000.00|科技|60,000.00", "总计|30,000.00|总计|110,000.00").Shown());

    [Fact]
    public void Rows_without_figures_are_not_the_beginning_of_the_total_below() =>
        Assert.Equal("Aligned [项目|预算数|合计\n 一般公共预算拨款|318.46|318.46\n 政府性基金预算拨款||\n 国有资本经营预算拨款||\n 收入合计|318.46|318.46]",
            Close([50, 160, 230], [0, 220, 290], "项目|预算数|合计", "一般公共预算拨款|318.46|318.46", "政府性基金预算拨款||", "国有资本经营预算拨款||", "收入合计|318.46|318.46").Shown());

    [Fact]
    public void One_label_that_touches_a_figure_begins_where_the_header_does() =>
        Assert.Equal("Aligned [收入|<|支出|<\n 项目|决算数|项目|决算数\n 拨款|318.46|教育支出|455.75]",
            Close([50, 120, 180, 240], [0, 180, 0, 300], "收入||支出|", "项目|决算数|项目|决算数", "拨款|318.46|教育支出|455.75").Shown());

    [Fact]
    public void The_unit_behind_a_figure_is_no_column() =>
        Assert.DoesNotContain("|万元", Close([50, 120, 180, 240], [0, 180, 0, 300], "项目|数||数", "拨款|318.46|万元|455.75", "事业|418.46|万元|555.75", "总计|736.92|万元|955.75").Shown(), StringComparison.Ordinal);

    [Fact]
    public void Wrapped_labels_that_touch_are_labels_of_their_own_columns() =>
        Assert.Equal("Aligned [项目|总计|一般公共预算/拨款|政府性基金预/算拨款|国有资本经营/预算拨款\n 货物|12.30|12.30||1.00\n 工程|64.50|64.50||2.00\n 服务|186.00|186.00||3.00]",
            Close([50, 100, 140, 200, 260], [0, 140, 200, 260, 325], "||一般公共预算|政府性基金预|国有资本经营", "||拨款|算拨款|预算拨款", "货物|12.30|12.30||1.00", "工程|64.50|64.50||2.00", "服务|186.00|186.00||3.00")
                .Text(50, 100 + (Pitch / 2), "项目").Text(100, 100 + (Pitch / 2), "总计").Shown());

    [Fact]
    public void A_group_over_columns_that_touch_is_not_cut() =>
        Assert.Equal("Aligned [科目|一般公共预算支出|<|<\n ^|合计|基本支出|项目支出\n 教育|12.30|12.30|1.00\n 科技|64.50|64.50|1.00\n 文化|186.00|186.00|1.00]",
            Close([50, 100, 153, 206], [0, 153, 206, 259], "|一般公共预算支出||", "|合计|基本支出|项目支出", "教育|12.30|12.30|1.00", "科技|64.50|64.50|1.00", "文化|186.00|186.00|1.00")
                .Text(50, 100 + (Pitch / 2), "科目").Shown());

    [Fact]
    public void Wide_digits_that_are_wrapped_are_one_figure() =>
        Assert.Equal("Aligned [预算数|决算数|差额\n ３１８．４/６|４５５．７/５|１３７．２/９]", new Drawn()
            .Text(50, 80, "预算数").Text(120, 80, "决算数").Text(190, 80, "差额").Text(50, 100, "３１８．４").Text(120, 100, "４５５．７").Text(190, 100, "１３７．２")
            .Text(90, 112, "６").Text(160, 112, "５").Text(230, 112, "９").Shown());

    [Fact]
    public void A_year_and_its_word_are_one_label() =>
        Assert.Equal("Aligned [科目|2025年|2026年\n 教育|12.30|12.30\n 科技|64.50|64.50\n 文化|186.00|186.00]",
            Close([50, 100, 170], [0, 150, 220], "科目||", "教育|12.30|12.30", "科技|64.50|64.50", "文化|186.00|186.00").Text(100, 100, "2025").Text(122.8, 100, "年").Text(170, 100, "2026").Text(192.8, 100, "年").Shown());
}
