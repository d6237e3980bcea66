namespace Mingzhang.Pdf.Layout;

/// <summary>最低一层的表头词：one that nothing stands below, with what is wrapped above it.</summary>
internal sealed class HeaderLeaf
{
    private HeaderLeaf(Word word) => (Word, Left, Right) = (word, word.Left, word.Right);

    public Word Word { get; }

    public double Left { get; private set; }

    public double Right { get; private set; }

    /// <summary>所在的列, -1 as long as it has none.</summary>
    public int Column { get; set; } = -1;

    public double Shared(in Band band) => Math.Min(Right, band.Right) - Math.Max(Left, band.Left);

    /// <summary>找出最低一层的词，从左到右。</summary>
    public static List<HeaderLeaf> Of(List<Word> words, ColumnBands bands)
    {
        var lowest = words.FindAll(w => bands.Range(w) is var (from, to) && to <= from && !words.Exists(o => o.Top > w.Center && o.Shared(w.Left, w.Right) > 0));
        lowest.RemoveAll(w => bands.Range(w) is var (from, to) && IsGroup(w, lowest) && (to < from || lowest.Exists(o => o.Top > w.Center && bands.Range(o) == (from, to))));
        var leaves = lowest.ConvertAll(static w => new HeaderLeaf(w));
        leaves.Sort(static (a, b) => a.Word.Middle.CompareTo(b.Word.Middle));
        foreach (var leaf in leaves)
        {
            foreach (var word in words)
            {
                if (word != leaf.Word && word.Bottom < leaf.Word.Bottom && word.Shared(leaf.Left, leaf.Right) > 0 && bands.Range(word) is var (from, to) && to <= from
                    && leaves.TrueForAll(o => o == leaf || word.Shared(o.Word.Left, o.Word.Right) <= 0))
                {
                    (leaf.Left, leaf.Right) = (Math.Min(leaf.Left, word.Left), Math.Max(leaf.Right, word.Right));
                }
            }
        }

        return leaves;
    }

    // A label in the middle over two others that are both lower.
    private static bool IsGroup(Word word, List<Word> lowest)
    {
        var left = lowest.Where(o => o.Right < word.Middle && o != word).MaxBy(static o => o.Right);
        var right = lowest.Where(o => o.Left > word.Middle && o != word).MinBy(static o => o.Left);
        return left is not null && right is not null && left.Top > word.Center && right.Top > word.Center && Math.Abs(((left.Left + right.Right) / 2) - word.Middle) < word.Size;
    }
}
