using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>单文件网页：a page saved with its parts in one file (MHTML); only the pages in it are of interest.</summary>
internal static partial class SavedArchive
{
    /// <summary>其中的网页，主页在先。</summary>
    public static List<ArchivedPage> Pages(byte[] bytes)
    {
        // Latin-1 keeps every byte as one character.
        var text = Encoding.Latin1.GetString(bytes);
        var pages = new List<ArchivedPage>();
        var headEnd = HeadEnd(text, 0, text.Length);
        var boundary = Boundary().Match(text[..headEnd]) is { Success: true } match ? "--" + match.Groups[1].Value : null;
        if (boundary is null)
        {
            Take(text, 0, text.Length, pages);
            return pages;
        }

        const int MostParts = 10_000;
        var at = text.IndexOf(boundary, headEnd, StringComparison.Ordinal);
        for (var parts = 0; at >= 0 && parts < MostParts; parts++)
        {
            var from = at + boundary.Length;
            var next = text.IndexOf("\n" + boundary, from, StringComparison.Ordinal);
            Take(text, from, next < 0 ? text.Length : next, pages);
            at = next < 0 ? -1 : next + 1;
        }

        return pages;
    }

    private static void Take(string text, int from, int to, List<ArchivedPage> pages)
    {
        var headEnd = HeadEnd(text, from, to);
        var head = Folding().Replace(text[from..headEnd], " ");
        if (!Html().IsMatch(head))
        {
            return;
        }

        var body = text[headEnd..to];
        var decoded = Transfer().Match(head).Groups[1].Value.ToLowerInvariant() switch
        {
            "quoted-printable" => Quoted(body),
            "base64" => Base64(body),
            _ => Encoding.Latin1.GetBytes(body),
        };
        pages.Add(new ArchivedPage(Location().Match(head).Groups[1].Value.Trim(), Charset().Match(head) is { Success: true } c ? c.Groups[1].Value : null, decoded));
    }

    private static int HeadEnd(string text, int from, int to)
    {
        // A head is short; what has no empty line early has no head.
        const int Longest = 16384;
        var match = EmptyLine().Match(text, from, Math.Min(Longest, to - from));
        return match.Success ? match.Index + match.Length : from;
    }

    private static byte[] Quoted(string body)
    {
        var bytes = new List<byte>(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                bytes.Add((byte)body[i]);
            }
            else if (i + 2 < body.Length && byte.TryParse(body.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                // A soft break: the line goes on.
                while (i + 1 < body.Length && body[i + 1] is ' ' or '\t' or '\r')
                {
                    i++;
                }

                i += i + 1 < body.Length && body[i + 1] == '\n' ? 1 : 0;
            }
        }

        return [.. bytes];
    }

    private static byte[] Base64(string body)
    {
        var digits = new StringBuilder(body.Length);
        foreach (var c in body)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/')
            {
                digits.Append(c);
            }
        }

        // A last group of one digit holds no whole byte.
        digits.Length -= digits.Length % 4 == 1 ? 1 : 0;
        return Convert.FromBase64String(digits.Append('=', (4 - (digits.Length % 4)) % 4).ToString());
    }

    [GeneratedRegex(@"boundary\s*=\s*""?([^"";\r\n]{1,200})", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\r?\n[ \t]*\r?\n")]
    private static partial Regex EmptyLine();

    [GeneratedRegex(@"\r?\n[ \t]+")]
    private static partial Regex Folding();

    [GeneratedRegex(@"^\s*Content-Type:\s*(?:text/html|application/xhtml\+xml)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Html();

    [GeneratedRegex(@"Content-Transfer-Encoding:[ \t]*([\w-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Transfer();

    [GeneratedRegex(@"charset\s*=\s*""?([\w-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex(@"Content-Location:[ \t]*(\S+)", RegexOptions.IgnoreCase)]
    private static partial Regex Location();
}

/// <summary>其中一页。</summary>
internal sealed record ArchivedPage(string Location, string? Charset, byte[] Bytes);
