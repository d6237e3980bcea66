using System.Globalization;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>放好的格。</summary>
internal sealed record PlacedCell(PageElement Element, int Row, int Column, int Columns, int Rows);

/// <summary>表格的模型：which place every cell takes, by the standard's rules of spans; hidden rows and cells take none.</summary>
internal sealed class TableModel
{
    // No cell of a printed table lies so far to the right.
    private const int FarthestColumn = 4096;
    private const int WidestSpan = 1000;

    // For every column the row at which the span hanging into it ends; given up once all cells are placed.
    private int[] _busyUntil = new int[64];

    private TableModel(PageElement table) => Table = table;

    public PageElement Table { get; }

    public List<PageElement> Captions { get; } = [];

    public List<PlacedCell> Cells { get; } = [];

    /// <summary>各行，按显示的先后。</summary>
    public List<PageElement> Rows { get; } = [];

    public int Width { get; private set; }

    /// <summary>显示的列: spreadsheets saved as pages keep their hidden columns.</summary>
    public List<int> Shown { get; private set; } = [];

    /// <summary>是否宽得不成表。</summary>
    public bool Unbounded { get; private set; }

    public static TableModel Of(PageElement table)
    {
        var model = new TableModel(table);
        foreach (var group in Groups(table, model.Captions))
        {
            var end = model.Rows.Count + group.Count;
            Array.Clear(model._busyUntil);
            foreach (var row in group)
            {
                model.Place(row, end);
            }
        }

        model._busyUntil = [];

        // Columns at the right that only spans reach are not there.
        model.Width = model.Cells.Count == 0 ? 0 : model.Cells.Max(c => c.Column) + 1;
        var hidden = HiddenColumns(table);
        model.Shown = [.. Enumerable.Range(0, model.Width).Where(c => !hidden.Contains(c))];
        return model;
    }

    private void Place(PageElement row, int groupEnd)
    {
        var at = Rows.Count;
        Rows.Add(row);
        var column = 0;
        foreach (var cell in row.Elements.Where(e => ElementNames.IsCell(e.Name) && Visible(e)))
        {
            while (column < _busyUntil.Length && _busyUntil[column] > at)
            {
                column++;
            }

            if (column >= FarthestColumn)
            {
                Unbounded = true;
                return;
            }

            var columns = Math.Min(Span(cell["colspan"], 1, WidestSpan), FarthestColumn - column);
            if (column + columns > _busyUntil.Length)
            {
                Array.Resize(ref _busyUntil, Math.Min(FarthestColumn, 2 * (column + columns)));
            }

            var rows = Span(cell["rowspan"], 0, int.MaxValue);
            rows = rows == 0 ? groupEnd - at : Math.Min(rows, groupEnd - at);

            // A span ends before a cell that hangs down from above.
            var free = 1;
            while (free < columns && _busyUntil[column + free] <= at)
            {
                free++;
            }

            Cells.Add(new PlacedCell(cell, at, column, free, rows));
            Array.Fill(_busyUntil, at + rows, column, free);
            column += free;
        }
    }

    private static int Span(string? text, int least, int most)
    {
        var digits = (text ?? "").AsSpan().Trim();
        var end = 0;
        while (end < digits.Length && char.IsAsciiDigit(digits[end]))
        {
            end++;
        }

        return end == 0 ? 1 : !int.TryParse(digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? most
            : span < least ? 1 : Math.Min(span, most);
    }

    // The first head group is shown above all rows and the first foot group below them, wherever they stand in the source.
    private static List<List<PageElement>> Groups(PageElement table, List<PageElement> captions)
    {
        List<PageElement>? head = null;
        List<PageElement>? foot = null;
        var groups = new List<List<PageElement>>();
        List<PageElement>? loose = null;
        foreach (var part in table.Elements.Where(Visible))
        {
            if (part.Name == "tr")
            {
                if (loose is null)
                {
                    groups.Add(loose = []);
                }

                loose.Add(part);
                continue;
            }

            if (part.Name == "caption")
            {
                captions.Add(part);
            }
            else if (ElementNames.IsRowGroup(part.Name))
            {
                loose = null;
                var rows = part.Elements.Where(e => e.Name == "tr" && Visible(e)).ToList();
                if (part.Name == "thead" && head is null)
                {
                    head = rows;
                }
                else if (part.Name == "tfoot" && foot is null)
                {
                    foot = rows;
                }
                else
                {
                    groups.Add(rows);
                }
            }
        }

        return [.. head is null ? [] : new[] { head }, .. groups, .. foot is null ? [] : new[] { foot }];
    }

    private static HashSet<int> HiddenColumns(PageElement table)
    {
        var hidden = new HashSet<int>();
        var at = 0;
        foreach (var column in table.Elements.SelectMany(e => e.Name == "colgroup" ? e.Elements : [e]).Where(e => e.Name == "col").Take(FarthestColumn))
        {
            var span = Span(column["span"], 1, WidestSpan);
            if (!Visible(column))
            {
                hidden.UnionWith(Enumerable.Range(at, span));
            }

            at += span;
        }

        return hidden;
    }

    // Word and Excel end their tables with a row of no height, which only sets the widths.
    private static bool Visible(PageElement element) =>
        (element.Look & Look.Hidden) == 0 && !(element.Name == "tr" && element["height"] == "0" && element.Measure.Text == 0);
}
