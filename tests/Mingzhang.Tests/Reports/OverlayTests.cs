using System.Text;
using System.Xml.Linq;
using Mingzhang.Documents;
using Mingzhang.Documents.Formats;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reports.Overlay;
using Mingzhang.Tests.Formats.Ofd;

namespace Mingzhang.Tests.Reports;

/// <summary>阅读图：everything understood is shown in its place, what is not is marked, and nothing of the document becomes markup.</summary>
public class OverlayTests
{
    [Fact]
    public void Every_figure_of_a_text_is_shown_in_place()
    {
        var html = Report(Encoding.UTF8.GetBytes(Documents.Sample)).Html();
        Assert.DoesNotContain("class=\"rest\"", html, StringComparison.Ordinal);
        Assert.Contains(">318.46</mark>", html, StringComparison.Ordinal);
        Assert.Contains("经济分类：30101", html, StringComparison.Ordinal);
        Assert.Contains("金额 ", html, StringComparison.Ordinal);
        Assert.Contains("amount ", Report(Encoding.UTF8.GetBytes(Documents.Sample), english: true).Html(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_understood_is_marked()
    {
        var html = Report(Encoding.UTF8.GetBytes(Documents.Sample.Replace("（二）单位构成", "今日气温为36.5万元。\n（二）单位构成", StringComparison.Ordinal))).Html();
        Assert.Matches("<mark class=\"unbound\"[^>]*>36\\.5万元</mark>", html);
    }

    [Fact]
    public void Pages_are_drawn_with_lines_cells_and_figures()
    {
        string Text(string text, int x, int y) => $"<ofd:TextObject Boundary=\"{x} {y} 90 6\" Font=\"1\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"4\">{text}</ofd:TextCode></ofd:TextObject>";
        string Rule(string boundary, string data) => $"<ofd:PathObject Boundary=\"{boundary}\" LineWidth=\"0.2\"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>";
        var rules = string.Concat(new[] { 30, 40, 50 }.Select(y => Rule($"10 {y} 80 0", "M 0 0 L 80 0"))) + string.Concat(new[] { 0, 40, 80 }.Select(x => Rule("10 30 80 20", $"M {x} 0 L {x} 20")));
        var report = Report(SmallOfd.OfPage(Text("某局2026年部门预算情况说明", 10, 5) + Text("收入总计12.50万元。&lt;script&gt;", 10, 15) + rules + Text("项目", 12, 32) + Text("预算数", 52, 32) + Text("收入合计", 12, 42) + Text("12.50", 52, 42)));
        var svg = XDocument.Parse(report.Svg());
        Assert.Equal(6, svg.Descendants().Count(e => (string?)e.Attribute("class") == "rule"));
        Assert.Equal(4, svg.Descendants().Count(e => (string?)e.Attribute("class") == "cell"));
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "title");
        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName is "script" or "image" or "foreignObject");
        Assert.DoesNotContain("<script", report.Html(), StringComparison.Ordinal);
        Assert.DoesNotContain("http", report.Html().Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;")]
    [InlineData("a\0\u0001\u202eb", "a\ufffd\ufffd\ufffdb")]
    [InlineData("𠀀\n", "𠀀\n")]
    public void What_a_document_says_is_escaped(string text, string escaped) => Assert.Equal(escaped, Markup.Escape(text));

    private static OverlayReport Report(byte[] bytes, bool english = false)
    {
        var paper = Opening.Bytes("甲<i>.x", bytes).Paper!;
        return new OverlayReport(paper, Reader.Read(paper, Documents.Library), DrawnRulings.Of(bytes), english);
    }
}
