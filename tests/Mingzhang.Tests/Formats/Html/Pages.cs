using System.Text;
using Mingzhang.Documents;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Html;

/// <summary>小网页：pages as text, opened in memory and shown as text again.</summary>
internal static class Pages
{
    static Pages() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Gbk => Encoding.GetEncoding("GB18030");

    public static Opened Open(string html) => Opening.Bytes("page.html", Encoding.UTF8.GetBytes(html));

    public static PaperDocument Read(string html) => Open(html).Paper ?? throw new InvalidOperationException(Open(html).Problem!.English);

    /// <summary>The blocks of a body: a line as it is, a row with bars, a covered cell as where it hangs from.</summary>
    public static string Body(string body) => Show(Read("<!DOCTYPE html><html><head></head><body>" + body + "</body></html>"));

    public static Grid Grid(string body) => Read("<html><head></head><body>" + body + "</body></html>").Blocks.OfType<Grid>().Single();

    public static List<TextLine> Lines(string body) => [.. Read("<html><head></head><body>" + body + "</body></html>").Blocks.OfType<TextLine>()];

    public static string Show(PaperDocument paper) => string.Join('\n', paper.Blocks.SelectMany(Show));

    private static IEnumerable<string> Show(Block block) => block is TextLine line ? [line.Text] : ((Grid)block).Rows.Select(r => "| " + string.Join(" | ", r.Cells.Select(Show)) + " |");

    private static string Show(GridCell cell) => cell.CoveredFrom is (var up, var left) ? (up > 0 ? "^" : "") + (left > 0 ? "<" : "") : cell.Text.Replace('\n', '/');
}
