using System.Globalization;

namespace Mingzhang.Pdf.Fonts;

/// <summary>字形名：what the names of glyphs in encodings mean.</summary>
internal static class GlyphNames
{
    private static readonly Dictionary<string, string> Known = FontData.Lines("glyph-names.txt").Select(l => l.Split(' '))
        .ToDictionary(p => p[0], p => char.ConvertFromUtf32(int.Parse(p[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)), StringComparer.Ordinal);

    /// <summary>名字的文字：null where it says nothing ("g12"); "" for the mark of a missing glyph.</summary>
    public static string? Text(string name)
    {
        if (name == ".notdef")
        {
            return "";
        }

        if (Known.TryGetValue(name, out var text))
        {
            return text;
        }

        // Variants ("a.alt") mean the same; ligatures are joined ("f_f_i").
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0)
        {
            return Text(name[..dot]);
        }

        if (name.Length < 64 && name.IndexOf('_', StringComparison.Ordinal) > 0)
        {
            var parts = Array.ConvertAll(name.Split('_'), Text);
            return Array.Exists(parts, p => p is null) ? null : string.Concat(parts);
        }

        return name.StartsWith("uni", StringComparison.Ordinal) ? Hexadecimal(name.AsSpan(3), 4, 4)
            : name.StartsWith('u') ? Hexadecimal(name.AsSpan(1), 4, 6)
            : null;
    }

    private static string? Hexadecimal(ReadOnlySpan<char> digits, int least, int most) =>
        digits.Length >= least && digits.Length <= most
        && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
        && value is > 0 and <= 0x10ffff and not (>= 0xd800 and <= 0xdfff) ? char.ConvertFromUtf32(value) : null;
}
