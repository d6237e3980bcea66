using System.Globalization;

namespace Mingzhang.Pdf.Fonts;

/// <summary>标准字体的字宽：of the fonts that files may leave out, and for fonts that look like them.</summary>
internal sealed class StandardWidths
{
    private const double Usual = 500;
    private static readonly Dictionary<string, StandardWidths> Fonts = Read();
    private static readonly StandardWidths Courier = new() { _all = 600 };
    private readonly Dictionary<string, double> _widths = new(StringComparer.Ordinal);
    private double? _all;

    public static StandardWidths Of(string font)
    {
        bool Has(string part) => font.Contains(part, StringComparison.OrdinalIgnoreCase);
        if (Has("Courier") || Has("Mono") || Has("Consolas"))
        {
            return Courier;
        }

        var weight = Has("Bold") ? "Bold" : "";
        var slant = Has("Italic") || Has("Oblique") ? "Italic" : "";
        return Has("Symbol") ? Fonts["Symbol"]
            : Has("Times") || Has("Serif") || Has("Song") ? Fonts[weight + slant is { Length: > 0 } style ? "Times-" + style : "Times"]
            : Fonts[weight.Length > 0 ? "Helvetica-Bold" : "Helvetica"];
    }

    public double Width(string text) => _all ?? _widths.GetValueOrDefault(text, Usual);

    private static Dictionary<string, StandardWidths> Read()
    {
        var fonts = new Dictionary<string, StandardWidths>(StringComparer.Ordinal);
        var current = new StandardWidths();
        foreach (var line in FontData.Lines("standard-widths.txt"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0)
            {
                fonts[line] = current = new StandardWidths();
                continue;
            }

            var width = double.Parse(line.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture);
            foreach (var character in line.AsSpan(space + 1))
            {
                current._widths[character == '␠' ? " " : character.ToString()] = width;
            }
        }

        return fonts;
    }
}
