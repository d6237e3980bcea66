using System.Text;

namespace Mingzhang.Pdf.Layout;

/// <summary>转向文字：text that does not run from left to right reads in the order in which it was drawn; it breaks where the next
/// glyph stands neither beside nor below the last one.</summary>
internal static class TurnedText
{
    public static List<(string Text, Area Area, double Size, int Glyphs)> Of(List<PdfGlyph> glyphs)
    {
        var runs = new List<(string Text, Area Area, double Size, int Glyphs)>();
        for (var from = 0; from < glyphs.Count;)
        {
            var text = new StringBuilder(glyphs[from].Text);
            var area = Area.Of(glyphs[from]);
            var to = from + 1;
            for (; to < glyphs.Count && Follows(glyphs[to - 1], glyphs[to]); to++)
            {
                text.Append(glyphs[to].Text);
                area = area.With(Area.Of(glyphs[to]));
            }

            runs.Add((text.ToString(), area, glyphs[from].Size, to - from));
            from = to;
        }

        return runs;
    }

    private static bool Follows(in PdfGlyph last, in PdfGlyph next)
    {
        const double Far = 2;
        var across = Math.Abs(next.Left - last.Left);
        var along = Math.Abs(next.Baseline - last.Baseline);
        var size = Math.Max(last.Size, next.Size);
        return Math.Min(across, along) <= size / 2 && Math.Max(across, along) <= Far * size;
    }
}
