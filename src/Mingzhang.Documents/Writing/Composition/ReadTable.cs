using Mingzhang.Budget;

namespace Mingzhang.Documents.Writing.Composition;

/// <summary>读入的表：header rebuilt from the paths of its columns, cells as they were printed.</summary>
internal static class ReadTable
{
    public static ComposedTable Of(Table table)
    {
        var width = Math.Max(table.Columns.Count, table.Rows.SelectMany(r => r.Cells).Select(c => c.Column + 1).DefaultIfEmpty(1).Max());
        var kinds = Enumerable.Range(0, width).Select(c => Kind(table, c)).ToList();
        return new ComposedTable
        {
            Number = table.Number,
            Title = table.Title.Trim(),
            Form = table.Form,
            EntityLine = "",
            UnitLine = table.Unit is { } unit ? "单位：" + unit.Name : "",
            Unit = table.Unit ?? MoneyUnit.Yuan,
            Columns = kinds,
            Header = Header(table.Columns, width),
            Rows = [.. table.Rows.Select(r => Row(r, kinds))],
            Notes = [.. table.Notes.Select(n => n.Text.Trim())],
        };
    }

    private static CellKind Kind(Table table, int column)
    {
        var cells = table.Rows.SelectMany(r => r.Cells.Where(c => c.Column == column).Select(c => new { Row = r, Cell = c })).ToList();
        return cells.Exists(c => c.Cell.Statement is AmountStatement or ChangeStatement) ? CellKind.Amount
            : cells.Exists(c => c.Row.Code.Length > 0 && Plain(c.Cell.Raw).Length > 0 && c.Row.Code.Contains(Plain(c.Cell.Raw), StringComparison.Ordinal)) ? CellKind.Code
            : cells.Exists(c => c.Row.Label.Length > 0 && Plain(c.Cell.Raw) == Plain(c.Row.Label)) ? CellKind.Name : CellKind.Text;
    }

    private static ComposedRow Row(TableRow row, List<CellKind> kinds)
    {
        var cells = kinds.ConvertAll(k => new ComposedCell("", k)).ToArray();
        foreach (var cell in row.Cells)
        {
            cells[cell.Column] = new ComposedCell(cell.Raw.Trim(), kinds[cell.Column])
            {
                Yuan = cell.Statement is AmountStatement { Blank: false, Amount: { } amount } ? amount.Yuan : null,
                Point = cell.Statement?.Point,
            };
        }

        return new ComposedRow(cells, row.Code.Length == 0 && Plain(row.Label) is "合计" or "总计" or "收入总计" or "支出总计" or "收入合计" or "支出合计");
    }

    // Labels that stand one after the other under the same labels are one cell.
    private static List<ComposedCell[]> Header(IReadOnlyList<string> columns, int width)
    {
        var paths = Enumerable.Range(0, width).Select(c => c < columns.Count ? columns[c].Split('/') : [""]).ToList();
        var depth = paths.Max(p => p.Length);
        var rows = Enumerable.Range(0, depth).Select(_ => Enumerable.Repeat(ComposedCell.Covered, width).ToArray()).ToList();
        if (paths.TrueForAll(p => p.All(l => l.Length == 0)))
        {
            return [];
        }

        for (var r = 0; r < depth; r++)
        {
            for (var c = 0; c < width;)
            {
                var end = c + 1;
                while (r < paths[c].Length - 1 && end < width && paths[end].Length > r + 1 && paths[end].Take(r + 1).SequenceEqual(paths[c].Take(r + 1)))
                {
                    end++;
                }

                if (r < paths[c].Length)
                {
                    rows[r][c] = new ComposedCell(paths[c][r], CellKind.Label, end - c, r == paths[c].Length - 1 ? depth - r : 1);
                }

                c = end;
            }
        }

        return rows;
    }

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
