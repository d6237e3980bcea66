using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>铺满的行：one cell for every column; what a span covers says where from.</summary>
internal static class DenseRows
{
    public static List<GridRow> Of(TableModel model, FlowPart part)
    {
        var rows = new GridCell?[model.Rows.Count][];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = new GridCell?[model.Shown.Count];
        }

        foreach (var cell in model.Cells)
        {
            var from = Position(model.Shown, cell.Column);
            var columns = Position(model.Shown, cell.Column + cell.Columns) - from;
            for (var r = 0; r < cell.Rows; r++)
            {
                for (var c = 0; c < columns; c++)
                {
                    rows[cell.Row + r][from + c] = r + c == 0
                        ? new GridCell(BlockFlow.CellText(cell.Element, part), 0, columns, cell.Rows)
                        : new GridCell("", 0) { CoveredFrom = (r, c) };
                }
            }
        }

        return [.. rows.Select(cells => new GridRow([.. cells.Select(c => c ?? new GridCell("", 0))], 0, null))];
    }

    // Where a column of the source stands among those shown.
    private static int Position(List<int> shown, int column)
    {
        var at = shown.BinarySearch(column);
        return at < 0 ? ~at : at;
    }
}
