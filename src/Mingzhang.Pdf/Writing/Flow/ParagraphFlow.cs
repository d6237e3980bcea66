using Mingzhang.Pdf.Writing.Structure;
using Mingzhang.Pdf.Writing.Typefaces;

namespace Mingzhang.Pdf.Writing.Flow;

/// <summary>排段落：lines, with no single line left alone at the foot or the head of a page.</summary>
internal static class ParagraphFlow
{
    /// <summary>字样：how a text is set.</summary>
    internal sealed record Look(PdfFontRole Role, double Size, double Leading, PdfAlign Align, bool Indented, bool Bold);

    public static List<TextLine> Lines(string text, Look look, double width, FontCase fonts)
    {
        var lines = new List<TextLine>();
        foreach (var part in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var whole = width / look.Size;
            lines.AddRange(LineBreaker.Break(fonts.Set(part, look.Role), look.Indented ? whole - 2 : whole, whole));
        }

        return lines;
    }

    public static void Place(string text, Look look, Pages pages, Tag tag, bool whole = false)
    {
        var lines = Lines(text, look, pages.Width, pages.Fonts);
        var starts = true;
        for (var at = 0; at < lines.Count;)
        {
            var count = Math.Min(Fitting(lines.Count - at, at == 0, look, pages, whole), lines.Count - at);
            if (count <= 0)
            {
                pages.Turn();
                continue;
            }

            pages.Current.Begin(tag);
            for (var i = at; i < at + count; i++)
            {
                Draw(lines[i], look, pages, look.Indented && starts ? 2 * look.Size : 0);
                starts = lines[i].Last;
            }

            pages.Current.End();
            at += count;
            if (at < lines.Count)
            {
                pages.Turn();
            }
        }
    }

    /// <summary>基线：the em box stands in the middle of the line.</summary>
    public static double Baseline(double top, double leading, double size) => top + ((leading - size) / 2) + (0.88 * size);

    private static int Fitting(int left, bool first, Look look, Pages pages, bool whole)
    {
        var room = (int)((pages.Room + 0.01) / look.Leading);
        if (room >= left || pages.AtTop)
        {
            return Math.Max(1, room);
        }

        room = left - room == 1 ? room - 1 : room;
        return whole || (first && room < 2) ? 0 : room;
    }

    private static void Draw(TextLine line, Look look, Pages pages, double indent)
    {
        var free = pages.Width - indent - (line.Width * look.Size);
        var left = pages.Left + indent + look.Align switch { PdfAlign.Center => free / 2, PdfAlign.Right => free, _ => 0 };
        var stretch = look.Align == PdfAlign.Justify && !line.Last ? Stretch(line, free, look.Size) : 0;
        pages.Current.Text(line, left, Baseline(pages.Y, look.Leading, look.Size), look.Size, look.Bold, stretch);
        pages.Y += look.Leading;
    }

    /// <summary>两端对齐：a line that is far too short, because a long word did not fit, is left as it is.</summary>
    private static double Stretch(TextLine line, double free, double size)
    {
        var gaps = 0;
        for (var i = line.From + 1; i < line.To; i++)
        {
            gaps += LineBreaker.MayStretch(line.Glyphs, i) ? 1 : 0;
        }

        // Rounded down to a hundredth, as it is written, so that the line ends inside the margin.
        return gaps == 0 || free <= 0 || free / gaps > size / 2 ? 0 : Math.Floor(free / gaps * 1000 / size * 100) / 100 * size / 1000;
    }
}
