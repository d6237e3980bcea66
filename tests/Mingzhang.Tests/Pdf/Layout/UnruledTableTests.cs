namespace Mingzhang.Tests.Pdf.Layout;

/// <summary>缺线的表：columns, wrapped labels and headers from the places of words alone, or with few lines.</summary>
public class UnruledTableTests
{
    private static readonly string[] Labels = ["合计", "行政运行", "档案馆", "住房公积金"];

    // Labels at the left, figures that end at the same place, so close that columns nearly touch.
    private static Drawn Rows(Drawn drawn, double top, params double[] rights)
    {
        for (var r = 0; r < Labels.Length; r++)
        {
            drawn.Text(50, top + (20 * r), Labels[r]);
            for (var c = 0; c < rights.Length; c++)
            {
                Figure(drawn, rights[c], top + (20 * r), $"{(r * 1000) + (c * 100) + 1:N2}");
            }
        }

        return drawn;
    }

    private static Drawn Figure(Drawn drawn, double right, double baseline, string figure) => drawn.Text(right - (5 * figure.Length), baseline, figure);

    private static string Body(int columns) => string.Join("\n ", Labels.Select((l, r) => l + string.Concat(Enumerable.Range(0, columns).Select(c => $"|{(r * 1000) + (c * 100) + 1:N2}"))));

    [Fact]
    public void Columns_that_nearly_touch_and_their_labels_are_apart() =>
        Assert.Equal("Aligned [科目|基本支出|项目支出\n " + Body(2) + "]", Rows(new Drawn().Text(50, 80, "科目").Text(160, 80, "基本支出").Text(204, 80, "项目支出"), 100, 200, 244).Shown());

    [Fact]
    public void A_label_in_the_middle_over_several_columns_spans_them() =>
        Assert.Equal("Aligned [科目|合计|其中|<|<\n ^|^|基本|项目|其他\n " + Body(4) + "]", Rows(
            new Drawn().Text(60, 70, "科目").Text(165, 70, "合计").Text(325, 60, "其中").Text(245, 80, "基本").Text(325, 80, "项目").Text(405, 80, "其他"), 100, 195, 275, 355, 435).Shown());

    [Fact]
    public void A_label_that_begins_its_columns_spans_them() =>
        Assert.Equal("Aligned [收入|<|支出|<\n 项目|决算数|项目|决算数\n 拨款|10,000.00|教育|50,000.00\n 事业|20,000.00|科技|60,000.00\n 其他|30,000.00||\n 总计|60,000.00|总计|11,000.00]", new Drawn()
            .Texts([47, 147, 247, 347], 50, "收入||支出|", "项目|决算数|项目|决算数", "拨款|10,000.00|教育|50,000.00", "事业|20,000.00|科技|60,000.00", "其他|30,000.00||", "总计|60,000.00|总计|11,000.00").Shown());

    [Fact]
    public void Labels_of_three_lines_with_their_figures_in_the_middle_are_one_row()
    {
        var drawn = new Drawn().Text(50, 80, "科目").Text(160, 80, "金额").Text(220, 80, "其他");
        for (var r = 0; r < 3; r++)
        {
            var y = 100 + (60 * r);
            drawn.Text(50, y, "名称很长").Text(50, y + 14, "要写三行").Text(50, y + 28, "的科目");
            Figure(Figure(drawn, 180, y + 14, "12.00"), 240, y + 14, "3.00");
        }

        Assert.Equal("Aligned [科目|金额|其他" + string.Concat(Enumerable.Repeat("\n 名称很长/要写三行/的科目|12.00|3.00", 3)) + "]", drawn.Shown());
    }

    [Fact]
    public void A_column_without_figures_keeps_its_place()
    {
        var drawn = Rows(new Drawn().Text(50, 80, "科目").Text(160, 80, "金额").Text(220, 80, "空栏").Text(290, 80, "其他").Text(350, 80, "备注"), 100, 195, 325);
        Assert.Equal("Aligned [科目|金额|空栏|其他|备注\n " + string.Join("\n ", Labels.Select((l, r) => $"{l}|{(r * 1000) + 1:N2}||{(r * 1000) + 101:N2}|")) + "]", drawn.Shown());
    }

    [Fact]
    public void Rows_without_figures_at_the_end_belong_to_the_table() =>
        Assert.Equal("Aligned [科目|金额\n " + Body(1) + "\n 其他支出\n 结余]\n注：以上为初步数。", Rows(new Drawn().Text(50, 80, "科目").Text(160, 80, "金额"), 100, 195).Text(50, 180, "其他支出").Text(50, 200, "结余").Text(50, 220, "注：以上为初步数。").Shown()
            .Replace("其他支出|", "其他支出", StringComparison.Ordinal).Replace("结余|", "结余", StringComparison.Ordinal));

    [Fact]
    public void Titles_stand_between_tables_and_not_in_them()
    {
        var drawn = Rows(new Drawn().Text(190, 40, "收入表", 14).Text(300, 60, "单位：元").Text(50, 80, "科目").Text(160, 80, "金额").Text(300, 80, "其他"), 100, 200, 340);
        Rows(drawn.Text(190, 200, "支出表", 14).Text(300, 220, "单位：元").Text(50, 240, "科目").Text(160, 240, "金额").Text(300, 240, "其他"), 260, 200, 340);
        var table = "Aligned [科目|金额|其他\n " + Body(2) + "]";
        Assert.Equal($"!收入表\n单位：元\n{table}\n!支出表\n单位：元\n{table}", drawn.Shown());
    }

    [Fact]
    public void A_label_close_behind_figures_is_in_the_next_column() =>
        Assert.Equal("Aligned [收入|数|支出|数\n 拨款|318.46|教育支出|5.00\n 事业|593.04|科技支出|6.00\n 其他|867.62|文化支出|7.00]", new Drawn()
            .Text(50, 80, "收入").Text(130, 80, "数").Text(150, 80, "支出").Text(230, 80, "数")
            .Text(50, 100, "拨款").Text(120, 100, "318.46教育支出").Text(225, 100, "5.00").Text(50, 120, "事业").Text(120, 120, "593.04科技支出").Text(225, 120, "6.00")
            .Text(50, 140, "其他").Text(120, 140, "867.62文化支出").Text(225, 140, "7.00").Shown());

    [Fact]
    public void A_table_of_three_lines_takes_rows_and_columns_from_its_words()
    {
        var drawn = Rows(new Drawn().Text(50, 70, "科目").Text(192, 60, "其中").Text(160, 80, "基本").Text(215, 80, "项目"), 100, 200, 250);
        Assert.Equal("Striped [科目|其中|<\n ^|基本|项目\n " + Body(2) + "]", drawn.Across(48, 45, 260).Across(88, 45, 260).Across(170, 45, 260).Shown());
    }

    [Fact]
    public void Vertical_lines_that_are_missing_are_taken_from_the_words()
    {
        var drawn = Rows(new Drawn().Text(50, 80, "科目").Text(165, 80, "基本").Text(212, 80, "项目"), 100, 200, 244).Down(120, 66, 166);
        for (var y = 66; y <= 166; y += 20)
        {
            drawn.Across(y, 45, 260);
        }

        Assert.Equal("Striped [科目|基本|项目\n " + Body(2) + "]", drawn.Shown());
    }

    [Fact]
    public void Contents_lists_and_signatures_are_no_tables()
    {
        Assert.DoesNotContain("[", new Drawn().Text(50, 100, "一、概况……………………1").Text(50, 120, "二、预算…………  …………3").Text(50, 140, "三、说明 . . . . . . . . .  5").Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain("[", new Drawn().Text(50, 100, "联系人：甲").Text(250, 100, "电话：12345678").Text(50, 120, "地址：某路 1 号").Text(250, 120, "邮编：400000").Text(250, 150, "2026 年 2 月 1 日").Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain("[", new Drawn().Text(70, 100, "2025 年收入 12.50 万元，比上年增加 1.20 万元").Text(50, 120, "增长 10.6%。支出 11.30 万元，减少 0.20 万元，").Text(50, 140, "下降 1.7%。其中人员 8.10 万元，公用 3.20 万元。").Shown(), StringComparison.Ordinal);
    }
}
