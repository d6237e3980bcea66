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

    private readonly int[] _busyUntil = new int[FarthestColumn];
    private int _farthest;

    private TableModel(PageElement table) => Table = table;

    public PageElement Table { get; }

    public List<PageElement> Captions { get; } = [];

    public List<PlacedCell> Cells { get; } = [];

    /// <summary>各行，按显示的先后。</summary>
    public List<PageElement> Rows { get; } = [];

    public int Width { get; private set; }

    /// <summary>是否宽得不成表。</summary>
    public bool Unbounded { get; private set; }

    public static TableModel Of(PageElement table)
    {
        var model = new TableModel(table);
        foreach (var group in Groups(table, model.Captions))
        {
            var end = model.Rows.Count + group.Count;
            Array.Clear(model._busyUntil, 0, model._farthest);
            foreach (var row in group)
            {
                model.Place(row, end);
            }
        }

        // Columns at the right that only spans reach are not there.
        model.Width = model.Cells.Count == 0 ? 0 : model.Cells.Max(c => c.Column) + 1;
        return model;
    }

    private void Place(PageElement row, int groupEnd)
    {
        var at = Rows.Count;
        Rows.Add(row);
        var column = 0;
        foreach (var cell in row.Elements.Where(e => ElementNames.IsCell(e.Name) && Visible(e)))
        {
            while (column < FarthestColumn && _busyUntil[column] > at)
            {
                column++;
            }

            if (column == FarthestColumn)
            {
                Unbounded = true;
                return;
            }

            var columns = Math.Min(Span(cell["colspan"], 1, WidestSpan), FarthestColumn - column);
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
            _farthest = Math.Max(_farthest, column + free);
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

    private static bool Visible(PageElement element) => (element.Look & Look.Hidden) == 0;
}
