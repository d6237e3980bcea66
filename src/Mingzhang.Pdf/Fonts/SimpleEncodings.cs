namespace Mingzhang.Pdf.Fonts;

/// <summary>单字节编码：text for each code. Every caller gets a table of its own, to enter differences in.</summary>
internal static class SimpleEncodings
{
    private const string StandardHigh = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—";
    private const string StandardLetters = "\u00c6\0ª\0\0\0\0ŁØŒº\0\0\0\0\0æ\0\0\0ı\0\0łøœß";
    private const string SymbolLow = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
    private const string SymbolHigh = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

    public static string[]? Named(string? name) => name switch
    {
        "WinAnsiEncoding" => Page(1252),
        "MacRomanEncoding" or "MacExpertEncoding" => Page(10000),
        "StandardEncoding" => Standard(),
        _ => null,
    };

    /// <summary>字体自带的编码：of the two symbol fonts that every viewer knows.</summary>
    public static string[]? OfFont(string font) =>
        font.StartsWith("Symbol", StringComparison.Ordinal) ? Table((SymbolLow, 0x20), (SymbolHigh, 0xa0))
        : font.StartsWith("ZapfDingbats", StringComparison.Ordinal) ? Dingbats()
        : null;

    public static string[] Standard()
    {
        var table = Table((StandardHigh, 0xa1), (StandardLetters, 0xe1));
        for (var code = 0x20; code < 0x7f; code++)
        {
            table[code] = ((char)code).ToString();
        }

        (table[0x27], table[0x60], table[0xa9]) = ("’", "‘", "'");
        return table;
    }

    private static string[] Page(int codePage)
    {
        var encoding = Charsets.Get(codePage);
        var table = new string[256];
        for (var code = 0; code < 256; code++)
        {
            table[code] = code < 0x20 ? "" : encoding.GetString([(byte)code]);
        }

        // Codes that the encoding leaves empty show a bullet; the soft hyphen is drawn as a hyphen.
        if (codePage == 1252)
        {
            table[0x7f] = table[0x81] = table[0x8d] = table[0x8f] = table[0x90] = table[0x9d] = "•";
            table[0xad] = "-";
        }

        return table;
    }

    private static string[] Table(params ReadOnlySpan<(string Text, int First)> parts)
    {
        var table = new string[256];
        Array.Fill(table, "");
        foreach (var (text, first) in parts)
        {
            for (var i = 0; i < text.Length; i++)
            {
                table[first + i] = text[i] == '\0' ? "" : text[i].ToString();
            }
        }

        return table;
    }

    private static string[] Dingbats()
    {
        var table = new string[256];
        for (var code = 0; code < 256; code++)
        {
            table[code] = code switch
            {
                0x20 => " ",
                0x25 => "☎",
                0x2a => "☛",
                0x2b => "☞",
                0x48 => "★",
                0x6c => "●",
                0x6e => "■",
                0x73 => "▲",
                0x74 => "▼",
                0x75 => "◆",
                0x77 => "◗",
                0xa8 => "♣",
                0xa9 => "♦",
                0xaa => "♥",
                0xab => "♠",
                >= 0xac and <= 0xb5 => ((char)(0x2460 + code - 0xac)).ToString(),
                0xd5 => "→",
                0xd6 => "↔",
                0xd7 => "↕",
                > 0x20 and < 0x7f => ((char)(0x2700 + code - 0x20)).ToString(),
                >= 0xa1 and <= 0xef => ((char)(0x2761 + code - 0xa1)).ToString(),
                >= 0xf1 and <= 0xfe => ((char)(0x27b1 + code - 0xf1)).ToString(),
                _ => "",
            };
        }

        return table;
    }
}
