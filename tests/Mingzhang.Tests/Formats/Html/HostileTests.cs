using System.Diagnostics;
using Mingzhang.Documents;

namespace Mingzhang.Tests.Formats.Html;

/// <summary>恶意网页：bounded in time and memory, and the words still read where there are any.</summary>
public class HostileTests
{
    // Ten seconds on a machine of its own; tests share theirs.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private static string Many(string piece, int count) => string.Concat(Enumerable.Repeat(piece, count));

    // Made when needed: names of tests should not be megabytes long.
    private static readonly Dictionary<string, Func<string>> Made = new(StringComparer.Ordinal)
    {
        ["divisions"] = () => Many("<div>", 100_000) + "底" + Many("</div>", 100_000),
        ["paragraphs in bold"] = () => Many("<b id=x>", 100_000) + Many("<p>x", 100_000) + "底",
        ["different formats"] = () => string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<font size={i}><p>")) + "底",
        ["tables in tables"] = () => Many("<table><tr><td>", 100_000) + "底",
        ["tables in tables with two cells"] = () => Many("<table><tr><td>x<td>", 100_000) + "底",
        ["lists"] = () => Many("<ul><li>", 100_000) + "底",
        ["spans"] = () => Many("<span>", 300_000) + "底",
        ["unknown elements"] = () => Many("<x:y z>", 300_000) + "底",
        ["ends without beginning"] = () => Many("</p></div></td></table></b>", 150_000) + "底",
        ["a span of columns in every row"] = () => "<table>" + Many("<tr><td colspan=1000>x", 100_000) + "</table>底",
        ["columns without end"] = () => "<table><tr>" + Many("<td colspan=1000>x", 300_000) + "</table>底",
        ["rows without end"] = () => "<table>" + Many("<tr><td rowspan=65534>x", 100_000) + "</table>底",
        ["wide and long spans"] = () => "<table>" + Many("<tr>" + Many("<td rowspan=9999 colspan=9>x", 9), 9_000) + "</table>底",
        ["many small tables of wide spans"] = () => Many("<table><tr><td colspan=1000>x<td>1<td>2<tr><td>3</table>", 50_000) + "底",
        ["tables of one row"] = () => Many("<table><tr><td>1<td>2<td>3</table>", 100_000) + "底",
        ["a table of many cells"] = () => "<table>" + Many("<tr>" + Many("<td>1.00", 30), 12_000) + "</table>底",
        ["text between rows"] = () => "<table>" + Many("<tr>x", 100_000) + "</table>底",
        ["attributes"] = () => "<p " + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"a{i}=1 ")) + ">底",
        ["an attribute of many megabytes"] = () => "<p style='" + Many("x:y;", 4_000_000) + "'>底",
        ["classes"] = () => "<style>.a{color:red}</style>" + Many("<p class='" + Many("a ", 500) + "'>x", 3_000) + "底",
        ["a style sheet of comments"] = () => "<style>" + Many("/**/", 400_000) + "p{}</style>底",
        ["a style sheet of braces"] = () => "<style>" + Many("@media{", 200_000) + Many("{", 200_000) + "</style>底",
        ["entities"] = () => Many("&amp;&notit;&#x10FFFF;&#0;&", 400_000) + "<p>底",
        ["signs"] = () => Many("<", 5_000_000) + "<p>底",
        ["comments never closed"] = () => "<p>底</p>" + Many("<!--", 1_000_000),
        ["server code never closed"] = () => "<p>底</p>" + Many("<%", 1_000_000),
        ["a line of many megabytes"] = () => "<p>" + Many("预算公开", 2_000_000) + "<p>底",
        ["breaks"] = () => Many("<br>", 300_000) + "底",
        ["lines of one paragraph"] = () => Many("文字的一行，没有句号也没有结束的文字在这里<br>", 100_000) + "底",
        ["links"] = () => Many("<a href=x>y", 200_000) + "</a><p>底",
        ["preformatted"] = () => "<pre>" + Many("<b>1  2\n", 100_000) + "</pre>底",
    };

    public static TheoryData<string> Bombs() => [.. Made.Keys];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_read_in_bounded_time_and_its_last_word_too(string what)
    {
        var body = Made[what]();
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var opened = Pages.Open("<html><head></head><body><p>某局2025年预算1.00万元</p>" + body);
        Assert.True(watch.Elapsed < Longest, $"{what}: {watch.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 3_000_000_000, $"{what}: {(GC.GetAllocatedBytesForCurrentThread() - before) / 1_000_000} MB");
        Assert.Contains("底", Pages.Show(opened.Paper!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<td>1", 3_000_000)]
    [InlineData("<p>1", 3_000_000)]
    [InlineData("<b>", 5_000_000)]
    [InlineData("</p>", 5_000_000)]
    public void A_page_of_millions_of_elements_is_refused_with_a_remedy(string piece, int count)
    {
        var watch = Stopwatch.StartNew();
        var opened = Pages.Open("<html><body><table><tr>" + Many(piece, count));
        Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed}");
        Assert.Null(opened.Paper);
        Assert.Contains("元素", opened.Problem!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Archives_of_nothing_but_boundaries_end()
    {
        var watch = Stopwatch.StartNew();
        var text = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"B\"\r\n\r\n" + Many("--B\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n", 50_000) + Many("=", 1_000_000);
        Opening.Bytes("x.mht", System.Text.Encoding.Latin1.GetBytes(text));
        Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed}");
    }
}
