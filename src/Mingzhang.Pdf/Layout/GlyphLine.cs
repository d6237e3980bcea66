namespace Mingzhang.Pdf.Layout;

/// <summary>字形行：glyphs on one baseline from left to right; superscripts stand in the line that they belong to, and what is drawn
/// twice for weight or shadow stands once.</summary>
internal sealed class GlyphLine
{
    private GlyphLine(PdfGlyph[] glyphs)
    {
        Glyphs = glyphs;
        var area = Area.Of(glyphs[0]);
        var main = glyphs[0];
        foreach (ref readonly var glyph in glyphs.AsSpan())
        {
            area = area.With(Area.Of(glyph));
            if (glyph.Size > main.Size)
            {
                main = glyph;
            }
        }

        Area = area;
        Baseline = main.Baseline;
    }

    public PdfGlyph[] Glyphs { get; }

    public Area Area { get; }

    public double Baseline { get; }

    /// <summary>把字形分成行，从上到下。</summary>
    public static List<GlyphLine> Of(List<PdfGlyph> glyphs)
    {
        var lines = new List<GlyphLine>();
        if (glyphs.Count == 0)
        {
            return lines;
        }

        var sorted = glyphs.ToArray();
        Array.Sort(sorted, static (a, b) => a.Baseline.CompareTo(b.Baseline));
        var from = 0;
        while (from < sorted.Length)
        {
            var to = End(sorted, from);
            Add(lines, sorted.AsSpan(from, to - from));
            from = to;
        }

        return lines;
    }

    // The largest glyph holds the line; what stands less than 0.4 em beside its baseline belongs to it.
    private static int End(PdfGlyph[] sorted, int from)
    {
        const double Drift = 0.4;
        var anchor = sorted[from];
        var to = from + 1;
        for (; to < sorted.Length; to++)
        {
            ref readonly var next = ref sorted[to];
            if (next.Baseline - anchor.Baseline > Drift * Math.Max(anchor.Size, next.Size) || next.Baseline - sorted[from].Baseline > Math.Max(anchor.Size, next.Size))
            {
                break;
            }

            if (next.Size > anchor.Size)
            {
                anchor = next;
            }
        }

        return to;
    }

    private static void Add(List<GlyphLine> lines, Span<PdfGlyph> glyphs)
    {
        glyphs.Sort(static (a, b) => a.Left != b.Left ? a.Left.CompareTo(b.Left) : a.Baseline.CompareTo(b.Baseline));
        var kept = new List<PdfGlyph>(glyphs.Length);
        foreach (ref readonly var glyph in glyphs)
        {
            if (!Repeats(kept, glyph))
            {
                kept.Add(glyph);
            }
        }

        lines.Add(new GlyphLine([.. kept]));
    }

    private static bool Repeats(List<PdfGlyph> kept, in PdfGlyph glyph)
    {
        const double Near = 0.15;
        const int LookBack = 4;
        for (var i = kept.Count - 1; i >= Math.Max(0, kept.Count - LookBack); i--)
        {
            var other = kept[i];
            var limit = Math.Min(Near * glyph.Size, (other.Right - other.Left) / 2);
            if (Math.Abs(glyph.Left - other.Left) <= limit && Math.Abs(glyph.Baseline - other.Baseline) <= Near * glyph.Size
                && string.Equals(glyph.Text, other.Text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
