using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>剥去表外文字：title and unit line may stand in the first rows of a grid, notes in its last, each alone in its row.</summary>
internal static class PeeledGrid
{
    /// <summary>分开：captions, the table itself, notes.</summary>
    public static (List<TextLine> Captions, Grid Body, List<TextLine> Notes) Of(Grid grid, Captions known)
    {
        var from = 0;
        var to = grid.Rows.Count;
        var captions = new List<TextLine>();
        var notes = new List<TextLine>();
        for (; from < to && Furnishings(grid.Rows[from], known) is { } texts; from++)
        {
            captions.AddRange(texts.Select(t => Line(grid.Rows[from], t)));
        }

        for (; to > from && Captions.Only(grid.Rows[to - 1]) is { } text && Captions.IsNote(Fold.Label(text)); to--)
        {
            notes.Insert(0, Line(grid.Rows[to - 1], text));
        }

        return from == 0 && to == grid.Rows.Count ? ([], grid, []) : (captions, grid with { Rows = [.. grid.Rows.Skip(from).Take(to - from)] }, notes);
    }

    // A row with nothing but captions: one title, or bureau and unit side by side.
    private static List<string>? Furnishings(GridRow row, Captions known)
    {
        const int Most = 3;
        var filled = row.Cells.Where(c => c.Text.Length > 0).Select(c => c.Text).ToList();
        return filled.Count is 0 or > Most ? null
            : filled.TrueForAll(t => Fold.Label(t) is var folded && (Captions.IsFurnishing(folded) || Captions.Number(folded) is not null || (filled.Count == 1 && known.IsTitle(folded, out _)))) ? filled
            : null;
    }

    /// <summary>一行网格作为文字行。</summary>
    public static TextLine Line(GridRow row, string text)
    {
        var first = row.Cells.FirstOrDefault(c => c.Text.Length > 0);
        return new(text.Replace("\n", "", StringComparison.Ordinal), row.Line, row.Page, false) { Join = LineJoin.New, Box = first?.Box, Cell = first?.Address };
    }
}
