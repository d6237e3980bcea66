using Mingzhang.Pdf.Content;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Fonts;

/// <summary>自绘字体（Type 3）：glyphs are drawings in a space of their own; only their text and advance are used.</summary>
internal sealed class Type3Font : PdfFont
{
    /// <summary>一般字形空间里全身的高度。</summary>
    private const double Em = 1000;
    private readonly ShownGlyph[] _glyphs = new ShownGlyph[256];

    public Type3Font(PdfDictionary font, ObjectStore store)
        : this(font, store, new FontDescription(font))
    {
    }

    private Type3Font(PdfDictionary font, ObjectStore store, FontDescription description)
        : base(description)
    {
        var matrix = font["FontMatrix"].Array?.Numbers(6) is { } given ? Matrix.Of(given) : new Matrix(0.001, 0, 0, 0.001, 0, 0);
        var height = font["FontBBox"].Array?.Numbers(4) is [_, var bottom, _, var top] ? Math.Abs(top - bottom) : 0;
        var scale = Math.Abs(matrix.D) * Em;

        // A matrix that is not a thousandth tells nothing of the size; the box of the font does.
        SizeFactor = scale is > 0.4 and < 2.5 || height == 0 ? scale : Math.Abs(matrix.D) * height;
        var texts = SimpleTexts.Of(font, store, description);
        var widths = font["Widths"].Array;
        var first = font["FirstChar"].Integer();
        for (var code = 0; code < 256; code++)
        {
            var index = (long)code - first;
            var width = widths is not null && index >= 0 && index < widths.Count ? widths[(int)index].Number : 0;
            _glyphs[code] = new ShownGlyph(texts[code], width * matrix.A, 0, 0, 0, code == 32);
        }
    }

    public override double SizeFactor { get; }

    public override ShownGlyph Next(ReadOnlySpan<byte> text, ref int position) => _glyphs[text[position++]];
}
