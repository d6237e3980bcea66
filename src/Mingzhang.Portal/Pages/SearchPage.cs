using Mingzhang.Charts;
using Mingzhang.Forms.Words;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Text;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>搜索：names, codes, initials and words in text; grouped, nothing guessed.</summary>
internal static class SearchPage
{
    private const int Names = 20, Texts = 60;

    public static Page Of(Visit v, IArchive archive)
    {
        var query = v.Ask("q");
        if (query.Length == 0)
        {
            return new Page(v["search.title"], Html($"<h1>{v["search.title"]}</h1><p class=\"lead\">{v["search.how"]}</p>")) { Hidden = true };
        }

        var groups = new[] { Group(v, "search.departments", Departments(v, archive, query)), Group(v, "search.codes", Codes(v, query)), Group(v, "search.terms", Terms(v, query)) }.Concat(Found(v, archive, query)).Where(g => !g.IsEmpty).ToList();
        return new Page(v["search.title"] + " " + query, Html($"<h1>{v.Say("search.result", query)}</h1>{(groups.Count == 0 ? Html($"<p class=\"none\">{v["search.none"]}</p><p>{v["search.how"]}</p>") : Join(groups))}")) { Hidden = true };
    }

    private static Markup Group(Visit v, string word, List<Markup> items) => items.Count == 0 ? Empty : Html($"<section><h2>{v[word]} <small>{items.Count}</small></h2><ul class=\"plain hits\">{items}</ul></section>");

    private static List<Markup> Departments(Visit v, IArchive archive, string query)
    {
        var folded = Fold.Label(query);
        var initials = query.All(char.IsAsciiLetterOrDigit) ? query.ToLowerInvariant() : null;
        return [.. archive.Bodies().Where(b => Fold.Label(b.Name).Contains(folded, StringComparison.OrdinalIgnoreCase) || (initials is { Length: > 1 } && v.Library.Terms.Sounds.Initials(b.Name).Contains(initials, StringComparison.Ordinal)))
            .Take(Names).Select(b => Html($"<li><a href=\"{v.To("/d/" + b.Code)}\">{b.Name}</a></li>\n"))];
    }

    private static List<Markup> Codes(Visit v, string query)
    {
        var folded = Catalogue(query);
        var digits = query.All(char.IsAsciiDigit);
        return [.. new[] { "functions", "economic-department" }.SelectMany(c => v.Library.Catalogues[c].Entries).Where(e => digits ? query.Length > 1 && e.Code.StartsWith(query, StringComparison.Ordinal) : folded.Length > 1 && Catalogue(e.Name).Contains(folded, StringComparison.Ordinal))
            .OrderBy(e => e.Code.Length).ThenBy(e => e.Code, StringComparer.Ordinal).Take(Names).Select(e => Html($"<li><a href=\"{v.To("/c/" + e.Code)}\">{e.Code} <span lang=\"zh\">{e.Name}</span></a>{When(e.To is not null, () => Html($" <small>{v.Say("search.until", e.To)}</small>"))}</li>\n"))];

        static string Catalogue(string name) => Forms.Codes.Catalogue.FoldName(name);
    }

    private static List<Markup> Terms(Visit v, string query) => [.. Glossary.All.Where(t => t.Chinese.Contains(query, StringComparison.OrdinalIgnoreCase) || t.English.Contains(query, StringComparison.OrdinalIgnoreCase))
        .Select(t => Html($"<li><a href=\"{v.To("/help#" + t.Key)}\">{t.Name(v.English)}</a> {t.Says(v.English)}</li>\n"))];

    private static IEnumerable<Markup> Found(Visit v, IArchive archive, string query)
    {
        var found = archive.Search(query, Texts);
        yield return Group(v, "search.projects", [.. found.Where(f => f.Text.Kind == "Project").DistinctBy(f => (f.Document.Id, f.Text.Said)).Select(f => Html($"<li><a href=\"{Parts.Address(v, f.Document)}#projects\" lang=\"zh\">{Parts.Excerpt(f.Text.Said, query)}</a> <small>{Parts.Name(v, f.Document)}</small></li>\n"))]);
        yield return Group(v, "search.texts", [.. found.Where(f => f.Text.Kind is not ("Project" or "Contents")).Select(f => Html($"<li><a href=\"{Parts.Report(v, f.Document, "#o" + Order(f))}\">{Parts.Name(v, f.Document)}</a> <small>{(v.English ? f.Text.Place.English : f.Text.Place.Chinese)}</small><br><span lang=\"zh\">{Parts.Excerpt(f.Text.Said, query)}</span></li>\n"))]);
    }

    private static string Order(FoundText f) => (f.Text.Place.Order ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
