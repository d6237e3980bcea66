namespace Mingzhang.Pdf.Layout;

/// <summary>只有横线的表：several horizontal lines of the same width with words in columns between them. Two tables of one width are
/// apart where captions stand between the lines.</summary>
internal static class StripedTables
{
    private const double SameEnd = 5;
    private const double Narrowest = 120;
    private const int LeastLines = 3;

    /// <summary>找出只有横线的表.</summary>
    public static List<FoundTable> Of(int page, List<Web> webs, List<PieceLine> lines)
    {
        var alone = new List<Segment>();
        foreach (var web in webs)
        {
            if (web.Down.Count == 0)
            {
                alone.AddRange(web.Across);
            }
        }

        alone.Sort(static (a, b) => a.At.CompareTo(b.At));
        var whole = alone.FindAll(static s => s.Length >= Narrowest);
        var found = new List<FoundTable>();
        while (whole.Count >= LeastLines)
        {
            var widest = whole.Max(static s => s.Length);
            var first = whole.Find(s => s.Length >= widest)!;
            var group = whole.FindAll(s => Math.Abs(s.From - first.From) <= SameEnd && Math.Abs(s.To - first.To) <= SameEnd);
            whole.RemoveAll(group.Contains);
            for (var from = 0; from < group.Count;)
            {
                var to = End(group, from, lines);
                if (to - from >= LeastLines && PartlyRuled.Table(page, [.. alone.Where(s => s.At >= group[from].At && s.At <= group[to - 1].At && s.From > first.From - SameEnd && s.To < first.To + SameEnd)], [], lines) is { } table)
                {
                    found.Add(table);
                    lines = lines.FindAll(l => !table.Lines.Contains(l));
                    whole.RemoveAll(s => s.At > group[from].At && s.At < group[to - 1].At);
                }

                from = to;
            }
        }

        return found;
    }

    private static int End(List<Segment> group, int from, List<PieceLine> lines)
    {
        var to = from + 1;
        PieceLine? first = null;
        PieceLine? row = null;
        while (to < group.Count)
        {
            var between = PartlyRuled.Inside(lines, group[to - 1], group[to]);
            first ??= between.Count > 0 ? between[0] : null;
            if (to - from >= LeastLines && first is not null && between.Count > 0 && (AreCaptions(between, row ?? first) || (row is not null && AreApart(between))))
            {
                break;
            }

            row ??= between.Find(static l => l.HasFigure);
            to++;
        }

        return to;
    }

    private static bool AreCaptions(List<PieceLine> between, PieceLine row) =>
        between.Exists(l => !TableLine.SameSize(l, row) || TableLine.IsPair(l));

    private static bool AreApart(List<PieceLine> between) => between.Count >= 2
        && between.TrueForAll(static l => l.Pieces.Count <= 2 && !l.HasFigure) && between.Exists(l => Math.Abs(l.Pieces[0].Left - between[0].Pieces[0].Left) > 2 * l.Size);
}
