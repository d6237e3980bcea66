using System.Globalization;
using System.Xml.Linq;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Documents.Formats.Excel.Numbers;

namespace Mingzhang.Documents.Formats.Excel.Ooxml;

/// <summary>单元格的格式：for every style of the workbook its number format.</summary>
internal sealed class CellFormats
{
    private const int Most = 100_000;
    private readonly List<NumberFormat> _formats = [];

    public static CellFormats Read(Archive archive, string? part)
    {
        var formats = new CellFormats();
        if (part is null || archive.Xml(part) is not { } root)
        {
            return formats;
        }

        var codes = new Dictionary<int, string>();
        foreach (var format in Of(root, "numFmts"))
        {
            if (Number(format, "numFmtId") is { } id && format.Attribute("formatCode")?.Value is { } code)
            {
                codes[id] = code;
            }
        }

        var known = new Dictionary<int, NumberFormat>();
        foreach (var style in Of(root, "cellXfs").Take(Most))
        {
            var id = Number(style, "numFmtId") ?? 0;
            if (!known.TryGetValue(id, out var format))
            {
                known[id] = format = NumberFormat.Of(codes.GetValueOrDefault(id) ?? BuiltInFormats.Of(id));
            }

            formats._formats.Add(format);
        }

        return formats;
    }

    /// <summary>某个样式的格式。</summary>
    public NumberFormat this[int style] => style >= 0 && style < _formats.Count ? _formats[style] : NumberFormat.General;

    private static IEnumerable<XElement> Of(XElement root, string name) => root.Elements().Where(e => e.Name.LocalName == name).SelectMany(e => e.Elements());

    private static int? Number(XElement element, string name) =>
        int.TryParse(element.Attribute(name)?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
