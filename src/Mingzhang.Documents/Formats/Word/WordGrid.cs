using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>铺满的行：one cell for every column, what a span covers says where from. Borders drawn by hand a hair apart are one; columns in which no
/// cell begins are none.</summary>
internal static class WordGrid
{
    // Twentieths of a point: half the width of the smallest printed character.
    private const int Hair = 100;

    /// <summary>铺满; null where the table has more columns or cells than anybody prints, which is told.</summary>
    public static List<GridRow>? Of(WordTable table, WordTally tally, DrawnColumns? above)
    {
        Merge(table);
        var map = Columns(table, above);
        var width = map[^1];
        if (width > PaperDocument.MostColumns)
        {
            tally.Wide(table.Ordinal, width);
            return null;
        }

        if (!tally.Laid((long)width * table.Rows.Count))
        {
            return null;
        }

        var rows = new GridCell?[table.Rows.Count][];
        for (var r = 0; r < rows.Length; r++)
        {
            rows[r] = new GridCell?[width];
        }

        for (var r = 0; r < rows.Length; r++)
        {
            foreach (var cell in table.Rows[r])
            {
                Place(rows, r, cell, map);
            }
        }

        return [.. rows.Select(cells => new GridRow([.. cells.Select(c => c ?? new GridCell("", 0))], 0, null))];
    }

    private static void Place(GridCell?[][] rows, int row, WordCell cell, int[] map)
    {
        var (from, to) = (map[cell.Column], map[cell.Column + cell.Columns]);
        if (cell.Rows == 0 || from == to || rows[row][from] is not null)
        {
            return;
        }

        for (var r = 0; r < cell.Rows; r++)
        {
            for (var c = from; c < to; c++)
            {
                rows[row + r][c] = r == 0 && c == from ? new GridCell(cell.Text, 0, to - from, cell.Rows) : new GridCell("", 0) { CoveredFrom = (r, c - from) };
            }
        }
    }

    // A cell that goes on from above or from the left gives its place to the one that it goes on; no rows are left to it.
    private static void Merge(WordTable table)
    {
        var above = new Dictionary<int, WordCell>();
        foreach (var row in table.Rows)
        {
            for (var i = row.Count - 1; i > 0; i--)
            {
                if (row[i].Beside && row[i].Column == row[i - 1].Column + row[i - 1].Columns)
                {
                    row[i - 1].Columns += row[i].Columns;
                    row.RemoveAt(i);
                }
            }

            var here = new Dictionary<int, WordCell>();
            foreach (var cell in row)
            {
                if (cell.Below && above.TryGetValue(cell.Column, out var upper) && upper.Columns == cell.Columns)
                {
                    upper.Rows++;
                    cell.Rows = 0;
                    here[cell.Column] = upper;
                }
                else
                {
                    here[cell.Column] = cell;
                }
            }

            above = here;
        }
    }

    // Where each border of the drawing stands among the columns that remain.
    private static int[] Columns(WordTable table, DrawnColumns? above)
    {
        var width = table.Width;
        var begun = new bool[width + 1];
        foreach (var cell in table.Cells.Where(c => c.Rows > 0))
        {
            begun[cell.Column] = true;
        }

        if (above?.Map.Length == width + 1 && Enumerable.Range(1, Math.Max(0, width - 1)).All(c => !begun[c] || above.Map[c] > above.Map[c - 1]))
        {
            // Right behind a table of as many columns, none of them new: it goes on, and its columns stay those above.
            return table.Drawn = above.Map;
        }

        var map = new int[width + 1];
        for (var c = 1; c <= width; c++)
        {
            map[c] = map[c - 1] + (c == width || begun[c] ? 1 : 0);
        }

        return table.Drawn = width > 0 && table.Widths.Count >= width && table.Widths.TrueForAll(w => w > 0) ? Joined(table, map, width) : map;
    }

    // A cell with words never loses its place: where one stands between two such borders, they are apart.
    private static int[] Joined(WordTable table, int[] map, int width)
    {
        var joined = (int[])map.Clone();
        for (var c = 1; c < width; c++)
        {
            if (map[c] == map[c - 1])
            {
                continue;
            }

            var from = c - 1;
            var distance = table.Widths[from];
            while (from > 0 && map[from] == map[from - 1])
            {
                distance += table.Widths[--from];
            }

            if (distance < Hair && !table.Cells.Any(k => k.Rows > 0 && k.Text.Length > 0 && k.Column >= from && k.Column + k.Columns <= c))
            {
                for (var i = c; i <= width; i++)
                {
                    joined[i]--;
                }
            }
        }

        return joined;
    }
}

/// <summary>画出的列：where each border of a drawing stands among the columns that are seen.</summary>
/// <param name="Map">For every border, how many columns lie before it.</param>
internal sealed record DrawnColumns(int[] Map);
