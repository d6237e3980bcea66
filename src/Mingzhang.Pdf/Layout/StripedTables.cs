namespace Mingzhang.Pdf.Layout;

/// <summary>只有横线的表：several horizontal lines of the same width with figures in columns between them. Two tables of one width are
/// apart where text without figures stands between the lines.</summary>
internal static class StripedTables
{
    private const double SameEnd = 5;
    private const double Narrowest = 120;
    private const int LeastLines = 3;

    public static List<Lattice> Of(List<Web> webs, List<PieceLine> lines)
    {
        var alone = new List<Segment>();
        foreach (var web in webs)
        {
            if (web.Down.Count == 0)
            {
                alone.AddRange(web.Across.FindAll(s => s.Length >= Narrowest));
            }
        }

        alone.Sort(static (a, b) => a.At.CompareTo(b.At));
        var found = new List<Lattice>();
        while (alone.Count >= LeastLines)
        {
            var first = alone[0];
            var group = alone.FindAll(s => Math.Abs(s.From - first.From) <= SameEnd && Math.Abs(s.To - first.To) <= SameEnd);
            alone.RemoveAll(group.Contains);
            for (var from = 0; from < group.Count;)
            {
                var to = from + 1;
                while (to < group.Count && (to == from + 1 || !Between(lines, group[to - 1], group[to])))
                {
                    to++;
                }

                if (to - from >= LeastLines && Table(group[from..to], lines) is { } table)
                {
                    found.Add(table);
                }

                from = to;
            }
        }

        return found;
    }

    /// <summary>框内只有横线的格网: the columns are thought in; null where no figures stand in columns.</summary>
    public static Lattice? Table(List<Segment> stripes, List<PieceLine> lines)
    {
        var inside = Inside(lines, stripes[0], stripes[^1]).ConvertAll(static l => l.Tight());
        var levels = stripes.ConvertAll(s => s.At);
        var rows = new List<PieceRow>();
        for (var i = 1; i < stripes.Count; i++)
        {
            var between = Inside(inside, stripes[i - 1], stripes[i]);
            if (between.Count == 0)
            {
                continue;
            }

            // Three lines are the head and the foot of a table whose rows are not divided.
            var divided = between.Count(l => l.HasFigure) > 1;
            var found = divided ? PieceRow.Of(between) : [new PieceRow(between)];
            levels.AddRange(Alignment.Between(found));
            rows.AddRange(found);
        }

        levels.Sort();
        return Alignment.Cuts(rows) is { } cuts ? Lattice.Of(Alignment.Web(levels, stripes[0].From, stripes[0].To, inside, cuts), TableKind.Striped) : null;
    }

    private static List<PieceLine> Inside(List<PieceLine> lines, Segment top, Segment bottom) => lines.FindAll(l =>
        l.Center > top.At && l.Center < bottom.At && l.Line.Area.Middle > top.From && l.Line.Area.Middle < top.To);

    private static bool Between(List<PieceLine> lines, Segment above, Segment below)
    {
        var inside = Inside(lines, above, below);
        return inside.Count >= 2 && !inside.Exists(l => l.HasFigure);
    }
}
