namespace Mingzhang.Pdf.Layout;

/// <summary>表头的组：how far a label over other labels reaches, where it is shorter than what it stands over.</summary>
internal static class HeaderGroups
{
    /// <summary>把组扩到它的各列。</summary>
    public static void Widen(List<HeaderCell> cells, ColumnBands bands, List<Segment> drawn)
    {
        var groups = cells.FindAll(c => cells.Exists(o => o.Below(c) && o.Meets(c)));
        var centred = Centred(cells, bands);
        groups.Sort(static (a, b) => a.Top != b.Top ? a.Top.CompareTo(b.Top) : a.Left.CompareTo(b.Left));
        foreach (var group in groups)
        {
            var (first, last) = (group.From, group.To);
            while (first > 0 && Free(group, first - 1))
            {
                first--;
            }

            while (last + 1 < bands.Count && Free(group, last + 1))
            {
                last++;
            }

            if (first < group.From || last > group.To)
            {
                (group.From, group.To) = Best(group, first, last);
            }
        }

        // Nothing but labels below stands over the column, and a line drawn under the group reaches there.
        bool Free(HeaderCell group, int column)
        {
            var below = false;
            foreach (var cell in cells)
            {
                if (cell != group && cell.From <= column && column <= cell.To)
                {
                    if (!cell.Below(group) && !(group.Below(cell) && group.Meets(cell)))
                    {
                        return false;
                    }

                    below |= cell.Below(group) && IsUnder(cell, group);
                }
            }

            return below && !(Under(group) is { } line && (bands[column].Middle < line.From || bands[column].Middle > line.To));
        }

        // A label that stands beside the group and all that is below it is lower than the group, too: in the middle of the whole height, not of
        // what is below the group.
        bool IsUnder(HeaderCell cell, HeaderCell group)
        {
            var child = cells.FindAll(c => c.Below(group) && c.Meets(group)).MinBy(static c => c.Top);
            var bottom = cells.Max(static c => c.Bottom);
            return child is null || cells.Exists(c => c.Below(cell) && c.Meets(cell))
                || Math.Abs(cell.Center - ((child.Top + bottom) / 2)) <= Math.Abs(cell.Center - ((group.Top + bottom) / 2));
        }

        Segment? Under(HeaderCell group)
        {
            const double Near = 2;
            var at = drawn.FindIndex(s => s.At > group.Center && s.At < group.Bottom + (Near * group.Size) && s.From < group.Middle && s.To > group.Middle);
            return at < 0 ? null : drawn[at];
        }

        (int From, int To) Best(HeaderCell group, int first, int last)
        {
            // What begins with its first label, and is not in the middle of it, begins all columns up to the next group.
            const double Same = 0.6;
            if (Begins(group, Labels(group.From).FirstOrDefault()) || (!centred && Math.Abs(group.Left - Left(group.From)) < Same * group.Size))
            {
                return (group.From, last);
            }

            var best = (group.From, group.To);
            var off = double.MaxValue;
            for (var from = first; from <= group.From; from++)
            {
                for (var to = group.To; to <= last; to++)
                {
                    var now = Math.Abs(((Left(from) + Right(to)) / 2) - group.Middle);
                    if (now < off)
                    {
                        (best, off) = ((from, to), now);
                    }
                }
            }

            return best;
        }

        double Left(int column) => Labels(column).Aggregate(bands[column].Left, static (left, c) => Math.Min(left, c.Left));

        double Right(int column) => Labels(column).Aggregate(bands[column].Right, static (right, c) => Math.Max(right, c.Right));

        IEnumerable<HeaderCell> Labels(int column) => cells.Where(c => c.From == column && c.To == column && !groups.Contains(c));
    }

    // Both begin at the same place and are not of the same width.
    private static bool Begins(HeaderCell group, HeaderCell? label) =>
        label is not null && Math.Abs(group.Left - label.Left) < 0.15 * group.Size && Math.Abs(group.Right - label.Right) > 0.5 * group.Size;

    // Whether the labels over single columns stand in the middle of their figures.
    private static bool Centred(List<HeaderCell> cells, ColumnBands bands)
    {
        var (middle, all) = (0, 0);
        foreach (var cell in cells.Where(c => c.From == c.To && bands[c.From].OfFigures))
        {
            all++;
            middle += Math.Abs(cell.Middle - bands[cell.From].Middle) < 0.6 * cell.Size ? 1 : 0;
        }

        return middle * 2 > all;
    }
}
