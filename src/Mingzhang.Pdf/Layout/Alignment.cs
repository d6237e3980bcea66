namespace Mingzhang.Pdf.Layout;

/// <summary>对齐：where no line is drawn between columns or rows, lines are thought in between: columns are the bands of the page that
/// the lines with figures leave free, and a thought line stops where a word crosses it.</summary>
internal static class Alignment
{
    private const int LeastRows = 3;
    private const double Margin = 2;

    /// <summary>各列之间的位置; null where the pieces do not stand in columns.</summary>
    public static List<double>? Cuts(List<PieceLine> lines, bool ruled)
    {
        var data = lines.FindAll(l => l.Pieces.Count >= 2 && l.HasFigure);
        if (data.Count < (ruled ? 1 : LeastRows) || data.Count * 2 < lines.Count)
        {
            return null;
        }

        var bands = Bands(data);
        var pieces = data.Sum(l => l.Pieces.Count);
        var exact = data.Count(l => l.Pieces.Exists(p => p.Exact));

        // A list of contents has two columns as well, the second with whole numbers.
        var money = exact * 2 >= data.Count || bands.Count >= LeastRows;
        if (bands.Count < 2 || (!ruled && (!money || pieces * 2 < data.Count * bands.Count)))
        {
            return null;
        }

        var cuts = new List<double>(bands.Count - 1);
        for (var i = 1; i < bands.Count; i++)
        {
            cuts.Add((bands[i - 1].High + bands[i].Low) / 2);
        }

        return cuts;
    }

    /// <summary>横线之间逐行加线: one row for every printed line, but a label that is wrapped below its figures stays with them.</summary>
    public static List<double> RowCuts(List<PieceLine> lines)
    {
        var cuts = new List<double>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (!Wraps(lines, i))
            {
                cuts.Add((lines[i - 1].Bottom + lines[i].Top) / 2);
            }
        }

        return cuts;
    }

    /// <summary>加上想象的线。</summary>
    /// <param name="web">Lines that are drawn.</param>
    /// <param name="lines">The text inside.</param>
    /// <param name="columns">Places of vertical lines.</param>
    /// <param name="rows">Places of all horizontal lines, drawn or thought, from top to bottom.</param>
    public static void Draw(Web web, List<PieceLine> lines, IReadOnlyList<double> columns, IReadOnlyList<double> rows)
    {
        for (var r = 1; r < rows.Count; r++)
        {
            var row = lines.FindAll(l => (l.Top + l.Bottom) / 2 > rows[r - 1] && (l.Top + l.Bottom) / 2 < rows[r]);
            foreach (var x in columns)
            {
                if (!row.Exists(l => l.Pieces.Exists(p => p.Left < x - 1 && p.Right > x + 1)))
                {
                    web.Down.Add(new Segment(x, rows[r - 1], rows[r]));
                }
            }
        }
    }

    /// <summary>由对齐的行成网。</summary>
    public static Web Web(List<PieceLine> lines, List<double> cuts)
    {
        var (left, right) = (double.MaxValue, double.MinValue);
        foreach (var line in lines)
        {
            left = Math.Min(left, line.Line.Area.Left - Margin);
            right = Math.Max(right, line.Line.Area.Right + Margin);
        }

        List<double> rows = [lines[0].Top - Margin, .. RowCuts(lines), lines[^1].Bottom + Margin];
        var web = new Web();
        foreach (var y in rows)
        {
            web.Across.Add(new Segment(y, left, right));
        }

        web.Down.Add(new Segment(left, rows[0], rows[^1]));
        web.Down.Add(new Segment(right, rows[0], rows[^1]));
        Draw(web, lines, cuts, rows);
        return web;
    }

    private static bool Wraps(List<PieceLine> lines, int at)
    {
        var line = lines[at];
        var above = lines[at - 1];
        return line.Pieces is [{ Figure: false } label] && above.HasFigure && Math.Abs(label.Left - above.Pieces[0].Left) < line.Line.Glyphs[0].Size
            && line.Top - above.Bottom < 0.25 * line.Line.Glyphs[0].Size && at + 1 < lines.Count && lines[at + 1].Top - line.Bottom > line.Top - above.Bottom + 1;
    }

    private static List<(double Low, double High)> Bands(List<PieceLine> data)
    {
        var sorted = new List<Piece>();
        foreach (var line in data)
        {
            sorted.AddRange(line.Pieces);
        }

        sorted.Sort(static (a, b) => a.Left.CompareTo(b.Left));
        var bands = new List<(double Low, double High)>();
        foreach (var piece in sorted)
        {
            if (bands.Count > 0 && piece.Left <= bands[^1].High)
            {
                bands[^1] = (bands[^1].Low, Math.Max(bands[^1].High, piece.Right));
            }
            else
            {
                bands.Add((piece.Left, piece.Right));
            }
        }

        return bands;
    }
}
