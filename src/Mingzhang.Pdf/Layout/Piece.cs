using System.Runtime.InteropServices;

namespace Mingzhang.Pdf.Layout;

/// <summary>一行中的一块：words that stand together, apart from the next by about a character or more.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Figure">Whether it is a number.</param>
/// <param name="Exact">Whether the number has decimals or thousands, as money has and page numbers have not.</param>
/// <param name="Prose">Whether it has the marks of a sentence.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Piece(double Left, double Right, bool Figure, bool Exact, bool Prose)
{
    private const double Apart = 0.9;
    private const double Close = 0.25;

    /// <summary>一行分成块。</summary>
    /// <param name="line">The line.</param>
    /// <param name="tight">Whether a number is a piece of its own as soon as any gap stands beside it: in narrow tables columns nearly touch.</param>
    public static List<Piece> Of(GlyphLine line, bool tight)
    {
        var pieces = new List<Piece>();
        var glyphs = line.Glyphs;
        for (var from = 0; from < glyphs.Length;)
        {
            var to = from + 1;
            var right = glyphs[from].Right;
            while (to < glyphs.Length)
            {
                var apart = tight && (OfFigures(glyphs[to - 1].Text[0]) || OfFigures(glyphs[to].Text[0])) ? Close : Apart;
                if (glyphs[to].Left - right > apart * Math.Max(glyphs[to].Size, glyphs[to - 1].Size))
                {
                    break;
                }

                right = Math.Max(right, glyphs[to].Right);
                to++;
            }

            pieces.Add(Make(glyphs.AsSpan(from, to - from), right));
            from = to;
        }

        return pieces;
    }

    private static Piece Make(Span<PdfGlyph> glyphs, double right)
    {
        var (digits, others, marks, stops) = (0, 0, 0, 0);
        var mark = false;
        foreach (ref readonly var glyph in glyphs)
        {
            foreach (var c in glyph.Text)
            {
                digits += char.IsDigit(c) ? 1 : 0;
                marks += mark && char.IsDigit(c) ? 1 : 0;
                mark = digits > 0 && c is '.' or ',' or '，' or '．';
                others += OfFigures(c) ? 0 : 1;
                stops += c is '，' or '。' or '；' ? 1 : 0;
            }
        }

        var figure = digits > 0 && others == 0;
        return new Piece(glyphs[0].Left, right, figure, figure && marks > 0, !figure && stops > 0);
    }

    private static bool OfFigures(char c) => char.IsDigit(c) || c is '.' or ',' or '，' or '．' or '-' or '−' or '%' or '％';
}

/// <summary>分块的行。</summary>
internal sealed record PieceLine(GlyphLine Line, List<Piece> Pieces)
{
    public double Top => Line.Area.Top;

    public double Bottom => Line.Area.Bottom;

    public double Center => (Top + Bottom) / 2;

    public double Size => Line.Glyphs[0].Size;

    public bool HasFigure => Pieces.Exists(static p => p.Figure);

    public static List<PieceLine> Of(List<PdfGlyph> glyphs) => GlyphLine.Of(glyphs).ConvertAll(static l => new PieceLine(l, Piece.Of(l, tight: false)));

    public PieceLine Tight() => this with { Pieces = Piece.Of(Line, tight: true) };
}
