using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Text;

/// <summary>对齐的列：tables whose columns are kept apart by blanks. Columns are the bands of the page that no line writes across;
/// a character of the Chinese script is two wide.</summary>
internal static class AlignedColumns
{
    private const int LeastRows = 3;

    /// <summary>把连续的行分成文字行与网格。</summary>
    public static IEnumerable<Block> Split(IReadOnlyList<TextLine> lines)
    {
        var run = new List<(TextLine Line, List<Piece> Pieces)>();
        foreach (var line in lines)
        {
            var pieces = Pieces(line.Text);
            if (pieces.Count >= 2)
            {
                run.Add((line, pieces));
                continue;
            }

            foreach (var block in Close(run))
            {
                yield return block;
            }

            run.Clear();
            yield return line;
        }

        foreach (var block in Close(run))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> Close(List<(TextLine Line, List<Piece> Pieces)> run)
    {
        var bands = run.Count >= LeastRows ? Bands(run.SelectMany(r => r.Pieces)) : [];
        var numbers = run.Count(r => r.Pieces.Skip(1).Any(p => p.Text.Any(char.IsAsciiDigit)));
        if (bands.Count < 2 || numbers * 2 < run.Count)
        {
            foreach (var (line, _) in run)
            {
                yield return line;
            }

            yield break;
        }

        yield return new Grid([.. run.Select(r => new GridRow(Cells(r.Pieces, bands), r.Line.Line, r.Line.Page))]);
    }

    private static List<(int Low, int High)> Bands(IEnumerable<Piece> pieces)
    {
        var bands = new List<(int Low, int High)>();
        foreach (var piece in pieces.OrderBy(p => p.Column))
        {
            if (bands.Count > 0 && piece.Column <= bands[^1].High)
            {
                bands[^1] = (bands[^1].Low, Math.Max(bands[^1].High, piece.Column + piece.Width));
            }
            else
            {
                bands.Add((piece.Column, piece.Column + piece.Width));
            }
        }

        return bands;
    }

    private static List<GridCell> Cells(List<Piece> pieces, List<(int Low, int High)> bands)
    {
        var cells = Enumerable.Repeat(new GridCell("", 0), bands.Count).ToList();
        foreach (var piece in pieces)
        {
            var at = bands.FindIndex(b => b.Low <= piece.Column && piece.Column <= b.High);
            cells[at] = new GridCell(cells[at].Text.Length == 0 ? piece.Text : cells[at].Text + " " + piece.Text, cells[at].Text.Length == 0 ? piece.Start : cells[at].Start);
        }

        return cells;
    }

    private static List<Piece> Pieces(string line)
    {
        var pieces = new List<Piece>();
        int column = 0, start = -1, startColumn = 0, blanks = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var width = line[i] >= 0x1100 ? 2 : 1;
            if (line[i] is ' ' or '\u3000' or '\u00a0')
            {
                blanks += width;
                if (blanks >= 2 && start >= 0)
                {
                    Add(i);
                }
            }
            else
            {
                if (start < 0)
                {
                    (start, startColumn) = (i, column);
                }

                blanks = 0;
            }

            column += width;
        }

        if (start >= 0)
        {
            Add(line.Length);
        }

        return pieces;

        void Add(int end)
        {
            var text = line[start..end].Trim(' ', '\u3000', '\u00a0');
            pieces.Add(new Piece(text, start, startColumn, text.Sum(c => c >= 0x1100 ? 2 : 1)));
            start = -1;
        }
    }

    private sealed record Piece(string Text, int Start, int Column, int Width);
}
