using System.Net;
using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Formats.Markdown;

/// <summary>行内标记：emphasis, code, links and marks of web pages, of which a reader sees only the words.</summary>
internal static partial class InlineMarks
{

    /// <summary>去掉标记，只留所见的文字; a line break of a web page is a line feed.</summary>
    public static string Plain(string text)
    {
        if (text.AsSpan().IndexOfAny(Marked) < 0)
        {
            return text;
        }

        // What is escaped is put away as signs that no text has, and comes back as itself.
        var plain = Escape().Replace(text, m => ((char)(Hidden + m.Value[1])).ToString());
        plain = WithoutComments(plain);
        plain = Break().Replace(plain, "\n");
        plain = Tag().Replace(plain, "");
        plain = Link().Replace(plain, "$1");
        plain = Code().Replace(plain, "$1");
        plain = Strong().Replace(plain, "$2");
        plain = Emphasis().Replace(plain, "$2");
        plain = Struck().Replace(plain, "$1");
        plain = plain.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(plain).Replace('\u00a0', ' ') : plain;
        return string.Concat(plain.Select(c => c is >= (char)Hidden and < (char)(Hidden + 128) ? (char)(c - Hidden) : c));
    }

    private static string WithoutComments(string text)
    {
        for (var at = text.IndexOf("<!--", StringComparison.Ordinal); at >= 0; at = text.IndexOf("<!--", at, StringComparison.Ordinal))
        {
            var end = text.IndexOf("-->", at, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            text = text.Remove(at, end + 3 - at);
        }

        return text;
    }

    private const int Hidden = 0xE000;

    private static readonly System.Buffers.SearchValues<char> Marked = System.Buffers.SearchValues.Create("*_`[<&\\~");

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex(@"<br\s{0,4}/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Break();

    [GeneratedRegex(@"</?[A-Za-z][A-Za-z0-9:-]{0,20}(?:\s[^<>]{0,500})?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"!?\[([^\[\]]{0,300})\]\([^()\s]{0,1000}(?:\s[^()]{0,200})?\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"`{1,3}([^`]{1,500})`{1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex(@"(\*\*|__)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1", RegexOptions.CultureInvariant)]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<![A-Za-z0-9_*])([*_])(?=[^\s*_])([^*_\n]{1,2000}?)(?<=[^\s*_])\1(?![A-Za-z0-9_*])", RegexOptions.CultureInvariant)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"~~(?=\S)([^~\n]{1,2000}?)(?<=\S)~~", RegexOptions.CultureInvariant)]
    private static partial Regex Struck();
}
