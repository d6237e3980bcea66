namespace Mingzhang.Pdf.Layout;

/// <summary>数字与文字的分界：a label that begins close behind a figure is in the next column where several rows change from figure to label
/// at the same place.</summary>
internal static class FigureBreaks
{
    private const int LeastRows = 3;
    private const double Same = 0.15;

    /// <summary>分开贴近的数字与文字，并说出分在何处。</summary>
    public static (List<PieceLine> Lines, List<double> Places) Divide(List<PieceLine> lines)
    {
        var places = new List<(double Left, string First)>();
        foreach (var line in lines)
        {
            foreach (var piece in line.Pieces)
            {
                if (Break(line, piece) is var at and > 0)
                {
                    places.Add((line.Line.Glyphs[at].Left, line.Line.Glyphs[at].Text));
                }
            }
        }

        var used = new List<double>();
        return (places.Count < LeastRows ? lines : lines.ConvertAll(l => Divide(l, places, used)), used);
    }

    private static PieceLine Divide(PieceLine line, List<(double Left, string First)> places, List<double> used)
    {
        var pieces = new List<Piece>(line.Pieces.Count);
        foreach (var piece in line.Pieces)
        {
            var at = Break(line, piece);
            if (at > 0 && Columns(places, line.Line.Glyphs[at].Left, Same * line.Size))
            {
                pieces.Add(Piece.Part(line.Line, piece.From, at));
                pieces.Add(Piece.Part(line.Line, at, piece.To));
                used.Add(line.Line.Glyphs[at].Left);
            }
            else
            {
                pieces.Add(piece);
            }
        }

        return line with { Pieces = pieces };
    }

    // The unit of a figure is the same in all rows; labels are not.
    private static bool Columns(List<(double Left, string First)> places, double at, double near)
    {
        var here = places.FindAll(p => Math.Abs(p.Left - at) < near);
        return here.Count >= LeastRows && here.Exists(p => p.First != here[0].First);
    }

    // Where money goes over to a label.
    private static int Break(PieceLine line, in Piece piece)
    {
        var glyphs = line.Line.Glyphs;
        if (piece.Figure)
        {
            return 0;
        }

        for (var i = piece.From + 1; i < piece.To; i++)
        {
            if (LineText.Wide(glyphs[i]) && char.IsAsciiDigit(glyphs[i - 1].Text[0]) && Piece.Part(line.Line, piece.From, i).Exact)
            {
                return i;
            }
        }

        return 0;
    }
}
