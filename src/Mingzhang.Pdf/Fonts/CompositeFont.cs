using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Fonts;

/// <summary>复合字体：Type 0, as Chinese text is nearly always set.</summary>
internal sealed class CompositeFont : PdfFont
{
    private readonly Dictionary<long, ShownGlyph> _glyphs = [];
    private readonly CodeMap _codes;
    private readonly CompositeTexts _texts;
    private readonly CidWidths _widths;

    private CompositeFont(FontDescription description, CodeMap codes, CompositeTexts texts, CidWidths widths)
        : base(description)
    {
        _codes = codes;
        _texts = texts;
        _widths = widths;
    }

    public override bool Vertical => _codes.Vertical;

    public static CompositeFont Open(PdfDictionary font, ObjectStore store)
    {
        var descendant = font["DescendantFonts"].Array?[0].Dictionary ?? font["DescendantFonts"].Dictionary ?? new PdfDictionary(store);
        var description = new FontDescription(descendant);
        var encoding = font["Encoding"];
        var codes = encoding.Stream is { } stream ? EmbeddedMap.Read(stream, store, 0) : PredefinedMaps.Get(encoding.Name ?? "Identity-H");
        if (codes is null)
        {
            store.Faults.Add(PdfFaultKind.MissingFontMap, $"{description.Name}: {encoding.Name}");
            codes = new IdentityMap();
        }

        return new CompositeFont(description, codes, new CompositeTexts(font, descendant, description, store), new CidWidths(descendant, store.Work));
    }

    public override ShownGlyph Next(ReadOnlySpan<byte> text, ref int position)
    {
        var start = position;
        var code = _codes.Next(text, ref position);
        var length = position - start;
        var key = ((long)length << 32) | unchecked((uint)code);
        if (!_glyphs.TryGetValue(key, out var glyph))
        {
            glyph = Make(code, length);
            _glyphs[key] = glyph;
        }

        return glyph;
    }

    private ShownGlyph Make(int code, int length)
    {
        var cid = _codes.Cid(code, length);
        var text = _texts.Of(code) ?? _codes.Text(code, length) ?? _texts.OfCid(cid) ?? _texts.Missing();
        var width = _widths.Width(cid);
        var (x, y, down) = Vertical ? _widths.Vertical(cid, width) : default;
        return new ShownGlyph(text, width / 1000, x / 1000, y / 1000, down / 1000, length == 1 && code == 32);
    }
}
