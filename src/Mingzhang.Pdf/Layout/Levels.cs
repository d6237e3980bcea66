namespace Mingzhang.Pdf.Layout;

/// <summary>线位：the positions of lines on one axis, snapped together, and the extents that stand in for missing outer lines.</summary>
internal static class Levels
{
    private const double Snap = 2;
    private const double Overhang = 6;

    /// <summary>各线的位置; lines that cross them and reach beyond the outermost add an open side there.</summary>
    public static double[] Of(List<Segment> lines, List<Segment> crossing, out bool openLow, out bool openHigh)
    {
        var levels = new List<double>();
        var sorted = lines.ToArray();
        Array.Sort(sorted, static (a, b) => a.At.CompareTo(b.At));
        for (var from = 0; from < sorted.Length;)
        {
            var (to, sum, weight) = (from, 0.0, 0.0);
            for (; to < sorted.Length && sorted[to].At - sorted[from].At <= Snap; to++)
            {
                sum += sorted[to].At * sorted[to].Length;
                weight += sorted[to].Length;
            }

            levels.Add(sum / weight);
            from = to;
        }

        var low = Reach(crossing, static s => -s.From);
        openLow = low is { } l && (levels.Count == 0 || -l < levels[0] - Overhang);
        if (openLow)
        {
            levels.Insert(0, -low!.Value);
        }

        var high = Reach(crossing, static s => s.To);
        openHigh = high is { } h && h > levels[^1] + Overhang;
        if (openHigh)
        {
            levels.Add(high!.Value);
        }

        return [.. levels];
    }

    /// <summary>离得最近的线位。</summary>
    public static int Nearest(double[] levels, double at)
    {
        var found = Array.BinarySearch(levels, at);
        if (found >= 0)
        {
            return found;
        }

        var next = ~found;
        return next == 0 ? 0 : next == levels.Length ? levels.Length - 1 : at - levels[next - 1] <= levels[next] - at ? next - 1 : next;
    }

    /// <summary>所在的格，不在其中则为 -1。</summary>
    public static int Band(double[] levels, double at)
    {
        var found = Array.BinarySearch(levels, at);
        var band = found >= 0 ? found : ~found - 1;
        return band >= levels.Length - 1 ? -1 : band;
    }

    // One line that sticks out is a slip of the pen; two that end at the same place are a side without its border.
    private static double? Reach(List<Segment> lines, Func<Segment, double> end)
    {
        var ends = new double[lines.Count];
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = end(lines[i]);
        }

        Array.Sort(ends);
        for (var i = ends.Length - 1; i > 0; i--)
        {
            if (ends[i] - ends[i - 1] <= Snap * 2)
            {
                return ends[i];
            }
        }

        return null;
    }
}
