using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Fonts;

/// <summary>字体程序里的文字：where a simple font has no encoding, its program knows what its codes show.</summary>
internal static class ProgramTexts
{
    public static string[]? Of(FontDescription description, ObjectStore store) =>
        description.Type1 is { } type1 ? Type1(type1, store)
        : description.TrueType is { } trueType && TrueTypeProgram.Open(store.Decode(trueType)) is { } program ? TrueType(program)
        : null;

    /// <summary>由 TrueType：code to glyph by the symbol map, glyph to text by the Unicode map.</summary>
    private static string[]? TrueType(TrueTypeProgram program)
    {
        var texts = new string[256];
        var known = false;
        for (var code = 0; code < 256; code++)
        {
            var glyph = program.SymbolGlyph(code);
            var text = glyph > 0 ? program.Text(glyph) : null;
            known |= text is not null;
            texts[code] = text ?? (glyph > 0 ? PdfFont.Unknown : "");
        }

        return known ? texts : null;
    }

    /// <summary>由 Type 1：the encoding stands in plain text, as "dup 65 /A put".</summary>
    private static string[]? Type1(PdfStream stream, ObjectStore store)
    {
        var data = store.Decode(stream).Span;
        var end = data.IndexOf("eexec"u8);
        var clear = end < 0 ? data : data[..end];
        var start = clear.IndexOf("/Encoding"u8);
        if (start < 0)
        {
            return null;
        }

        var texts = new string[256];
        Array.Fill(texts, "");
        var known = false;
        var lexer = new Lexer(clear, store.Names, start + 9);
        for (var token = lexer.Next(); token.Kind != ValueKind.End && token.Operator is not ("def" or "readonly"); token = lexer.Next())
        {
            if (token.Operator != "dup")
            {
                continue;
            }

            store.Work.Spend(100);
            var code = lexer.Next().Integer(-1);
            if (lexer.Next().Name is { } name && code is >= 0 and < 256)
            {
                texts[code] = GlyphNames.Text(name) ?? PdfFont.Unknown;
                known = true;
            }
        }

        return known ? texts : null;
    }
}
