using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Fonts;

/// <summary>单字节字体：Type 1 and TrueType.</summary>
internal sealed class SimpleFont : PdfFont
{
    private readonly ShownGlyph[] _glyphs = new ShownGlyph[256];

    public SimpleFont(PdfDictionary font, ObjectStore store)
        : this(font, store, new FontDescription(font))
    {
    }

    private SimpleFont(PdfDictionary font, ObjectStore store, FontDescription description)
        : base(description)
    {
        var texts = SimpleTexts.Of(font, store, description);
        var widths = font["Widths"].Array;
        var first = font["FirstChar"].Integer();
        var standard = widths is null ? StandardWidths.Of(description.Name) : null;
        for (var code = 0; code < 256; code++)
        {
            var index = (long)code - first;
            var width = widths is not null && index >= 0 && index < widths.Count ? widths[(int)index].Number
                : standard?.Width(texts[code]) ?? description.MissingWidth ?? 0;
            _glyphs[code] = new ShownGlyph(texts[code], width / 1000, 0, 0, 0, code == 32);
        }
    }

    public override ShownGlyph Next(ReadOnlySpan<byte> text, ref int position) => _glyphs[text[position++]];
}
