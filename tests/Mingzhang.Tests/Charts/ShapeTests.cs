using System.Globalization;
using System.Xml.Linq;
using Mingzhang.Charts;

namespace Mingzhang.Tests.Charts;

/// <summary>图的形状：what each picture promises of what it shows.</summary>
public class ShapeTests
{
    private static readonly Markup None = Markup.Empty;

    private static ChartFrame Frame => new("c1", "图", Markup.Html($"一句"), "表格", ["名称", "数", "说明"]);

    [Fact]
    public void Bands_of_a_sankey_are_as_thick_as_their_money_and_fill_both_sides()
    {
        var svg = Svg(Sankey.Draw(Frame, [new("财政", "教育", 60, "60", null, None), new("财政", "科技", 30, "30", null, None), new("自有", "教育", 10, "10", null, None)], name => name));
        var posts = Class(svg, "before").Concat(Class(svg, "part0")).Concat(Class(svg, "part1")).Select(r => Number(r, "height")).ToList();
        Assert.Equal([147, 63, 189, 21], posts);
        Assert.Equal(3, svg.Descendants().Count(e => e.Name.LocalName == "path"));
    }

    [Fact]
    public void Boxes_of_a_treemap_fill_it_without_overlap_and_the_small_ones_are_one()
    {
        var svg = Svg(Treemap.Draw(Frame, [.. Enumerable.Range(1, 60).Select(i => new Tile("项" + i, i, "", null, None))], (more, sum) => new Tile($"其他 {more} 项", sum, "", null, None)));
        var boxes = Class(svg, "box").ToList();
        Assert.Equal(Treemap.MostBoxes + 1, boxes.Count);
        Assert.InRange(boxes.Sum(b => Number(b, "width") * Number(b, "height")), 398 * 278 * 0.99, 398 * 278 * 1.01);
        Assert.All(boxes, b => Assert.True(Number(b, "x") + Number(b, "width") <= 400 && Number(b, "y") + Number(b, "height") <= 280));
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "title" && e.Value.StartsWith("其他 20 项", StringComparison.Ordinal));
    }

    [Fact]
    public void Fewer_than_ten_peers_make_no_picture_and_ten_show_their_median()
    {
        Assert.True(PeerStrip.Draw(Frame, Peers(9), m => "中位数 " + m).IsEmpty);
        var strip = PeerStrip.Draw(Frame, Peers(10), m => "中位数 " + m.ToString(CultureInfo.InvariantCulture));
        Assert.Contains("中位数 5.5", strip.Value, StringComparison.Ordinal);
        Assert.Single(Class(Svg(strip), "now"));
        Assert.Equal(0, PeerStrip.Median([]));

        static List<Peer> Peers(int count) => [.. Enumerable.Range(1, count).Select(i => new Peer("局" + i, i, i.ToString(CultureInfo.InvariantCulture), i == 2, null, None))];
    }

    [Fact]
    public void A_line_does_not_bridge_a_missing_year_and_phases_are_never_joined()
    {
        var chart = LineChart.Draw(Frame,
        [
            new("年初预算", [new(2022, 10, "10", null, None), new(2023, null, "档案里没有", null, None), new(2024, 12, "12", null, None, "科目改名"), new(2025, 13, "13", null, None)]),
            new("决算", [new(2022, 9, "9", null, None)]),
        ], v => v.ToString(CultureInfo.InvariantCulture));
        var svg = Svg(chart);
        var lines = svg.Descendants().Where(e => e.Name.LocalName == "path" && ((string?)e.Attribute("class"))?.StartsWith("course ", StringComparison.Ordinal) == true).Select(e => (string)e.Attribute("d")!).ToList();
        Assert.Equal(4, lines.Count);
        Assert.Equal((2, 1), (lines[1].Count(c => c == 'M'), lines[1].Count(c => c == 'L')));
        Assert.DoesNotContain('L', lines[3]);
        Assert.Contains("档案里没有", Assert.Single(Class(svg, "gap")).Parent!.Value, StringComparison.Ordinal);
        Assert.Single(Class(svg, "mark"));
        Assert.Contains("档案里没有", chart.Value[chart.Value.IndexOf("<tbody>", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void A_bullet_that_is_beyond_its_plan_passes_its_end()
    {
        var svg = Svg(BulletChart.Draw(Frame, [new("甲", 1.5m, null, "150%", "", null, []), new("乙", 0.5m, 0.75m, "50%", "", null, [])]));
        var (bars, tracks) = (Class(svg, "now").ToList(), Class(svg, "track").ToList());
        Assert.True(Number(bars[0], "width") > Number(tracks[0], "width"));
        Assert.True(Number(bars[1], "width") < Number(tracks[1], "width"));
        Assert.Single(Class(svg, "tick"));
    }

    [Fact]
    public void Parts_of_a_stack_fill_its_width_and_what_is_not_stated_takes_none()
    {
        var svg = Svg(StackChart.Draw(Frame, ["人员", "公用", "项目"], [new("2024", [new(50, "50", null, None), new(null, "没有写", null, None), new(50, "50", null, None)])]));
        var bars = svg.Descendants().Where(e => e.Name.LocalName == "rect" && (string?)e.Attribute("height") == "22").ToList();
        Assert.Equal(2, bars.Count);
        Assert.Equal(Number(bars[0], "width"), Number(bars[1], "width"));
    }

    [Fact]
    public void Who_is_late_has_another_shape_than_who_is_in_time()
    {
        var svg = Svg(CalendarStrip.Draw(Frame, [new("早", 12, false, "在期限内", null, []), new("晚", 26, true, "迟 6 天", null, [])], 20, "批复日", "第20日"));
        Assert.Equal("circle", Assert.Single(Class(svg, "down")).Name.LocalName);
        Assert.Equal("path", Assert.Single(Class(svg, "now")).Name.LocalName);
    }

    private static XElement Svg(Markup chart) => XElement.Parse(chart.Value[chart.Value.IndexOf("<svg", StringComparison.Ordinal)..(chart.Value.IndexOf("</svg>", StringComparison.Ordinal) + 6)]);

    private static IEnumerable<XElement> Class(XElement svg, string name) => svg.Descendants().Where(e => (string?)e.Attribute("class") == name);

    private static double Number(XElement e, string attribute) => double.Parse((string)e.Attribute(attribute)!, CultureInfo.InvariantCulture);
}
