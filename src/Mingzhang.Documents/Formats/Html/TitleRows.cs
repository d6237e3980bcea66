using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Html;

/// <summary>表中的标题行：spreadsheets saved as pages carry title, unit and notes as rows of the table; on paper they stand above and below.</summary>
internal static class TitleRows
{
    private const int MostTitles = 6;

    public static (List<TextLine> Above, List<GridRow> Body, List<TextLine> Below) Split(List<GridRow> rows)
    {
        var from = 0;
        var above = new List<TextLine>();
        for (var r = 0; r < MostTitles && rows.Count - r > 2 && Title(rows[r]) is { } title; r++)
        {
            if (title.Length > 0)
            {
                above.Add(Line(title, true));
                from = r + 1;
            }
        }

        var to = rows.Count;
        var below = new List<TextLine>();
        while (to - from > 2 && Whole(rows[to - 1]) is { } note)
        {
            below.Insert(0, Line(note, false));
            to--;
        }

        // A table that is nothing but such rows stays as it is.
        return to - from >= 2 && rows.Skip(from).Take(to - from).Any(r => r.Cells.Count(c => c.Text.Length > 0) >= 2)
            ? (above, rows.GetRange(from, to - from), below) : ([], rows, []);
    }

    // A row of one text.
    private static string? Title(GridRow row)
    {
        var filled = row.Cells.Where(c => c.Text.Length > 0).ToList();
        return filled.Count <= 1 && row.Cells.All(c => c.Rows == 1 && c.CoveredFrom is null or (0, _)) ? filled.Count == 0 ? "" : filled[0].Text : null;
    }

    private static TextLine Line(string text, bool prominent) =>
        new(text.Replace('\n', ' '), 0, null, false) { Join = LineJoin.New, Prominent = prominent };

    private static string? Whole(GridRow row) =>
        row.Cells.Count > 1 && row.Cells[0] is { Text.Length: > 0 } first && first.Columns == row.Cells.Count && first.Rows == 1 ? first.Text : null;
}
