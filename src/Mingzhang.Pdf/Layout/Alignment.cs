namespace Mingzhang.Pdf.Layout;

/// <summary>对齐：where no line is drawn between columns or rows, lines are thought in between: columns are the bands of the page that
/// the rows with figures leave free, and a thought line stops where a word crosses it.</summary>
internal static class Alignment
{
    private const int LeastRows = 3;
    private const int LeastColumns = 3;
    private const double Margin = 2;

    /// <summary>线内各列之间的位置; null where no figures stand in columns.</summary>
    public static List<double>? Cuts(List<PieceRow> rows)
    {
        var pieces = new List<Piece>();
        foreach (var row in Data(rows))
        {
            pieces.AddRange(row.Pieces);
        }

        pieces.Sort(static (a, b) => a.Left.CompareTo(b.Left));
        var cuts = new List<double>();
        var high = double.MaxValue;
        foreach (var piece in pieces)
        {
            if (piece.Left > high)
            {
                cuts.Add(Clear(rows, high, piece.Left));
            }

            high = high == double.MaxValue ? piece.Right : Math.Max(high, piece.Right);
        }

        return cuts.Count > 0 ? cuts : null;
    }

    // Labels in the header are often wider than the figures: the line stands in the widest gap that they leave.
    private static double Clear(List<PieceRow> rows, double low, double high)
    {
        var ends = new List<(double Left, double Right)> { (low, low), (high, high) };
        foreach (var row in rows)
        {
            ends.AddRange(row.Pieces.FindAll(p => p.Right > low && p.Left < high && (p.Left > low || p.Right < high)).ConvertAll(static p => (p.Left, p.Right)));
        }

        ends.Sort();
        var (at, widest, right) = ((low + high) / 2, 0.0, low);
        foreach (var (left, end) in ends)
        {
            if (left - right > widest)
            {
                (at, widest) = ((left + right) / 2, left - right);
            }

            right = Math.Max(right, end);
        }

        return at;
    }

    /// <summary>没有线时各列之间的位置: asks for more, since text without lines is rarely a table. A list of contents has two columns as well,
    /// the second with whole numbers, and sentences may have numbers in the same places.</summary>
    /// <param name="rows">Rows.</param>
    /// <param name="tight">Whether the pieces are split tightly, so that only money proves a table.</param>
    public static List<double>? Guess(List<PieceRow> rows, bool tight)
    {
        var data = Data(rows);
        var exact = data.Count(r => r.Pieces.Exists(p => p.Exact));
        if (data.Count < LeastRows || data.Count * 2 < rows.Count || data.Count(r => r.Pieces.Exists(p => p.Prose)) * 2 >= data.Count || Cuts(rows) is not { } cuts)
        {
            return null;
        }

        var columns = cuts.Count + 1;
        var money = exact * 2 >= data.Count;
        var filled = data.Sum(r => r.Pieces.Count);
        return (tight ? money && columns >= LeastColumns && filled * 4 >= data.Count * columns * 3 : (money || columns >= LeastColumns) && filled * 2 >= data.Count * columns) ? cuts : null;
    }

    /// <summary>行与行之间的位置。</summary>
    public static IEnumerable<double> Between(List<PieceRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            yield return (rows[i - 1].Bottom + rows[i].Top) / 2;
        }
    }

    /// <summary>加上想象的竖线。</summary>
    /// <param name="web">Lines that are drawn.</param>
    /// <param name="lines">The text inside.</param>
    /// <param name="columns">Places of vertical lines.</param>
    /// <param name="rows">Places of all horizontal lines, drawn or thought, from top to bottom.</param>
    public static void Draw(Web web, List<PieceLine> lines, IReadOnlyList<double> columns, IReadOnlyList<double> rows)
    {
        for (var r = 1; r < rows.Count; r++)
        {
            var row = lines.FindAll(l => l.Center > rows[r - 1] && l.Center < rows[r]);
            foreach (var x in columns)
            {
                if (!row.Exists(l => l.Pieces.Exists(p => Spans(p, x))))
                {
                    web.Down.Add(new Segment(x, rows[r - 1], rows[r]));
                }
            }
        }
    }

    /// <summary>由对齐的行成网。</summary>
    public static Web Web(List<PieceLine> lines, List<PieceRow> rows, List<double> cuts)
    {
        var (left, right) = (double.MaxValue, double.MinValue);
        foreach (var line in lines)
        {
            left = Math.Min(left, line.Line.Area.Left - Margin);
            right = Math.Max(right, line.Line.Area.Right + Margin);
        }

        return Web([rows[0].Top - Margin, .. Between(rows), rows[^1].Bottom + Margin], left, right, lines, cuts);
    }

    /// <summary>由横线与列的位置成网。</summary>
    public static Web Web(List<double> rows, double left, double right, List<PieceLine> lines, List<double> cuts)
    {
        var web = new Web();
        foreach (var y in rows)
        {
            web.Across.Add(new Segment(y, left, right));
        }

        web.Down.Add(new Segment(left, rows[0], rows[^1]));
        web.Down.Add(new Segment(right, rows[0], rows[^1]));
        Draw(web, lines, cuts.FindAll(x => x > left && x < right), rows);
        return web;
    }

    // A label that reaches only a little over the line belongs to one side; a label over several columns lies over it with a good part.
    private static bool Spans(in Piece piece, double x) => Math.Min(x - piece.Left, piece.Right - x) > Math.Max(1, (piece.Right - piece.Left) / 5);

    private static List<PieceRow> Data(List<PieceRow> rows) => rows.FindAll(static r => r.Pieces.Count >= 2 && r.HasFigure);
}
