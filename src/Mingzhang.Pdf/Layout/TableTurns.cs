namespace Mingzhang.Pdf.Layout;

/// <summary>跨页的表：a table at the top of a page goes on with the one at the end of the page before if their column lines match;
/// title lines printed again on the way are furniture.</summary>
internal static class TableTurns
{
    public static List<LaidPage> Join(List<LaidPage> pages)
    {
        var laid = pages.ConvertAll(p => p.Blocks.ToList());
        var chain = new List<LaidTable>();
        var captions = new List<string>();
        for (var p = 0; p < laid.Count; p++)
        {
            var (first, above) = First(laid[p]);
            if (first is not null && chain.Count > 0 && (above.Count == 0 || Repeats(above, captions)) && Match(chain, first))
            {
                first.Continues = true;
                above.ForEach(l => l.Furniture = true);
                chain.Add(first);
                if (BrokenRow.Join(chain[0], chain[^2], first))
                {
                    laid[p].Remove(first);
                    chain.Remove(first);
                }
            }
            else
            {
                chain.Clear();
            }

            if (Last(laid[p]) is { } last)
            {
                if (last != first || chain.Count == 0)
                {
                    chain = [last];
                    captions = Captions(laid[p], last);
                }
            }
            else if (laid[p].Exists(b => b is LaidLine { Furniture: false }) || laid[p].Exists(b => b is LaidTable))
            {
                chain.Clear();
            }
        }

        return [.. pages.Select((p, i) => p with { Blocks = laid[i] })];
    }

    private static bool Match(List<LaidTable> chain, LaidTable next)
    {
        var before = chain[^1];
        if (next.Page != before.Page + 1 || before.Kind != next.Kind)
        {
            return false;
        }

        if (ColumnMatch.Map(next.Columns, before.Columns) is { } fewer)
        {
            // A table that shares nothing but its sides may be any other table of the page's width.
            if (next.Columns.Count > 2 || next.Rows.Count == 1)
            {
                if (next.Columns.Count < before.Columns.Count)
                {
                    ColumnMatch.Widen(next, before.Columns, fewer);
                }

                return true;
            }
        }
        else if (before.Columns.Count > 2 && ColumnMatch.Map(before.Columns, next.Columns) is { } more)
        {
            foreach (var table in chain)
            {
                ColumnMatch.Widen(table, [.. next.Columns], more);
            }

            return true;
        }

        return false;
    }

    private static (LaidTable? Table, List<LaidLine> Above) First(List<LaidBlock> blocks)
    {
        const int MostCaptions = 4;
        var above = new List<LaidLine>();
        foreach (var block in blocks)
        {
            if (block is LaidTable table)
            {
                return (table, above);
            }

            if (block is LaidLine { Furniture: false } line)
            {
                above.Add(line);
                if (above.Count > MostCaptions)
                {
                    break;
                }
            }
        }

        return (null, above);
    }

    private static LaidTable? Last(List<LaidBlock> blocks)
    {
        var last = blocks.FindLastIndex(b => b is not LaidLine { Furniture: true });
        return last < 0 ? null : blocks[last] as LaidTable;
    }

    private static List<string> Captions(List<LaidBlock> blocks, LaidTable table)
    {
        var captions = new List<string>();
        for (var i = blocks.IndexOf(table) - 1; i >= 0 && blocks[i] is LaidLine line; i--)
        {
            captions.Add(line.Text);
        }

        return captions;
    }

    private static bool Repeats(List<LaidLine> above, List<string> captions) => above.TrueForAll(l => captions.Contains(l.Text));
}
