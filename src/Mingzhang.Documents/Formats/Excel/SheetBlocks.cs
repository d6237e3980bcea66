using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Excel;

/// <summary>工作表到纸面：a sheet is a run of tables and text. A row of one text above a table, below it or between two of them is text; inside a
/// table it is a row of the table. Where a table's first row stands again, a page was turned, and a new grid begins.</summary>
internal sealed class SheetBlocks
{
    private const int LongestLabel = 30;
    private readonly SheetContent _sheet;
    private readonly List<Block> _blocks = [];
    private readonly SheetGrid _grids;
    private readonly Dictionary<int, int> _wide = [];

    private SheetBlocks(SheetContent sheet)
    {
        _sheet = sheet;
        _grids = new SheetGrid(sheet);
        foreach (var merge in sheet.Merges)
        {
            _wide[merge.Row] = Math.Max(_wide.GetValueOrDefault(merge.Row), merge.LastColumn - merge.Column + 1);
        }
    }

    public static IReadOnlyList<Block> Of(SheetContent sheet)
    {
        var blocks = new SheetBlocks(sheet);
        blocks.Divide();
        return blocks._blocks;
    }

    private void Divide()
    {
        var rows = _sheet.Rows;
        for (var i = 0; i < rows.Count;)
        {
            if (rows[i].Cells.Count == 1)
            {
                Lines(rows[i], rows[i].Cells[0].Text);
                i++;
                continue;
            }

            var end = End(i);
            Tables(i, end);
            i = end;
        }
    }

    // Where the table that begins here ends.
    private int End(int from)
    {
        var rows = _sheet.Rows;
        var figures = false;
        for (var i = from; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Cells.Count > 1)
            {
                // After an empty row, a row of words alone is the header of another table, where this one has had its figures.
                if (i > from && row.AfterGap && figures && !Figures(row) && row.Cells.Count > 2)
                {
                    return i;
                }

                figures |= Figures(row);
                continue;
            }

            if (i > from && IsText(i, figures))
            {
                return i;
            }
        }

        return rows.Count;
    }

    // Whether a row of one text ends the table above it.
    private bool IsText(int at, bool figures)
    {
        var rows = _sheet.Rows;
        var next = at + 1;
        while (next < rows.Count && rows[next].Cells.Count == 1)
        {
            next++;
        }

        var text = rows[at].Cells[0].Text;
        if (text.Contains('。', StringComparison.Ordinal))
        {
            // A sentence alone in its row: a note, or narrative.
            return true;
        }

        var wide = _wide.GetValueOrDefault(rows[at].Row) > 1;
        if (next == rows.Count)
        {
            // Nothing but such rows until the end: short ones at the left are rows whose amounts are blank.
            return wide || rows[at].AfterGap || text.Length > LongestLabel || text.Contains('\n', StringComparison.Ordinal);
        }

        // Text between two tables: the next row of several cells is a header.
        return !Figures(rows[next]) && ((wide && rows[at].AfterGap) || (figures && (rows[at].AfterGap || rows[next].AfterGap || next - at > 1 || (wide && text[^1] == '表'))));
    }

    private void Tables(int from, int to)
    {
        if (!_grids.Fits(from, to))
        {
            // Thousands of rows over hundreds of columns, nearly all empty: no table that anybody prints.
            for (var i = from; i < to; i++)
            {
                Lines(_sheet.Rows[i], string.Join("  ", _sheet.Rows[i].Cells.Select(c => c.Text.Replace('\n', ' '))));
            }

            return;
        }

        var begin = from;
        for (var i = from + 1; i < to; i++)
        {
            if (Repeats(_sheet.Rows[i], _sheet.Rows[from]))
            {
                _blocks.Add(_grids.Of(begin, i));
                begin = i;
            }
        }

        _blocks.Add(_grids.Of(begin, to));
    }

    // A row with one word, or with figures, may well stand twice.
    private static bool Repeats(SheetRow row, SheetRow first)
    {
        if (row.Cells.Count != first.Cells.Count || row.Cells.Count < 2 || Figures(first))
        {
            return false;
        }

        for (var c = 0; c < row.Cells.Count; c++)
        {
            if (row.Cells[c].Text != first.Cells[c].Text || row.Cells[c].Column != first.Cells[c].Column)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Figures(SheetRow row)
    {
        foreach (var cell in row.Cells)
        {
            if (cell.Number)
            {
                return true;
            }
        }

        return false;
    }

    private void Lines(SheetRow row, string content)
    {
        var cell = row.Cells[0];
        var gap = row.AfterGap;
        var first = _blocks.Count == 0;
        foreach (var part in content.Split('\n'))
        {
            var text = part.TrimEnd();
            if (string.IsNullOrWhiteSpace(text))
            {
                gap = true;
                continue;
            }

            _blocks.Add(new TextLine(text, row.Line, null, gap)
            {
                Join = LineJoin.New,
                Cell = _sheet.Name is { } name ? new CellAddress(name, row.Row, cell.Column) : null,
                Prominent = first && text.Length <= LongestLabel * 2 && !text.Contains('。', StringComparison.Ordinal),
                Column = cell.Start,
            });
            gap = false;
            first = false;
        }
    }
}
