namespace Mingzhang.Portal.Pages.Redline;

/// <summary>一段差异：what both have, what only the former has, what only the latter.</summary>
internal sealed record Piece<T>(PieceKind Kind, IReadOnlyList<T> Items);

/// <summary>差异的种类。</summary>
internal enum PieceKind
{
    /// <summary>相同。</summary>
    Same,

    /// <summary>删去。</summary>
    Gone,

    /// <summary>增加。</summary>
    New,
}

/// <summary>差异：the longest common sequence of two lists; where they are too long for that, everything between their common ends counts as changed.</summary>
internal static class Difference
{
    // As many cells as a quarter of a second fills.
    private const long MostCells = 6_000_000;

    public static IReadOnlyList<Piece<T>> Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
        where T : IEquatable<T>
    {
        var head = 0;
        while (head < before.Count && head < after.Count && before[head].Equals(after[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && before[before.Count - 1 - tail].Equals(after[after.Count - 1 - tail]))
        {
            tail++;
        }

        var pieces = new List<Piece<T>>();
        Add(pieces, PieceKind.Same, Range(before, 0, head));
        Middle(pieces, Range(before, head, before.Count - tail), Range(after, head, after.Count - tail));
        Add(pieces, PieceKind.Same, Range(before, before.Count - tail, before.Count));
        return pieces;
    }

    private static void Middle<T>(List<Piece<T>> pieces, List<T> before, List<T> after)
        where T : IEquatable<T>
    {
        if ((long)before.Count * after.Count > MostCells)
        {
            Add(pieces, PieceKind.Gone, before);
            Add(pieces, PieceKind.New, after);
            return;
        }

        var lengths = new int[before.Count + 1, after.Count + 1];
        for (var i = before.Count - 1; i >= 0; i--)
        {
            for (var j = after.Count - 1; j >= 0; j--)
            {
                lengths[i, j] = before[i].Equals(after[j]) ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        for (var (i, j) = (0, 0); i < before.Count || j < after.Count;)
        {
            if (i < before.Count && j < after.Count && before[i].Equals(after[j]))
            {
                Add(pieces, PieceKind.Same, [before[i++]]);
                j++;
            }
            else if (j >= after.Count || (i < before.Count && lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                Add(pieces, PieceKind.Gone, [before[i++]]);
            }
            else
            {
                Add(pieces, PieceKind.New, [after[j++]]);
            }
        }
    }

    private static void Add<T>(List<Piece<T>> pieces, PieceKind kind, List<T> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        if (pieces is [.., var last] && last.Kind == kind)
        {
            pieces[^1] = new Piece<T>(kind, [.. last.Items, .. items]);
            return;
        }

        pieces.Add(new Piece<T>(kind, items));
    }

    private static List<T> Range<T>(IReadOnlyList<T> list, int from, int to) => [.. Enumerable.Range(from, Math.Max(0, to - from)).Select(i => list[i])];
}
