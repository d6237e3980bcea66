using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>部门列表：one row a document of a year, with last year's, 三公, and how its checks stand.</summary>
internal static class DepartmentsPage
{
    private const int PageRows = 100;

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal) { ["budget"] = nameof(Budget.DocumentKind.Budget), ["final"] = nameof(Budget.DocumentKind.Final) };

    private static readonly string[] Shown = ["spending", "income", "fiscal", "general", "sangong"];

    public static Page? Of(Visit v, IArchive archive)
    {
        var years = archive.Years().Select(y => y.Year).Distinct().ToList();
        var year = v.Year ?? years.FirstOrDefault();
        if (v.Ask("year").Length > 0 && v.Year is null)
        {
            return ErrorPage.Of(v, 400);
        }

        var kind = v.Ask("kind");
        var found = archive.Documents(new YearDocuments(year, Kinds.GetValueOrDefault(kind, ""), Units: true), (Parts.Page(v) - 1) * PageRows, PageRows + 1);
        var shown = found.Take(PageRows).ToList();
        var last = archive.OfBodies(shown, year - 1);
        var former = shown.ToDictionary(d => d.Id, d => last[d.Body!.Id].FirstOrDefault(l => l.Kind == d.Kind && l.Scope == d.Scope));
        var figures = archive.Headlines([.. shown, .. former.Values.OfType<ArchivedDocument>()], Shown).GroupBy(h => h.Document).ToDictionary(g => g.Key, g => g.ToDictionary(h => h.Item, StringComparer.Ordinal));
        var word = year.ToString(CultureInfo.InvariantCulture);
        var body = Html($"""
            <h1>{v.Say("depts.title", word)}</h1>
            {Parts.Years(v, years, year, y => "/depts?year=" + y.ToString(CultureInfo.InvariantCulture))}
            <nav class="tabs" aria-label="{v["kind"]}">{new[] { "", "budget", "final" }.Select(k => Html($"<a href=\"{v.To($"/depts?year={word}{(k.Length > 0 ? "&kind=" + k : "")}")}\"{(k == kind ? Html($" aria-current=\"page\"") : Empty)}>{v["kind." + (k.Length == 0 ? "all" : k)]}</a> "))}<a href="{v.To("/region")}">{v["region.title"]}</a></nav>
            {(shown.Count == 0 ? Parts.None(v, "depts.none") : Html($"""
                <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["department"]}</th><th scope="col">{v["kind"]}</th><th scope="col" class="n">{v["item.spending"]}</th><th scope="col" class="n">{v["before"]}</th><th scope="col" class="n">{v["change"]}</th><th scope="col" class="n">{v["item.sangong"]}</th><th scope="col">{v["published"]}</th><th scope="col">{v["checks"]}</th></tr></thead><tbody>
                {shown.Select(d => Row(v, d, figures.GetValueOrDefault(d.Id), former[d.Id], former[d.Id] is { } f ? figures.GetValueOrDefault(f.Id) : null))}</tbody></table></div>
                {Parts.Pager(v, found.Count > PageRows)}
                """))}
            """);
        return new Page(v.Say("depts.title", word), body) { Entry = "/depts" };
    }

    private static Markup Row(Visit v, ArchivedDocument d, Dictionary<string, Headline>? now, ArchivedDocument? former, Dictionary<string, Headline>? before)
    {
        var total = now?.GetValueOrDefault("spending") ?? now?.GetValueOrDefault("income") ?? now?.GetValueOrDefault("fiscal") ?? now?.GetValueOrDefault("general");
        var last = total is null ? null : before?.GetValueOrDefault(total.Item);
        var sangong = now?.GetValueOrDefault("sangong");
        return Html($"""
            <tr><th scope="row"><a href="{Parts.Address(v, d)}">{d.Body?.Name ?? v["body.unknown"]}</a>{When(d.Scope == nameof(Budget.DocumentScope.Unit), () => Html($" <small>{v["unit.tag"]}</small>"))}</th><td>{Parts.Kind(v, d)}</td><td class="n">{(total is null ? Money.Blank(v, "blank.unstated") : Money.Link(v, d, total.Statement, total.Fen))}{When(total is { Item: not "spending" }, () => Html($" <small>{v["item." + total!.Item]}</small>"))}</td><td class="n">{(last is null || former is null ? Money.Blank(v, "blank.nodocument") : Money.Link(v, former, last.Statement, last.Fen))}</td><td class="n">{Money.Change(v, total?.Fen, last?.Fen)}</td><td class="n">{(sangong is null ? Money.Blank(v, "blank.unstated") : Money.Link(v, d, sangong.Statement, sangong.Fen))}</td><td>{d.Published ?? v["unknown"]}</td><td>{(d.Errors > 0 ? Html($"<a class=\"bad\" href=\"{Parts.Report(v, d)}#findings\">{v.Say("errors", d.Errors)}</a>") : Html($"<span class=\"good\">{v["clean"]}</span>"))}</td></tr>

            """);
    }
}
