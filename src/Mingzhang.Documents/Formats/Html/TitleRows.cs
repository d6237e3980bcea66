using Mingzhang.Documents.Reading;
using Mingzhang.Forms.Words;
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
        for (var r = 0; r < MostTitles && rows.Count - r > 2 && Titles(rows[r]) is { } titles; r++)
        {
            above.AddRange(titles);
            from = titles.Count > 0 ? r + 1 : from;
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

    // A row of one text, or of the bureau and the unit side by side.
    private static List<TextLine>? Titles(GridRow row)
    {
        var filled = row.Cells.Where(c => c.Text.Length > 0).ToList();
        var unit = filled.Exists(c => Captions.UnitLine().IsMatch(Fold.Label(c.Text)));
        return row.Cells.All(c => c.Rows == 1 && c.CoveredFrom is null or (0, _)) && (filled.Count <= 1 || (filled.Count <= 3 && unit))
            ? [.. filled.Select(c => Line(c.Text, filled.Count == 1 && !unit))] : null;
    }

    private static TextLine Line(string text, bool prominent) =>
        new(text.Replace('\n', ' '), 0, null, false) { Join = LineJoin.New, Prominent = prominent };

    private static string? Whole(GridRow row) =>
        row.Cells.Count > 1 && row.Cells[0] is { Text.Length: > 0 } first && first.Columns == row.Cells.Count && first.Rows == 1 ? first.Text : null;
}
