using System.Globalization;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>符号：characters of symbol fonts as what they look like; others show as the box that a reader without the font sees.</summary>
internal static class Symbols
{
    private const char Box = '□';

    public static string Of(string? font, string? code)
    {
        if (!int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) || number is < 0x20 or > 0xffff || char.IsSurrogate((char)number))
        {
            return "";
        }

        var low = number is >= 0xf000 and <= 0xf0ff ? number - 0xf000 : number;
        if (font is not null && font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase))
        {
            return (font.Length == "Wingdings".Length ? Wingdings(low) : Wingdings2(low)).ToString();
        }

        return string.Equals(font, "Symbol", StringComparison.OrdinalIgnoreCase) ? Greek(low).ToString()
            : number is >= 0xe000 and <= 0xf8ff ? Box.ToString() : ((char)number).ToString();
    }

    private static char Wingdings(int code) => code switch
    {
        0x6c or 0x9f => '●',
        0x6e => '■',
        0xfc => '√',
        0xfb => '×',
        0xfe => '☑',
        0xfd => '☒',
        0x75 => '◆',
        0xe0 => '→',
        _ => Box,
    };

    private static char Wingdings2(int code) => code switch
    {
        0x50 => '√',
        0x4f => '×',
        0x52 => '☑',
        0x51 or 0x53 or 0x54 => '☒',
        _ => Box,
    };

    private static char Greek(int code) => code switch
    {
        0xa3 => '≤',
        0xb3 => '≥',
        0xb1 => '±',
        0xb4 => '×',
        0xb8 => '÷',
        0xb9 => '≠',
        0xb0 => '°',
        0xb7 => '•',
        0xe5 => '∑',
        >= 0x20 and < 0x40 => (char)code,
        _ => Box,
    };
}
