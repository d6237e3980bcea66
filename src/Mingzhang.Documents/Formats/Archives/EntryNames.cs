using System.Globalization;
using System.Text;

namespace Mingzhang.Documents.Formats.Archives;

/// <summary>成员名称：decoding, and what of a hostile name may be shown or used in a report's name.</summary>
internal static class EntryNames
{
    private const int Longest = 200;

    private const int Utf8Flag = 0x800;

    static EntryNames() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>解码: packers in China leave the flag out and write GBK; those of other systems leave it out and write UTF-8.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, int flags)
    {
        string name;
        try
        {
            name = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            name = (flags & Utf8Flag) != 0 ? Encoding.UTF8.GetString(bytes) : Encoding.GetEncoding("GB18030").GetString(bytes);
        }

        return name.Replace('\\', '/');
    }

    /// <summary>示人。</summary>
    public static string Shown(string name)
    {
        var kept = new List<string>();
        foreach (var segment in name.Split('/'))
        {
            var clean = Clean(segment).Trim();
            if (clean.Length > 0 && clean.Trim('.').Length > 0 && !(clean.Length == 2 && clean[1] == ':'))
            {
                kept.Add(clean);
            }
        }

        var shown = string.Join('/', kept);
        return shown.Length == 0 ? "□" : shown.Length > Longest ? "…" + shown[^Longest..] : shown;
    }

    private static string Clean(string segment)
    {
        var clean = new StringBuilder();
        foreach (var c in segment)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }
}
