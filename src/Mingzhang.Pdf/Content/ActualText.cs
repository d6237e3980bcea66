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
}
