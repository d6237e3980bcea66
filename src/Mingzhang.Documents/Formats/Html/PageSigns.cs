using System.Text;
using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>网页的记号：whether bytes are a web page, by their beginning. A text that merely mentions tags is none.</summary>
internal static partial class PageSigns
{
    private const int Sample = 65536;

    public static bool Recognise(ReadOnlySpan<byte> bytes)
    {
        var start = Begin(bytes);
        var text = Leading().Replace(start, "");
        if (Document().IsMatch(text) || (Root().IsMatch(start[..Math.Min(start.Length, 8192)]) && Part().IsMatch(start)))
        {
            return true;
        }

        // A piece of a page: it begins with an element that it also ends.
        return Piece().Match(text) is { Success: true } piece && text.Contains("</" + piece.Groups[1].Value, StringComparison.OrdinalIgnoreCase);
    }

    public static bool RecogniseArchive(ReadOnlySpan<byte> bytes)
    {
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 8192)]).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\r', '\n');
        return Header().IsMatch(start) && start.Contains("MIME-Version:", StringComparison.OrdinalIgnoreCase) && Type().IsMatch(start);
    }

    /// <summary>开头的字符: enough of them are ASCII in all encodings of web pages.</summary>
    public static string Begin(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        return PageDecoding.Wide(sample) is { } wide ? wide.GetString(sample) : Encoding.Latin1.GetString(sample);
    }

    [GeneratedRegex(@"^(?:[\s\u00ef\u00bb\u00bf\ufeff]+|<!--(?>[^-]|-(?!->))*-->|<%(?>[^%]|%(?!>))*%>|<\?(?>[^?>]|\?(?!>))*\??>)+")]
    private static partial Regex Leading();

    [GeneratedRegex(@"^<(?:!doctype\s+html|html|head|body|meta|title|frameset|style|script|link)[\s>/]", RegexOptions.IgnoreCase)]
    private static partial Regex Document();

    [GeneratedRegex(@"<(?:!doctype\s+)?html[\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex Root();

    [GeneratedRegex(@"<(?:head|body)[\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    [GeneratedRegex(@"^<(table|div|p|center|font|span|h[1-6]|ul|ol|section|article|main|blockquote|dl|pre)[\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex Piece();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z-]*:[ \t]")]
    private static partial Regex Header();

    [GeneratedRegex(@"Content-Type:\s*(?:multipart/(?:related|mixed|alternative)|text/html)", RegexOptions.IgnoreCase)]
    private static partial Regex Type();
}
