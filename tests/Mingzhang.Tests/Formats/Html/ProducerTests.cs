using System.Text;
using Mingzhang.Documents;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Html;

/// <summary>各种来源的网页：in the manner of the programs that finance bureaus publish with; the department is made up.</summary>
public class ProducerTests
{
    private static string Show(string file) => Pages.Show(Open(file));

    private static PaperDocument Open(string file) => Opening.File(Repository.Path("tests", "Mingzhang.Tests", "Formats", "Html", "Pages", file)).Paper!;

    [Fact]
    public void A_page_of_TRS() => Golden("trs");

    [Fact]
    public void A_page_of_Word() => Golden("word");

    [Fact]
    public void A_sheet_of_Excel() => Golden("excel");

    [Fact]
    public void A_sheet_of_LibreOffice() => Golden("libreoffice");

    [Fact]
    public void A_page_of_WPS() => Golden("wps");

    [Fact]
    public void A_page_in_GBK_reads_as_in_UTF8()
    {
        var text = File.ReadAllText(Repository.Path("tests", "Mingzhang.Tests", "Formats", "Html", "Pages", "trs.html"));
        Assert.Equal(Show("trs.html"), Pages.Show(Opening.Bytes("x", Pages.Gbk.GetBytes(text.Replace("utf-8", "gb2312", StringComparison.OrdinalIgnoreCase))).Paper!));
    }

    private static void Golden(string name)
    {
        var expected = File.ReadAllText(Repository.Path("tests", "Mingzhang.Tests", "Formats", "Html", "Pages", name + ".txt"), Encoding.UTF8);
        Assert.Equal(expected.TrimEnd('\n').Replace('·', '\u00a0'), Show(name + ".html").TrimEnd('\n'));
    }
}
