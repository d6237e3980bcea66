namespace Mingzhang.Tests.Pdf.Layout;

/// <summary>成行：glyphs to lines and their text.</summary>
public class LineTests
{
    [Fact]
    public void Letters_set_wide_are_one_word()
    {
        Assert.Equal("收、支总计", new Drawn().Text(50, 100, "收、支总计", spacing: 6).Shown());
        Assert.Equal("本年收入2940.05万元", new Drawn().Text(50, 100, "本 年 收 入 2 9 4 0 . 0 5 万 元").Shown());
    }

    [Fact]
    public void A_gap_is_a_blank_and_a_wide_one_two() =>
        Assert.Equal("编制部门：某局  单位：万元", new Drawn().Text(50, 100, "编制部门：某局").Text(450, 100, "单位：万元").Shown());

    [Fact]
    public void A_little_air_between_Chinese_and_digits_is_no_blank() =>
        Assert.Equal("增长17.31%", new Drawn().Text(50, 100, "增长").Text(72.5, 100, "17.31%").Shown());

    [Fact]
    public void Neighbouring_numbers_stay_apart() =>
        Assert.Equal("100.00 200.00", new Drawn().Text(50, 100, "100.00").Text(83, 100, "200.00").Shown());

    [Fact]
    public void What_is_drawn_twice_for_weight_or_shadow_stands_once()
    {
        Assert.Equal("合计11.00", new Drawn().Text(50, 100, "合计11.00").Text(50.3, 100, "合计11.00").Shown());
        Assert.Equal("合计11.00", new Drawn().Text(50, 100, "合计11.00").Text(51, 101, "合计11.00").Shown());
    }

    [Fact]
    public void A_superscript_stands_in_its_line_and_mixed_sizes_share_one() =>
        Assert.Equal("面积100m2以上", new Drawn().Text(50, 100, "面积100m").Text(90, 96, "2", 6).Text(93, 100, "以上", 12).Shown());

    [Fact]
    public void Lines_come_from_top_to_bottom_whatever_the_order_of_drawing() =>
        Assert.Equal("一\n二\n三", new Drawn().Text(50, 150, "三").Text(50, 100, "一").Text(50, 125, "二").Shown());

    [Fact]
    public void Turned_text_reads_in_its_own_direction() =>
        Assert.Equal("支出合计", new Drawn().Upwards(50, 300, "支出合计").Shown());

    [Fact]
    public void Leader_dots_stay() =>
        Assert.Equal("一、主要职能……………3", new Drawn().Text(50, 100, "一、主要职能……………3").Shown());

    [Fact]
    public void Nonsense_geometry_does_no_harm()
    {
        var glyph = new Mingzhang.Pdf.PdfGlyph("字", double.NaN, 1, 2, 10, new Mingzhang.Pdf.PdfFontFace("", false), true);
        var page = new Mingzhang.Pdf.PdfPage(1, 595, 842, [glyph, glyph with { Left = 5, Size = 0 }, glyph with { Left = 1e300 }, glyph with { Left = 9 }], [new(double.NaN, 0, 1, 0, 1), new(0, 5, 1e300, 5, 1), new(5, 5, 5, 5, 0)], 0);
        Assert.Contains("字", Drawn.Show(page), StringComparison.Ordinal);
    }
}
