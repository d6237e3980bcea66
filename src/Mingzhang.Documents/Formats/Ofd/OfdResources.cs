using System.Xml.Linq;
using Mingzhang.Pdf;

namespace Mingzhang.Documents.Formats.Ofd;

/// <summary>资源：fonts, drawing parameters and composite units by their ids.</summary>
internal sealed class OfdResources(OfdPackage package)
{
    private static readonly string[] BoldWords = ["Bold", "Black", "Heavy", "Demi", "粗", "特黑", "超黑"];
    private static readonly PdfFontFace NoFont = new("", false);

    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PdfFontFace> _fonts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _parameters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _units = new(StringComparer.Ordinal);

    /// <summary>加入一个资源文件。</summary>
    public void Add(string location)
    {
        if (!_read.Add(location) || package.Read(location, null) is not { } file)
        {
            return;
        }

        foreach (var (group, item) in file.Elements().SelectMany(g => g.Elements().Select(i => (g.Name.LocalName, i))))
        {
            if (item.Text("ID") is not { } id)
            {
                continue;
            }

            switch (group)
            {
                case "Fonts":
                    var name = item.Text("FontName") ?? item.Text("FamilyName") ?? "";
                    _fonts.TryAdd(id, new PdfFontFace(name, item.Flag("Bold") == true || Array.Exists(BoldWords, w => name.Contains(w, StringComparison.OrdinalIgnoreCase))));
                    break;
                case "DrawParams":
                    _parameters.TryAdd(id, item);
                    break;
                case "CompositeGraphicUnits":
                    _units.TryAdd(id, item);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>字体。</summary>
    public PdfFontFace Font(string? id) => id is not null && _fonts.TryGetValue(id, out var font) ? font : NoFont;

    /// <summary>组合图元。</summary>
    public XElement? Unit(string? id) => id is not null ? _units.GetValueOrDefault(id) : null;

    /// <summary>绘制参数, those that it rests on after it.</summary>
    public IEnumerable<XElement> Parameters(string? id)
    {
        const int Deepest = 8;
        for (var depth = 0; depth < Deepest && id is not null && _parameters.TryGetValue(id, out var parameter); depth++)
        {
            yield return parameter;
            id = parameter.Text("Relative");
        }
    }
}
