using System.Security.Cryptography;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Forms.Words;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Text;

namespace Mingzhang.Portal.Figures;

/// <summary>项目的一节说明：under one of the headings by which projects are described.</summary>
internal sealed record ProjectPart(string Key, IReadOnlyList<string> Said);

/// <summary>一份文件中的一个项目：its promise, its amounts and its description, as far as the document has them.</summary>
internal sealed record ProjectInDocument(ArchivedDocument Document, string Name, PerformanceObject? Promise, IReadOnlyList<ArchivedStatement> Amounts, IReadOnlyList<ProjectPart> Described);

/// <summary>项目：one name of one body through its documents; its address is made of both, so that years share it.</summary>
internal static class ProjectRecord
{
    /// <summary>说明的各节，按印出的次序。</summary>
    public static readonly IReadOnlyList<string> Parts = ["about", "basis", "body", "plan", "period", "yearly", "targets"];

    /// <summary>项目页的地址; null where the document names no body.</summary>
    public static string? Address(Visit v, ArchivedDocument document, string name) => document.Body is { } body ? v.To("/p/" + body.Code + "-" + Key(name)) : null;

    /// <summary>通向项目页的名称。</summary>
    public static Markup Link(Visit v, ArchivedDocument document, string name) => Address(v, document, name) is { } address ? Markup.Html($"<a href=\"{address}\" lang=\"zh\">{name}</a>") : Markup.Html($"<span lang=\"zh\">{name}</span>");

    /// <summary>名称的键。</summary>
    public static string Key(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Fold.Label(name))))[..8];

    /// <summary>一份文件的全部项目。</summary>
    public static IReadOnlyList<ProjectInDocument> All(IArchive archive, ArchivedDocument document)
    {
        var statements = archive.Printed(document).Where(s => s is { Fen: not null, Statement: AmountStatement { Blank: false } } && s.Statement.Point.Key("project") is not null).ToList();
        var byId = statements.GroupBy(s => s.Statement.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Statement, StringComparer.Ordinal);
        var promises = archive.Projects(document, byId.GetValueOrDefault).Where(p => !p.Whole).ToList();
        var described = Described(archive.Texts(document));
        var own = OwnNames(promises);
        string Named(ArchivedStatement s) => s.Statement.Point.Key("project")! is var key ? own.GetValueOrDefault(key, key) : "";
        return [.. promises.Select(p => p.Name).Concat(statements.Select(Named)).Concat(described.Keys).Where(n => n.Length > 0).DistinctBy(Key)
            .Select(n => new ProjectInDocument(document, n, promises.Find(p => Key(p.Name) == Key(n)), [.. statements.Where(s => Key(Named(s)) == Key(n))], described.FirstOrDefault(d => Key(d.Key) == Key(n)).Value ?? []))];
    }

    /// <summary>金额所记的项目名到表上的项目名：a form that names its unit tells projects of one name apart by it.</summary>
    public static IReadOnlyDictionary<string, string> OwnNames(IEnumerable<PerformanceObject> promises) =>
        promises.Where(p => p.Money?.Point.Key("project") is not null).GroupBy(p => p.Money!.Point.Key("project")!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal);

    /// <summary>正文中逐节说明的项目：a heading, and below it the headings that such descriptions have.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ProjectPart>> Described(IReadOnlyList<ArchivedText> texts)
    {
        var found = new Dictionary<string, IReadOnlyList<ProjectPart>>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < texts.Count; i++)
        {
            if (texts[i].Kind != "Heading" || Part(texts[i]) is not null || Part(texts[i + 1]) != Parts[0] || Title(texts[i].Said) is not { Length: > 1 } name)
            {
                continue;
            }

            var parts = new List<ProjectPart>();
            for (i++; i < texts.Count && Part(texts[i]) is { } part;)
            {
                var said = texts.Skip(i + 1).TakeWhile(t => t.Kind == "Paragraph").Select(t => t.Said).ToList();
                parts.Add(new ProjectPart(part, said));
                i += said.Count + 1;
            }

            i--;
            found.TryAdd(name, parts);
        }

        return found;
    }

    private static string? Part(ArchivedText text) => text.Kind == "Heading" ? Parts.FirstOrDefault(p => text.Said.Contains(Words.Standard.Say(false, "project.part." + p), StringComparison.Ordinal)) : null;

    private static string Title(string said)
    {
        var ending = Array.Find(Words.Standard.Say(false, "project.endings").Split(' '), e => said.TrimEnd().EndsWith(e, StringComparison.Ordinal));
        return ending is null ? said.Trim() : said.TrimEnd()[..^ending.Length].Trim();
    }
}
