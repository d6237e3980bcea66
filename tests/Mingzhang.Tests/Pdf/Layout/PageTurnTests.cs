namespace Mingzhang.Tests.Pdf.Layout;

/// <summary>翻页：what goes on at the next page.</summary>
public class PageTurnTests
{
    private static readonly double[] Three = [50, 150, 250, 350];

    [Fact]
    public void A_table_goes_on_with_and_without_its_header()
    {
        var first = new Drawn().Rows(Three, 700, "项目|本年|上年", "甲|1.00|2.00").Text(290, 800, "1").Page(1);
        Assert.Equal("[项目|本年|上年\n 甲|1.00|2.00]\n#1\ncontinues [乙|3.00|4.00]\n#2", Drawn.Show(first, new Drawn().Rows([51, 152, 249, 351], 70, "乙|3.00|4.00").Text(290, 800, "2").Page(2)));
        Assert.Equal("[项目|本年|上年\n 甲|1.00|2.00]\n#1\ncontinues [项目|本年|上年\n 乙|3.00|4.00]", Drawn.Show(first, new Drawn().Rows(Three, 70, "项目|本年|上年", "乙|3.00|4.00").Page(2)));
    }

    [Fact]
    public void Text_between_or_other_columns_begin_a_new_table()
    {
        var first = new Drawn().Rows(Three, 700, "项目|本年|上年", "甲|1.00|2.00").Page(1);
        Assert.DoesNotContain("continues", Drawn.Show(first, new Drawn().Text(50, 60, "支出总表").Rows(Three, 70, "乙|3.00|4.00").Page(2)), StringComparison.Ordinal);
        Assert.DoesNotContain("continues", Drawn.Show(first, new Drawn().Rows([50, 100, 200, 350], 70, "乙|3.00|4.00").Page(2)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_printed_again_above_its_table_is_furniture() =>
        Assert.Equal("支出总表\n[甲|1.00|2.00]\n#支出总表\ncontinues [乙|3.00|4.00]", Drawn.Show(new Drawn().Text(50, 90, "支出总表").Rows(Three, 100, "甲|1.00|2.00").Page(1), new Drawn().Text(50, 90, "支出总表").Rows(Three, 100, "乙|3.00|4.00").Page(2)));

    [Fact]
    public void A_last_row_with_merged_cells_takes_the_columns_of_its_table() =>
        Assert.Equal("[类|款|名称|1.00]\ncontinues [合计|<|<|9.00]", Drawn.Show(new Drawn().Rows([50, 80, 110, 250, 350], 700, "类|款|名称|1.00").Page(1), new Drawn().Rows([50, 250, 350], 70, "合计|9.00").Page(2)));

    [Fact]
    public void A_table_whose_first_page_has_fewer_columns_takes_those_of_the_second() =>
        Assert.Equal("[项目|<|本年\n 甲|<|1.00]\ncontinues [乙|其中|2.00]", Drawn.Show(new Drawn().Rows([50, 250, 350], 700, "项目|本年", "甲|1.00").Page(1), new Drawn().Rows([50, 150, 250, 350], 70, "乙|其中|2.00").Page(2)));

    [Fact]
    public void A_row_broken_over_two_pages_is_one_again()
    {
        var first = new Drawn().Rows(Three, 700, "甲|完成全部年度的各项|1.00").Page(1);
        Assert.Equal("[甲|完成全部年度的各项/培训任务。|1.00]\ncontinues [乙|另一项|2.00]", Drawn.Show(first, new Drawn().Rows(Three, 70, "|培训任务。|", "乙|另一项|2.00").Page(2)));
        Assert.Equal("[甲|完成全部年度的各项/培训任务。|1.00]", Drawn.Show(first, new Drawn().Rows(Three, 70, "|培训任务。|").Page(2)));
    }

    [Fact]
    public void A_row_without_a_lower_line_goes_on_below_the_repeated_header()
    {
        var first = new Drawn().Rows(Three, 700, "项目|说明|金额").Down(50, 720, 780).Down(150, 720, 780).Down(250, 720, 780).Down(350, 720, 780).Texts(Three, 720, "甲|用于培训|1.00").Text(153, 750, "和");
        Assert.Equal("[项目|说明|金额\n 甲|用于培训/和/会议|1.00]\ncontinues [项目|说明|金额\n 乙|另一项|2.00]", Drawn.Show(first.Page(1), new Drawn().Rows(Three, 70, "项目|说明|金额", "|会议|", "乙|另一项|2.00").Page(2)));
    }

    [Fact]
    public void A_row_of_its_own_is_not_taken_for_the_rest_of_one()
    {
        var first = new Drawn().Rows(Three, 700, "甲|短|1.00").Page(1);
        Assert.Equal("[甲|短|1.00]\ncontinues [|其中|]", Drawn.Show(first, new Drawn().Rows(Three, 70, "|其中|").Page(2)));
        var full = new Drawn().Rows(Three, 700, "甲|完成全部年度的任务|1.00").Page(1);
        Assert.Equal("[甲|完成全部年度的任务|1.00]\ncontinues [|另一项任务|2.00]", Drawn.Show(full, new Drawn().Rows(Three, 70, "|另一项任务|2.00").Page(2)));
    }

    [Fact]
    public void A_page_number_does_not_part_a_sentence()
    {
        const string Full = "收支预算总计各增加三千六百万元比上年增加了很多的钱，增长";
        var first = new Drawn();
        for (var i = 0; i < 6; i++)
        {
            first.Text(70, 600 + (20 * i), Full, 12).Text(94, 100 + (20 * i), Full[..^2], 12);
        }

        var second = new Drawn().Text(70, 80, "17.31%。主要原因是人员经费增加。", 12).Text(290, 800, "- 4 -");
        Assert.EndsWith("+" + Full + "\n#- 3 -\n+17.31%。主要原因是人员经费增加。\n#- 4 -", Drawn.Show(first.Text(290, 800, "- 3 -").Page(3), second.Page(4)), StringComparison.Ordinal);
    }

    [Fact]
    public void Heads_that_stand_on_several_pages_are_furniture()
    {
        var pages = Enumerable.Range(1, 4).Select(n => new Drawn().Text(200, 50, "某局部门预算公开").Text(70, 100 + n, $"第{n}段的话。").Text(280, 810, $"第 {n} 页 共 4 页").Page(n)).ToArray();
        Assert.Equal(string.Join('\n', Enumerable.Range(1, 4).Select(n => $"#某局部门预算公开\n第{n}段的话。\n#第 {n} 页共 4 页")), Drawn.Show(pages));
    }
}
