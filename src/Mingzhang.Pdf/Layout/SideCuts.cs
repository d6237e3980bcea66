using System.Buffers;

namespace Mingzhang.Pdf.Layout;

/// <summary>横向分页的宽表：a wide sheet is cut into pages side by side; its further columns stand alone on the next page, every row at the
/// height of its row before, and without labels. They are joined where all of that is so.</summary>
internal static class SideCuts
{
    private const double SameHeight = 2;
    private const int LeastRows = 3;
    private const double ReachesOver = 0.8;

    private static readonly SearchValues<char> OfFigures = SearchValues.Create("0123456789.,，-—–%％ \n");

    public static List<LaidPage> Join(List<LaidPage> pages)
    {
        var joined = new List<LaidPage>(pages.Count);
        LaidTable? first = null;
        foreach (var page in pages)
        {
            if (first is not null && Alone(page) is { } next && GoesOn(first, next))
            {
                Append(first, next);
                joined.Add(page with { Blocks = [.. page.Blocks.Where(b => b != next)] });
                continue;
            }

            joined.Add(page);
            first = page.Blocks.OfType<LaidTable>().Count() == 1 && page.Blocks.LastOrDefault(static b => b is not LaidLine { Furniture: true }) is LaidTable last
                && last.Area.Right > ReachesOver * page.Width && HasLabels(last) ? last : null;
        }

        return joined;
    }

    private static LaidTable? Alone(LaidPage page)
    {
        var blocks = page.Blocks.Where(static b => b is not LaidLine { Furniture: true }).ToList();
        return blocks is [LaidTable table] ? table : null;
    }

    private static bool GoesOn(LaidTable first, LaidTable next)
    {
        if (first.Rows.Count != next.Rows.Count || first.Rows.Count < LeastRows || HasLabels(next))
        {
            return false;
        }

        for (var r = 0; r < first.Rows.Count; r++)
        {
            if (Math.Abs(first.Rows[r].Top - next.Rows[r].Top) > SameHeight || Math.Abs(first.Rows[r].Bottom - next.Rows[r].Bottom) > SameHeight)
            {
                return false;
            }
        }

        return next.Rows.Any(HasFigure);
    }

    // Below the first row with figures some row has something else in its first cell.
    private static bool HasLabels(LaidTable table)
    {
        var data = false;
        foreach (var row in table.Rows)
        {
            data |= HasFigure(row);
            if (data && row.Cells.Any(static c => c.Text.Length > 0 && !IsFigure(c.Text)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasFigure(LaidRow row) => row.Cells.Any(static c => c.Text.Length > 0 && IsFigure(c.Text));

    private static bool IsFigure(string text) => text.AsSpan().IndexOfAnyExcept(OfFigures) < 0;

    private static void Append(LaidTable first, LaidTable next)
    {
        var shift = first.Columns[^1] - next.Columns[0];
        first.Columns = [.. first.Columns, .. next.Columns.Skip(1).Select(x => x + shift)];
        first.Rows = [.. first.Rows.Select((row, r) => row with { Cells = [.. row.Cells, .. next.Rows[r].Cells.Select(c => Moved(c, shift))] })];
    }

    private static LaidCell Moved(LaidCell cell, double shift) => cell with { Area = cell.Area with { Left = cell.Area.Left + shift, Right = cell.Area.Right + shift } };
}
