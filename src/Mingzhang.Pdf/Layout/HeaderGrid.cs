namespace Mingzhang.Pdf.Layout;

/// <summary>表头：words over columns to cells on levels. What is wrapped is one cell; a label over others is a group, and spans the
/// columns that it is centred over, or those that begin with it.</summary>
internal sealed class HeaderGrid
{
    private readonly ColumnBands _bands;
    private readonly List<Segment> _drawn;
    private readonly double _rows;

    private HeaderGrid(ColumnBands bands, List<Segment> drawn, double rows) => (_bands, _drawn, _rows) = (bands, drawn, rows);

    public List<HeaderCell> Cells { get; } = [];

    public int Levels { get; private set; }

    /// <summary>没有数字的列数。</summary>
    public int Blank { get; private set; }

    /// <summary>由表头各行得到各格。</summary>
    /// <param name="lines">Lines of the header.</param>
    /// <param name="bands">Columns; those without figures are added.</param>
    /// <param name="drawn">Horizontal lines that are drawn inside the header.</param>
    /// <param name="closest">How close the rows below are to each other.</param>
    public static HeaderGrid Of(List<PieceLine> lines, ColumnBands bands, List<Segment> drawn, double closest)
    {
        var header = new HeaderGrid(bands, drawn, closest);
        var columns = bands.Count;
        var words = HeaderWords.Of(lines, bands);
        header.Blank = bands.Count - columns;
        words.Sort(static (a, b) => a.Word.Top != b.Word.Top ? a.Word.Top.CompareTo(b.Word.Top) : a.Word.Left.CompareTo(b.Word.Left));
        foreach (var word in words)
        {
            header.Take(word, words);
        }

        HeaderGroups.Widen(header.Cells, bands, drawn);
        header.Stack();
        return header;
    }

    private void Take((Word Word, int From, int To) next, List<(Word Word, int From, int To)> all)
    {
        var above = Cells.FindLast(c => c.From <= next.To && next.From <= c.To && c.Bottom < next.Word.Bottom);
        if (above is not null && GoesOn(above, next, all))
        {
            above.Add(next.Word, next.From, next.To);
        }
        else
        {
            Cells.Add(new HeaderCell(next.Word, next.From, next.To));
        }
    }

    private bool GoesOn(HeaderCell above, (Word Word, int From, int To) next, List<(Word Word, int From, int To)> all)
    {
        const double LinePitch = 0.8;
        var word = next.Word;
        var (from, to) = (Math.Min(above.From, next.From), Math.Max(above.To, next.To));
        var siblings = all.Exists(o => o.Word != word && !above.Words.Contains(o.Word) && o.From <= to && from <= o.To && Math.Min(o.Word.Bottom, word.Bottom) > Math.Max(o.Word.Top, word.Top));
        if (siblings || (next.To > above.To && next.From < above.From))
        {
            return false;
        }

        if (_drawn.Count > 0)
        {
            return !_drawn.Exists(s => s.At > above.Center && s.At < word.Center && s.From < word.Middle && s.To > word.Middle) && word.Top - above.Bottom < 2 * LinePitch * word.Size;
        }

        var gap = word.Top - above.Bottom;
        return Near(gap, word.Size) || (gap < LinePitch * word.Size && (Alone(above, next, all)
            || (Full(above, word, all) && !HeaderCuts.GoesFurther(above.Words[^1], word, all.ConvertAll(static o => o.Word)))));
    }

    // Fonts differ in how far lines are apart: wrapped lines are nearer to each other than rows are. Where rows follow each other as closely,
    // nearness says nothing.
    private bool Near(double gap, double size)
    {
        const double Close = 0.35;
        const double Clearly = 0.1;
        const double Wide = 0.5;
        const double VeryClearly = 0.3;
        return (gap < Close * size && gap <= _rows - (Clearly * size)) || (gap < Wide * size && _rows < double.MaxValue && gap <= _rows - (VeryClearly * size));
    }

    // A label over one label alone that has no room to be a group: others stand beside it.
    private bool Alone(HeaderCell above, (Word Word, int From, int To) next, List<(Word Word, int From, int To)> all)
    {
        if (above.From != next.From || above.To != next.To || above.From != above.To || next.Word.Figure)
        {
            return false;
        }

        return Taken(above.From - 1) && Taken(above.To + 1);

        bool Taken(int column) => column < 0 || column >= _bands.Count
            || all.Exists(o => o.From <= column && column <= o.To && Math.Min(o.Word.Bottom, above.Bottom) > Math.Max(o.Word.Top, above.Top));
    }

    // No further character would have fitted before what stands at the right, or behind the figures of the column. How long the labels of a
    // column are does not say where it ends.
    private bool Full(HeaderCell above, Word next, List<(Word Word, int From, int To)> all)
    {
        const double Room = 1.4;
        const double Beside = 0.4;
        var size = above.Size;
        var band = _bands[above.To];
        var end = above.To + 1 < _bands.Count ? _bands[above.To + 1].Left : band.Right + size;
        foreach (var (word, from, to) in all)
        {
            end = (from > above.To && word.Left > above.Right) || (word.Left > above.Right && Math.Min(word.Bottom, above.Bottom) > Math.Max(word.Top, above.Top)) ? Math.Min(end, word.Left) : end;
        }

        var wide = Math.Max(next.Right, band.Right) >= above.Right + size;
        return above.Right - above.Left >= 2 * size && !wide && (above.Right + (Room * size) > end || (band.OfFigures && Math.Abs(above.Right - band.Right) < Beside * size));
    }

    private void Stack()
    {
        Cells.Sort(static (a, b) => a.Center.CompareTo(b.Center));
        for (var i = 0; i < Cells.Count; i++)
        {
            for (var k = 0; k < i; k++)
            {
                if (Cells[k].Meets(Cells[i]))
                {
                    Cells[i].Level = Math.Max(Cells[i].Level, Cells[k].Level + 1);
                }
            }

            Levels = Math.Max(Levels, Cells[i].Level + 1);
        }

        for (var i = 0; i < Cells.Count; i++)
        {
            var end = Levels;
            for (var k = i + 1; k < Cells.Count; k++)
            {
                end = Cells[k].Meets(Cells[i]) ? Math.Min(end, Cells[k].Level) : end;
            }

            Cells[i].Levels = end - Cells[i].Level;
        }
    }
}
