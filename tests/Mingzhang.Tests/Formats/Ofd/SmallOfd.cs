using System.Text;
using Mingzhang.Tests.Formats.Archives;

namespace Mingzhang.Tests.Formats.Ofd;

/// <summary>小 OFD：files written by hand: pages with their contents, resources and templates.</summary>
internal sealed class SmallOfd
{
    private const string Names = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private readonly List<(string Name, byte[] Bytes)> _parts = [];
    private readonly StringBuilder _pages = new();
    private int _count;

    /// <summary>What stands in CommonData beside the page area.</summary>
    public string Common { get; set; } = "<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>";

    public string Fonts { get; set; } = "<ofd:Font ID=\"1\" FontName=\"宋体\"/><ofd:Font ID=\"2\" FontName=\"黑体\" Bold=\"true\"/>";

    public string Resources { get; set; } = "";

    public string Bodies { get; set; } = "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>";

    public static byte[] OfPage(string objects) => new SmallOfd().Page(objects).Build();

    public static string Root(string name, string content) => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><ofd:{name} {Names}>{content}</ofd:{name}>";

    /// <summary>A page of 200 by 100 millimetres with these objects.</summary>
    public SmallOfd Page(string objects, string before = "", string area = "0 0 200 100") =>
        Part($"Doc_0/Pages/Page_{_count}/Content.xml", Root("Page", $"<ofd:Area><ofd:PhysicalBox>{area}</ofd:PhysicalBox></ofd:Area>{before}<ofd:Content><ofd:Layer ID=\"9\">{objects}</ofd:Layer></ofd:Content>")).Listed($"Pages/Page_{_count}/Content.xml");

    public SmallOfd Listed(string location)
    {
        _pages.Append(System.Globalization.CultureInfo.InvariantCulture, $"<ofd:Page ID=\"{100 + _count++}\" BaseLoc=\"{location}\"/>");
        return this;
    }

    public SmallOfd Part(string name, string text)
    {
        _parts.Add(Zips.Text(name, text));
        return this;
    }

    public byte[] Build() => Zips.Of([
        Zips.Text("OFD.xml", Root("OFD", Bodies)),
        Zips.Text("Doc_0/Document.xml", Root("Document", $"<ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{Common}</ofd:CommonData><ofd:Pages>{_pages}</ofd:Pages>")),
        Zips.Text("Doc_0/PublicRes.xml", Root("Res", $"<ofd:Fonts>{Fonts}</ofd:Fonts>{Resources}")),
        .. _parts]);
}
