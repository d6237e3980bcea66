namespace Mingzhang.Pdf.Layout;

/// <summary>成段的文字：lines that mostly fill their column and have the marks of sentences.</summary>
internal static class RunningText
{
    private const int LeastLines = 5;
    private const int LeastBesideTable = 8;
    private const double NarrowestColumn = 10;
    private const double FullShare = 0.6;
    private const double FullWidth = 0.8;
    private const double EvenPitch = 1.4;

    /// <summary>两边是否各自成文: running text on both sides, or even running text on one and figures on the other.</summary>
    public static bool Beside(List<PieceLine> lines, Gutter gutter)
    {
        var (left, right) = (Side(lines, p => p.Middle < gutter.Middle), Side(lines, p => p.Middle > gutter.Middle));
        return (Is(left) && Is(right)) || (IsEven(left) && IsTable(right)) || (IsEven(right) && IsTable(left));
    }

    private static List<PieceLine> Side(List<PieceLine> lines, Func<Piece, bool> on)
    {
        var side = new List<PieceLine>();
        foreach (var line in lines)
        {
            var pieces = line.Pieces.FindAll(p => on(p));
            if (pieces.Count > 0)
            {
                side.Add(line with { Pieces = pieces });
            }
        }

        return side;
    }

    private static bool Is(List<PieceLine> side)
    {
        if (side.Count < LeastLines)
        {
            return false;
        }

        var (left, right) = (side.Min(static l => l.Pieces[0].Left), side.Max(static l => l.Pieces[^1].Right));
        var full = side.Count(l => Filled(l) >= FullWidth * (right - left));
        return right - left >= NarrowestColumn * side[0].Size && full >= FullShare * side.Count && side.Exists(TableLine.IsProse);
    }

    private static double Filled(PieceLine line) => line.Pieces.Sum(static p => p.Width);

    // The rows of a table leave room between their texts; running text does not.
    private static bool IsEven(List<PieceLine> side)
    {
        if (side.Count < LeastBesideTable || !Is(side))
        {
            return false;
        }

        var (low, high) = (double.MaxValue, 0.0);
        for (var i = 1; i < side.Count; i++)
        {
            var pitch = side[i].Line.Baseline - side[i - 1].Line.Baseline;
            (low, high) = (Math.Min(low, pitch), Math.Max(high, pitch));
        }

        return high <= EvenPitch * low;
    }

    private static bool IsTable(List<PieceLine> side)
    {
        const int LeastRows = 3;
        return side.Count(TableLine.IsData) >= LeastRows;
    }
}
