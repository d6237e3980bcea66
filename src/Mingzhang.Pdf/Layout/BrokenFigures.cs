namespace Mingzhang.Pdf.Layout;

/// <summary>断开的数字：digits as wide as words are wrapped like words in a narrow column: what stands below is the end of the figure.</summary>
internal static class BrokenFigures
{
    private const double LinePitch = 0.8;
    private const int Whole = 2;

    /// <summary>下一行的数字是否都接上一行: every one of them gives the figure above it its two decimals, which it has not.</summary>
    public static bool GoOn(List<PieceLine> row, PieceLine line)
    {
        var ends = line.Pieces.FindAll(static p => p.Figure);
        return ends.Count > 0 && line.Top - row[^1].Bottom < LinePitch * line.Size && ends.TrueForAll(e => Completes(row, line, e));
    }

    private static bool Completes(List<PieceLine> row, PieceLine line, Piece end)
    {
        foreach (var above in row)
        {
            foreach (var piece in above.Pieces)
            {
                if (piece.Figure && Math.Min(piece.Right, end.Right) > Math.Max(piece.Left, end.Left))
                {
                    var first = Text(above, piece);
                    return Decimals(first) != Whole && Decimals(first + Text(line, end)) == Whole;
                }
            }
        }

        return false;
    }

    private static string Text(PieceLine line, Piece piece) => string.Concat(line.Line.Glyphs[piece.From..piece.To].Select(static g => g.Text));

    // Behind the only decimal point; -1 where there is none, or more than one.
    private static int Decimals(string figure)
    {
        var at = figure.AsSpan().IndexOfAny('.', '．');
        return at < 0 || figure.AsSpan(at + 1).ContainsAny('.', '．') ? -1 : figure.Length - at - 1;
    }
}
