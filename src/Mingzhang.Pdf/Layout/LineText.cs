using System.Text;

namespace Mingzhang.Pdf.Layout;

/// <summary>行的文字：blanks by the gaps between glyphs, never by drawn blanks, so that every producer reads alike. Evenly spaced
/// letters ("收 、 支 总 计", "2 9 4 0 . 0 5") are one word.</summary>
internal static class LineText
{
    /// <summary>是否方块字: as wide as it is high.</summary>
    public static bool Wide(in PdfGlyph glyph) => glyph.Right - glyph.Left >= 0.8 * glyph.Size;

    /// <summary>拼出文字。</summary>
    public static string Of(ReadOnlySpan<PdfGlyph> glyphs)
    {
        if (glyphs.Length == 1)
        {
            return glyphs[0].Text;
        }

        Span<double> gaps = glyphs.Length <= 512 ? stackalloc double[glyphs.Length] : new double[glyphs.Length];
        for (var i = 1; i < glyphs.Length; i++)
        {
            gaps[i] = Gap(glyphs[i - 1], glyphs[i]);
        }

        CloseLetterSpacing(gaps);
        var text = new StringBuilder(glyphs.Length + 8);
        for (var i = 0; i < glyphs.Length; i++)
        {
            if (i > 0 && gaps[i] > 0)
            {
                text.Append(' ', gaps[i] >= 2 ? 2 : 1);
            }

            text.Append(glyphs[i].Text);
        }

        return text.ToString();
    }

    /// <summary>两个字形间的空白, in em; 0 where they touch as neighbours of one word do.</summary>
    public static double Gap(in PdfGlyph left, in PdfGlyph right)
    {
        const double BetweenLatin = 0.2;
        const double BetweenWide = 0.5;
        const double Mixed = 0.35;
        var em = (right.Left - left.Right) / Math.Max(1, Math.Max(left.Size, right.Size));
        var (a, b) = (Wide(left), Wide(right));
        return em > (a && b ? BetweenWide : a || b ? Mixed : BetweenLatin) ? em : 0;
    }

    // Four or more glyphs that stand alone with the same gap between them are one word set wide.
    private static void CloseLetterSpacing(Span<double> gaps)
    {
        const double Widest = 1.3;
        const double Even = 0.3;
        const int Least = 3;
        for (var from = 1; from < gaps.Length;)
        {
            var (low, high) = (gaps[from], gaps[from]);
            var to = from;
            while (to < gaps.Length && gaps[to] > 0 && gaps[to] <= Widest && Math.Max(high, gaps[to]) - Math.Min(low, gaps[to]) <= Even)
            {
                (low, high) = (Math.Min(low, gaps[to]), Math.Max(high, gaps[to]));
                to++;
            }

            if (to - from >= Least)
            {
                gaps[from..to].Clear();
            }

            from = Math.Max(to, from + 1);
        }
    }
}
