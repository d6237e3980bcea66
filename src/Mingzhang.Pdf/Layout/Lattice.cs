namespace Mingzhang.Pdf.Layout;

/// <summary>格网：the elementary grid of one web and the cells in it: unions of elementary cells between which no line runs.</summary>
internal sealed class Lattice
{
    private const int MostCells = 200_000;
    private const double Covered = 0.6;
    private const double Sliver = 3.5;

    // For elementary cell (r, c): a line at its top, a line at its left. One more row and column for the outer sides.
    private readonly bool[,] _top;
    private readonly bool[,] _left;

    private Lattice(double[] xs, double[] ys)
    {
        Xs = xs;
        Ys = ys;
        _top = new bool[ys.Length, xs.Length];
        _left = new bool[ys.Length, xs.Length];
        Owner = new int[ys.Length - 1, xs.Length - 1];
    }

    public double[] Xs { get; }

    public double[] Ys { get; }

    public int Rows => Ys.Length - 1;

    public int Columns => Xs.Length - 1;

    public TableKind Kind { get; private init; }

    public bool OpenTop { get; private init; }

    public bool OpenBottom { get; private init; }

    /// <summary>每个小格属于哪一格: index into Cells, or -1 outside the table.</summary>
    public int[,] Owner { get; }

    public List<CellSpan> Cells { get; } = [];

    /// <summary>由线网得到格网; null where the lines enclose no cells.</summary>
    public static Lattice? Of(Web web, TableKind kind = TableKind.Ruled)
    {
        if (web.Across.Count == 0 || web.Down.Count == 0)
        {
            return null;
        }

        var xs = WithoutSlivers(Levels.Of(web.Down, web.Across, out _, out _));
        var ys = WithoutSlivers(Levels.Of(web.Across, web.Down, out var openTop, out var openBottom));
        if (xs.Length < 2 || ys.Length < 2 || (long)xs.Length * ys.Length > MostCells)
        {
            return null;
        }

        var lattice = new Lattice(xs, ys) { OpenTop = openTop, OpenBottom = openBottom, Kind = kind };
        Mark(web.Across, ys, xs, lattice._top, transposed: false);
        Mark(web.Down, xs, ys, lattice._left, transposed: true);
        lattice.Unite();
        return lattice;
    }

    // Doubled borders leave rows and columns too thin for any text.
    private static double[] WithoutSlivers(double[] levels)
    {
        var kept = new List<double>(levels.Length);
        foreach (var level in levels)
        {
            if (kept.Count == 0 || level - kept[^1] >= Sliver)
            {
                kept.Add(level);
            }
        }

        return [.. kept];
    }

    private static void Mark(List<Segment> lines, double[] levels, double[] crossing, bool[,] marks, bool transposed)
    {
        foreach (var line in lines)
        {
            var level = Levels.Nearest(levels, line.At);
            for (var i = Math.Max(0, Levels.Nearest(crossing, line.From) - 1); i < crossing.Length - 1 && crossing[i] < line.To; i++)
            {
                var shared = Math.Min(line.To, crossing[i + 1]) - Math.Max(line.From, crossing[i]);
                if (shared >= Covered * (crossing[i + 1] - crossing[i]))
                {
                    marks[transposed ? i : level, transposed ? level : i] = true;
                }
            }
        }
    }

    private void Unite()
    {
        var groups = new UnionFind(Rows * Columns);
        for (var r = 0; r < Rows; r++)
        {
            for (var c = 0; c < Columns; c++)
            {
                if (c > 0 && !_left[r, c])
                {
                    groups.Join((r * Columns) + c - 1, (r * Columns) + c);
                }

                if (r > 0 && !_top[r, c])
                {
                    groups.Join(((r - 1) * Columns) + c, (r * Columns) + c);
                }
            }
        }

        var outside = Outside(groups);
        for (var r = 0; r < Rows; r++)
        {
            for (var c = 0; c < Columns; c++)
            {
                Owner[r, c] = outside.Contains(groups.Root((r * Columns) + c)) ? -1 : -2;
            }
        }

        for (var r = 0; r < Rows; r++)
        {
            for (var c = 0; c < Columns; c++)
            {
                if (Owner[r, c] == -2)
                {
                    Take(groups, r, c);
                }
            }
        }
    }

    // A union that lies open to the left or right is a cell of an open-sided table as long as lines close it above and below. One that
    // is open at a corner, or above and below, is what lies beside tables that stand on each other.
    private HashSet<int> Outside(UnionFind groups)
    {
        var above = new HashSet<int>();
        var below = new HashSet<int>();
        var beside = new HashSet<int>();
        for (var c = 0; c < Columns; c++)
        {
            Open(above, !OpenTop && !_top[0, c], 0, c);
            Open(below, !OpenBottom && !_top[Rows, c], Rows - 1, c);
        }

        for (var r = 0; r < Rows; r++)
        {
            Open(beside, !_left[r, 0], r, 0);
            Open(beside, !_left[r, Columns], r, Columns - 1);
        }

        var outside = new HashSet<int>(above);
        outside.IntersectWith(below);
        above.UnionWith(below);
        above.IntersectWith(beside);
        outside.UnionWith(above);
        return outside;

        void Open(HashSet<int> side, bool open, int r, int c)
        {
            if (open)
            {
                side.Add(groups.Root((r * Columns) + c));
            }
        }
    }

    // A union that is no rectangle (a border is missing a piece) is cut into rectangles from its upper left corner.
    private void Take(UnionFind groups, int row, int column)
    {
        var root = groups.Root((row * Columns) + column);
        var right = column + 1;
        while (right < Columns && Free(row, right))
        {
            right++;
        }

        var bottom = row + 1;
        while (bottom < Rows && AllFree(bottom))
        {
            bottom++;
        }

        var index = Cells.Count;
        Cells.Add(new CellSpan(row, column, bottom - row, right - column));
        for (var r = row; r < bottom; r++)
        {
            for (var c = column; c < right; c++)
            {
                Owner[r, c] = index;
            }
        }

        bool Free(int r, int c) => Owner[r, c] == -2 && groups.Root((r * Columns) + c) == root;

        bool AllFree(int r)
        {
            for (var c = column; c < right; c++)
            {
                if (!Free(r, c))
                {
                    return false;
                }
            }

            return !(column > 0 && Free(r, column - 1)) && !(right < Columns && Free(r, right));
        }
    }
}

/// <summary>格的跨度。</summary>
internal sealed record CellSpan(int Row, int Column, int Rows, int Columns);
