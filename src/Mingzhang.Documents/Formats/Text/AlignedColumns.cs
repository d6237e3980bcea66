using System.Buffers;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Text;

/// <summary>对齐的列：tables whose columns are kept apart by blanks. Columns are the bands of the page that no line of several words
/// writes across; a line with one word (the head over all columns, a label without amounts) belongs to the lines around it.</summary>
internal static class AlignedColumns
{
    private const int LongestWord = 24;
    private const int LongestLabel = 16;
    private static readonly SearchValues<char> Marks = SearchValues.Create("。，；：:、,;");

    /// <summary>把连续的行分成文字行与网格。</summary>
    public static IEnumerable<Block> Split(IReadOnlyList<TextLine> lines)
    {
        var pieces = lines.Select(l => LinePieces.Of(l.Text)).ToList();
        var done = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (pieces[i].Count < 2)
            {
                continue;
            }

            var to = End(lines, pieces, i);
            var from = i;
            while (from > done && IsLabel(lines[from - 1].Text) && !lines[from].AfterGap)
            {
                from--;
            }

            var rows = Enumerable.Range(from, to - from).Select(r => new AlignedLine(lines[r], pieces[r])).ToList();
            if (Bands([.. rows.Where(r => r.Pieces.Count > 1).Select(r => r.Pieces)]) is { Count: > 1 } bands && IsTable(rows))
            {
                for (; done < from; done++)
                {
                    yield return lines[done];
                }

                foreach (var grid in RepeatedHeader.Split([.. rows.Select(r => new GridRow(Cells(r.Pieces, bands), r.Line.Line, r.Line.Page))]))
                {
                    yield return grid;
                }

                done = to;
            }

            i = to - 1;
        }

        for (; done < lines.Count; done++)
        {
            yield return lines[done];
        }
    }

    // A run of lines with several words goes on over labels that stand alone.
    private static int End(IReadOnlyList<TextLine> lines, List<List<Piece>> pieces, int from)
    {
        var to = from + 1;
        for (var i = to; i < lines.Count && !lines[i].AfterGap && (pieces[i].Count > 1 || IsLabel(lines[i].Text)); i++)
        {
            to = i + 1;
        }

        return to;
    }

    // A word or two without marks; not the name or the number of a table.
    private static bool IsLabel(string line)
    {
        var text = line.Trim();
        return text.Length is > 0 and <= LongestLabel && text[0] != '表' && text[^1] != '表' && !text.StartsWith("附表", StringComparison.Ordinal)
            && text[0] is not ('（' or '(' or '第') && text.AsSpan().IndexOfAny(Marks) < 0 && !text.All(c => char.IsAsciiDigit(c) || c is '-' or '—' or ' ');
    }

    // Either most lines hold numbers, or all are words as short as those of a table, without the marks of sentences.
    private static bool IsTable(List<AlignedLine> rows)
    {
        const int LeastRows = 3;
        var several = rows.Where(r => r.Pieces.Count > 1).ToList();
        var numbers = several.Count(r => r.Pieces.Skip(1).Any(p => p.Text.Any(char.IsAsciiDigit)));
        if (several.Count >= LeastRows && numbers * 2 >= several.Count)
        {
            return true;
        }

        var words = several.SelectMany(r => r.Pieces).ToList();
        return several.Count > 1 && words.TrueForAll(w => w.Text.Length <= LongestWord && w.Text.AsSpan().IndexOfAny("。，；：:") < 0) && words.Count(w => w.Text.Length == 1) * 2 < words.Count;
    }

    private static List<Band> Bands(List<List<Piece>> lines)
    {
        var bands = new List<Band>();
        foreach (var piece in lines.SelectMany(l => l).OrderBy(p => p.Column))
        {
            if (bands.Count > 0 && piece.Column <= bands[^1].High)
            {
                bands[^1] = new Band(bands[^1].Low, Math.Max(bands[^1].High, piece.Column + piece.Width));
            }
            else
            {
                bands.Add(new Band(piece.Column, piece.Column + piece.Width));
            }
        }

        // A head at the left and amounts at the right of one column: two bands that no line writes in both of.
        for (var b = 0; b + 1 < bands.Count;)
        {
            var (left, right) = (bands[b], bands[b + 1]);
            if (!lines.Exists(l => l.Exists(p => Within(p, left)) && l.Exists(p => Within(p, right))))
            {
                bands[b] = new Band(left.Low, right.High);
                bands.RemoveAt(b + 1);
                continue;
            }

            b++;
        }

        return bands;
    }

    private static bool Within(Piece piece, Band band) => band.Low <= piece.Column && piece.Column <= band.High;

    private static List<GridCell> Cells(List<Piece> pieces, List<Band> bands)
    {
        var cells = Enumerable.Repeat(new GridCell("", 0), bands.Count).ToList();
        foreach (var piece in pieces)
        {
            // A word alone in its line may stand between the bands, over several of them.
            var at = bands.FindIndex(b => b.Low < piece.Column + piece.Width && piece.Column <= b.High);
            at = at >= 0 ? at : bands.FindLastIndex(b => b.Low <= piece.Column) is var before && before >= 0 ? before : 0;
            cells[at] = new GridCell(cells[at].Text.Length == 0 ? piece.Text : cells[at].Text + " " + piece.Text, cells[at].Text.Length == 0 ? piece.Start : cells[at].Start);
        }

        return cells;
    }

    private sealed record AlignedLine(TextLine Line, List<Piece> Pieces);

    private sealed record Band(int Low, int High);
}
