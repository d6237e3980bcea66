namespace Mingzhang.Pdf.Layout;

/// <summary>栏间空白：a white band down part of a page with running text on both sides of it, or running text beside a table; what is on
/// its left is read before what is on its right.</summary>
internal sealed record Gutter(double Top, double Bottom, double Left, double Right)
{
    private const double Narrowest = 1.2;
    private const double FarBelow = 6;
    private const int LeastLines = 6;

    public double Middle => (Left + Right) / 2;

    public bool Beside(Area area) => (area.Top + area.Bottom) / 2 >= Top && (area.Top + area.Bottom) / 2 <= Bottom && (area.Right <= Right || area.Left >= Left);

    /// <summary>找出分栏处。</summary>
    public static List<Gutter> Of(List<PieceLine> lines)
    {
        var found = new List<Gutter>();
        for (var from = 0; from < lines.Count;)
        {
            var to = from + 1;
            foreach (var behind in OuterGaps(lines[from]))
            {
                if (Follow(lines, from, behind, out var end) is { } gutter)
                {
                    found.Add(gutter);
                    to = end;
                    break;
                }
            }

            from = to;
        }

        return found;
    }

    /// <summary>一行分到两边; the halves that hold nothing are left out.</summary>
    public (PieceLine? Left, PieceLine? Right) Divide(PieceLine line)
    {
        var glyphs = line.Line.Glyphs;
        var at = Array.FindIndex(glyphs, g => g.Left > Middle);
        return at < 0 ? (line, null) : at == 0 ? (null, line) : (Part(glyphs[..at]), Part(glyphs[at..]));

        static PieceLine Part(PdfGlyph[] part) => PieceLine.Of([.. part])[0];
    }

    // Where the text goes on behind the first and the last wide gap of a line: between them may be the columns of a table.
    private static List<double> OuterGaps(PieceLine line)
    {
        var behind = new List<double>();
        for (var i = 1; i < line.Pieces.Count; i++)
        {
            if (line.Pieces[i].Left - line.Pieces[i - 1].Right > Narrowest * line.Size)
            {
                behind.Add(line.Pieces[i].Left);
            }
        }

        return behind.Count > 2 ? [behind[0], behind[^1]] : behind;
    }

    private static Gutter? Follow(List<PieceLine> lines, int from, double first, out int end)
    {
        var size = lines[from].Size;
        var (low, high) = (lines[from].Pieces.Where(p => p.Left < first).Max(static p => p.Right), first);
        end = from + 1;
        for (var i = from + 1; i < lines.Count && lines[i].Top - lines[i - 1].Bottom < FarBelow * size; i++)
        {
            var (a, b) = (low, high);
            foreach (var piece in lines[i].Pieces)
            {
                a = piece.Middle < (low + high) / 2 ? Math.Max(a, piece.Right) : a;
                b = piece.Middle > (low + high) / 2 ? Math.Min(b, piece.Left) : b;
            }

            if (b - a < Narrowest * size)
            {
                break;
            }

            (low, high, end) = (a, b, i + 1);
        }

        if (high - low < Narrowest * size || end - from < LeastLines)
        {
            return null;
        }

        var gutter = new Gutter(lines[from].Top, lines[end - 1].Bottom, low, high);
        return RunningText.Beside(lines[from..end], gutter) ? gutter : null;
    }
}
