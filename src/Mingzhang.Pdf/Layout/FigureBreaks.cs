namespace Mingzhang.Pdf.Layout;

/// <summary>数字与文字的分界：a label that begins close behind a figure is in the next column where labels of several lines, those of the
/// header among them, begin at the same place.</summary>
internal static class FigureBreaks
{
    private const int LeastLines = 3;
    private const double Same = 0.15;

    /// <summary>分开贴近的数字与文字，并说出分在何处。</summary>
    /// <param name="header">Lines of the header.</param>
    /// <param name="body">Lines below it.</param>
    public static (List<PieceLine> Lines, List<double> Places) Divide(List<PieceLine> header, List<PieceLine> body)
    {
        var starts = new List<Start>();
        foreach (var line in header)
        {
            Collect(line, starts);
        }

        foreach (var line in body)
        {
            Collect(line, starts);
        }

        var used = new List<double>();
        return (body.ConvertAll(l => Divide(l, starts, used)), used);
    }

    private static void Collect(PieceLine line, List<Start> starts)
    {
        foreach (var piece in line.Pieces)
        {
            if (Break(line, piece) is var at and > 0)
            {
                starts.Add(new Start(line.Line.Glyphs[at].Left, line.Line.Glyphs[at].Text, Close: true));
            }

            if (!piece.Figure)
            {
                starts.Add(new Start(piece.Left, line.Line.Glyphs[piece.From].Text, Close: false));
            }
        }
    }

    private static PieceLine Divide(PieceLine line, List<Start> starts, List<double> used)
    {
        var pieces = new List<Piece>(line.Pieces.Count);
        foreach (var piece in line.Pieces)
        {
            var at = Break(line, piece);
            if (at > 0 && Columns(starts, line.Line.Glyphs[at].Left, Same * line.Size))
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
    private static bool Columns(List<Start> starts, double at, double near)
    {
        var here = starts.FindAll(p => Math.Abs(p.Left - at) < near);
        var close = here.FindAll(static p => p.Close);
        return here.Count >= LeastLines && (close.Count == 1 ? here : close).Exists(p => p.First != close[0].First);
    }

    // Where money goes over to a label.
    private static int Break(PieceLine line, Piece piece)
    {
        var glyphs = line.Line.Glyphs;
        if (piece.Figure)
        {
            return 0;
        }

        for (var i = piece.From + 1; i < piece.To; i++)
        {
            if (LineText.Wide(glyphs[i]) && !Piece.OfFigures(glyphs[i].Text[0]) && char.IsDigit(glyphs[i - 1].Text[0]) && Piece.Part(line.Line, piece.From, i).Exact)
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>标签的起点。</summary>
    /// <param name="Left">Where it begins.</param>
    /// <param name="First">Its first character.</param>
    /// <param name="Close">Whether it touches a figure.</param>
    private sealed record Start(double Left, string First, bool Close);
}
