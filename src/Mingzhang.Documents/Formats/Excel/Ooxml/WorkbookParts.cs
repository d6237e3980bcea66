using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Paper;

namespace Mingzhang.Documents.Formats.Excel.Ooxml;

/// <summary>工作簿的部件：which parts of the archive are its sheets, its shared strings and its formats. Names of elements count without their
/// namespaces: the strict form of the standard has others. What lies outside the archive is told, never followed.</summary>
internal sealed class WorkbookParts
{
    private const int MostSheets = 500;
    private readonly Archive _archive;
    private readonly string _folder;
    private readonly Dictionary<string, Relation> _relations;

    private WorkbookParts(Archive archive, string workbook)
    {
        _archive = archive;
        var slash = workbook.LastIndexOf('/');
        _folder = slash < 0 ? "" : workbook[..(slash + 1)];
        _relations = Relations(archive, _folder + "_rels/" + workbook[(slash + 1)..] + ".rels");
        var root = archive.Xml(workbook) ?? throw new ArchiveException(ArchiveProblem.Damaged);
        Date1904 = root.Elements().FirstOrDefault(e => e.Name.LocalName == "workbookPr")?.Attribute("date1904")?.Value is "1" or "true";
        foreach (var sheet in root.Elements().Where(e => e.Name.LocalName == "sheets").SelectMany(e => e.Elements()).Where(e => e.Name.LocalName == "sheet").Take(MostSheets))
        {
            var id = sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id")?.Value ?? "";
            if (_relations.TryGetValue(id, out var relation) && relation is { External: false, Kind: "worksheet" })
            {
                Sheets.Add(new SheetPart(sheet.Attribute("name")?.Value ?? "", relation.Target, sheet.Attribute("state")?.Value is "hidden" or "veryHidden"));
            }
        }
    }

    public bool Date1904 { get; }

    /// <summary>各工作表，按显示的先后。</summary>
    public List<SheetPart> Sheets { get; } = [];

    public string? SharedStrings => Target("sharedStrings");

    public string? Styles => Target("styles");

    /// <summary>打开；null where the archive is no workbook.</summary>
    public static WorkbookParts? Of(Archive archive) => Main(archive) is { } workbook ? new WorkbookParts(archive, workbook) : null;

    /// <summary>主要部件; null where the archive is no workbook.</summary>
    public static string? Main(Archive archive)
    {
        var named = Relations(archive, "_rels/.rels").Values.FirstOrDefault(r => r is { Kind: "officeDocument", External: false })?.Target;
        var main = named is not null && archive.Has(named) ? named : "xl/workbook.xml";
        return main.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) && archive.Has(main) ? main : null;
    }

    /// <summary>宏、外部链接、图片：told, neither run nor followed nor read.</summary>
    public IEnumerable<PaperFault> Faults()
    {
        if (_archive.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || n.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new PaperFault("macros", null, "");
        }

        var links = _relations.Values.Count(r => r.External || r.Kind is "externalLink" or "connections");
        if (links > 0)
        {
            yield return new PaperFault("external-links", null, SheetNotes.Text(links));
        }

        var pictures = _archive.Names.Count(n => n.StartsWith("xl/media/", StringComparison.OrdinalIgnoreCase));
        if (pictures > 0)
        {
            yield return new PaperFault("pictures", null, SheetNotes.Text(pictures));
        }
    }

    private string? Target(string kind) => _relations.Values.FirstOrDefault(r => r.Kind == kind && !r.External)?.Target is { } target && _archive.Has(target) ? target : null;

    private static Dictionary<string, Relation> Relations(Archive archive, string name)
    {
        var relations = new Dictionary<string, Relation>(StringComparer.Ordinal);
        var folder = name[..name.LastIndexOf("_rels/", StringComparison.Ordinal)];
        foreach (var element in archive.Xml(name)?.Elements() ?? [])
        {
            if (element.Attribute("Id")?.Value is { } id && element.Attribute("Target")?.Value is { } target)
            {
                var type = element.Attribute("Type")?.Value ?? "";
                relations.TryAdd(id, new Relation(type[(type.LastIndexOf('/') + 1)..], Path(folder, target), element.Attribute("TargetMode")?.Value == "External"));
            }
        }

        return relations;
    }

    // Targets are relative to the folder of their source, or begin at the root.
    private static string Path(string folder, string target)
    {
        target = target.Replace('\\', '/');
        var parts = new List<string>();
        foreach (var part in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (part == "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part.Length > 0 && part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private sealed record Relation(string Kind, string Target, bool External);
}

/// <summary>工作表的部件。</summary>
/// <param name="Name">Name of the sheet.</param>
/// <param name="Part">Its part in the archive.</param>
/// <param name="Hidden">Whether it is hidden.</param>
internal sealed record SheetPart(string Name, string Part, bool Hidden);
