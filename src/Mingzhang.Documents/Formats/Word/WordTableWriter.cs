using Mingzhang.Documents.Formats.Html;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>写表：a table of data becomes a grid, its rows of titles and notes lines above and below; a table that only arranges what stands in it
/// is written as that.</summary>
internal static class WordTableWriter
{
    private const int SmallTable = 4;
    private const int MostWords = 3;
    private const int ProseLength = 300;

    public static void Write(WordFlow flow, WordTable table, WordTally tally)
    {
        if (SideBySide(table) is { } joined)
        {
            Add(flow, joined);
            return;
        }

        if (!Arranges(table))
        {
            if (WordGrid.Of(table, tally, flow.Above) is { } rows)
            {
                Add(flow, rows);
                flow.Above = new DrawnColumns(table.Drawn);
            }

            return;
        }

        foreach (var cell in table.Cells)
        {
            foreach (var block in cell.Blocks)
            {
                flow.Add(block);
            }
        }
    }

    private static void Add(WordFlow flow, List<GridRow> rows)
    {
        var (above, body, below) = TitleRows.Split(rows);
        foreach (var line in above)
        {
            flow.Add(line);
        }

        flow.Add(new Grid(body) { Ruled = true });
        foreach (var line in below)
        {
            flow.Add(line);
        }
    }

    private static bool Arranges(WordTable table)
    {
        var cells = table.Cells.Where(c => !c.Below && !c.Beside).ToList();
        if (cells.Count <= 1 || table.Rows.TrueForAll(r => r.Count <= 1))
        {
            return true;
        }

        var nested = cells.Sum(c => c.Nested);
        var length = cells.Sum(c => c.Text.Length);
        if (nested > 0)
        {
            // A cell that holds a table and most of the text arranges it, unless it is a small thing in a true table.
            var holds = cells.Exists(c => c.Nested > SmallTable || (c.Nested > 0 && c.Text.Length * 2L > length));
            return holds && !(table.Rows.Count >= 3 && table.Rows.Max(r => r.Count) >= 3 && nested < cells.Count);
        }

        var figures = cells.Exists(c => c.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0);
        var filled = cells.FindAll(c => c.Text.Length > 0);
        if (figures || filled.Count == 0)
        {
            return false;
        }

        // The words of a unit and a bureau set left and right, or a column of running text beside a narrow one.
        var longest = filled.Max(c => c.Text.Length);
        return (table.Rows.Count == 1 && filled.Count <= MostWords) || (cells.Count <= 6 && table.Rows.Count <= 3 && longest > ProseLength && longest * 2 > length);
    }

    // Two halves of one table, income at the left and expenditure at the right, each a table in a cell of its own.
    private static List<GridRow>? SideBySide(WordTable table)
    {
        const int LeastRows = 3;
        if (table.Rows is not [[{ Blocks: [Grid left] }, { Blocks: [Grid right] }]] || left.Rows.Count != right.Rows.Count || left.Rows.Count < LeastRows)
        {
            return null;
        }

        return left.Width + right.Width > PaperDocument.MostColumns ? null : [.. left.Rows.Zip(right.Rows, (a, b) => new GridRow([.. a.Cells, .. b.Cells], 0, null))];
    }
}
