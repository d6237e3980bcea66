namespace Mingzhang.Tests.Pdf.Layout;

/// <summary>分段：which line goes on with the one above.</summary>
public class ParagraphTests
{
    private const string Line = "本部门收入预算按照有关规定编制并且依法公开接受社会监督"; // 27 characters
    private const string First = "本部门收入预算按照有关规定编制并且依法公开接受社会"; // 25

    private static Drawn Body()
    {
        var drawn = new Drawn();
        for (var i = 0; i < 3; i++)
        {
            drawn.Text(94, 100 + (60 * i), First, 12).Text(70, 120 + (60 * i), Line, 12).Text(70, 140 + (60 * i), Line, 12);
        }

        return drawn;
    }

    private static string After(string text, double x = 70, double size = 12, bool bold = false, double gap = 20) => Body().Text(x, 260 + gap, text, size, bold).Shown().Split('\n')[^1];

    [Fact]
    public void An_indented_line_begins_and_the_others_go_on() =>
        Assert.Equal(string.Join('\n', Enumerable.Repeat($"{First}\n+{Line}\n+{Line}", 3)), Body().Shown());

    [Fact]
    public void A_line_behind_a_full_one_goes_on_unless_it_is_of_another_kind()
    {
        Assert.Equal("+其余。", After("其余。"));
        Assert.Equal("其余。", After("其余。", x: 94));
        Assert.Equal("!二、其余", After("二、其余", bold: true));
        Assert.Equal("!其余", After("其余", size: 16));
        Assert.Equal("（二）其余", After("（二）其余"));
        Assert.Equal("2.其余", After("2.其余"));
        Assert.Equal("+2.5万元。", After("2.5万元。"));
        Assert.Equal("其余。", After("其余。", gap: 60));
    }

    [Fact]
    public void A_line_that_ended_early_ends_its_paragraph() =>
        Assert.EndsWith("+短短的一行。\n另一段不缩进的话", Body().Text(70, 280, "短短的一行。", 12).Text(70, 300, "另一段不缩进的话", 12).Shown(), StringComparison.Ordinal);

    [Fact]
    public void A_number_that_did_not_fit_leaves_its_line_short() =>
        Assert.EndsWith("\n+24458.43万元。", Body().Text(94, 280, First[..^3], 12).Text(70, 300, "24458.43万元。", 12).Shown(), StringComparison.Ordinal);

    [Fact]
    public void A_heading_wrapped_to_the_middle_is_one() =>
        Assert.EndsWith("!第三部分某市某局2025年部门预算执行情况\n+说明", Body().Text(82, 290, "第三部分某市某局2025年部门预算执行情况", 16, bold: true).Text(216, 314, "说明", 16, bold: true).Shown(), StringComparison.Ordinal);

    [Fact]
    public void Lines_in_the_middle_are_headings() =>
        Assert.Equal("!支出总表", After("支出总表", x: 208));
}
