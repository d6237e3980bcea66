using Mingzhang.Paper;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>表样的印制：a sheet as grids: header cells left blank or merged, on one page or two.</summary>
internal static class Drawing
{
    /// <summary>As text prints it: a group stands over its first column, the others are left blank.</summary>
    public static Grid Plain(Sheet sheet, int line = 10) => new([.. Header(sheet, line, spans: false), .. Body(sheet.Rows, line + sheet.Depth)]);

    /// <summary>As a page with rulings or markup shows it: the cells of groups are merged.</summary>
    public static Grid Spanned(Sheet sheet, int line = 10) => new([.. Header(sheet, line, spans: true), .. Body(sheet.Rows, line + sheet.Depth)]) { Ruled = true };

    /// <summary>Turned over in the middle, with the header again or without.</summary>
    public static IReadOnlyList<Block> Turned(Sheet sheet, bool again)
    {
        var half = sheet.Rows.Count / 2;
        var second = Body([.. sheet.Rows.Skip(half)], 60);
        return
        [
            new Grid([.. Header(sheet, 10, spans: true), .. Body([.. sheet.Rows.Take(half)], 10 + sheet.Depth)]) { Ruled = true },
            new TextLine("- 3 -", 50, null, false) { Furniture = true },
            new Grid(again ? [.. Header(sheet, 55, spans: true), .. second] : second) { Ruled = true, Continues = !again },
        ];
    }

    public static GridRow Row(IEnumerable<string> cells, int line) => new([.. cells.Select(c => new GridCell(c, 0))], line, null);

    private static List<GridRow> Body(IReadOnlyList<SheetRow> rows, int line) => [.. rows.Select((r, i) => Row(r.Cells, line + i))];

    private static List<GridRow> Header(Sheet sheet, int line, bool spans)
    {
        var (depth, width) = (sheet.Depth, sheet.Columns.Count);
        var cells = new GridCell?[depth, width];
        for (var c = 0; c < width; c++)
        {
            var path = sheet.Columns[c].Path;
            for (var r = 0; r < path.Count; r++)
            {
                if (cells[r, c] is not null)
                {
                    continue;
                }

                var leaf = r == path.Count - 1;
                var columns = leaf ? 1 : Enumerable.Range(c, width - c).TakeWhile(k => sheet.Columns[k].Path.Count > r + 1 && sheet.Columns[k].Path.Take(r + 1).SequenceEqual(path.Take(r + 1))).Count();
                var rows = leaf ? depth - r : 1;
                for (var k = 0; k < columns * rows; k++)
                {
                    cells[r + (k / columns), c + (k % columns)] = k == 0 ? new GridCell(path[r], 0, spans ? columns : 1, spans ? rows : 1)
                        : new GridCell("", 0) { CoveredFrom = spans ? (k / columns, k % columns) : null };
                }
            }
        }

        return [.. Enumerable.Range(0, depth).Select(r => new GridRow([.. Enumerable.Range(0, width).Select(c => cells[r, c]!)], line + r, null))];
    }
}
