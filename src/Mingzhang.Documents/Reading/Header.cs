using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>栏目：the columns of a grid, each with its labels from top to bottom, joined from the header rows.</summary>
internal sealed class Header
{
    private Header(IReadOnlyList<HeaderColumn> columns) => Columns = columns;

    public IReadOnlyList<HeaderColumn> Columns { get; }

    public IReadOnlyList<string> Labels => [.. Columns.Select(c => string.Join('/', c.Path))];

    /// <summary>找出网格的栏目; a grid without header rows goes on under the header before it.</summary>
    public static (Header Header, int DataFrom) Of(Grid grid, Lexicon lexicon, Header? before)
    {
        var rows = HeaderRows(grid, lexicon);
        if (before is not null && (rows == 0 || !before.Begins(grid.Rows[0])))
        {
            return (before, 0);
        }

        if (before is not null && before.Columns.Count == grid.Width)
        {
            // Repeated at a page turn, perhaps cut short: the columns are those of the page before.
            return (before, rows);
        }

        var columns = new List<HeaderColumn>();
        for (var c = 0; c < grid.Width; c++)
        {
            var path = new List<string>();
            for (var r = 0; r < rows; r++)
            {
                var label = Label(grid, r, c, rows);
                if (label.Length > 0 && (path.Count == 0 || path[^1] != label))
                {
                    path.Add(label);
                }
            }

            path = before?.Full(grid, c, path) ?? path;
            columns.Add(new HeaderColumn(path, ColumnContent.Kind(grid, rows, c, path, lexicon)));
        }

        return (new Header(columns), rows);
    }

    // A header repeated at a page turn says again what it said; a row of labels without figures does not. Printers that give it less room
    // there cut the last lines of its labels off.
    private bool Begins(GridRow row)
    {
        var known = Columns.SelectMany(c => c.Path).ToHashSet(StringComparer.Ordinal);
        var labels = row.Cells.Select(c => Fold.Label(c.Text)).Where(t => t.Length > 0).ToList();
        return labels.TrueForAll(l => known.Contains(l) || (l.Length > 1 && labels.Exists(known.Contains) && known.Any(k => k.StartsWith(l, StringComparison.Ordinal))));
    }

    // The labels of a column as they stood on the page before, where these are their beginnings.
    private List<string>? Full(Grid grid, int column, List<string> path) =>
        grid.Width == Columns.Count && Columns[column].Path is var known && known.Count == path.Count && known.Zip(path).All(l => l.First.StartsWith(l.Second, StringComparison.Ordinal)) ? [.. known] : null;

    // A blank cell belongs to the group at its left as long as the header goes on below it.
    private static string Label(Grid grid, int row, int column, int rows)
    {
        var own = Fold.Label(grid.Text(row, column));
        if (own.Length > 0 || grid.Ruled)
        {
            return own;
        }

        var below = false;
        for (var r = row + 1; r < rows; r++)
        {
            below |= grid.Rows[r][column].Length > 0;
        }

        if (!below)
        {
            return "";
        }

        for (var c = column - 1; c >= 0; c--)
        {
            var left = Fold.Label(grid.Rows[row][c]);
            if (left.Length > 0)
            {
                return left;
            }
        }

        return "";
    }

    private static int HeaderRows(Grid grid, Lexicon lexicon)
    {
        var labels = new HashSet<int>();
        var any = false;
        for (var r = 0; r < grid.Rows.Count; r++)
        {
            var row = grid.Rows[r];
            if (IsData(row, labels, lexicon))
            {
                return any ? r : 0;
            }

            for (var c = 0; c < row.Cells.Count; c++)
            {
                var text = Fold.Label(row[c]);
                if (text.Length > 0 && lexicon.Columns.ContainsKey(text))
                {
                    any = true;
                    labels.Add(c);
                }
                else if (text.Length > 0 && lexicon.Read(text) is { Any: true } or { Total: true })
                {
                    any = true;
                }
            }
        }

        return any ? grid.Rows.Count : 0;
    }

    // The first row with a number, a code or a numbered label, or with nothing but its label, is data.
    private static bool IsData(GridRow row, HashSet<int> labels, Lexicon lexicon)
    {
        var filled = 0;
        var columns = 0;
        var inLabels = 0;
        for (var c = 0; c < row.Cells.Count; c++)
        {
            var text = Fold.Label(row[c]);
            if (text.Length == 0)
            {
                continue;
            }

            filled++;
            if (lexicon.Columns.ContainsKey(text))
            {
                columns++;
                continue;
            }

            if (NumberText.Read(text).Kind is CellNumberKind.Number or CellNumberKind.Dash || Numbering.Level(text) > 0)
            {
                return true;
            }

            inLabels += labels.Contains(c) ? 1 : 0;
        }

        return filled > columns && filled == inLabels + columns;
    }
}

/// <summary>一栏：labels from top to bottom, and what it holds.</summary>
internal sealed record HeaderColumn(IReadOnlyList<string> Path, ColumnKind Kind);
