using System.Text;

namespace Mingzhang.Pdf.Writing.Typefaces;

/// <summary>字盘：the fonts of one book; for every character the first font of its role that has it.</summary>
internal sealed class FontCase(PdfFontLibrary library)
{
    private readonly List<UsedFont> _fonts = [];
    private readonly Dictionary<long, Glyph> _glyphs = [];
    private readonly SortedSet<string> _missing = new(StringComparer.Ordinal);

    public IReadOnlyList<UsedFont> Fonts => _fonts;

    public IReadOnlyCollection<string> Missing => _missing;

    /// <summary>两种用处是否同一字体：a heading that looks like the body is drawn bold.</summary>
    public bool Alike(PdfFontRole one, PdfFontRole other) => library.Chain(one)[0] == library.Chain(other)[0];

    public Glyph[] Set(string text, PdfFontRole role)
    {
        var glyphs = new List<Glyph>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            glyphs.Add(Find(rune, role));
        }

        return [.. glyphs];
    }

    private Glyph Find(Rune rune, PdfFontRole role)
    {
        var value = Rune.IsControl(rune) || rune.Value == 0xa0 ? ' ' : rune.Value;
        var key = ((long)role << 32) | (uint)value;
        if (!_glyphs.TryGetValue(key, out var glyph))
        {
            var chain = library.Chain(role);
            var face = chain.FirstOrDefault(f => f.Glyph(value) != 0);
            if (face is null && value != ' ')
            {
                _missing.Add(rune.ToString());
            }

            var font = Used(face ?? chain[0]);
            glyph = new Glyph(font, value, font.Code(value), font.Face.Advance(font.Face.Glyph(value)) / (double)font.Face.UnitsPerEm);
            _glyphs[key] = glyph;
        }

        return glyph;
    }

    private UsedFont Used(FontFace face)
    {
        var font = _fonts.Find(f => f.Face == face);
        if (font is null)
        {
            font = new UsedFont(face, _fonts.Count);
            _fonts.Add(font);
        }

        return font;
    }
}

/// <summary>字：a character set in a font. Its width is a share of the size.</summary>
internal sealed record Glyph(UsedFont Font, int Rune, int Code, double Width);
