using Mingzhang.Documents;
using Mingzhang.Paper;
using Mingzhang.Tests.Formats.Archives;

namespace Mingzhang.Tests.Formats.Ofd;

/// <summary>OFD 成纸面：where its text, lines and pages come to stand, and what cannot be read.</summary>
public class OfdTests
{
    private const double Point = 72 / 25.4;

    [Fact]
    public void Text_stands_where_its_boundary_matrix_and_offsets_put_it()
    {
        var line = Assert.IsType<TextLine>(Assert.Single(Paper(Text("预算公开", "10 20 100 10", "X=\"5\" Y=\"4\" DeltaX=\"g 3 4\"", "Size=\"4\"")).Blocks));
        Assert.Equal("预算公开", line.Text);
        Assert.Equal((15 * Point, 31 * Point), (line.Box!.Value.Left, line.Box.Value.Right), Close);
        Assert.Equal(24 * Point, line.Box.Value.Top + (0.88 * 4 * Point), 0.01);
        var turned = Paper(Text("某局", "10 20 100 10", "X=\"1\" Y=\"2\" DeltaX=\"2\"", "Size=\"2\" CTM=\"2 0 0 2 3 0\""));
        Assert.Equal(15 * Point, Assert.IsType<TextLine>(turned.Blocks[0]).Box!.Value.Left, 0.01);
    }

    [Fact]
    public void Characters_without_offsets_follow_each_other() =>
        Assert.Equal("收入合计 12.50", Assert.IsType<TextLine>(Assert.Single(Paper(Text("收入合计", "10 20 90 5", "X=\"0\" Y=\"4\"") + Text("12.50", "30 20 90 5", "X=\"0\" Y=\"4\"")).Blocks)).Text);

    [Fact]
    public void Lines_make_cells_and_pages_have_sizes()
    {
        var rules = string.Concat(new[] { 10, 20, 30 }.Select(y => Rule($"10 {y} 80 0", "M 0 0 L 80 0"))) + string.Concat(new[] { 0, 40, 80 }.Select(x => Rule("10 10 80 20", $"M {x} 0 L {x} 20")));
        var texts = Text("合计", "12 12 20 5", "X=\"0\" Y=\"4\"") + Text("1.50", "60 12 20 5", "X=\"0\" Y=\"4\" DeltaX=\"2 2 2\"") + Text("工资", "12 22 20 5", "X=\"0\" Y=\"4\"") + Text("0.50", "60 22 20 5", "X=\"0\" Y=\"4\" DeltaX=\"2 2 2\"");
        var paper = Paper(rules + texts);
        var grid = Assert.IsType<Grid>(Assert.Single(paper.Blocks));
        Assert.True(grid.Ruled);
        Assert.Equal(["合计|1.50", "工资|0.50"], grid.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text))));
        Assert.Equal(40 * Point, grid.Rows[0].Cells[0].Box!.Value.Width, 0.01);
        var page = Assert.Single(paper.Pages);
        Assert.Equal((200 * Point, 100 * Point), (page.Width, page.Height), Close);
        Assert.Equal(("ofd", "OFD"), (paper.Format, paper.Encoding));
    }

    [Fact]
    public void White_and_invisible_lines_are_none()
    {
        string Lines(string attributes, string colour) => string.Concat(new[] { "M 0 0 L 80 0", "M 0 20 L 80 20", "M 0 0 L 0 20", "M 40 0 L 40 20", "M 80 0 L 80 20" }.Select(d => $"<ofd:PathObject Boundary=\"10 10 80 20\"{attributes}>{colour}<ofd:AbbreviatedData>{d}</ofd:AbbreviatedData></ofd:PathObject>"));
        var text = Text("合计", "12 12 20 5", "X=\"0\" Y=\"4\"") + Text("1.50", "60 12 20 5", "X=\"0\" Y=\"4\"");
        Assert.IsType<Grid>(Paper(Lines("", "<ofd:StrokeColor Value=\"0 0 0\"/>") + text).Blocks[0]);
        Assert.IsType<TextLine>(Paper(Lines("", "<ofd:StrokeColor Value=\"255 255 255\"/>") + text).Blocks[0]);
        Assert.IsType<TextLine>(Paper(Lines(" Stroke=\"false\"", "") + text).Blocks[0]);
        Assert.IsType<TextLine>(Paper(Lines(" Visible=\"false\"", "") + text).Blocks[0]);
    }

    [Fact]
    public void Templates_composites_blocks_and_several_documents_are_read()
    {
        var ofd = new SmallOfd
        {
            Common = "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:TemplatePage ID=\"5\" BaseLoc=\"../Doc_0/Tpl.xml\"/>",
            Resources = $"<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"7\"><ofd:Content>{Text("组合", "0 0 50 5", "X=\"0\" Y=\"4\"")}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>",
            Bodies = "<ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>",
        }
            .Page($"<ofd:PageBlock>{Text("正文", "10 30 50 5", "X=\"0\" Y=\"4\"")}</ofd:PageBlock><ofd:CompositeObject ResourceID=\"7\" Boundary=\"10 50 50 10\"/>", "<ofd:Template TemplateID=\"5\"/>")
            .Part("Doc_0/Tpl.xml", SmallOfd.Root("Page", $"<ofd:Content><ofd:Layer>{Text("底图", "10 10 50 5", "X=\"0\" Y=\"4\"")}</ofd:Layer></ofd:Content>"));
        var paper = Opening.Bytes("a", ofd.Build()).Paper!;
        Assert.Equal(["底图", "正文", "组合", "底图", "正文", "组合"], paper.Blocks.Select(b => ((TextLine)b).Text));
        Assert.Equal([1, 2], paper.Pages.Select(p => p.Number));
    }

    [Fact]
    public void A_damaged_page_is_told_and_the_others_are_read()
    {
        var paper = Opening.Bytes("a", new SmallOfd().Page(Text("一", "10 10 50 5", "X=\"0\" Y=\"4\"")).Part("Doc_0/Bad.xml", "<a><b></a>").Listed("Bad.xml").Listed("None.xml").Page(Text("四", "10 10 50 5", "X=\"0\" Y=\"4\"")).Build()).Paper!;
        Assert.Equal([1, 4], paper.Blocks.Select(b => ((TextLine)b).Page!.Value));
        Assert.Equal([2, 3], paper.Faults.Select(f => f.Page!.Value));
    }

    [Fact]
    public void Pages_of_pictures_are_no_text()
    {
        Assert.Contains("每一页都是图片", Opening.Bytes("a", SmallOfd.OfPage("<ofd:ImageObject Boundary=\"0 0 200 100\" ResourceID=\"1\"/>")).Problem!.Chinese, StringComparison.Ordinal);
        Assert.Contains("没有文字", Opening.Bytes("a", SmallOfd.OfPage("")).Problem!.Chinese, StringComparison.Ordinal);
        Assert.Contains("没有页面", Opening.Bytes("a", new SmallOfd().Build()).Problem!.Chinese, StringComparison.Ordinal);
        Assert.Contains("没有页面", Opening.Bytes("a", Zips.Of(Zips.Text("OFD.xml", "no XML"))).Problem!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_files_end_soon()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var doubling = string.Concat(Enumerable.Range(0, 15).Select(i => $"<ofd:CompositeGraphicUnit ID=\"c{i}\"><ofd:Content>{string.Concat(Enumerable.Repeat($"<ofd:CompositeObject ResourceID=\"c{i + 1}\"/>", 20))}</ofd:Content></ofd:CompositeGraphicUnit>"));
        var bomb = new SmallOfd { Resources = $"<ofd:CompositeGraphicUnits>{doubling}</ofd:CompositeGraphicUnits>" }.Page("<ofd:CompositeObject ResourceID=\"c0\"/>").Build();
        Assert.Contains("超过处理上限", Opening.Bytes("a", bomb).Problem!.Chinese, StringComparison.Ordinal);
        var loop = new SmallOfd { Resources = "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"1\"><ofd:Content><ofd:CompositeObject ResourceID=\"1\"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>" }.Page("<ofd:CompositeObject ResourceID=\"1\"/>").Build();
        Assert.Contains("嵌套过深", Opening.Bytes("a", loop).Problem!.Chinese, StringComparison.Ordinal);
        Assert.NotNull(Opening.Bytes("a", SmallOfd.OfPage(Text("一二", "10 10 50 5", "X=\"0\" Y=\"4\" DeltaX=\"g 9999999 4\" DeltaY=\"g -5 NaN 1e999\""))).Paper);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), watch.Elapsed.ToString());
    }

    private static string Text(string text, string boundary, string code, string attributes = "Size=\"4\"") =>
        $"<ofd:TextObject Boundary=\"{boundary}\" Font=\"1\" {attributes}><ofd:TextCode {code}>{text}</ofd:TextCode></ofd:TextObject>";

    private static string Rule(string boundary, string data) => $"<ofd:PathObject Boundary=\"{boundary}\" LineWidth=\"0.2\"><ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>";

    private static PaperDocument Paper(string objects) => Opening.Bytes("a", SmallOfd.OfPage(objects)).Paper!;

    private static bool Close((double, double) a, (double, double) b) => Math.Abs(a.Item1 - b.Item1) < 0.01 && Math.Abs(a.Item2 - b.Item2) < 0.01;
}
