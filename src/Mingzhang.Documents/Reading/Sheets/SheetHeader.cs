using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading.Sheets;

/// <summary>绩效表的栏目：the columns under one header row of a sheet, found by their labels.</summary>
internal sealed class SheetHeader
{
    private readonly int _width;

    private SheetHeader(IReadOnlyList<SheetColumn> columns, int width)
    {
        Columns = columns;
        _width = width;
    }

    public IReadOnlyList<SheetColumn> Columns { get; }

    /// <summary>指标栏目: at least two columns that only indicators have, one of them of names or of groups; null for other rows.</summary>
    public static SheetHeader? Indicators(Grid grid, IReadOnlyList<SheetCell> cells, Lexicon lexicon)
    {
        var columns = cells.Select(c => new SheetColumn(Kind(c), c.Label, c.From, c.To, c.Box)).ToList();
        return columns.Exists(c => c.Kind is ColumnKind.Indicator or ColumnKind.Level) && columns.Count(c => c.Kind is not (ColumnKind.Amount or ColumnKind.Text)) > 1
            ? new SheetHeader(columns, grid.Width) : null;

        ColumnKind Kind(SheetCell cell) => lexicon.Kind(Fold.Label(cell.Text)) is var whole && whole != ColumnKind.Amount ? whole : lexicon.Kind(cell.Label);
    }

    /// <summary>其他栏目 (money, objectives), with the kinds that the caller found.</summary>
    public static SheetHeader Of(Grid grid, IEnumerable<SheetColumn> columns) => new([.. columns], grid.Width);

    /// <summary>同一栏目在另一网格中的位置: a grid behind a page turn may be divided into other columns; then the page says where they stand. Null
    /// where it does not.</summary>
    public SheetHeader? In(Grid grid)
    {
        if (grid.Width == _width)
        {
            return this;
        }

        var middles = Middles(grid);
        var moved = new List<SheetColumn>();
        foreach (var column in Columns)
        {
            if (column.Box is not { } box)
            {
                return null;
            }

            var inside = Enumerable.Range(0, grid.Width).Where(c => middles[c] is { } x && box.Left <= x && x <= box.Right).ToList();
            if (inside.Count > 0)
            {
                moved.Add(column with { From = inside[0], To = inside[^1] });
            }
        }

        return moved.Exists(c => c.Kind == ColumnKind.Indicator) ? new SheetHeader(moved, grid.Width) : null;
    }

    // The middle of each column, from cells that stand in one column only.
    private static double?[] Middles(Grid grid)
    {
        var middles = new double?[grid.Width];
        foreach (var row in grid.Rows)
        {
            for (var c = 0; c < row.Cells.Count; c++)
            {
                if (row.Cells[c] is { Columns: 1, CoveredFrom: null, Box: { } box })
                {
                    middles[c] ??= (box.Left + box.Right) / 2;
                }
            }
        }

        return middles;
    }
}

/// <summary>绩效表的一栏：what it holds, its label, and the columns of the grid that it covers.</summary>
internal sealed record SheetColumn(ColumnKind Kind, string Label, int From, int To, PaperBox? Box);
