using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>工作表中相连的表：tables that stand under one another without an empty row between them come as one grid; where a row holds nothing but the
/// number or the name of a table, the next one begins.</summary>
internal static class SheetTables
{
    public static IEnumerable<Block> Divided(PaperDocument paper, Captions captions) =>
        paper.Format is "xlsx" or "xls" or "csv" ? paper.Blocks.SelectMany(b => b is Grid grid ? Parts(grid, captions) : [b]) : paper.Blocks;

    private static IEnumerable<Block> Parts(Grid grid, Captions captions)
    {
        var from = 0;
        var body = false;
        for (var r = 0; r < grid.Rows.Count; r++)
        {
            if (Captions.Only(grid.Rows[r]) is not { } text)
            {
                body |= r + 1 < grid.Rows.Count;
                continue;
            }

            if (body && Begins(Fold.Label(text), captions))
            {
                yield return grid with { Rows = [.. grid.Rows.Skip(from).Take(r - from)] };
                (from, body) = (r, false);
            }
        }

        yield return from == 0 ? grid : grid with { Rows = [.. grid.Rows.Skip(from)] };
    }

    private static bool Begins(string folded, Captions captions) => Captions.Number(folded) is not null || (captions.IsTitle(folded, out var known) && known);
}
