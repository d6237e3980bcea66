namespace Mingzhang.Pdf.Layout;

/// <summary>表头的词：the labels of header lines, divided where columns are, each with the columns that it stands over. A label without
/// figures below makes a column of its own.</summary>
internal static class HeaderWords
{
    public static List<(Word Word, int From, int To)> Of(List<PieceLine> lines, ColumnBands bands)
    {
        var words = new List<Word>();
        foreach (var line in lines)
        {
            Divide(words, line, bands);
        }

        words = HeaderCuts.Of(words, bands);
        var leaves = HeaderLeaf.Of(words, bands);
        HeaderMatch.Place(leaves, bands);
        var placed = new Dictionary<Word, (int From, int To)>();
        foreach (var word in words.OrderByDescending(static w => w.Top))
        {
            placed[word] = Columns(word, leaves, placed, bands);
        }

        return words.ConvertAll(w => (w, placed[w].From, placed[w].To));
    }

    // The lowest labels have their columns; those above stand over what is below them.
    private static (int From, int To) Columns(Word word, List<HeaderLeaf> leaves, Dictionary<Word, (int From, int To)> placed, ColumnBands bands)
    {
        if (leaves.Find(l => l.Word == word) is { Column: var column })
        {
            return (column, column);
        }

        var (from, to) = bands.Range(word);
        foreach (var (other, (first, last)) in placed)
        {
            if (other.Top > word.Center && other.Shared(word.Left, word.Right) > 0)
            {
                (from, to) = from > to ? (first, last) : (Math.Min(from, first), Math.Max(to, last));
            }
        }

        return from <= to ? (from, to) : (Math.Clamp(to, 0, bands.Count - 1), Math.Clamp(from, 0, bands.Count - 1));
    }

    private static void Divide(List<Word> words, PieceLine line, ColumnBands bands)
    {
        var bits = Levelled(line.Line);
        for (var from = 0; from < bits.Count;)
        {
            var joined = bits[from];
            var to = from + 1;
            while (to < bits.Count && !Apart(joined, bits[to], bands, line.Size) && OnOneLevel(line.Line.Glyphs, bits[to].From))
            {
                joined = joined with { Right = bits[to].Right, To = bits[to].To, Figure = false, Exact = false };
                to++;
            }

            words.Add(new Word(line, joined));
            from = to;
        }
    }

    // Labels of different cells, centred against different neighbours, may nearly share a line.
    private static List<Piece> Levelled(GlyphLine line)
    {
        var bits = new List<Piece>();
        foreach (var piece in Piece.Split(line))
        {
            var from = piece.From;
            for (var i = piece.From + 1; i < piece.To; i++)
            {
                if (!OnOneLevel(line.Glyphs, i))
                {
                    bits.Add(Piece.Part(line, from, i));
                    from = i;
                }
            }

            bits.Add(Piece.Part(line, from, piece.To));
        }

        return bits;
    }

    private static bool OnOneLevel(PdfGlyph[] glyphs, int at)
    {
        const double Same = 0.05;
        return glyphs[at].Size != glyphs[at - 1].Size || Math.Abs(glyphs[at].Baseline - glyphs[at - 1].Baseline) < Same * glyphs[at].Size;
    }

    private static bool Apart(in Piece left, in Piece right, ColumnBands bands, double size)
    {
        const double Wide = 0.4;
        const double Beside = 0.3;
        for (var c = 1; c < bands.Count; c++)
        {
            var (low, high) = (bands[c - 1].Right - (Beside * size), bands[c].Left + (Beside * size));
            if (left.Right <= high && right.Left >= low && left.Middle < bands[c].Left && right.Middle > bands[c - 1].Right)
            {
                return true;
            }
        }

        // Two characters set wide are one word.
        return right.Left - left.Right > Wide * size && !(right.To - right.From == 1 && left.To - left.From == 1);
    }
}
