using Mingzhang.Paper;

namespace Mingzhang.Ledger.Imports;

/// <summary>导入的位置：where a cell of a grid stands in its file: by its own address in a workbook, else by line and column.</summary>
internal static class ImportPlace
{
    /// <summary>某格；the whole row where no column is given.</summary>
    public static SheetCell Of(Grid grid, string sheet, int row, int? column)
    {
        var cells = grid.Rows[row].Cells;
        var address = column is { } c && c < cells.Count ? cells[c].Address : null;
        var first = address ?? cells.Select(x => x.Address).FirstOrDefault(a => a is not null);
        return first is null ? new SheetCell(sheet, grid.Rows[row].Line, column + 1 ?? 0)
            : new SheetCell(first.Sheet, first.Row + 1, address is null ? 0 : address.Column + 1);
    }
}
