namespace Mingzhang.Documents.Formats.Excel;

/// <summary>被合并盖住的格：what stands in them nobody sees.</summary>
internal static class CoveredCells
{
    private const int MostWork = 5_000_000;

    /// <summary>去掉被盖住的文字。</summary>
    public static void DropCovered(this SortedDictionary<int, SortedDictionary<int, string>> rows, List<MergedCells> merges)
    {
        var ordered = new List<MergedCells>(merges);
        ordered.Sort((a, b) => a.Row.CompareTo(b.Row));
        var open = new List<MergedCells>();
        var (next, work) = (0, 0);
        foreach (var (row, cells) in rows)
        {
            while (next < ordered.Count && ordered[next].Row <= row)
            {
                open.Add(ordered[next++]);
            }

            work += open.Count;
            if (work > MostWork)
            {
                return;
            }

            open.RemoveAll(m => m.LastRow < row);
            foreach (var merge in open)
            {
                foreach (var column in cells.Keys.Where(c => c >= merge.Column && c <= merge.LastColumn && (row != merge.Row || c != merge.Column)).ToList())
                {
                    cells.Remove(column);
                }
            }
        }
    }
}
