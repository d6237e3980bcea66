namespace Mingzhang.Pdf;

/// <summary>页：what is seen on one page, in points from its top left corner, with rotation, user unit and crop box applied. Only what is visible:
/// glyphs and lines that lie off the page or are wholly clipped away are left out.</summary>
/// <param name="Number">Page, from 1.</param>
/// <param name="Width">Width as seen.</param>
/// <param name="Height">Height as seen.</param>
/// <param name="Glyphs">Glyphs in the order of the content, spaces among them.</param>
/// <param name="Rulings">Drawn horizontal and vertical lines and filled rectangles of at most 3 points, as they were drawn: a line may come in many pieces, which
/// touch or overlap. White ones are left out.</param>
/// <param name="PictureShare">Share of the page that images cover, 0 to 1.</param>
public sealed record PdfPage(int Number, double Width, double Height, IReadOnlyList<PdfGlyph> Glyphs, IReadOnlyList<PdfRuling> Rulings, double PictureShare);

/// <summary>字形：one drawn character (or ligature, or what ActualText says that one glyph stands for). Of rotated and vertical text Left, Right, Top and
/// Bottom are the box in which the eye sees the glyph.</summary>
/// <param name="Text">Unicode text, by ActualText, ToUnicode, the predefined CMap or the encoding, in this order; U+FFFD where none is known.</param>
/// <param name="Left">Left edge: origin of the advance; spacing between characters is not part of it.</param>
/// <param name="Right">Right edge: origin plus advance.</param>
/// <param name="Baseline">Baseline from the top of the page; of rotated text, where it would be for the same box.</param>
/// <param name="Size">Font size as seen, in points.</param>
/// <param name="Font">The font.</param>
/// <param name="Upright">False for text that does not run from left to right: rotated, mirrored or vertical.</param>
public sealed record PdfGlyph(string Text, double Left, double Right, double Baseline, double Size, PdfFontFace Font, bool Upright)
{
    /// <summary>上边：the nominal em box, since descriptors lie about the ascent.</summary>
    public double Top => Baseline - (0.88 * Size);

    /// <summary>下边：the nominal em box.</summary>
    public double Bottom => Baseline + (0.12 * Size);
}

/// <summary>字体：name without subset prefix, and whether it looks bold.</summary>
public sealed record PdfFontFace(string Name, bool Bold);

/// <summary>线：a horizontal (Y1 = Y2) or vertical (X1 = X2) line in points; X1 ≤ X2, Y1 ≤ Y2.</summary>
public sealed record PdfRuling(double X1, double Y1, double X2, double Y2, double Thickness)
{
    /// <summary>是否横线。</summary>
    public bool Horizontal => Y1 == Y2;
}
