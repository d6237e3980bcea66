namespace Mingzhang.Tests.Pdf.Layout;

/// <summary>成表：rulings to cells, with and without all of their lines.</summary>
public class TableTests
{
    private static readonly double[] Three = [50, 150, 250, 350];

    [Fact]
    public void A_header_of_three_levels_spans_both_ways()
    {
        var drawn = new Drawn();
        double[] xs = [50, 80, 110, 140, 240, 340, 440];
        foreach (var y in new[] { 100, 160, 180, 200 })
        {
            drawn.Across(y, 50, 440);
        }

        drawn.Across(120, 50, 240).Across(120, 340, 440).Across(140, 50, 140);
        drawn.Down(50, 100, 200).Down(80, 140, 200).Down(110, 140, 200).Down(140, 120, 200).Down(240, 100, 200).Down(340, 100, 200).Down(440, 100, 200);
        drawn.Text(120, 113, "项目").Text(260, 133, "合计").Text(360, 113, "其中").Text(55, 133, "科目编码").Text(170, 145, "科目名称").Text(360, 145, "基本支出")
            .Texts(xs, 140, "类|款|项").Texts(xs, 160, "205|01|02|行政运行|10.00|10.00", "205|||教育支出|20.00|");
        Assert.Equal("[项目|<|<|<|合计|其中\n 科目编码|<|<|科目名称|^|基本支出\n 类|款|项|^|^|^\n 205|01|02|行政运行|10.00|10.00\n 205|||教育支出|20.00|]", drawn.Shown());
    }

    [Fact]
    public void Lines_drawn_cell_by_cell_doubled_and_broken_are_one()
    {
        var drawn = new Drawn().Texts(Three, 100, "甲|1.00|2.00", "乙|3.00|4.00");
        for (var r = 0; r < 2; r++)
        {
            for (var c = 0; c < 3; c++)
            {
                var (x, y) = (Three[c] + 0.4, 100 + (20 * r) + 0.4);
                drawn.Table([x, x + 99.2], [y, y + 19.2]);
            }
        }

        Assert.Equal("[甲|1.00|2.00\n 乙|3.00|4.00]", drawn.Shown());
    }

    [Fact]
    public void Title_and_unit_line_stand_above_the_note_below() =>
        Assert.Equal("!收入预算总表\n编制部门：某局  单位：元\n[项目|合计|备注\n ||]\n注：本表为空表。", new Drawn().Text(160, 80, "收入预算总表", 14).Text(50, 95, "编制部门：某局").Text(310, 95, "单位：元")
            .Rows(Three, 100, "项目|合计|备注", "||").Text(50, 155, "注：本表为空表。").Shown());

    [Fact]
    public void A_note_inside_an_empty_table_is_a_cell_across_it()
    {
        var drawn = new Drawn().Table(Three, [100, 120]).Across(140, 50, 350).Across(160, 50, 350).Down(50, 120, 160).Down(350, 120, 160);
        Assert.Equal("[项目|合计|备注\n 注：本单位无此项支出|<|<\n |<|<]", drawn.Texts(Three, 100, "项目|合计|备注", "注：本单位无此项支出").Shown());
    }

    [Fact]
    public void A_label_split_by_a_line_is_two_cells() =>
        Assert.Equal("[功能分类|合计\n 科目编码|1.00]", new Drawn().Rows([50, 150, 250], 100, "功能分类|合计", "科目编码|1.00").Shown());

    [Fact]
    public void A_word_that_reaches_over_a_border_stays_whole() =>
        Assert.Equal("[一般公共服务支出||1.00\n 乙|2.00|]", new Drawn().Rows([50, 110, 250, 350], 100, "一般公共服务支出||1.00", "乙|2.00|").Shown());

    [Fact]
    public void Two_tables_side_by_side_in_one_grid_keep_their_columns() =>
        Assert.Equal("[收入|金额|支出|金额\n 一、拨款|1.00|二、外交|2.00]", new Drawn().Rows([50, 130, 200, 280, 350], 100, "收入|金额|支出|金额", "一、拨款|1.00|二、外交|2.00").Shown());

    [Fact]
    public void Text_of_one_cell_has_its_lines_and_stacked_characters_are_a_word()
    {
        var drawn = new Drawn().Table([50, 70, 150, 250], [100, 160]).Text(55, 115, "小").Text(55, 130, "计").Text(80, 115, "附属单位").Text(80, 130, "上缴收入").Text(160, 120, "1.00");
        Assert.Equal("[小计|附属单位/上缴收入|1.00]", drawn.Shown());
    }

    [Fact]
    public void Sides_without_a_border_are_completed()
    {
        var drawn = new Drawn().Texts(Three, 100, "甲|1.00|2.00", "乙|3.00|4.00").Across(100, 50, 350).Across(120, 50, 350).Across(140, 50, 350).Down(150, 100, 140).Down(250, 100, 140);
        Assert.Equal("[甲|1.00|2.00\n 乙|3.00|4.00]", drawn.Shown());
    }

    [Fact]
    public void One_missing_border_does_not_lose_a_cell()
    {
        var drawn = new Drawn().Texts(Three, 100, "甲|1.00|2.00", "乙|3.00|4.00", "丙|5.00|6.00").Across(100, 50, 350).Across(120, 50, 350).Across(140, 50, 350).Across(160, 50, 350);
        drawn.Down(50, 100, 120).Down(50, 140, 160).Down(150, 100, 160).Down(250, 100, 160).Down(350, 100, 160);
        Assert.Equal("[甲|1.00|2.00\n 乙|3.00|4.00\n 丙|5.00|6.00]", drawn.Shown());
    }

    [Fact]
    public void A_table_of_horizontal_lines_takes_its_columns_from_the_figures()
    {
        var drawn = new Drawn().Texts(Three, 100, "项目|本年|上年", "甲|1.00|2.00", "乙|3.00|4.00").Across(100, 50, 350).Across(120, 50, 350).Across(160, 50, 350);
        Assert.Equal("Striped [项目|本年|上年\n 甲|1.00|2.00\n 乙|3.00|4.00]", drawn.Shown());
    }

    [Fact]
    public void A_frame_whose_rows_are_not_divided_takes_them_from_the_figures()
    {
        var drawn = new Drawn().Texts(Three, 100, "项目|本年|上年", "甲|1.00|2.00", "乙|3.00|4.00", "丙|5.00|6.00").Table(Three, [100, 120, 180]);
        Assert.Equal("Striped [项目|本年|上年\n 甲|1.00|2.00\n 乙|3.00|4.00\n 丙|5.00|6.00]", drawn.Shown());
    }

    [Fact]
    public void Without_lines_columns_of_figures_are_a_guess_and_marked() =>
        Assert.Equal("Aligned [项目|本年|上年\n 甲|1.00|2.00\n 乙|3.00|4.00\n 丙|5.00|6.00]", new Drawn().Texts(Three, 100, "项目|本年|上年", "甲|1.00|2.00", "乙|3.00|4.00", "丙|5.00|6.00").Shown());

    [Fact]
    public void Wrapped_labels_and_tight_columns_without_lines_are_rows_of_one_table()
    {
        var drawn = new Drawn().Text(50, 100, "科目").Text(92, 100, "名称").Text(153, 100, "合计").Text(184, 100, "基本支出");
        for (var i = 0; i < 3; i++)
        {
            drawn.Text(50, 127 + (30 * i), "20101").Text(80, 120 + (30 * i), "名称很长的").Text(80, 134 + (30 * i), "科目").Text(143, 127 + (30 * i), "100.00").Text(178, 127 + (30 * i), "60.00");
        }

        Assert.Equal("Aligned [科目|名称|合计|基本支出\n 20101|名称很长的/科目|100.00|60.00\n 20101|名称很长的/科目|100.00|60.00\n 20101|名称很长的/科目|100.00|60.00]", drawn.Shown());
    }

    [Fact]
    public void A_page_set_sideways_is_read_as_it_is_held()
    {
        var drawn = new Drawn();
        foreach (var x in new[] { 100, 120, 140, 160 })
        {
            drawn.Down(x, 200, 600);
        }

        foreach (var y in new[] { 200, 400, 600 })
        {
            drawn.Across(y, 100, 160);
        }

        drawn.Upwards(80, 500, "部门收入预算总表").Upwards(105, 595, "项目名称").Upwards(105, 395, "本年预算").Upwards(125, 595, "一般公共预算").Upwards(125, 395, "1,234.00").Upwards(145, 595, "合计").Upwards(145, 395, "1,234.00");
        Assert.Equal("部门收入预算总表\n[项目名称|本年预算\n 一般公共预算|1,234.00\n 合计|1,234.00]", drawn.Shown());
        var page = Mingzhang.Pdf.Layout.DocumentLayout.Of([drawn.Page()])[0];
        Assert.Equal(new Mingzhang.Pdf.Layout.Area(100, 200, 160, 600), page.Seen(page.Blocks[1].Area));
    }

    [Fact]
    public void A_list_with_numbers_in_its_sentences_is_no_table() =>
        Assert.DoesNotContain("[", new Drawn().Text(50, 100, "行政单位 1 家，预算 12.50 万元。").Text(50, 120, "事业单位 4 家，预算 32.50 万元。").Text(50, 140, "其他单位 2 家，合计 1,045.00 万元，详见附表。").Shown(), StringComparison.Ordinal);

    [Fact]
    public void A_list_of_contents_is_no_table() =>
        Assert.DoesNotContain("[", new Drawn().Texts([50, 400], 100, "一、概况|1", "二、预算|3", "三、说明|5", "四、附件|12").Shown(), StringComparison.Ordinal);

    [Fact]
    public void Frames_underlines_and_page_borders_are_no_tables()
    {
        var drawn = new Drawn().Table([20, 575], [20, 822]).Table([100, 300], [100, 150]).Text(110, 130, "框中的话").Text(100, 200, "重点").Across(202, 100, 120).Across(50, 60, 535);
        Assert.Equal("框中的话\n重点", drawn.Shown());
    }

    [Fact]
    public void Tables_apart_are_two_and_tables_that_touch_keep_their_own_columns()
    {
        Assert.Equal("[甲|1.00\n 乙|2.00]\n[丙|3.00\n 丁|4.00]", new Drawn().Rows([50, 150, 250], 100, "甲|1.00", "乙|2.00").Rows([50, 150, 250], 160, "丙|3.00", "丁|4.00").Shown());
        Assert.Equal("[甲|1.00|\n 乙|2.00|\n 丙|3.00|4.00]", new Drawn().Rows([50, 150, 250], 100, "甲|1.00", "乙|2.00").Rows([50, 150, 250, 400], 140, "丙|3.00|4.00").Shown());
    }

    [Fact]
    public void Pages_full_of_lines_and_figures_are_laid_out_in_bounded_time()
    {
        var drawn = new Drawn(height: 200_000);
        for (var i = 0; i < 20_000; i++)
        {
            drawn.Text(50, 10 * i, "20101").Text(150, 10 * i, "1.00").Across(10 * i, 40, 300 + (i % 7)).Down(40 + (i % 500), 10 * i, (10 * i) + 9);
        }

        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(drawn.Shown());
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }
}
