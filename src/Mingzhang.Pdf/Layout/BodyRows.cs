namespace Mingzhang.Pdf.Layout;

/// <summary>表身的行：lines that make one row of a table. Labels of several lines stand above and below the figures that they belong to.</summary>
internal static class BodyRows
{
    private const double LinePitch = 0.8;
    private const double Clearly = 0.1;

    /// <summary>把行并成表的行。</summary>
    /// <param name="lines">Lines of the body from top to bottom.</param>
    /// <param name="bands">Columns.</param>
    /// <param name="drawn">Horizontal lines that are drawn across the whole table.</param>
    /// <param name="closest">How close rows are to each other.</param>
    public static List<List<PieceLine>> Of(List<PieceLine> lines, ColumnBands bands, IReadOnlyList<double> drawn, double closest)
    {
        var rows = new List<List<PieceLine>>();
        for (var from = 0; from < lines.Count;)
        {
            var to = from + 1;
            while (to < lines.Count && !drawn.Any(y => y > lines[from].Center && y < lines[to].Center))
            {
                to++;
            }

            var between = lines[from..to];
            var found = Overlapping(between);
            var ruled = drawn.Any(y => y < lines[from].Center) && drawn.Any(y => y > lines[to - 1].Center);
            rows.AddRange(ruled && found.Count(HasFigure) <= 1 ? [between] : Joined(found, bands, closest));
            from = to;
        }

        return rows;
    }

    public static double Top(List<PieceLine> row) => row.Min(static l => l.Top);

    public static double Bottom(List<PieceLine> row) => row.Max(static l => l.Bottom);

    /// <summary>最近的两行间的空白: between rows with figures, each in one line; the header before them is the first line.</summary>
    public static double Closest(List<PieceLine> lines)
    {
        var closest = double.MaxValue;
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].HasFigure && (i == 1 || lines[i - 1].HasFigure) && !lines[i].Overlaps(lines[i - 1]))
            {
                closest = Math.Min(closest, lines[i].Top - lines[i - 1].Bottom);
            }
        }

        return closest;
    }

    private static bool HasFigure(List<PieceLine> row) => row.Exists(static l => l.HasFigure);

    // Lines that overlap are cells of one row, centred against each other; so are both parts of broken figures.
    private static List<List<PieceLine>> Overlapping(List<PieceLine> lines)
    {
        var rows = new List<List<PieceLine>>();
        foreach (var line in lines)
        {
            if (rows.Count > 0 && (rows[^1].Exists(line.Overlaps) || BrokenFigures.GoOn(rows[^1], line)))
            {
                rows[^1].Add(line);
            }
            else
            {
                rows.Add([line]);
            }
        }

        return rows;
    }

    // A label without figures belongs to the row that it is clearly nearer to, or goes on where the line above had no more room.
    private static List<List<PieceLine>> Joined(List<List<PieceLine>> found, ColumnBands bands, double closest)
    {
        var rows = new List<List<PieceLine>>();
        var pending = false;
        var widest = found.Skip(1).Select((row, i) => Top(row) - Bottom(found[i])).DefaultIfEmpty(0).Max();
        for (var i = 0; i < found.Count; i++)
        {
            var row = found[i];
            var label = !HasFigure(row);
            var size = row[0].Size;
            var above = i > 0 ? Top(row) - Bottom(found[i - 1]) : double.MaxValue;
            var below = i + 1 < found.Count ? Top(found[i + 1]) - Bottom(row) : double.MaxValue;
            var wraps = rows.Count > 0 && above < LinePitch * size && Full(found[i - 1], row, bands, above > closest - (Clearly * size));
            if (rows.Count > 0 && (pending || (label && (wraps || Nearer(above, i + 1 < found.Count ? below : widest, size)))))
            {
                rows[^1].AddRange(row);
            }
            else
            {
                rows.Add([.. row]);
            }

            pending = label && !(rows[^1].Count > row.Count && HasFigure(rows[^1])) && i + 1 < found.Count && HasFigure(found[i + 1])
                && (Nearer(below, i > 0 ? above : widest, size) || (below < LinePitch * size && Goes(found, i, bands, below > closest - (Clearly * size))));
        }

        return rows;
    }

    // Where rows stand as closely as wrapped lines, only a label that goes on behind the figures, too, begins above them.
    private static bool Goes(List<List<PieceLine>> found, int at, ColumnBands bands, bool tight) => Full(found[at], found[at + 1], bands, tight)
        && (!tight || (at + 2 < found.Count && !HasFigure(found[at + 2]) && Full(found[at + 1], found[at + 2], bands, tight)));

    private static bool Nearer(double gap, double other, double size) => gap < 0.6 * size && other > gap + (0.3 * size);

    // The next character would not have fitted, and the label below begins where this one does. How long the labels are says where their
    // column ends only where lines stand closer than rows do; otherwise what stands at the right must be near.
    private static bool Full(List<PieceLine> above, List<PieceLine> row, ColumnBands bands, bool tight)
    {
        const double Room = 0.4;
        foreach (var piece in row[0].Pieces)
        {
            var over = above[^1].Pieces.FindIndex(p => !p.Figure && Math.Abs(p.Left - piece.Left) < 0.3 * row[0].Size);
            if (piece.Figure || over < 0)
            {
                continue;
            }

            var label = new Word(above[^1], above[^1].Pieces[over]);
            var column = bands.First(label);
            var end = !tight ? bands[column].Right : column + 1 < bands.Count ? bands[column + 1].Left - (Room * label.Size) : double.MaxValue;
            if (label.Right > end - label.Size && label.Right - label.Left > 4 * label.Size)
            {
                return true;
            }
        }

        return false;
    }
}
