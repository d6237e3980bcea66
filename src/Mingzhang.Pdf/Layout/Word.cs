namespace Mingzhang.Pdf.Layout;

/// <summary>词块：a piece of a line with its place, that goes into one cell.</summary>
internal sealed class Word
{
    private readonly GlyphLine _whole;
    private readonly PdfGlyph[] _line;
    private readonly int _from;
    private readonly int _to;

    public Word(PieceLine line, in Piece piece)
        : this(line.Line, piece)
    {
    }

    private Word(GlyphLine line, in Piece piece)
    {
        _whole = line;
        _line = line.Glyphs;
        (_from, _to) = (piece.From, piece.To);
        (Left, Right, Figure, Exact) = (piece.Left, piece.Right, piece.Figure, piece.Exact);
        (Top, Bottom, Size) = (_line[_from].Top, _line[_from].Bottom, _line[_from].Size);
        foreach (ref readonly var glyph in Glyphs)
        {
            Top = Math.Min(Top, glyph.Top);
            Bottom = Math.Max(Bottom, glyph.Bottom);
        }
    }

    public double Left { get; }

    public double Right { get; }

    public double Top { get; }

    public double Bottom { get; }

    public double Size { get; }

    public bool Figure { get; }

    public bool Exact { get; }

    public double Center => (Top + Bottom) / 2;

    public double Middle => (Left + Right) / 2;

    public ReadOnlySpan<PdfGlyph> Glyphs => _line.AsSpan(_from, _to - _from);

    /// <summary>与一段横向相叠的宽度; negative where they are apart.</summary>
    public double Shared(double left, double right) => Math.Min(Right, right) - Math.Max(Left, left);

    /// <summary>在某个字形前分开。</summary>
    public (Word Left, Word Right) Cut(int at) => (new Word(_whole, Piece.Part(_whole, _from, _from + at)), new Word(_whole, Piece.Part(_whole, _from + at, _to)));

    public static List<Word> Of(PieceLine line) => line.Pieces.ConvertAll(p => new Word(line, p));
}
