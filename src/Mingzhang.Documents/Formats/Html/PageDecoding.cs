using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Documents.Formats.Text;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>网页解码：by what the bytes are; what the page declares decides only where the bytes allow both.</summary>
internal static partial class PageDecoding
{
    /// <summary>解码; null where too little of the page is text in the encoding found.</summary>
    public static DecodedPage? Decode(ReadOnlySpan<byte> bytes, string? hint = null)
    {
        var declared = Declared(bytes) ?? hint ?? "";
        if (TextDecoding.Decode(bytes) is var (text, encoding) && !(encoding == "GB18030" && IsBig5(declared)))
        {
            var other = declared.Length > 0 && Family(declared) != Family(encoding) && text.AsSpan().ContainsAnyExceptInRange('\0', '\u007f');
            return new DecodedPage(text, other ? $"{encoding} (declared {declared})" : encoding, 0);
        }

        // Damaged somewhere: the encoding in which the damage is small.
        foreach (var (name, lossy) in Candidates(declared))
        {
            var decoded = lossy.GetString(bytes);
            var wide = decoded.AsSpan().Count('\ufffd') is var lost && lost == 0 ? 1 : decoded.Count(c => c > '\u007f');
            if (lost * 20L <= wide)
            {
                return new DecodedPage(decoded, name, lost);
            }
        }

        return null;
    }

    /// <summary>双字节的编码，凭记号或 ASCII 字符的位置。</summary>
    public static Encoding? Wide(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [(byte)'<', 0, _, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, (byte)'<', 0, _, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static IEnumerable<(string Name, Encoding Encoding)> Candidates(string declared)
    {
        if (IsBig5(declared))
        {
            yield return ("Big5", Lossy(950));
        }

        yield return ("UTF-8", new UTF8Encoding(false, false));
        yield return ("GB18030", Lossy(54936));
    }

    // These mark a loss with a question mark unless told otherwise, which could not be told from a printed one.
    private static Encoding Lossy(int codePage) => Encoding.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\ufffd"));

    private static string? Declared(ReadOnlySpan<byte> bytes) =>
        Charset().Match(PageSigns.Begin(bytes)) is { Success: true } match ? match.Groups[1].Value.ToLowerInvariant() : null;

    private static bool IsBig5(string declared) => declared.StartsWith("big5", StringComparison.OrdinalIgnoreCase);

    private static string Family(string name) =>
        name.StartsWith("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase) ? "utf-8"
        : name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) || name.Equals("unicode", StringComparison.OrdinalIgnoreCase) ? "utf-16"
        : name.StartsWith("gb", StringComparison.OrdinalIgnoreCase) || name is "x-gbk" or "cp936" or "936" ? "gb" : name;

    [GeneratedRegex(@"<(?:meta|\?xml|%@)[^>]{0,400}?(?:charset|encoding)\s*=\s*[""']?\s*([A-Za-z0-9_-]{2,20})", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();
}

/// <summary>解码的结果。</summary>
/// <param name="Text">The source of the page.</param>
/// <param name="Encoding">How it was decoded, for the report.</param>
/// <param name="Lost">Characters that could not be decoded.</param>
internal sealed record DecodedPage(string Text, string Encoding, int Lost);
