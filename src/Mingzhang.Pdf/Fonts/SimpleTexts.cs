using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Fonts;

/// <summary>单字节字体的文字：by ToUnicode, then the differences of the encoding, then its base, then the font program.</summary>
internal static class SimpleTexts
{
    public static string[] Of(PdfDictionary font, ObjectStore store, FontDescription description)
    {
        var texts = Base(font, store, description);
        Differences(font["Encoding"].Dictionary?["Differences"].Array, texts);
        if (font["ToUnicode"].Stream is { } stream)
        {
            var map = ToUnicodeMap.Read(stream, store);
            for (var code = 0; code < 256; code++)
            {
                texts[code] = map.Text(code) ?? texts[code];
            }
        }

        return texts;
    }

    private static string[] Base(PdfDictionary font, ObjectStore store, FontDescription description)
    {
        var encoding = font["Encoding"];
        if (SimpleEncodings.Named(encoding.Name ?? encoding.Dictionary?["BaseEncoding"].Name) is { } named)
        {
            return named;
        }

        if (SimpleEncodings.OfFont(description.Name) is { } symbols)
        {
            return symbols;
        }

        return ProgramTexts.Of(description, store) ?? (font["Subtype"].Name == "TrueType" ? SimpleEncodings.Named("WinAnsiEncoding")! : SimpleEncodings.Standard());
    }

    private static void Differences(PdfArray? differences, string[] texts)
    {
        var code = 0;
        for (var i = 0; differences is not null && i < differences.Count; i++)
        {
            var item = differences[i];
            if (item.Name is not { } name)
            {
                code = item.Integer();
                continue;
            }

            if (code is >= 0 and < 256)
            {
                texts[code] = GlyphNames.Text(name) ?? (texts[code].Length > 0 ? texts[code] : PdfFont.Unknown);
            }

            code = Math.Min(code, 256) + 1;
        }
    }
}
