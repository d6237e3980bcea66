namespace Mingzhang.Pdf.Layout;

/// <summary>表头的一格：words over some columns, on some levels of the header.</summary>
internal sealed class HeaderCell(Word word, int from, int to)
{
    public List<Word> Words { get; } = [word];

    public int From { get; set; } = from;

    public int To { get; set; } = to;

    public int Level { get; set; }

    public int Levels { get; set; } = 1;

    public double Left { get; private set; } = word.Left;

    public double Right { get; private set; } = word.Right;

    public double Top { get; } = word.Top;

    public double Bottom { get; private set; } = word.Bottom;

    public double Middle => (Left + Right) / 2;

    public double Center => (Top + Bottom) / 2;

    public double Size => Words[^1].Size;

    public bool Meets(HeaderCell other) => From <= other.To && other.From <= To;

    public bool Beside(HeaderCell other) => Math.Min(Bottom, other.Bottom) > Math.Max(Top, other.Top);

    public bool Below(HeaderCell other) => Center > other.Center && Top > other.Bottom - (0.3 * Size);

    /// <summary>接上一行字。</summary>
    public void Add(Word word, int from, int to)
    {
        Words.Add(word);
        (From, To) = (Math.Min(From, from), Math.Max(To, to));
        (Left, Right, Bottom) = (Math.Min(Left, word.Left), Math.Max(Right, word.Right), Math.Max(Bottom, word.Bottom));
    }
}
