using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Text;

/// <summary>重复的表头：where the first row of a table stands again in its midst, a page was turned, and a new grid begins.</summary>
internal static class RepeatedHeader
{
    /// <summary>按重复的表头分开。</summary>
    public static IEnumerable<Block> Split(IReadOnlyList<GridRow> rows)
    {
        var from = 0;
        for (var i = 1; i < rows.Count; i++)
        {
            if (Same(rows[i], rows[0]))
            {
                yield return new Grid([.. rows.Skip(from).Take(i - from)]);
                from = i;
            }
        }

        if (from < rows.Count)
        {
            yield return new Grid([.. rows.Skip(from)]);
        }
    }

    // A row with one word, or with a number, may well stand twice.
    private static bool Same(GridRow row, GridRow first)
    {
        if (row.Cells.Count != first.Cells.Count)
        {
            return false;
        }

        var words = 0;
        for (var c = 0; c < row.Cells.Count; c++)
        {
            var text = row.Cells[c].Text;
            if (text != first.Cells[c].Text || (text.Length > 0 && char.IsAsciiDigit(text[0]) && !text.Contains('年', StringComparison.Ordinal)))
            {
                return false;
            }

            words += text.Length > 0 ? 1 : 0;
        }

        return words > 1;
    }
}
