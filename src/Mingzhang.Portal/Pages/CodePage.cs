using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Forms.Codes;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Text;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>科目页：what the code means, its names over the years, and which departments spend on it.</summary>
internal static class CodePage
{
    private const int PageRows = 60, Looked = 300, MostSaid = 8;

    public static Page? Of(Visit v, IArchive archive, string code)
    {
        if (code.Length is not (3 or 5 or 7) || !code.All(char.IsAsciiDigit) || Dimension(code) is not { } dimension)
        {
            return null;
        }

        var catalogue = v.Library.Catalogues[Bridges.CatalogueOf(dimension)!];
        var names = catalogue.Names(code);
        var sums = archive.CodeYears(dimension, code);
        var years = sums.Select(s => s.Year).Distinct().ToList();
        if (names.Count == 0 && years.Count == 0)
        {
            return null;
        }

        var year = v.Year ?? (years is [var newest, ..] ? newest : 0);
        var name = names.FirstOrDefault(n => n.To is null)?.Name ?? (names is [.., var last] ? last.Name : null) ?? code;
        var ofYear = archive.Code(dimension, code, year, (Parts.Page(v) - 1) * PageRows, PageRows + 1);
        var html = Html($"""
            <p class="lead">{Above(v, catalogue, code)}</p>
            <h1><code>{code}</code> <span lang="zh">{name}</span></h1>
            <p>{v["codes.kind." + dimension]}</p>
            {When(names.Count > 1, () => Html($"<p class=\"notice\">{v["codes.names"]} {names.OrderBy(n => n.From ?? 0).Select(n => Html($"<span lang=\"zh\">{n.Name}</span> <small>{Span(v, n)}</small> "))}</p>"))}
            {When(years.Count > 0, () => Parts.Years(v, years, year, y => $"/c/{code}?year={y.ToString(CultureInfo.InvariantCulture)}"))}
            {(ofYear.Count == 0 ? Parts.None(v, "codes.none") : Chart(v, code, name, year, [.. ofYear.Take(PageRows)], sums.Where(s => s.Year == year).Sum(s => s.Documents)))}
            {Parts.Pager(v, ofYear.Count > PageRows)}
            {ByYear(v, code, name, sums)}
            {Said(v, archive, name, year)}
            {Below(v, catalogue, code)}
            """);
        return new Page(code + " " + name, html) { Entry = "/c" };
    }

    /// <summary>编码所在的维度：by its first digit.</summary>
    public static string? Dimension(string code) => code[0] switch { '2' => "function", '3' => "economic", '5' => "government-economic", _ => null };

    private static Markup Chart(Visit v, string code, string name, int year, IReadOnlyList<RankedHeadline> spent, int all)
    {
        var frame = new ChartFrame("code-chart", code + " " + name, Html($"{v.Say("codes.caption", year, all, spent[0].Document.Body?.Name ?? v["body.unknown"], Money.Text(spent[0].Headline.Fen))}"), v["table"], [v["department"], v["amount.wan"], v["kind"]]);
        return BarChart.Draw(frame, [.. spent.Select(s => new Bar(s.Document.Body?.Name ?? v["body.unknown"], s.Headline.Fen, Money.Text(s.Headline.Fen), Parts.Kind(v, s.Document), Parts.Address(v, s.Document), Money.Link(v, s.Document, s.Headline.Statement, s.Headline.Fen)))]);
    }

    // A sum of ours, and named as such: what the departments that are here print, each once.
    private static Markup ByYear(Visit v, string code, string name, IReadOnlyList<CodeYear> sums)
    {
        var known = sums.Where(s => s.Departments > 0 && s.Kind is nameof(DocumentKind.Budget) or nameof(DocumentKind.Final)).ToList();
        var years = known.Select(s => s.Year).Distinct().Order().ToList();
        if (years.Count < 2)
        {
            return Empty;
        }

        var all = Enumerable.Range(years[0], years[^1] - years[0] + 1).ToList();
        var series = known.Select(s => s.Kind).Distinct().Order(StringComparer.Ordinal).Select(k => new LineSeries(v[k == nameof(DocumentKind.Budget) ? "kind.budget" : "kind.final"], [.. all.Select(y => Point(v, code, y, known.Find(s => s.Year == y && s.Kind == k)))])).ToList();
        var frame = new ChartFrame("code-years", v.Say("codes.years", code + " " + name), Html($"{v.Say("codes.years.about", years[0], years[^1])}"), v["table"], [v["year"], v["amount.wan"], v["course.note"]]);
        return LineChart.Draw(frame, series, fen => Money.Text((long)fen));
    }

    private static LinePoint Point(Visit v, string code, int year, CodeYear? sum) => sum is null ? new LinePoint(year, null, v["course.nodocument"], null, Money.Blank(v, "course.nodocument"))
        : new LinePoint(year, sum.Fen, Money.Text(sum.Fen), v.To($"/c/{code}?year={year.ToString(CultureInfo.InvariantCulture)}"), Html($"{Money.Text(sum.Fen)} <small>{v.Say("codes.years.of", sum.Departments)}</small>"));

    // What it is for, in the departments' own sentences.
    private static Markup Said(Visit v, IArchive archive, string name, int year)
    {
        var found = name.Length < 3 ? [] : archive.Search(name, Looked, year).Where(f => f.Text.Kind is not ("Contents" or "Project") && f.Text.Said.Contains(Words.Standard.Say(false, "codes.usedfor"), StringComparison.Ordinal)).Take(MostSaid).ToList();
        return When(found.Count > 0, () => Html($"<section><h2>{v["codes.said"]}</h2><ul class=\"plain\">{found.Select(f => Html($"<li><a href=\"{Parts.Report(v, f.Document, "#o" + (f.Text.Place.Order ?? 0).ToString(CultureInfo.InvariantCulture))}\">{Parts.Name(v, f.Document)}</a><br><span lang=\"zh\">{Parts.Excerpt(f.Text.Said, name)}</span></li>\n"))}</ul></section>"));
    }

    private static Markup Above(Visit v, Catalogue catalogue, string code) => Join(Enumerable.Range(0, (code.Length - 3) / 2).Select(i => code[..(3 + (2 * i))]).Select(c => Html($"<a href=\"{v.To("/c/" + c)}\" lang=\"zh\">{c} {(catalogue.Names(c) is [var first, ..] ? first.Name : "")}</a> › ")));

    private static Markup Below(Visit v, Catalogue catalogue, string code)
    {
        var below = catalogue.Entries.Where(e => e.To is null && e.Code.Length == code.Length + 2 && e.Code.StartsWith(code, StringComparison.Ordinal)).OrderBy(e => e.Code, StringComparer.Ordinal).ToList();
        return When(below.Count > 0, () => Html($"<section><h2>{v["codes.below"]}</h2><ul class=\"plain\" lang=\"zh\">{below.Select(e => Html($"<li><a href=\"{v.To("/c/" + e.Code)}\">{e.Code} {e.Name}</a></li>\n"))}</ul></section>"));
    }

    private static string Span(Visit v, CodeEntry entry) => v.Say("codes.span", entry.From?.ToString(CultureInfo.InvariantCulture) ?? "", entry.To?.ToString(CultureInfo.InvariantCulture) ?? "");
}
