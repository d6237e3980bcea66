namespace Mingzhang.Documents.Comparing;

/// <summary>对齐：the longest common run of two lists of words, by Myers' search for the fewest insertions and deletions; what lies between is a gap.</summary>
internal static class Alignment
{
    // Beyond this many edits two texts have little in common, and what is left counts as one gap.
    private const int MostEdits = 2_000;

    /// <summary>不同的各段，按次序。</summary>
    public static List<Gap> Of<T>(IReadOnlyList<T> old, IReadOnlyList<T> now)
        where T : notnull
    {
        var (head, tail) = (0, 0);
        while (head < old.Count && head < now.Count && old[head].Equals(now[head]))
        {
            head++;
        }

        while (tail < old.Count - head && tail < now.Count - head && old[old.Count - 1 - tail].Equals(now[now.Count - 1 - tail]))
        {
            tail++;
        }

        var (oldEnd, nowEnd) = (old.Count - tail, now.Count - tail);
        var gaps = new List<Gap>();
        var (o, n) = (head, head);
        foreach (var match in Matches(old, now, head, oldEnd, nowEnd).Append(new Match(oldEnd, nowEnd)))
        {
            if (match.Old > o || match.Now > n)
            {
                gaps.Add(new Gap(o, match.Old - o, n, match.Now - n));
            }

            (o, n) = (match.Old + 1, match.Now + 1);
        }

        return gaps;
    }

    private static List<Match> Matches<T>(IReadOnlyList<T> old, IReadOnlyList<T> now, int head, int oldEnd, int nowEnd)
        where T : notnull
    {
        var (n, m) = (oldEnd - head, nowEnd - head);
        var most = Math.Min(n + m, MostEdits);
        var furthest = new int[(2 * most) + 3];
        var trace = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            trace.Add((int[])furthest.Clone());
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && furthest[most + k] < furthest[most + k + 2]) ? furthest[most + k + 2] : furthest[most + k] + 1;
                for (; x < n && x - k < m && x - k >= 0 && old[head + x].Equals(now[head + x - k]); x++)
                {
                }

                furthest[most + k + 1] = x;
                if (x >= n && x - k >= m)
                {
                    return Back(trace, n, m, most, head);
                }
            }
        }

        return [];
    }

    private static List<Match> Back(List<int[]> trace, int x, int y, int most, int head)
    {
        var matches = new List<Match>();
        for (var d = trace.Count - 1; d >= 0; d--)
        {
            var (furthest, k) = (trace[d], x - y);
            var down = k == -d || (k != d && furthest[most + k] < furthest[most + k + 2]);
            var before = down ? k + 1 : k - 1;
            var (fromX, fromY) = d == 0 ? (0, 0) : (furthest[most + before + 1], furthest[most + before + 1] - before);
            while (x > fromX && y > fromY && x > 0 && y > 0)
            {
                matches.Add(new Match(head + --x, head + --y));
            }

            (x, y) = (fromX, fromY);
        }

        matches.Reverse();
        return matches;
    }

    private sealed record Match(int Old, int Now);
}

/// <summary>不同的一段：where it begins on both sides, and how many it holds.</summary>
internal sealed record Gap(int Old, int OldCount, int Now, int NowCount);
