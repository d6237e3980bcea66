using System.Text;

namespace Mingzhang.Pdf.Content;

/// <summary>实际文字：a producer's own statement of what some glyphs say.</summary>
internal static class ActualText
{
    /// <summary>分给各字形：in their order, as evenly as may be, so that every character keeps a place; glyphs that get none are dropped.</summary>
    public static IEnumerable<PdfGlyph> Spread(IReadOnlyList<PdfGlyph> glyphs, string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        var given = 0;
        for (var i = 0; i < glyphs.Count; i++)
        {
            var until = (int)((((i + 1L) * runes.Length) + glyphs.Count - 1) / glyphs.Count);
            if (until > given)
            {
                yield return glyphs[i] with { Text = string.Concat(runes[given..until]) };
            }

            given = until;
        }
    }

    /// <summary>解码文本串：UTF-16 or UTF-8 with their marks, else PDFDocEncoding, of which Latin-1 is near enough.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xfe, 0xff, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        [0xff, 0xfe, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xef, 0xbb, 0xbf, .. var rest] => Encoding.UTF8.GetString(rest),
        _ => Encoding.Latin1.GetString(bytes),
    };
}
