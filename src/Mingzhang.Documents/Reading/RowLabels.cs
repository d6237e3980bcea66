using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>行名：the names of a row on each side of a table.</summary>
internal static class RowLabels
{
    /// <summary>一侧的名称: names of groups stand in columns of their own and go on over the rows that they span.</summary>
    public static string Of(Grid grid, int at, SideColumns side, string words)
    {
        var label = words;
        for (var i = 0; i < side.Labels.Count; i++)
        {
            var column = side.Labels[i];
            var cell = column < grid.Rows[at].Cells.Count ? grid.Rows[at].Cells[column] : null;
            var spans = cell?.CoveredFrom is { Left: 0 } && i + 1 < side.Labels.Count;
            var text = Fold.Label(spans ? grid.Text(at, column) : cell?.Text ?? "");
            label += text.Length == 0 ? "" : label.Length > 0 ? " " + text : text;
        }

        return label;
    }

    /// <summary>借用的名称：当年支出小计 stands once, over two sides of expenditure, with its amount on the last of them; empty where none is lent.</summary>
    public static string Shared(Grid grid, int at, SideColumns[] sides, int number) => Lender(grid, at, sides, number) is { } lender ? Name(grid, at, sides[lender]) : "";

    /// <summary>借出名称的一侧; null where none is lent.</summary>
    public static int? Lender(Grid grid, int at, SideColumns[] sides, int number)
    {
        for (var s = number - 1; s > 0; s--)
        {
            if (Name(grid, at, sides[s]).Length > 0)
            {
                return sides[s].Amounts.TrueForAll(a => NumberText.Read(grid.Rows[at][a.Column]).Kind != CellNumberKind.Number) ? s : null;
            }
        }

        return null;
    }

    // 公用经费合计 stands in the column of codes as often as in that of names.
    private static string Name(Grid grid, int at, SideColumns side) => Of(grid, at, side, side.Code(grid.Rows[at], "").Words);

    /// <summary>是否把名称借给右边一侧: then its own blank cell says nothing.</summary>
    public static bool Lends(Grid grid, int at, SideColumns[] sides, int number) =>
        number > 0 && number + 1 < sides.Length
            && sides[number].Amounts.TrueForAll(a => NumberText.Read(grid.Rows[at][a.Column]).Kind == CellNumberKind.Blank)
            && Name(grid, at, sides[number + 1]).Length == 0 && Shared(grid, at, sides, number + 1).Length > 0
            && sides[number + 1].Amounts.Exists(a => NumberText.Read(grid.Rows[at][a.Column]).Kind == CellNumberKind.Number);
}
