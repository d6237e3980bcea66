namespace Mingzhang.Pdf.Layout;

/// <summary>线没有画全的表：a table whose lines do not divide all of its rows and columns.</summary>
internal static class PartlyRuled
{
    private const double Complete = 0.75;
    private const int LeastRows = 3;
    private const int MostHeaderLines = 9;

    /// <summary>格网是否没有画全: figures of several columns, or of several rows, stand in one cell.</summary>
    public static bool Lacks(Lattice lattice, List<PieceLine> lines)
    {
        var (figures, cells) = (0, new HashSet<(int, int)>());
        var (money, shared) = (0, 0);
        var rows = new Dictionary<int, int>();
        var inside = lines.FindAll(l => l.HasFigure && l.Center > lattice.Ys[0] && l.Center < lattice.Ys[^1]);
        for (var i = 0; i < inside.Count; i++)
        {
            var row = Levels.Band(lattice.Ys, inside[i].Center);
            var others = new HashSet<int>();
            var (exact, beside) = (false, false);
            var last = -1;
            foreach (var piece in inside[i].Pieces)
            {
                if (Levels.Band(lattice.Xs, piece.Middle) is >= 0 and var column && lattice.Owner[row, column] is >= 0 and var cell)
                {
                    others.Add(cell);
                    beside |= piece.Exact && last == cell;
                    exact |= piece.Exact;
                    last = cell;
                    figures += piece.Exact ? 1 : 0;
                    _ = piece.Exact && cells.Add((i, cell));
                }
            }

            money += exact ? 1 : 0;
            shared += beside && !TableLine.IsProse(inside[i]) ? 1 : 0;
            if (others.Count > 1 && inside[i].HasFigure && !TableLine.IsProse(inside[i]) && Undivided(lattice, row))
            {
                rows[row] = rows.GetValueOrDefault(row) + 1;
            }
        }

        return cells.Count < Complete * figures || (shared >= LeastRows && shared * 3 >= money) || rows.Any(r => r.Value >= LeastRows && r.Value * 3 >= 2 * lines.Count(l => Levels.Band(lattice.Ys, l.Center) == r.Key));
    }

    /// <summary>由画出的线成表。</summary>
    /// <param name="page">Page.</param>
    /// <param name="across">Horizontal lines.</param>
    /// <param name="down">Vertical lines.</param>
    /// <param name="lines">Lines of text of the page.</param>
    public static FoundTable? Table(int page, List<Segment> across, List<Segment> down, List<PieceLine> lines)
    {
        if (across.Count < 2)
        {
            return null;
        }

        var drawn = DrawnLines.Of(across, down);
        var inside = Inside(lines, new Segment(drawn.Top!.Value, drawn.Sides!.Value.Left, drawn.Sides.Value.Right), new Segment(drawn.Bottom!.Value, drawn.Sides.Value.Left, drawn.Sides.Value.Right));
        var first = inside.FindIndex(l => TableLine.IsData(l));
        if (first < 0)
        {
            return null;
        }

        // The header ends at the last line above the first figures.
        var start = drawn.Rows.LastOrDefault(y => y < inside[first].Center, drawn.Top.Value);
        var body = inside.FindIndex(l => l.Center > start);
        if (body == 0)
        {
            body = first;
            while (body > 0 && inside[body].Overlaps(inside[body - 1]))
            {
                body--;
            }
        }

        return UnruledTable.Of(page, inside[..body], inside[body..], drawn) is { } table ? new FoundTable(table, inside) : null;
    }

    /// <summary>加上没有竖线的行的横线: where all columns are merged no vertical line joins the rows to the others.</summary>
    /// <param name="across">Horizontal lines of the table.</param>
    /// <param name="alone">Horizontal lines that no vertical one meets.</param>
    /// <param name="lines">Lines of text of the page.</param>
    public static List<Segment> Extended(List<Segment> across, List<Segment> alone, List<PieceLine> lines)
    {
        const double SameEnd = 5;
        var all = across.ToList();
        var (left, right) = (all.Min(static s => s.From), all.Max(static s => s.To));
        var whole = alone.FindAll(s => Math.Abs(s.From - left) < SameEnd && Math.Abs(s.To - right) < SameEnd);
        for (var more = true; more;)
        {
            var (top, bottom) = (all.MinBy(static s => s.At)!, all.MaxBy(static s => s.At)!);
            List<Segment> found =
            [
                .. whole.Where(s => s.At < top.At && IsRow(s, top)).OrderByDescending(static s => s.At).Take(1),
                .. whole.Where(s => s.At > bottom.At && IsRow(bottom, s)).OrderBy(static s => s.At).Take(1),
            ];
            all.AddRange(found);
            more = found.Count > 0;
        }

        var (low, high) = (all.Min(static s => s.At), all.Max(static s => s.At));
        all.AddRange(alone.Where(s => !all.Contains(s) && s.At > low && s.At < high && s.From > left - SameEnd && s.To < right + SameEnd));
        return all;

        bool IsRow(Segment upper, Segment lower)
        {
            var between = Inside(lines, upper, lower);
            var first = lines.Find(l => l.Center > all.Min(static s => s.At));
            return between.Count is > 0 and < MostHeaderLines && first is not null && between.TrueForAll(l => TableLine.SameSize(l, first) && !TableLine.IsProse(l) && !TableLine.IsPair(l));
        }
    }

    /// <summary>两条横线之间的行。</summary>
    public static List<PieceLine> Inside(List<PieceLine> lines, Segment top, Segment bottom) => lines.FindAll(l =>
        l.Center > top.At && l.Center < bottom.At && l.Line.Area.Middle > top.From && l.Line.Area.Middle < top.To);

    // At least two cells side by side, none of which spans several rows that are drawn.
    private static bool Undivided(Lattice lattice, int row)
    {
        for (var c = 0; c < lattice.Columns; c++)
        {
            if (lattice.Owner[row, c] is >= 0 and var cell && lattice.Cells[cell].Rows > 1)
            {
                return false;
            }
        }

        return lattice.Owner[row, 0] != lattice.Owner[row, lattice.Columns - 1];
    }
}
