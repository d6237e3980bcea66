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
        for (; from < to && Captions.Only(grid.Rows[from]) is { } text; from++)
        {
            var folded = Fold.Label(text);
            if (!Captions.IsFurnishing(folded) && Captions.Number(folded) is null && !known.IsTitle(folded, out _))
            {
                break;
            }

            captions.Add(Line(grid.Rows[from], text));
        }

        for (; to > from && Captions.Only(grid.Rows[to - 1]) is { } text && Captions.IsNote(Fold.Label(text)); to--)
        {
            notes.Insert(0, Line(grid.Rows[to - 1], text));
        }

        return from == 0 && to == grid.Rows.Count ? ([], grid, []) : (captions, grid with { Rows = [.. grid.Rows.Skip(from).Take(to - from)] }, notes);
    }

    /// <summary>一行网格作为文字行。</summary>
    public static TextLine Line(GridRow row, string text) =>
        new(text.Replace("\n", "", StringComparison.Ordinal), row.Line, row.Page, false) { Join = LineJoin.New, Box = row.Cells.FirstOrDefault(c => c.Text.Length > 0)?.Box };
}
