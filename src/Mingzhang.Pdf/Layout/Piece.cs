namespace Mingzhang.Pdf.Layout;

/// <summary>一行中的一块：words that stand together, apart from the next by a gap.</summary>
/// <param name="Left">Left edge.</param>
/// <param name="Right">Right edge.</param>
/// <param name="From">First glyph in the line.</param>
/// <param name="To">Glyph behind the last.</param>
/// <param name="Figure">Whether it is a number.</param>
/// <param name="Exact">Whether the number has decimals or thousands, as money has and page numbers have not.</param>
/// <param name="Prose">Whether it has the marks of a sentence.</param>
internal sealed record Piece(double Left, double Right, int From, int To, bool Figure, bool Exact, bool Prose)
{
    private const double Apart = 0.9;
    private const double Close = 0.25;
    private const double Closest = 0.12;
    private const double BesideDate = 0.5;

    public double Middle => (Left + Right) / 2;

    public double Width => Right - Left;

    /// <summary>一行分成块: a number is a piece of its own as soon as any gap stands beside it, since narrow columns nearly touch.</summary>
    public static List<Piece> Of(GlyphLine line) => Of(line, Close, Apart);

    /// <summary>每个空隙都分开: the labels of narrow columns nearly touch, too.</summary>
    public static List<Piece> Split(GlyphLine line) => Of(line, Closest, Closest);

    /// <summary>行的一段。</summary>
    public static Piece Part(GlyphLine line, int from, int to) => Make(line.Glyphs, from, to, line.Glyphs[to - 1].Right);

    private static List<Piece> Of(GlyphLine line, double besideFigures, double elsewhere)
    {
        var pieces = new List<Piece>();
        var glyphs = line.Glyphs;
        for (var from = 0; from < glyphs.Length;)
        {
            var to = from + 1;
            var right = glyphs[from].Right;
            while (to < glyphs.Length)
            {
                var apart = OfFigures(glyphs[to - 1].Text[0]) || OfFigures(glyphs[to].Text[0]) ? besideFigures : elsewhere;
                var em = Math.Max(glyphs[to].Size, glyphs[to - 1].Size);
                if (glyphs[to].Left - right > apart * em && !(InDate(glyphs, to) && glyphs[to].Left - right < BesideDate * em))
                {
                    break;
                }

                right = Math.Max(right, glyphs[to].Right);
                to++;
            }

            pieces.Add(Make(glyphs, from, to, right));
            from = to;
        }

        return pieces;
    }

    // Printers leave a quarter of a character between figures and words; a year and its word are no columns.
    private static bool InDate(PdfGlyph[] glyphs, int at) => glyphs[at].Text is "年" or "月" or "日" && char.IsDigit(glyphs[at - 1].Text[0]);

    private static Piece Make(PdfGlyph[] line, int from, int to, double right)
    {
        var (digits, others, marks, stops) = (0, 0, 0, 0);
        var mark = false;
        foreach (ref readonly var glyph in line.AsSpan(from, to - from))
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
        return new Piece(line[from].Left, right, from, to, figure, figure && marks > 0, !figure && stops > 0);
    }

    /// <summary>是否数字中的字符。</summary>
    public static bool OfFigures(char c) => char.IsDigit(c) || c is '.' or ',' or '，' or '．' or '-' or '−' or '%' or '％';
}

/// <summary>分块的行。</summary>
internal sealed record PieceLine(GlyphLine Line, List<Piece> Pieces)
{
    public double Top => Line.Area.Top;

    public double Bottom => Line.Area.Bottom;

    public double Center => (Top + Bottom) / 2;

    public double Size => Line.Glyphs[0].Size;

    public bool HasFigure => Pieces.Exists(static p => p.Figure);

    public static List<PieceLine> Of(List<PdfGlyph> glyphs) => GlyphLine.Of(glyphs).ConvertAll(static l => new PieceLine(l, Piece.Of(l)));

    /// <summary>是否与上一行错开相叠: labels of several lines are centred against the figures beside them.</summary>
    public bool Overlaps(PieceLine above) => Top < above.Bottom - (0.05 * Math.Min(Size, above.Size));
}
