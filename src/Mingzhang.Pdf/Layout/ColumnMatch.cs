namespace Mingzhang.Pdf.Layout;

/// <summary>列的对应：whether the column lines of two tables are the same, or those of one are among those of the other.</summary>
internal static class ColumnMatch
{
    private const double Same = 3;

    // Books have wider inner margins: the whole table stands a little further left or right on every other page.
    private const double Mirror = 40;

    /// <summary>较少的一方的每条线对应另一方的第几条; null where they do not correspond.</summary>
    public static int[]? Map(IReadOnlyList<double> fewer, IReadOnlyList<double> more)
    {
        var shift = more[0] - fewer[0];
        if (fewer.Count > more.Count || Math.Abs(shift) > (fewer.Count == more.Count ? Mirror : Same) || Math.Abs(more[^1] - fewer[^1] - shift) > Same)
        {
            return null;
        }

        var map = new int[fewer.Count];
        var at = 0;
        for (var i = 0; i < fewer.Count; i++)
        {
            while (at < more.Count && more[at] - shift < fewer[i] - Same)
            {
                at++;
            }

            if (at == more.Count || Math.Abs(more[at] - shift - fewer[i]) > Same)
            {
                return null;
            }

            map[i] = at++;
        }

        return map;
    }

    /// <summary>换到更多的列：cells span the columns that divide them elsewhere.</summary>
    public static void Widen(LaidTable table, IReadOnlyList<double> columns, int[] map)
    {
        var rows = new LaidCell[table.Rows.Count][];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = new LaidCell[columns.Count - 1];
        }

        for (var r = 0; r < rows.Length; r++)
        {
            var cells = table.Rows[r].Cells;
            for (var c = 0; c < cells.Count; c++)
            {
                if (cells[c].CoveredFrom is null)
                {
                    TableBuilding.Place(rows, r, map[c], cells[c] with { Columns = map[c + cells[c].Columns] - map[c] });
                }
            }
        }

        var laid = new LaidRow[rows.Length];
        for (var r = 0; r < rows.Length; r++)
        {
            laid[r] = table.Rows[r] with { Cells = rows[r] };
        }

        table.Rows = laid;
        table.Columns = columns;
    }
}
