namespace Mingzhang.Ledger.Journal;

/// <summary>日志的先后：within a chain the numbers say what came first, whatever the clock said. An entry that was written after the clock was put back counts as of the time of the one before it.</summary>
internal static class JournalOrder
{
    /// <summary>各链的笔，按先后; the order within each chain is kept.</summary>
    /// <typeparam name="T">What belongs to an entry.</typeparam>
    /// <param name="items">The entries, of any chains.</param>
    /// <param name="entry">The entry of an item.</param>
    public static IReadOnlyList<T> Of<T>(IEnumerable<T> items, Func<T, JournalEntry> entry)
    {
        var placed = new List<Placed<T>>();
        foreach (var chain in items.GroupBy(i => entry(i).Chain, StringComparer.Ordinal))
        {
            var latest = "";
            foreach (var item in chain.OrderBy(i => entry(i).Seq))
            {
                var at = entry(item).At;
                latest = string.CompareOrdinal(at, latest) > 0 ? at : latest;
                placed.Add(new Placed<T>(item, latest));
            }
        }

        return [.. placed.OrderBy(p => p.At, StringComparer.Ordinal).ThenBy(p => entry(p.Item).Chain, StringComparer.Ordinal).ThenBy(p => entry(p.Item).Seq).Select(p => p.Item)];
    }

    private sealed record Placed<T>(T Item, string At);
}
