namespace Mingzhang.Pdf.Layout;

/// <summary>印出的一行：lines that make one row of a table: labels that are wrapped stand in lines above and below their figures.</summary>
internal sealed class PieceRow
{
    public PieceRow(List<PieceLine> lines)
    {
        (Top, Bottom) = (lines[0].Top, lines[0].Bottom);
        foreach (var line in lines)
        {
            Pieces.AddRange(line.Pieces);
            Top = Math.Min(Top, line.Top);
            Bottom = Math.Max(Bottom, line.Bottom);
        }
    }

    public double Top { get; }

    public double Bottom { get; }

    public List<Piece> Pieces { get; } = [];

    public bool HasFigure => Pieces.Exists(static p => p.Figure);

    /// <summary>把行并成表的行。</summary>
    public static List<PieceRow> Of(List<PieceLine> lines)
    {
        var rows = new List<PieceRow>();
        for (var from = 0; from < lines.Count;)
        {
            var to = from + 1;
            while (to < lines.Count && Together(lines, to))
            {
                to++;
            }

            rows.Add(new PieceRow(lines[from..to]));
            from = to;
        }

        return rows;
    }

    // Lines that overlap are cells of one row, centred against each other. A label alone in its line belongs to the row that it is clearly
    // nearer to.
    private static bool Together(List<PieceLine> lines, int at)
    {
        const double Overlap = 0.08;
        var (above, line) = (lines[at - 1], lines[at]);
        var gap = line.Top - above.Bottom;
        if (gap < Overlap * Math.Min(above.Size, line.Size))
        {
            return true;
        }

        return (IsLabel(line) && above.HasFigure && Nearer(gap, at + 1 < lines.Count ? lines[at + 1].Top - line.Bottom : double.MaxValue, line.Size))
            || (IsLabel(above) && line.HasFigure && Nearer(gap, at > 1 ? above.Top - lines[at - 2].Bottom : double.MaxValue, line.Size));
    }

    private static bool IsLabel(PieceLine line) => line.Pieces is [{ Figure: false }];

    private static bool Nearer(double gap, double other, double size) => gap < 0.3 * size && other > gap + (0.3 * size) && other < double.MaxValue;
}
