using Mingzhang.Pdf.Writing.Typefaces;

namespace Mingzhang.Pdf.Writing.Tables;

/// <summary>单元格的位置：from spans; a place that nothing fills is an empty cell, so that every row is ruled to its end.</summary>
internal static class TablePlacing
{
    /// <summary>放不下：a cell that reaches beyond the table.</summary>
    internal sealed class BadTableException(string message) : Exception(message);

    public static (IReadOnlyList<PlacedCell> Cells, int Rows) Place(PdfTable table, FontCase fonts)
    {
        if (table.Columns < 1)
        {
            throw new BadTableException($"{table.Title}: 0");
        }

        var cells = new List<PlacedCell>();
        Part(table, table.Header, 0, header: true, cells, fonts);
        Part(table, table.Rows, table.Header.Count, header: false, cells, fonts);
        return (cells, table.Header.Count + table.Rows.Count);
    }

    private static void Part(PdfTable table, IReadOnlyList<PdfRow> rows, int offset, bool header, List<PlacedCell> cells, FontCase fonts)
    {
        var taken = new int[table.Columns];
        for (var r = 0; r < rows.Count; r++)
        {
            var column = 0;
            foreach (var cell in rows[r].Cells)
            {
                while (column < table.Columns && taken[column] > r)
                {
                    column++;
                }

                Check(table, cell, taken, column, r);
                Add(cell, r, column, Math.Min(cell.RowSpan, rows.Count - r), rows[r].Bold);
                column += cell.ColumnSpan;
            }

            for (column = 0; column < table.Columns; column++)
            {
                if (taken[column] <= r)
                {
                    Add(new PdfCell(""), r, column, 1, bold: false);
                }
            }
        }

        void Add(PdfCell cell, int row, int column, int height, bool bold)
        {
            Glyph[][] parts = [.. cell.Text.ReplaceLineEndings("\n").Split('\n').Select(t => fonts.Set(t, PdfFontRole.Table))];
            cells.Add(new PlacedCell(cell, offset + row, column, height, cell.ColumnSpan, header, bold, parts));
            Array.Fill(taken, row + height, column, cell.ColumnSpan);
        }
    }

    private static void Check(PdfTable table, PdfCell cell, int[] taken, int column, int row)
    {
        var fits = cell.ColumnSpan >= 1 && cell.RowSpan >= 1 && cell.ColumnSpan <= table.Columns - column;
        for (var i = 0; fits && i < cell.ColumnSpan; i++)
        {
            fits = taken[column + i] <= row;
        }

        if (!fits)
        {
            throw new BadTableException($"{table.Title}: {row + 1}, “{cell.Text}”");
        }
    }
}
