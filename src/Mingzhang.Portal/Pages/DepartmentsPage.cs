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
    private const int PageRows = 200;

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
        var shown = archive.Documents(year).Where(d => d.Body is not null && (kind.Length == 0 || string.Equals(d.Kind, kind, StringComparison.OrdinalIgnoreCase))).ToList();
        var page = Math.Max(1, int.TryParse(v.Ask("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : 1);
        var now = archive.Headlines(year, Shown).GroupBy(h => h.Document).ToDictionary(g => g.Key, g => g.ToDictionary(h => h.Item, StringComparer.Ordinal));
        var before = archive.Headlines(year - 1, Shown).ToLookup(h => h.Document);
        var last = archive.Documents(year - 1).Where(d => d.Body is not null).GroupBy(d => (d.Body!.Id, d.Kind, d.Scope)).ToDictionary(g => g.Key, g => g.First());
        var word = year.ToString(CultureInfo.InvariantCulture);
        var body = Html($"""
            <h1>{v.Say("depts.title", word)}</h1>
            {Parts.Years(v, years, year, y => "/depts?year=" + y.ToString(CultureInfo.InvariantCulture))}
            <nav class="tabs" aria-label="{v["kind"]}">{new[] { "", "budget", "final" }.Select(k => Html($"<a href=\"{v.To($"/depts?year={word}{(k.Length > 0 ? "&kind=" + k : "")}")}\"{(k == kind ? Html($" aria-current=\"page\"") : Empty)}>{v["kind." + (k.Length == 0 ? "all" : k)]}</a> "))}<a href="{v.To("/region")}">{v["region.title"]}</a></nav>
            {(shown.Count == 0 ? Parts.None(v, "depts.none") : Html($"""
                <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["department"]}</th><th scope="col">{v["kind"]}</th><th scope="col" class="n">{v["item.spending"]}</th><th scope="col" class="n">{v["before"]}</th><th scope="col" class="n">{v["change"]}</th><th scope="col" class="n">{v["item.sangong"]}</th><th scope="col">{v["published"]}</th><th scope="col">{v["checks"]}</th></tr></thead><tbody>
                {shown.Skip((page - 1) * PageRows).Take(PageRows).Select(d => Row(v, d, now.GetValueOrDefault(d.Id), d.Body is { } b && last.TryGetValue((b.Id, d.Kind, d.Scope), out var l) ? before[l.Id] : [], d.Body is { } own && last.TryGetValue((own.Id, d.Kind, d.Scope), out var former) ? former : null))}</tbody></table></div>
                {Pager(v, word, kind, page, (shown.Count + PageRows - 1) / PageRows)}
                """))}
            """);
        return new Page(v.Say("depts.title", word), body) { Entry = "/depts" };
    }

    private static Markup Row(Visit v, ArchivedDocument d, Dictionary<string, Headline>? now, IEnumerable<Headline> before, ArchivedDocument? former)
    {
        var total = now?.GetValueOrDefault("spending") ?? now?.GetValueOrDefault("income") ?? now?.GetValueOrDefault("fiscal") ?? now?.GetValueOrDefault("general");
        var last = before.FirstOrDefault(h => h.Item == total?.Item);
        var sangong = now?.GetValueOrDefault("sangong");
        return Html($"""
            <tr><th scope="row"><a href="{Parts.Address(v, d)}">{d.Body?.Name ?? v["body.unknown"]}</a>{When(d.Scope == nameof(Budget.DocumentScope.Unit), () => Html($" <small>{v["unit.tag"]}</small>"))}</th><td>{Parts.Kind(v, d)}</td><td class="n">{(total is null ? Money.Blank(v, "blank.unstated") : Money.Link(v, d, total.Statement, total.Fen))}{When(total is { Item: not "spending" }, () => Html($" <small>{v["item." + total!.Item]}</small>"))}</td><td class="n">{(last is null || former is null ? Money.Blank(v, "blank.nodocument") : Money.Link(v, former, last.Statement, last.Fen))}</td><td class="n">{Money.Change(v, total?.Fen, last?.Fen)}</td><td class="n">{(sangong is null ? Money.Blank(v, "blank.unstated") : Money.Link(v, d, sangong.Statement, sangong.Fen))}</td><td>{d.Published ?? v["unknown"]}</td><td>{(d.Errors > 0 ? Html($"<a class=\"bad\" href=\"{Parts.Report(v, d)}#findings\">{v.Say("errors", d.Errors)}</a>") : Html($"<span class=\"good\">{v["clean"]}</span>"))}</td></tr>

            """);
    }

    private static Markup Pager(Visit v, string year, string kind, int page, int pages) => When(pages > 1, () => Html($"""
        <nav class="years" aria-label="{v["pages"]}">{Enumerable.Range(1, Math.Min(pages, 100)).Select(p => Html($"<a href=\"{v.To($"/depts?year={year}&kind={kind}&page={p.ToString(CultureInfo.InvariantCulture)}")}\"{(p == page ? Html($" aria-current=\"page\"") : Empty)}>{p}</a> "))}</nav>
        """));
}
