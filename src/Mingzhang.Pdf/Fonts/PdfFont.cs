namespace Mingzhang.Pdf.Fonts;

/// <summary>要显示的一个字形：text and measures, in shares of the font size.</summary>
/// <param name="Text">Unicode text; empty for what is neither seen nor read.</param>
/// <param name="Width">Advance to the right, or in vertical writing the width of the glyph.</param>
/// <param name="OriginX">In vertical writing, from the glyph's own origin to that of the line.</param>
/// <param name="OriginY">In vertical writing, from the glyph's own origin to that of the line.</param>
/// <param name="Down">In vertical writing, the advance, which is negative.</param>
/// <param name="IsSpace">Word spacing applies: the single byte 32.</param>
internal sealed record ShownGlyph(string Text, double Width, double OriginX, double OriginY, double Down, bool IsSpace);

/// <summary>字体：cuts a shown string into glyphs.</summary>
internal abstract class PdfFont
{
    /// <summary>未知的文字。</summary>
    public const string Unknown = "\ufffd";

    protected PdfFont(FontDescription description)
    {
        Face = new PdfFontFace(description.Name, description.Bold);
        BoldFace = Face with { Bold = true };
    }

    public PdfFontFace Face { get; }

    /// <summary>加描边的：outlined and filled, which is how some producers make bold.</summary>
    public PdfFontFace BoldFace { get; }

    /// <summary>竖排。</summary>
    public virtual bool Vertical => false;

    /// <summary>字号的倍数：1 but for Type 3 fonts, whose glyph space is their own.</summary>
    public virtual double SizeFactor => 1;

    /// <summary>下一个字形：moves the position by at least one.</summary>
    public abstract ShownGlyph Next(ReadOnlySpan<byte> text, ref int position);
}
