namespace Mingzhang.Pdf.Layout;

/// <summary>相接的表头词：labels of neighbouring columns that touch, cut where the columns are.</summary>
internal static class HeaderCuts
{
    private const double Same = 0.02;

    /// <summary>把相接的词切开。</summary>
    public static List<Word> Of(List<Word> words, ColumnBands bands)
    {
        var starts = words.ConvertAll(static w => w.Left);
        starts.Sort();
        var apart = words.SelectMany(w => Full(w, starts, bands, words)).ToList();
        return apart.SelectMany(w => apart.Exists(o => o.Top > w.Center && o.Shared(w.Left, w.Right) > 0) ? [w] : Between(w, bands)).ToList();
    }

    // Wrapped labels that fill their columns touch each other where the table leaves no room between columns: what is wrapped below them
    // begins where a character begins, every time, figures end there, too, and the line is full up to its end. A label over others is not.
    private static List<Word> Full(Word word, List<double> starts, ColumnBands bands, List<Word> words)
    {
        var cuts = new List<int>();
        var next = double.MaxValue;
        var near = Same * word.Size;
        var ends = false;
        foreach (var start in starts)
        {
            if (start > word.Right - near)
            {
                next = Math.Min(next, start);
            }
            else if (start > word.Left + near)
            {
                var at = Find(word.Glyphs, start, near);
                if (at < 0)
                {
                    return [word];
                }

                if (cuts.Count == 0 || cuts[^1] != at)
                {
                    cuts.Add(at);
                    ends |= bands.EndsWithin(start - near, start + near);
                }
            }
        }

        var full = next - word.Right < word.Size || bands.EndsWithin(word.Right - near, word.Right + word.Size);
        if (!ends || !full || (Below(word, words) is { } below && GoesFurther(word, below, words)))
        {
            return [word];
        }

        var parts = new List<Word>();
        for (var i = cuts.Count - 1; i >= 0; i--)
        {
            var (left, right) = word.Cut(cuts[i]);
            parts.Insert(0, right);
            word = left;
        }

        parts.Insert(0, word);
        return parts;
    }

    private static Word? Below(Word word, List<Word> words) => words.Where(w => w.Top > word.Center && w.Shared(word.Left, word.Right) > 0).MinBy(static w => w.Top);

    /// <summary>是否还有一列: what stands beside the label below a group, with nothing above it, belongs to the group as well.</summary>
    /// <param name="word">What may be a group.</param>
    /// <param name="below">A label below it.</param>
    /// <param name="words">All words of the header.</param>
    public static bool GoesFurther(Word word, Word below, IReadOnlyList<Word> words)
    {
        const double SameLine = 0.1;
        var next = words.Where(w => w.Left > Math.Max(word.Right, below.Right) && Math.Abs(w.Center - below.Center) < SameLine * w.Size).MinBy(static w => w.Left);
        return next is not null && !words.Any(w => w.Bottom < next.Center && w.Shared(next.Left, next.Right) > 0);
    }

    private static int Find(ReadOnlySpan<PdfGlyph> glyphs, double start, double near)
    {
        for (var i = 1; i < glyphs.Length; i++)
        {
            if (Math.Abs(glyphs[i].Left - start) < near)
            {
                return i;
            }
        }

        return -1;
    }

    // Labels of neighbouring columns may touch: what lies over several columns, and over no other labels, is cut between them where every
    // place between columns is one between characters.
    private static List<Word> Between(Word word, ColumnBands bands)
    {
        var (from, to) = bands.Range(word);
        var parts = new List<Word>();
        var rest = word;
        for (var c = from; c < to; c++)
        {
            // Figures end where their column ends, so that the next begins just behind them.
            var (low, high) = (bands[c].Right - (0.3 * word.Size), bands[c + 1].Left + (0.3 * word.Size));
            var at = 0;
            for (var i = 1; i < rest.Glyphs.Length; i++)
            {
                if (rest.Glyphs[i].Left >= low && rest.Glyphs[i - 1].Right <= high && (at == 0 || Math.Abs(rest.Glyphs[i].Left - bands[c].Right) < Math.Abs(rest.Glyphs[at].Left - bands[c].Right)))
                {
                    at = i;
                }
            }

            if (at == 0)
            {
                return [word];
            }

            var (left, right) = rest.Cut(at);
            parts.Add(left);
            rest = right;
        }

        return [.. parts, rest];
    }
}
