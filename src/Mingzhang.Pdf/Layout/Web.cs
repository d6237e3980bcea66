namespace Mingzhang.Pdf.Layout;

/// <summary>线网：horizontal and vertical lines that hang together; one web is one table, a frame, or a lone line.</summary>
internal sealed class Web
{
    // More lines than this on one page are a drawing, and no table.
    private const int MostLines = 2000;
    private const double Touch = 2.5;

    public List<Segment> Across { get; } = [];

    public List<Segment> Down { get; } = [];

    public static List<Web> Of(IReadOnlyList<PdfRuling> rulings)
    {
        var across = Segment.Joined(rulings, horizontal: true);
        var down = Segment.Joined(rulings, horizontal: false);
        if (across.Count > MostLines || down.Count > MostLines)
        {
            return [];
        }

        var groups = new UnionFind(across.Count + down.Count);
        for (var v = 0; v < down.Count; v++)
        {
            for (var h = Below(across, down[v].From - Touch); h < across.Count && across[h].At <= down[v].To + Touch; h++)
            {
                if (across[h].From - Touch <= down[v].At && down[v].At <= across[h].To + Touch)
                {
                    groups.Join(h, across.Count + v);
                }
            }
        }

        var webs = new Dictionary<int, Web>();
        for (var i = 0; i < across.Count + down.Count; i++)
        {
            var root = groups.Root(i);
            if (!webs.TryGetValue(root, out var web))
            {
                webs.Add(root, web = new Web());
            }

            if (i < across.Count)
            {
                web.Across.Add(across[i]);
            }
            else
            {
                web.Down.Add(down[i - across.Count]);
            }
        }

        return [.. webs.Values];
    }

    private static int Below(List<Segment> sorted, double at)
    {
        var (low, high) = (0, sorted.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle].At < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>并查集。</summary>
internal sealed class UnionFind
{
    private readonly int[] _parent;

    public UnionFind(int count)
    {
        _parent = new int[count];
        for (var i = 0; i < count; i++)
        {
            _parent[i] = i;
        }
    }

    public int Root(int item)
    {
        while (_parent[item] != item)
        {
            _parent[item] = _parent[_parent[item]];
            item = _parent[item];
        }

        return item;
    }

    // The smaller index stays the root, so that the root of a cell is its upper left corner's row first.
    public void Join(int a, int b)
    {
        (a, b) = (Root(a), Root(b));
        _parent[Math.Max(a, b)] = Math.Min(a, b);
    }
}
