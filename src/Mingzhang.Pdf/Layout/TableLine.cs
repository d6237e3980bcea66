namespace Mingzhang.Pdf.Layout;

/// <summary>表中的行：what a line can be in a table without lines.</summary>
internal static class TableLine
{
    private const double OtherSize = 1.12;

    /// <summary>是否数据行: figures beside something else, and no sentence, and no page number behind dots.</summary>
    public static bool IsData(PieceLine line) => line.Pieces.Count >= 2 && line.HasFigure && !IsProse(line) && !HasLeader(line);

    /// <summary>是否数据行: of figures that stand alone in their line, beside labels of several lines, too.</summary>
    public static bool IsData(List<PieceLine> lines, int at) => IsData(lines[at]) || (lines[at].Pieces is [{ Exact: true }] && ((at > 0 && lines[at].Overlaps(lines[at - 1])) || (at + 1 < lines.Count && lines[at + 1].Overlaps(lines[at]))));

    /// <summary>是否句子。</summary>
    public static bool IsProse(PieceLine line) => line.Pieces.Exists(static p => p.Prose);

    /// <summary>字号是否相同。</summary>
    public static bool SameSize(PieceLine line, PieceLine other) => Math.Max(line.Size, other.Size) <= OtherSize * Math.Min(line.Size, other.Size);

    /// <summary>是否“名：值”: what says something of the whole table.</summary>
    public static bool IsPair(PieceLine line)
    {
        var glyphs = line.Line.Glyphs;
        for (var i = 1; i < glyphs.Length - 1; i++)
        {
            if (glyphs[i].Text is "：" or ":")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLeader(PieceLine line)
    {
        const int Least = 3;
        var dots = 0;
        foreach (ref readonly var glyph in line.Line.Glyphs.AsSpan())
        {
            dots = glyph.Text is "." or "·" or "…" or "．" or "․" or "‥" ? dots + (glyph.Text == "…" ? 2 : 1) : 0;
            if (dots >= Least)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>表身所及：where the labels and figures of the rows so far stand.</summary>
internal sealed class TableReach
{
    private readonly List<Piece> _figures = [];
    private readonly List<Piece> _labels = [];
    private double _left = double.MaxValue;
    private double _bottom;
    private double _pitch;

    public TableReach(PieceLine line) => Add(line);

    public void Add(PieceLine line)
    {
        _left = Math.Min(_left, line.Pieces[0].Left);
        _pitch = _bottom > 0 && _pitch > 0 ? Math.Min(_pitch, line.Bottom - _bottom) : line.Bottom - _bottom;
        _bottom = line.Bottom;
        if (line.Pieces is [{ Figure: false }, ..])
        {
            _labels.Add(line.Pieces[0]);
        }

        foreach (var piece in line.Pieces)
        {
            if (piece.Exact && !_figures.Exists(f => f.Left <= piece.Left && f.Right >= piece.Right))
            {
                _figures.Add(piece);
            }
        }
    }

    /// <summary>是否另一张表的表头: it has something over figures that does not begin where the labels begin.</summary>
    public bool Heads(PieceLine line)
    {
        const double Indent = 4;
        return line.Pieces.Exists(p => p.Left > _left + (Indent * line.Size) && _figures.Exists(f => f.Left < p.Right && f.Right > p.Left));
    }

    /// <summary>是否只有标签的行: it begins like a label above, is no longer than they are, and follows as the rows follow each other.</summary>
    public bool IsLabel(PieceLine line)
    {
        const double Longer = 2;
        const double Pitch = 1.2;
        var follows = line.Bottom - _bottom <= Pitch * _pitch;
        _bottom = line.Bottom;
        return follows && line.Pieces is [var label] && _labels.Exists(l => Math.Abs(l.Left - label.Left) < 0.3 * line.Size)
            && label.Right < _labels.Max(static l => l.Right) + (Longer * line.Size) && !_figures.Exists(f => f.Left < label.Right);
    }
}
