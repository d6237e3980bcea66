namespace Mingzhang.Pdf.Layout;

/// <summary>成表：the lattice with its texts, as rows of one cell for every column.</summary>
internal static class TableBuilding
{
    public static LaidTable Of(int page, Lattice lattice, CellText?[] texts)
    {
        var (xs, ys) = (lattice.Xs, lattice.Ys);
        var rows = new LaidCell[lattice.Rows][];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = new LaidCell[lattice.Columns];
            for (var c = 0; c < lattice.Columns; c++)
            {
                rows[r][c] = new LaidCell("", new Area(xs[c], ys[r], xs[c + 1], ys[r + 1]), 1, 1);
            }
        }

        for (var i = 0; i < lattice.Cells.Count; i++)
        {
            var span = lattice.Cells[i];
            var area = new Area(xs[span.Column], ys[span.Row], xs[span.Column + span.Columns], ys[span.Row + span.Rows]);
            var cell = texts[i]?.Cell(area, span.Columns, span.Rows) ?? new LaidCell("", area, span.Columns, span.Rows);
            Place(rows, span.Row, span.Column, cell);
        }

        var laid = new LaidRow[rows.Length];
        for (var r = 0; r < rows.Length; r++)
        {
            laid[r] = new LaidRow(ys[r], ys[r + 1], rows[r]);
        }

        return new LaidTable(page, new Area(xs[0], ys[0], xs[^1], ys[^1]), xs, laid, lattice.Kind) { OpenTop = lattice.OpenTop, OpenBottom = lattice.OpenBottom };
    }

    /// <summary>放一格，盖住它跨的位置。</summary>
    public static void Place(LaidCell[][] rows, int row, int column, LaidCell cell)
    {
        for (var r = 0; r < cell.Rows; r++)
        {
            for (var c = 0; c < cell.Columns; c++)
            {
                rows[row + r][column + c] = (r, c) == (0, 0) ? cell : new LaidCell("", cell.Area, 1, 1) { CoveredFrom = (r, c) };
            }
        }
    }
}
