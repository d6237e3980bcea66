using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages.Redline;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>版本：all versions of a document, and what of its figures a correction changed.</summary>
internal static class VersionsPage
{
    private const int Most = 200;

    public static Page? Of(Visit v, IArchive archive, string key)
    {
        if (archive.Document(key) is not { } document)
        {
            return null;
        }

        var versions = archive.Versions(document);
        var html = Html($"""
            <h1>{v["versions"]}</h1><p class="lead"><a href="{Parts.Report(v, document)}" lang="zh">{document.Title}</a></p>
            <table class="list"><thead><tr><th scope="col">{v["version"]}</th><th scope="col">{v["filed"]}</th><th scope="col">SHA-256</th><th scope="col">{v["checks"]}</th></tr></thead><tbody>
            {versions.Select((d, i) => Html($"<tr{(d.Id == document.Id ? Html($" class=\"total\"") : Empty)}><th scope=\"row\"><a href=\"{Parts.Report(v, d)}\">{v.Say("version.number", i + 1)}</a>{When(d.Replaced is null, () => Html($" <small>{v["version.inforce"]}</small>"))}</th><td>{d.ReadAt}</td><td><code class=\"hash\">{d.Hash}</code></td><td>{v.Say("certificate.found", d.Errors, d.Warnings, d.Notes)}</td></tr>\n"))}</tbody></table>
            {When(versions.Count == 1, () => Parts.None(v, "versions.one"))}
            {Enumerable.Range(1, versions.Count - 1).Select(i => Changes(v, archive, versions[i - 1], versions[i], i))}
            """);
        return new Page(v["versions"] + " " + document.Title, html) { Foot = Parts.Foot(v, document) };
    }

    private static Markup Changes(Visit v, IArchive archive, ArchivedDocument before, ArchivedDocument after, int number)
    {
        var then = Values(archive.Statements(before));
        var now = Values(archive.Statements(after));
        var changed = now.Where(n => then.TryGetValue(n.Key, out var old) && old.Fen != n.Value.Fen).Take(Most).ToList();
        return Html($"""
            <section><h2>{v.Say("versions.change", number, number + 1)}</h2>{(changed.Count == 0 ? Parts.None(v, "versions.nofigures") : Html($"<table class=\"list\"><caption>{v["unit.wan"]}</caption><tbody>{changed.Select(c => Html($"<tr><th scope=\"row\">{PointName.Of(v.Library, c.Value.Statement.Point, v.English)}</th><td class=\"n\"><del>{Money.Link(v, then[c.Key])}</del></td><td class=\"n\"><ins>{Money.Link(v, c.Value)}</ins></td></tr>\n"))}</tbody></table>"))}
            <h3>{v["redline.why"]}</h3>{Reasons(v, v.Site.CorrectedFor(after.Hash), archive.Texts(before), archive.Texts(after))}
            <h3>{v["redline.cells"]}</h3>{Shown(v, TableRedline.Of(v, archive.Tables(before, _ => null), archive.Tables(after, _ => null)))}
            <h3>{v["redline.sentences"]}</h3>{Shown(v, TextRedline.Of(v, archive.Texts(before), archive.Texts(after)))}</section>
            """);
    }

    private static Markup Shown(Visit v, Markup difference) => difference.IsEmpty ? Parts.None(v, "redline.none") : difference;

    // What was given when the correction was begun, and the document's own words: sentences that came with this version and speak of a correction.
    private static Markup Reasons(Visit v, string given, IReadOnlyList<ArchivedText> before, IReadOnlyList<ArchivedText> after)
    {
        var words = v["redline.words"].Split(' ');
        var known = TextRedline.Sentences(v, before).ToHashSet(StringComparer.Ordinal);
        var said = TextRedline.Sentences(v, after).Where(t => !known.Contains(t) && words.Any(w => t.Contains(w, StringComparison.Ordinal))).ToList();
        return said.Count == 0 && given.Length == 0 ? Parts.None(v, "redline.nowhy") : Join(said.Prepend(given).Where(t => t.Length > 0).Select(t => Html($"<blockquote lang=\"zh\">{t}</blockquote>\n")));
    }

    private static Dictionary<Point, ArchivedStatement> Values(IReadOnlyList<ArchivedStatement> all) => all.Where(s => s is { Fen: not null, Statement: AmountStatement { Blank: false } }).GroupBy(s => s.Statement.Point.Completed()).ToDictionary(g => g.Key, g => g.First());
}
