namespace Mingzhang.Pdf.Layout;

/// <summary>列带：what the words of the rows with figures take up across the page, one band a column, from left to right.</summary>
internal sealed class ColumnBands
{
    private const double Touch = 0.1;

    private readonly List<Band> _bands;

    private ColumnBands(List<Band> bands) => _bands = bands;

    public int Count => _bands.Count;

    public Band this[int column] => _bands[column];

    /// <summary>由含数字的行得到列带。</summary>
    /// <param name="words">Words of the rows with figures.</param>
    /// <param name="drawn">Places of lines that are drawn between columns.</param>
    public static ColumnBands Of(List<Word> words, IReadOnlyList<double> drawn)
    {
        var figures = Unite(words.FindAll(static w => w.Exact), drawn);
        // A long label that lies over columns of figures says nothing of columns.
        var bands = Unite(words.FindAll(w => w.Figure || figures.Count(f => w.Shared(f.Left, f.Right) > 0) < 2 && !(figures.Exists(f => w.Shared(f.Left, f.Right) > 0) && Overflows(w, words, figures))), drawn);
        return new ColumnBands(bands);
    }

    // A label that reaches from its own column into one of figures, where nothing else joins the two.
    private static bool Overflows(Word word, List<Word> words, List<Band> figures)
    {
        var over = figures.Find(f => word.Shared(f.Left, f.Right) > 0)!;
        return word.Left < over.Left && words.Exists(w => !w.Exact && w.Right < over.Left && w.Shared(word.Left, word.Right) > 0);
    }

    private static List<Band> Unite(List<Word> words, IReadOnlyList<double> drawn)
    {
        var bands = new List<Band>();
        words.Sort(static (a, b) => a.Left.CompareTo(b.Left));
        foreach (var word in words)
        {
            var parted = bands.Count > 0 && drawn.Any(x => x > bands[^1].Middle && x < word.Middle && x > bands[^1].Right - 2 && x < word.Left + 2);
            if (bands.Count > 0 && !parted && word.Left - bands[^1].Right <= Touch * word.Size)
            {
                bands[^1] = bands[^1] with { Right = Math.Max(bands[^1].Right, word.Right), Figures = bands[^1].Figures + (word.Figure ? 1 : 0), Words = bands[^1].Words + 1 };
            }
            else
            {
                bands.Add(new Band(word.Left, word.Right, word.Figure ? 1 : 0, 1));
            }
        }

        return bands;
    }

    /// <summary>加上一列: one that has a heading and no figures.</summary>
    public void Insert(int column, double left, double right) => _bands.Insert(column, new Band(left, right, 0, 0));

    /// <summary>是否有数字列止于此处。</summary>
    public bool EndsWithin(double from, double to) => _bands.Exists(b => b.OfFigures && b.Right > from && b.Right < to);

    /// <summary>词所在的列: the one that it shares most with, or the nearest.</summary>
    public int At(Word word)
    {
        var best = 0;
        for (var c = 1; c < Count; c++)
        {
            best = word.Shared(_bands[c].Left, _bands[c].Right) > word.Shared(_bands[best].Left, _bands[best].Right) ? c : best;
        }

        return best;
    }

    /// <summary>标签所在的列: the first that it lies over.</summary>
    public int First(Word word)
    {
        var first = _bands.FindIndex(b => word.Shared(b.Left, b.Right) > Touch * word.Size);
        return first < 0 ? At(word) : first;
    }

    /// <summary>词压住的各列, from and to; a word in a gap lies over none, and (c, c - 1) says that it stands before column c.</summary>
    public (int From, int To) Range(Word word)
    {
        const double Some = 0.15;
        var (from, to) = (-1, -1);
        for (var c = 0; c < Count; c++)
        {
            var shared = word.Shared(_bands[c].Left, _bands[c].Right);
            if (shared > 0 && (shared > Some * Math.Min(word.Right - word.Left, _bands[c].Right - _bands[c].Left) || shared > word.Size / 2))
            {
                (from, to) = (from < 0 ? c : from, c);
            }
        }

        if (from >= 0)
        {
            return (from, to);
        }

        var next = _bands.FindIndex(b => b.Middle > word.Middle);
        next = next < 0 ? Count : next;
        return (next, next - 1);
    }

    /// <summary>列间竖线的位置, with both sides.</summary>
    /// <param name="left">Left side.</param>
    /// <param name="right">Right side.</param>
    public double[] Lines(double left, double right)
    {
        var lines = new double[Count + 1];
        lines[0] = left;
        lines[^1] = right;
        for (var c = 1; c < Count; c++)
        {
            lines[c] = (_bands[c - 1].Right + _bands[c].Left) / 2;
        }

        return lines;
    }
}

/// <summary>一列占的宽度。</summary>
/// <param name="Left">Left edge of what stands in it.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Figures">How many of its words are figures.</param>
/// <param name="Words">How many words stand in it.</param>
internal sealed record Band(double Left, double Right, int Figures, int Words)
{
    public double Middle => (Left + Right) / 2;

    /// <summary>是否数字列。</summary>
    public bool OfFigures => Figures * 2 > Words;
}
