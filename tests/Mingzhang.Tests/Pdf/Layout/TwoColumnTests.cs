namespace Mingzhang.Tests.Pdf.Layout;

/// <summary>分栏：text in two columns, a table beside text, and sheets that are cut sideways.</summary>
public class TwoColumnTests
{
    private const string Sentence = "本部门预算依法公开，接受社会监督，";

    [Fact]
    public void Text_in_two_columns_is_read_one_after_the_other()
    {
        var drawn = new Drawn();
        for (var i = 0; i < 7; i++)
        {
            drawn.Text(60, 100 + (18 * i), i + Sentence).Text(320, 100 + (18 * i), (char)('a' + i) + Sentence);
        }

        var left = string.Join('\n', Enumerable.Range(0, 7).Select(i => (i == 0 ? "" : "+") + i + Sentence));
        var right = string.Join('\n', Enumerable.Range(0, 7).Select(i => "+" + (char)('a' + i) + Sentence));
        Assert.Equal(left + "\n" + right, drawn.Shown());
    }

    [Fact]
    public void A_table_beside_text_is_not_mixed_with_it()
    {
        var drawn = new Drawn();
        for (var i = 0; i < 9; i++)
        {
            drawn.Text(60, 100 + (18 * i), Sentence);
        }

        for (var i = 0; i < 4; i++)
        {
            drawn.Text(320, 100 + (24 * i), i == 0 ? "科目" : "项目" + i).Text(450, 100 + (24 * i), i == 0 ? "金额" : $"{i}.00");
        }

        Assert.Equal(Sentence + string.Concat(Enumerable.Repeat("\n+" + Sentence, 8)) + "\nAligned [科目|金额\n 项目1|1.00\n 项目2|2.00\n 项目3|3.00]", drawn.Shown());
    }

    [Fact]
    public void A_sheet_cut_sideways_is_joined_where_its_rows_are_the_same()
    {
        double[] wide = [50, 250, 400, 560];
        double[] rest = [50, 200, 350];
        var first = new Drawn().Text(250, 80, "收支总表").Rows(wide, 100, "项目|本年|上年", "甲|1.00|2.00", "乙|3.00|4.00").Page(1);
        Assert.Equal("收支总表\n[项目|本年|上年|前年|增减\n 甲|1.00|2.00|5.00|6.00\n 乙|3.00|4.00|7.00|8.00]", Drawn.Show(first, new Drawn().Rows(rest, 100, "前年|增减", "5.00|6.00", "7.00|8.00").Page(2)));
        Assert.Contains("\n[前年", Drawn.Show(first, new Drawn().Rows(rest, 100, "前年|增减", "5.00|6.00", "7.00|8.00", "9.00|9.00").Page(2)), StringComparison.Ordinal);
        Assert.Contains("\n[丙", Drawn.Show(first, new Drawn().Rows(rest, 100, "丙|6.00", "丁|8.00", "戊|1.00").Page(2)), StringComparison.Ordinal);
    }
}
