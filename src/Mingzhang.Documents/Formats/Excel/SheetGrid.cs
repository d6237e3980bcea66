using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Excel;

/// <summary>工作表中的网格：one cell for every column in which a table has text; empty rows and columns are not printed, and merged cells span
/// what is left of them.</summary>
internal sealed class SheetGrid
{
    private const int MostWork = 10_000_000;
    private readonly SheetContent _sheet;
    private readonly List<MergedCells> _merges;
    private int _area;
    private int _work;

    public SheetGrid(SheetContent sheet)
    {
        _sheet = sheet;
        _merges = [.. sheet.Merges.OrderBy(m => m.Row)];
    }

    /// <summary>是否不超过一张工作表所能印出的大小。</summary>
    public bool Fits(int from, int to)
    {
        var area = (long)Columns(from, to).Count * (to - from);
        if (area > _sheet.MostArea - _area)
        {
            return false;
        }

        _area += (int)area;
        return true;
    }

    /// <summary>从某行到某行之前的网格。</summary>
    public Grid Of(int from, int to)
    {
        var rows = _sheet.Rows;
        var columns = Columns(from, to);
        var cells = new GridCell[to - from][];
        for (var i = from; i < to; i++)
        {
            cells[i - from] = new GridCell[columns.Count];
            for (var c = 0; c < columns.Count; c++)
            {
                cells[i - from][c] = new GridCell("", 0) { Address = Address(rows[i].Row, columns[c]) };
            }

            foreach (var cell in rows[i].Cells)
            {
                var at = columns.BinarySearch(cell.Column);
                cells[i - from][at] = cells[i - from][at] with { Text = cell.Text, Start = cell.Start, KeptAsText = cell.KeptAsText };
            }
        }

        var merged = Merge(cells, columns, from, to);
        return new Grid([.. cells.Select((c, i) => new GridRow(c, rows[from + i].Line, null))]) { Ruled = merged };
    }

    private List<int> Columns(int from, int to)
    {
        var used = new SortedSet<int>();
        for (var i = from; i < to; i++)
        {
            foreach (var cell in _sheet.Rows[i].Cells)
            {
                used.Add(cell.Column);
            }
        }

        return [.. used];
    }

    private CellAddress? Address(int row, int column) => _sheet.Name is { } name ? new CellAddress(name, row, column) : null;

    // A sheet without merged cells may leave the cells beside a heading blank instead: then nothing tells what spans.
    private bool Merge(GridCell[][] cells, List<int> columns, int from, int to)
    {
        var rows = _sheet.Rows;
        var any = false;
        var (first, last) = (rows[from].Row, rows[to - 1].Row);
        for (var m = FirstFrom(first); m < _merges.Count && _merges[m].Row <= last; m++)
        {
            var merge = _merges[m];
            var (top, bottom) = (RowAt(merge.Row, from, to), RowAt(merge.LastRow + 1, from, to));
            var (left, right) = (Position(columns, merge.Column), Position(columns, merge.LastColumn + 1));
            any = true;
            if (bottom - top < 1 || right - left < 1 || (bottom - top == 1 && right - left == 1) || !Free(cells, top, bottom, left, right))
            {
                continue;
            }

            for (var r = top; r < bottom; r++)
            {
                for (var c = left; c < right; c++)
                {
                    cells[r][c] = r == top && c == left ? cells[r][c] with { Columns = right - left, Rows = bottom - top }
                        : cells[r][c] with { Text = "", CoveredFrom = (r - top, c - left) };
                }
            }
        }

        return any;
    }

    // Merged cells that overlap are the work of a damaged file: the first stands.
    private bool Free(GridCell[][] cells, int top, int bottom, int left, int right)
    {
        for (var r = top; r < bottom; r++)
        {
            for (var c = left; c < right; c++)
            {
                if (++_work > MostWork || cells[r][c].CoveredFrom is not null || cells[r][c].Rows > 1 || cells[r][c].Columns > 1)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private int FirstFrom(int row)
    {
        var (low, high) = (0, _merges.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _merges[middle].Row < row ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // Where a row of the sheet stands among the rows of the grid, or the next one that is there.
    private int RowAt(int row, int from, int to)
    {
        var (low, high) = (from, to);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _sheet.Rows[middle].Row < row ? (middle + 1, high) : (low, middle);
        }

        return low - from;
    }

    private static int Position(List<int> columns, int column)
    {
        var at = columns.BinarySearch(column);
        return at < 0 ? ~at : at;
    }
}
