using Mingzhang.Forms;
using Mingzhang.Forms.Words;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Reading;

/// <summary>短行：rows of a text file whose blank cells at the end were removed, so that only the label is left and no tab marks the row.
/// Where such a line stands right against the rows of a grid, and is no caption, note or sentence, it is one of them.</summary>
internal static class ShortRows
{
    private const int Longest = 40;

    /// <summary>接回短行; other formats mark their rows themselves.</summary>
    public static IReadOnlyList<Block> Rejoined(PaperDocument paper, Library library)
    {
        var blocks = paper.Blocks;
        if (paper.Format != "text" || !Enumerable.Range(1, Math.Max(0, blocks.Count - 1)).Any(i => blocks[i] is TextLine { AfterGap: false } && blocks[i - 1] is Grid || (blocks[i] is Grid grid && Follows(blocks[i - 1], grid))))
        {
            return blocks;
        }

        var captions = new Captions(library);
        var result = new List<Block>();
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is not Grid grid)
            {
                result.Add(blocks[i]);
                continue;
            }

            var rows = new List<GridRow>();
            if (result.Count > 0 && Follows(result[^1], grid))
            {
                Before(result, rows, captions);
            }

            rows.AddRange(grid.Rows);
            i = After(blocks, i, rows, captions);
            result.Add(rows.Count == grid.Rows.Count ? grid : new Grid(rows));
        }

        return result;
    }

    // The labels right above the grid, down from its captions or a gap.
    private static void Before(List<Block> result, List<GridRow> rows, Captions captions)
    {
        var from = result.Count;
        while (from > 0 && result[from - 1] is TextLine line && IsLabel(line, captions) && Numbering.Level(Fold.Label(line.Text)) == 0)
        {
            from--;
            if (line.AfterGap)
            {
                break;
            }
        }

        // Without captions above them they are words of the text.
        if (from == result.Count || from == 0 || result[from - 1] is not TextLine above || !IsCaption(Fold.Label(above.Text), captions))
        {
            return;
        }

        rows.AddRange(result.Skip(from).Cast<TextLine>().Select(Row));
        result.RemoveRange(from, result.Count - from);
    }

    // Labels between two parts of one grid, and those at its end; gives the last block taken.
    private static int After(IReadOnlyList<Block> blocks, int at, List<GridRow> rows, Captions captions)
    {
        while (true)
        {
            var next = at + 1;
            while (next < blocks.Count && blocks[next] is TextLine { AfterGap: false } line && IsLabel(line, captions))
            {
                next++;
            }

            if (next < blocks.Count && next > at + 1 && blocks[next] is Grid more && Follows(blocks[next - 1], more))
            {
                rows.AddRange(blocks.Skip(at + 1).Take(next - at - 1).Cast<TextLine>().Select(Row));
                rows.AddRange(more.Rows);
                at = next;
                continue;
            }

            // At the end: what begins with a number may be the next heading.
            var ends = next == blocks.Count || blocks[next] is TextLine { AfterGap: true } || (blocks[next] is TextLine other && IsCaption(Fold.Label(other.Text), captions)) || blocks[next] is Grid;
            if (next > at + 1 && ends && blocks.Skip(at + 1).Take(next - at - 1).Cast<TextLine>().All(l => Numbering.Level(Fold.Label(l.Text)) == 0))
            {
                rows.AddRange(blocks.Skip(at + 1).Take(next - at - 1).Cast<TextLine>().Select(Row));
                return next - 1;
            }

            return at;
        }
    }

    private static bool Follows(Block above, Grid grid) => above is TextLine line && grid.Rows.Count > 0 && grid.Rows[0].Line == line.Line + 1;

    private static GridRow Row(TextLine line) => new([new GridCell(line.Text.Trim(), line.Text.Length - line.Text.TrimStart().Length)], line.Line, line.Page);

    private static bool IsLabel(TextLine line, Captions captions)
    {
        var folded = Fold.Label(line.Text);
        return folded.Length is > 0 and <= Longest && folded.AsSpan().IndexOfAny("。,;:") < 0 && !IsCaption(folded, captions) && !Captions.IsPageNumber(folded) && !Outliner.IsPart(folded);
    }

    private static bool IsCaption(string folded, Captions captions) =>
        Captions.Number(folded) is not null || Captions.IsFurnishing(folded) || Captions.IsNote(folded) || captions.IsTitle(folded, out _);
}
