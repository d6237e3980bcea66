using System.Globalization;
using System.Xml.Linq;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Ofd;

/// <summary>包：the XML files of an OFD by their locations, which are relative to the file that names them. What cannot be read is a fault, and the rest is read.</summary>
internal sealed class OfdPackage(Archive archive)
{
    private const int MostFaults = 1000;
    private readonly List<PaperFault> _faults = [];

    /// <summary>缺陷。</summary>
    public IReadOnlyList<PaperFault> Faults => _faults;

    /// <summary>某个 XML 文件; null after a fault where it is missing or damaged.</summary>
    /// <exception cref="ArchiveException">The archive goes beyond its limits.</exception>
    public XElement? Read(string location, int? page)
    {
        try
        {
            if (archive.Xml(location) is { } root)
            {
                return root;
            }
        }
        catch (ArchiveException e) when (e.Problem is not (ArchiveProblem.TooLarge or ArchiveProblem.TooDeep))
        {
            // One damaged page does not take the others with it.
        }

        Fault("damaged-object", page, location);
        return null;
    }

    /// <summary>记下缺陷。</summary>
    public void Fault(string kind, int? page, string detail)
    {
        if (_faults.Count < MostFaults)
        {
            _faults.Add(new PaperFault(kind, page, EntryNames.Shown(detail)));
        }
    }

    /// <summary>所指的位置: of a file named in another.</summary>
    public static string Resolve(string from, string location)
    {
        var segments = location.StartsWith('/') ? [] : new List<string>(from.Split('/')[..^1]);
        foreach (var segment in location.Replace('\\', '/').Split('/'))
        {
            if (segment == "..")
            {
                segments.RemoveRange(Math.Max(0, segments.Count - 1), Math.Min(1, segments.Count));
            }
            else if (segment is not ("" or "."))
            {
                segments.Add(segment);
            }
        }

        return string.Join('/', segments);
    }
}

/// <summary>元素：looked up by local name, since producers vary in their namespaces.</summary>
internal static class OfdElements
{
    public static IEnumerable<XElement> Named(this XElement element, string name) => element.Elements().Where(e => e.Name.LocalName == name);

    public static XElement? First(this XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static string? Text(this XElement element, string attribute) => element.Attribute(attribute)?.Value;

    public static double? Number(this XElement element, string attribute) => element.Text(attribute) is { } text ? Number(text) : null;

    public static bool? Flag(this XElement element, string attribute) => element.Text(attribute)?.Trim().ToLowerInvariant() switch { "true" or "1" => true, "false" or "0" => false, _ => null };

    /// <summary>一列数; those that are none are zero, so that the others keep their places.</summary>
    public static double[] Numbers(string? text) => text is null ? [] : Array.ConvertAll(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), t => Number(t) ?? 0);

    public static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && Math.Abs(number) < 1e7 ? number : null;
}
