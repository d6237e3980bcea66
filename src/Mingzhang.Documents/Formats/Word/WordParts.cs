using Mingzhang.Documents.Formats.Archives;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>文档的部件：the main part and what it refers to inside the file. What lies outside is never followed.</summary>
internal sealed class WordParts
{
    /// <summary>主部件通常的名称。</summary>
    public const string Usual = "word/document.xml";

    private readonly Archive _archive;
    private readonly List<PartRelation> _relations;

    private WordParts(Archive archive, string main)
    {
        _archive = archive;
        Main = main;
        _relations = Relations(archive, main);
    }

    /// <summary>主部件的名称。</summary>
    public string Main { get; }

    /// <summary>找出文档的部件; null where the archive is no word processing document.</summary>
    public static WordParts? Of(Archive archive)
    {
        var types = archive.Has("[Content_Types].xml") ? MainByType(archive) : null;
        var main = Relations(archive, "").Find(r => r is { Kind: "officeDocument", External: false } && archive.Has(r.Target) && IsDocument(archive, r.Target))?.Target
            ?? (types is not null && archive.Has(types) ? types : archive.Has(Usual) ? Usual : null);
        return main is null ? null : new WordParts(archive, main);
    }

    /// <summary>某类部件的名称，按先后。</summary>
    public IEnumerable<string> Named(string kind) => _relations.Where(r => r.Kind == kind && !r.External && _archive.Has(r.Target)).Select(r => r.Target).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>打开某类部件的第一个; null where there is none.</summary>
    public PartCursor? Open(string kind) => Named(kind).FirstOrDefault() is { } name ? Part(name) : null;

    /// <summary>打开某个部件, its root reached; null where it has none.</summary>
    public PartCursor? Part(string name)
    {
        if (_archive.Stream(name) is not { } stream)
        {
            return null;
        }

        var cursor = new PartCursor(stream);
        if (cursor.Root())
        {
            return cursor;
        }

        cursor.Dispose();
        return null;
    }

    /// <summary>没有打开的附带内容: macros, files embedded, parts of other formats, and what is fetched from elsewhere when an office program opens the file.</summary>
    public IEnumerable<string> Unopened()
    {
        if (_archive.Names.Any(n => n.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            yield return "macros";
        }

        if (_relations.Exists(r => r is { External: false, Kind: "oleObject" or "package" or "control" }) || _archive.Names.Any(n => n.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) && !n.EndsWith('/')))
        {
            yield return "embedded";
        }

        if (_relations.Exists(r => r.Kind is "aFChunk" or "subDocument"))
        {
            yield return "chunks";
        }

        if (_relations.Exists(r => r.External && r.Kind is not ("hyperlink" or "subDocument" or "aFChunk" or "attachedTemplate")))
        {
            yield return "linked";
        }
    }

    private static bool IsDocument(Archive archive, string name)
    {
        using var cursor = archive.Stream(name) is { } stream ? new PartCursor(stream) : null;
        return cursor?.Root() == true && cursor is { Word: true, Name: "document" };
    }

    private static string? MainByType(Archive archive)
    {
        using var cursor = new PartCursor(archive.Stream("[Content_Types].xml")!);
        if (!cursor.Root())
        {
            return null;
        }

        for (var at = cursor.Enter(); cursor.Next(at);)
        {
            var type = cursor["ContentType"] ?? "";
            if (cursor.Name == "Override" && type.EndsWith(".main+xml", StringComparison.OrdinalIgnoreCase) && (type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) || type.Contains("ms-word", StringComparison.OrdinalIgnoreCase)))
            {
                return (cursor["PartName"] ?? "").TrimStart('/');
            }
        }

        return null;
    }

    private static List<PartRelation> Relations(Archive archive, string part)
    {
        const int Most = 20_000;
        var cut = part.LastIndexOf('/') + 1;
        var name = part[..cut] + "_rels/" + part[cut..] + ".rels";
        var relations = new List<PartRelation>();
        if (!archive.Has(name))
        {
            return relations;
        }

        using var cursor = new PartCursor(archive.Stream(name)!);
        if (!cursor.Root())
        {
            return relations;
        }

        for (var at = cursor.Enter(); relations.Count < Most && cursor.Next(at);)
        {
            if (cursor.Name == "Relationship")
            {
                var kind = cursor["Type"] ?? "";
                var external = string.Equals(cursor["TargetMode"], "External", StringComparison.OrdinalIgnoreCase);
                relations.Add(new PartRelation(kind[(kind.LastIndexOf('/') + 1)..], external ? "" : Resolved(part[..cut], cursor["Target"] ?? ""), external));
            }
        }

        return relations;
    }

    // Relative to the folder of the part; above the root there is nothing.
    private static string Resolved(string folder, string target)
    {
        var names = new List<string>();
        foreach (var name in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (name == ".." && names.Count > 0)
            {
                names.RemoveAt(names.Count - 1);
            }
            else if (name is not ("" or "." or ".."))
            {
                names.Add(name);
            }
        }

        return string.Join('/', names);
    }

    private sealed record PartRelation(string Kind, string Target, bool External);
}
