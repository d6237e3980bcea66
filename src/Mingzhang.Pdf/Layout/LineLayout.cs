namespace Mingzhang.Pdf.Layout;

/// <summary>文字行的排版：glyphs outside tables to lines that know their size, weight and what stands at their beginning.</summary>
internal static class LineLayout
{
    public static List<LaidLine> Of(int page, List<PieceLine> upright, List<PdfGlyph> turned)
    {
        var lines = new List<LaidLine>();
        foreach (var (line, _) in upright)
        {
            lines.Add(Line(page, line));
        }

        foreach (var (text, area, size, count) in TurnedText.Of(turned))
        {
            lines.Add(new LaidLine(page, area, text, area.Bottom, size, bold: false, area.Width, count));
        }

        return lines;
    }

    private static LaidLine Line(int page, GlyphLine line)
    {
        var glyphs = line.Glyphs;
        var bold = true;
        var (size, votes) = (glyphs[0].Size, 0);
        foreach (ref readonly var glyph in glyphs.AsSpan())
        {
            bold &= glyph.Font.Bold;
            votes += Math.Abs(glyph.Size - size) < 0.5 ? 1 : -1;
            if (votes < 0)
            {
                (size, votes) = (glyph.Size, 1);
            }
        }

        return new LaidLine(page, line.Area, LineText.Of(glyphs), line.Baseline, size, bold, Lead(glyphs), glyphs.Length);
    }

    // Digits and letters that touch, and the marks that open before or close behind them, go to the next line together.
    private static double Lead(PdfGlyph[] glyphs)
    {
        const string Closing = "，。、；：！？）》”’」』】％%,.;:!?)]";
        const string Opening = "（《“‘「『【([";
        var end = 1;
        while (end < glyphs.Length && LineText.Gap(glyphs[end - 1], glyphs[end]) == 0
            && (Opening.Contains(glyphs[end - 1].Text, StringComparison.Ordinal) || Closing.Contains(glyphs[end].Text, StringComparison.Ordinal) || (!LineText.Wide(glyphs[end - 1]) && !LineText.Wide(glyphs[end]))))
        {
            end++;
        }

        return glyphs[end - 1].Right - glyphs[0].Left;
    }
}
