using System.Text.RegularExpressions;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading.Sheets;

/// <summary>绩效表的一格：a filled cell with the columns that it covers.</summary>
/// <param name="Text">Text as printed.</param>
/// <param name="Label">Its bare label: folded, without numbers before it and brackets behind it.</param>
/// <param name="From">First column.</param>
/// <param name="To">Last column.</param>
/// <param name="Box">Box on the page; null where the format has none.</param>
internal sealed record SheetCell(string Text, string Label, int From, int To, PaperBox? Box);

/// <summary>绩效表的格：the filled cells of a row, and the words of a label laid bare.</summary>
internal static partial class SheetCells
{
    private const int LongestLabel = 30;

    /// <summary>一行中有字的格, from left to right; places that a cell covers are not cells of their own.</summary>
    public static List<SheetCell> Of(Grid grid, GridRow row)
    {
        var cells = new List<SheetCell>();
        for (var c = 0; c < row.Cells.Count; c++)
        {
            var cell = row.Cells[c];
            if (cell.Text.Length == 0 || cell.CoveredFrom is not null)
            {
                continue;
            }

            // Where nothing tells which cells span, a label reaches to the next one.
            var to = c + cell.Columns - 1;
            while (!grid.Ruled && to + 1 < row.Cells.Count && row[to + 1].Length == 0)
            {
                to++;
            }

            cells.Add(new SheetCell(cell.Text, Bare(cell.Text), c, Math.Min(to, row.Cells.Count - 1), cell.Box));
        }

        return cells;
    }

    /// <summary>光标签: 年度资金总额（万元）： is 年度资金总额; empty for what is too long to be a label.</summary>
    public static string Bare(string text)
    {
        var label = Numbering.Strip(Fold.Label(text)).TrimStart('*', '★', '-', '—').TrimEnd(':');
        if (label.Length > LongestLabel)
        {
            return "";
        }

        while (Trailing().Match(label) is { Success: true, Index: > 0 } bracket)
        {
            label = label[..bracket.Index].TrimEnd(':');
        }

        return label;
    }

    /// <summary>一列中的文字: all of a row that stands in the columns of a header cell.</summary>
    public static string Within(GridRow row, int from, int to)
    {
        var text = "";
        for (var c = from; c <= to && c < row.Cells.Count; c++)
        {
            text += row[c];
        }

        return text;
    }

    [GeneratedRegex(@"\([^()]*\)$")]
    private static partial Regex Trailing();
}
