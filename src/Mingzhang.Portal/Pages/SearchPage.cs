using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Citing;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Searching;
using Mingzhang.Portal.Text;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>搜索：names, codes, initials and words in text; grouped, nothing guessed.</summary>
internal static class SearchPage
{
    private const int Names = 20, Texts = 60, OfOneYear = 600, Spent = 5;

    public static Page Of(Visit v, IArchive archive)
    {
        var query = SearchQuery.Of(v.Ask("q"));
        if (query.Words.Length == 0)
        {
            return new Page(v["search.title"], Html($"<h1>{v["search.title"]}</h1><p class=\"lead\">{v["search.how"]}</p><p>{v["search.prefixes"]}</p>")) { Hidden = true };
        }

        var bodies = query.Wants("dept") ? NamedBodies.Like(query.Words, v.Library, archive.Bodies()).Take(Names).ToList() : [];
        bodies = bodies.Count == 0 && query.Wants("dept") ? ShortNames.Of(archive, query.Words) : bodies;
        var codes = query.Wants("code") ? v.Site.Codes.Find(query.Words).Take(Names).ToList() : [];

        // Who says which kind is meant, and means only one, is there at once.
        if (query.Group is not null && bodies.Count + codes.Count == 1)
        {
            return new Page("", Empty) { Redirect = v.To(bodies is [var only] ? "/d/" + only.Code + (query.Year is { } y ? "/" + y.ToString(CultureInfo.InvariantCulture) : "") : "/c/" + codes[0].Code) };
        }

        var groups = new[]
        {
            Group(v, "search.departments", [.. bodies.Select(b => Department(v, archive, b, query.Year))]),
            Group(v, "search.codes", [.. codes.Select(e => Html($"<li><a href=\"{v.To("/c/" + e.Code)}\">{e.Code} <span lang=\"zh\">{e.Name}</span></a>{When(e.To is not null, () => Html($" <small>{v.Say("search.until", e.To)}</small>"))}{When(codes.Count <= Spent, () => Spending(v, archive, e.Code))}</li>\n"))]),
            Group(v, "search.terms", query.Wants("term") ? Terms(v, query.Words) : []),
        }.Concat(Found(v, archive, query)).Where(g => !g.IsEmpty).ToList();
        return new Page(v["search.title"] + " " + query.Words, Html($"<h1>{v.Say("search.result", query.Words)}</h1>{(groups.Count == 0 ? Html($"<p class=\"none\">{v["search.none"]}</p><p>{v["search.how"]}</p>") : Join(groups))}{When(IsSentence(query.Words), () => Html($"<p><a href=\"{v.To("/cite?q=" + Uri.EscapeDataString(query.Words))}\">{v["search.cite"]}</a></p>"))}<p class=\"soft\">{v["search.prefixes"]}</p>")) { Hidden = true };
    }

    // Words with a number in them may be a sentence of a newspaper.
    private static bool IsSentence(string words) => words.Length > 10 && words.Any(char.IsAsciiDigit) && words.Any(c => c > '\u4dff');

    private static Markup Group(Visit v, string word, List<Markup> items) => items.Count == 0 ? Empty : Html($"<section><h2>{v[word]} <small>{items.Count}</small></h2><ul class=\"plain hits\">{items}</ul></section>");

    // With its newest year and what is spent in it, as far as that is printed.
    private static Markup Department(Visit v, IArchive archive, Body body, int? year)
    {
        var document = archive.Documents(body).FirstOrDefault(d => year is null || d.Year == year);
        var spending = document is null ? null : archive.Headlines(document).FirstOrDefault(h => h.Item == "spending");
        return Html($"<li><a href=\"{(document is null ? v.To("/d/" + body.Code) : Parts.Address(v, document))}\" lang=\"zh\">{body.Name}</a>{When(spending is not null, () => Html($" <small>{document!.Year?.ToString(CultureInfo.InvariantCulture)} {v["item.spending"]} {Money.Link(v, document, spending!.Statement, spending.Fen)} {v["wan"]}</small>"))}</li>\n");
    }

    // Of a code who spends most on it, in the newest year that states it.
    private static Markup Spending(Visit v, IArchive archive, string code)
    {
        if (CodePage.Dimension(code) is not { } dimension || archive.CodeYears(dimension, code) is not [{ Year: var year }, ..] counts || archive.Code(dimension, code, year, 0, 1) is not [var first, ..])
        {
            return Empty;
        }

        return Html($"<br><small>{v.Say("codes.caption", year, counts.Where(c => c.Year == year).Sum(c => c.Documents), first.Document.Body?.Name ?? v["body.unknown"], Money.Text(first.Headline.Fen))}</small> {Money.Link(v, first.Document, first.Headline.Statement, first.Headline.Fen)} <small>{v["wan"]}</small>");
    }

    private static List<Markup> Terms(Visit v, string words) => [.. Glossary.All.Where(t => t.Chinese.Contains(words, StringComparison.OrdinalIgnoreCase) || t.English.Contains(words, StringComparison.OrdinalIgnoreCase))
        .Select(t => Html($"<li><a href=\"{v.To("/help#" + t.Key)}\">{t.Name(v.English)}</a> {t.Says(v.English)}</li>\n"))];

    private static IEnumerable<Markup> Found(Visit v, IArchive archive, SearchQuery query)
    {
        if (!query.Wants("project") && !query.Wants("text"))
        {
            yield break;
        }

        var words = query.Words;
        var found = archive.Search(words, query.Year is null && query.Group is null ? Texts : OfOneYear).Where(f => query.Year is null || f.Document.Year == query.Year).ToList();
        if (query.Wants("project"))
        {
            yield return Group(v, "search.projects", [.. found.Where(f => f.Text.Kind == "Project").DistinctBy(f => (f.Document.Id, f.Text.Said)).Take(Texts).Select(f => Html($"<li><a href=\"{Parts.Address(v, f.Document)}#projects\" lang=\"zh\">{Parts.Excerpt(f.Text.Said, words)}</a> <small>{Parts.Name(v, f.Document)}</small></li>\n"))]);
        }

        if (query.Wants("text"))
        {
            yield return Group(v, "search.texts", [.. found.Where(f => f.Text.Kind is not ("Project" or "Contents")).Take(Texts).Select(f => Html($"<li><a href=\"{Parts.Report(v, f.Document, "#o" + Order(f))}\">{Parts.Name(v, f.Document)}</a> <small>{(v.English ? f.Text.Place.English : f.Text.Place.Chinese)}</small><br><span lang=\"zh\">{Parts.Excerpt(f.Text.Said, words)}</span></li>\n"))]);
        }
    }

    private static string Order(FoundText f) => (f.Text.Place.Order ?? 0).ToString(CultureInfo.InvariantCulture);
}
