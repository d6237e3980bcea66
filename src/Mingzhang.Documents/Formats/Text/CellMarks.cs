using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Formats.Text;

/// <summary>格中的标记：marks of a page's own language that came along when a table was copied from its source: &lt;p&gt;, &lt;br/&gt;, &lt;span&gt;,
/// &amp;nbsp;. Only known marks go: a cell may hold &lt; and &gt; of its own.</summary>
internal static partial class CellMarks
{
    /// <summary>去掉标记。</summary>
    public static ReadOnlySpan<char> Plain(ReadOnlySpan<char> cell) => cell.IndexOfAny('<', '&') < 0 ? cell : Entity().Replace(Mark().Replace(cell.ToString(), ""), " ");

    [GeneratedRegex(@"</?(?:p|br|span|div|b|strong|font|sub|sup|u|i|em|td|o:p)(?:\s[^<>]{0,200})?\s*/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex("&nbsp;|&#160;", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Entity();
}
