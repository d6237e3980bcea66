using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Mingzhang.Charts;

namespace Mingzhang.Tests.Charts;

public class ChartTests
{
    private const string Hostile = "</svg><script>alert('x')</script>&\"\u202e\0";

    private static ChartFrame Frame => new("c1", Hostile, Markup.Html($"{Hostile}"), "表格", ["名称", "数"]);

    public static TheoryData<string> All => ["bars", "waterfall", "dumbbell", "sankey", "treemap", "bullet", "peers", "line", "stack", "calendar"];

    [Theory]
    [MemberData(nameof(All))]
    public void A_chart_stays_within_its_limits_whatever_is_drawn(string kind)
    {
        var chart = Draw(kind, 500);
        var svg = chart[chart.IndexOf("<svg", StringComparison.Ordinal)..(chart.IndexOf("</svg>", StringComparison.Ordinal) + 6)];
        Assert.InRange(Encoding.UTF8.GetByteCount(svg), 1, ChartFigure.MostBytes);
        Assert.InRange(XElement.Parse(svg).Descendants().Count(), 1, ChartFigure.MostMarks);
        Assert.Equal(500, chart.Split("<tr>").Length - 2);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_put_into_a_chart_is_text(string kind)
    {
        var chart = Draw(kind, 3);
        Assert.DoesNotContain("<script", chart, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", chart, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', chart);
        var svg = XElement.Parse(chart[chart.IndexOf("<svg", StringComparison.Ordinal)..(chart.IndexOf("</svg>", StringComparison.Ordinal) + 6)]);
        Assert.Equal(svg.Descendants().Any(e => e.Name.LocalName == "a") ? "group" : "img", (string?)svg.Attribute("role"));
        Assert.Contains("<script>", svg.Elements().First(e => e.Name.LocalName == "title").Value, StringComparison.Ordinal);
        Assert.NotEmpty(svg.Elements().First(e => e.Name.LocalName == "desc").Value);
    }

    [Fact]
    public void A_waterfall_of_a_small_change_begins_its_axis_later_and_says_so()
    {
        Step[] steps = [new("上年", 1000, true, "1,000", Markup.Empty, null), new("甲", -10, false, "−10", Markup.Empty, null), new("今年", 990, true, "990", Markup.Empty, null)];
        Assert.Contains("自 ", Waterfall.Draw(Frame, steps, at => "自 " + at.ToString(CultureInfo.InvariantCulture)).Value, StringComparison.Ordinal);
        steps[1] = steps[1] with { Value = -900 };
        steps[2] = steps[2] with { Value = 100 };
        Assert.DoesNotContain("自 ", Waterfall.Draw(Frame, steps, at => "自 " + at.ToString(CultureInfo.InvariantCulture)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sparkline_does_not_bridge_a_missing_year()
    {
        var line = Sparkline.Draw([new(2020, 1), new(2021, 2), new(2023, 3)], "三年").Value;
        Assert.Equal(2, line.Split('M').Length - 1);
        Assert.True(Sparkline.Draw([new(2020, 1)], "一年").IsEmpty);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Colours_can_be_told_from_the_paper(bool dark)
    {
        var paper = Of(ChartStyle.Colours.First(c => c.Name == "paper"));
        Assert.All(ChartStyle.Colours.Where(c => c.Contrast > 0), c => Assert.True(Contrast(Of(c), paper) >= c.Contrast, $"{c.Name} has {Contrast(Of(c), paper).ToString("0.00", CultureInfo.InvariantCulture)}"));

        string Of(ChartColour c) => dark ? c.Dark : c.Light;
    }

    private static string Draw(string kind, int count)
    {
        var cell = Markup.Html($"<a href=\"/x\">{Hostile}</a>");
        return (kind switch
        {
            "bars" => BarChart.Draw(Frame, [.. Enumerable.Range(0, count).Select(i => new Bar(Hostile, i - 1, "1,234.56", "12.3%", "/cell/" + Hostile, cell))]),
            "waterfall" => Waterfall.Draw(Frame, [.. Enumerable.Range(0, count).Select(i => new Step(Hostile, i, i == 0, "+1.00", cell, "/cell/x"))], _ => Hostile),
            "sankey" => Sankey.Draw(Frame, [.. Enumerable.Range(0, count).Select(i => new Band(Hostile + (i % 3), Hostile + i, i + 1, "1,234.56", "/cell/x", cell))], _ => "1,234.56"),
            "treemap" => Treemap.Draw(Frame, [.. Enumerable.Range(0, count).Select(i => new Tile(Hostile, i + 1, "1,234.56", "/cell/x", cell))], (more, sum) => new Tile("其他", sum, "1", null, cell)),
            "bullet" => BulletChart.Draw(Frame, [.. Enumerable.Range(0, count).Select(i => new Progress(Hostile, i / 2m, 0.75m, "50%", "1/2", "/cell/x", [cell]))]),
            "peers" => PeerStrip.Draw(Frame, [.. Enumerable.Range(0, Math.Max(count, PeerStrip.Fewest)).Select(i => new Peer(Hostile, i, "1", i == 3, "/cell/x", cell))], _ => "中位数 1"),
            "line" => LineChart.Draw(Frame, [.. Enumerable.Range(0, count == 500 ? 5 : count).Select(s => new LineSeries(Hostile, [.. Enumerable.Range(2000, count == 500 ? 100 : count).Select(y => new LinePoint(y, y % 5 == 0 ? null : y, "1,234.56", "/cell/x", cell, Hostile))]))], _ => "1"),
            "stack" => StackChart.Draw(Frame, [.. Enumerable.Range(0, 9).Select(_ => Hostile)], [.. Enumerable.Range(0, count).Select(i => new StackRow(Hostile, [.. Enumerable.Range(0, 9).Select(p => new StackPart(p == 2 ? null : p, "1", "/cell/x", cell))]))]),
            "calendar" => CalendarStrip.Draw(Frame, [.. Enumerable.Range(0, count).Select(i => new CalendarRow(Hostile, i - 1, i > 20, "2026-02-30", "/cell/x", [cell]))], 20, "批复日", "第20日"),
            _ => Dumbbell.Draw(Frame, [.. Enumerable.Range(0, count).Select(i => new TwoPoints(Hostile, i, i == 1 ? null : 2, "1", "2", "/cell/x", cell, cell))]),
        }).Value;
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Light(one), Light(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Light(string colour)
    {
        double Part(int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0 is var c && c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }
}
