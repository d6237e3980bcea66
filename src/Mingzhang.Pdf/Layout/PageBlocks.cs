namespace Mingzhang.Pdf.Layout;

/// <summary>阅读次序：tables without all of their lines and lines of text, found on either side of the gutters of a page, from top to bottom.</summary>
internal static class PageBlocks
{
    /// <summary>行与表。</summary>
    public static List<LaidBlock> Of(int page, List<PieceLine> lines, List<PdfGlyph> turned, List<LaidBlock> tables, bool alone)
    {
        List<Gutter> gutters = alone ? Gutter.Of(lines) : [];
        var blocks = new List<LaidBlock>(tables);
        var outside = new List<PieceLine>();
        var sides = gutters.ConvertAll(static _ => (Left: new List<PieceLine>(), Right: new List<PieceLine>()));
        foreach (var line in lines)
        {
            var at = gutters.FindIndex(g => line.Top >= g.Top - 1 && line.Bottom <= g.Bottom + 1);
            if (at < 0)
            {
                outside.Add(line);
                continue;
            }

            var (left, right) = gutters[at].Divide(line);
            Put(sides[at].Left, left);
            Put(sides[at].Right, right);
        }

        Take(outside, turned, null);
        foreach (var (left, right) in sides)
        {
            Take(left, [], Column(left));
            Take(right, [], Column(right));
        }

        blocks.Sort((a, b) => Place(a).CompareTo(Place(b)));
        return blocks;

        static void Put(List<PieceLine> side, PieceLine? line)
        {
            if (line is not null)
            {
                side.Add(line);
            }
        }

        void Take(List<PieceLine> part, List<PdfGlyph> across, TextColumn? column)
        {
            if (alone)
            {
                var found = AlignedTables.Of(page, part);
                var used = found.SelectMany(static t => t.Lines).Select(static l => l.Line).ToHashSet();
                part = used.Count > 0 ? part.FindAll(l => !used.Contains(l.Line)) : part;
                blocks.AddRange(found.Select(static t => t.Table));
            }

            foreach (var line in LineLayout.Of(page, part, across))
            {
                line.Column = column;
                blocks.Add(line);
            }
        }

        (double, int, double, double) Place(LaidBlock block)
        {
            var gutter = gutters.Find(g => g.Beside(block.Area));
            return gutter is null ? (block.Area.Top, 0, block.Area.Top, block.Area.Left) : (gutter.Top, block.Area.Middle < gutter.Middle ? 0 : 1, block.Area.Top, block.Area.Left);
        }
    }

    private static TextColumn? Column(List<PieceLine> side) =>
        side.Count == 0 ? null : new TextColumn(side.Min(static l => l.Line.Area.Left), side.Max(static l => l.Line.Area.Right));
}
