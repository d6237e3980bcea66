using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>区域汇总：the budget and the three public expenses of a region over its departments, never without saying of how many.</summary>
internal static class RegionPage
{
    private const int MostNamed = 12;

    private static readonly string[] Budget = ["spending", "fiscal", "general", "basic", "project", "operating", "procurement"];

    private static readonly string[] ThreePublic = ["sangong", "abroad", "vehicles", "purchase", "running", "reception"];

    /// <summary>各区域。</summary>
    public static Page All(Visit v, IArchive archive)
    {
        var regions = archive.Regions();
        return new Page(v["region.title"], Html($"""
            <h1>{v["region.title"]}</h1><p class="lead">{v["region.about"]}</p>
            {(regions.Count == 0 ? Parts.None(v, "region.none") : Html($"<ul class=\"plain\">{regions.Select(r => Html($"<li><a href=\"{v.To("/region/" + r.Code)}\">{r.Name}</a> <small>{v.Say("region.bodies", r.Bodies)}</small></li>\n"))}</ul>"))}
            """)) { Entry = "/depts" };
    }

    /// <summary>最新的一年。</summary>
    public static Page? Newest(Visit v, IArchive archive, string code) =>
        archive.Region(code) is { } region && archive.Years(region) is [var newest, ..] ? new Page("", Empty) { Redirect = v.To(Address(code, newest.Year, newest.Kind)) } : null;

    public static Page? Of(Visit v, IArchive archive, string code, string year)
    {
        if (archive.Region(code) is not { } region || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || archive.Years() is var all && all.All(a => a.Year != y))
        {
            return null;
        }

        var kind = v.Ask("kind") == "final" ? nameof(DocumentKind.Final) : nameof(DocumentKind.Budget);
        var now = RegionSums.Of(archive, region, y, kind, [.. Budget, .. ThreePublic]);
        var years = all.Select(a => a.Year).Distinct().Order();
        var html = Html($"""
            <h1>{v.Say("region.name", region.Name)} <small>{year}</small></h1>
            {Parts.Years(v, years, y, o => Address(code, o, kind))}
            <nav class="tabs" aria-label="{v["kind"]}">{new[] { nameof(DocumentKind.Budget), nameof(DocumentKind.Final) }.Select(k => Html($"<a href=\"{v.To(Address(code, y, k))}\"{(k == kind ? Html($" aria-current=\"page\"") : Empty)}>{v["kind." + k.ToLowerInvariant()]}</a> "))}</nav>
            {(now.Documents.Count == 0 ? Parts.None(v, "depts.none") : Body(v, archive, region, y, kind, now))}
            """);
        return new Page(v.Say("region.name", region.Name) + " " + year, html) { Entry = "/depts" };
    }

    /// <summary>区域汇总的地址。</summary>
    public static string Address(string code, int year, string kind) => $"/region/{code}/{year.ToString(CultureInfo.InvariantCulture)}{(kind == nameof(DocumentKind.Final) ? "?kind=final" : "")}";

    private static Markup Body(Visit v, IArchive archive, Region region, int year, string kind, RegionSums now)
    {
        var last = RegionSums.Of(archive, region, year - 1, kind, [.. Budget, .. ThreePublic]);
        return Html($"""
            <p class="lead">{v.Say("region.lead", now.Documents.Count)} {v["region.rule"]}</p>
            <section><h2>{v["region.budget"]}</h2>{Table(v, now, last, year, Budget)}{Map(v, now)}</section>
            <section><h2>{v["region.sangong"]}</h2>{Table(v, now, last, year, ThreePublic)}</section>
            <section><h2>{v["region.departments"]}</h2><div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["department"]}</th><th scope="col" class="n">{v["item.spending"]}</th><th scope="col" class="n">{v["item.sangong"]}</th><th scope="col">{v["chain.title"]}</th></tr></thead><tbody>
            {now.Documents.OrderByDescending(d => now.Found(d, "spending")?.Fen ?? -1).Select(d => Html($"<tr><th scope=\"row\"><a href=\"{Parts.Address(v, d)}\">{d.Body!.Name}</a></th><td class=\"n\">{Cell(v, d, now.Found(d, "spending"))}</td><td class=\"n\">{Cell(v, d, now.Found(d, "sangong"))}</td><td><a href=\"{v.To(ChainPage.Address(d.Body.Code, year, "spending"))}\">{v["chain.see"]}</a></td></tr>\n"))}</tbody></table></div></section>
            """);
    }

    // Two years may be compared only over the departments that state it in both.
    private static Markup Table(Visit v, RegionSums now, RegionSums last, int year, string[] items) => Html($"""
        <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["item"]}</th><th scope="col" class="n">{v.Say("why.year", year)}</th><th scope="col">{v["region.howmany"]}</th><th scope="col" class="n">{v.Say("why.year", year - 1)}</th><th scope="col">{v["region.howmany"]}</th>{When(Lacking(now, items), () => Html($"<th scope=\"col\">{v["region.silent"]}</th>"))}</tr></thead><tbody>
        {items.Where(i => now.Stated(i) > 0).Select(i => Html($"<tr class=\"{(i is "spending" or "sangong" ? "total" : "")}\"><th scope=\"row\">{v["item." + i]}</th><td class=\"n\">{Money.Text(now.Total(i))}</td><td>{v.Say("region.stated", now.Stated(i), now.Documents.Count)}</td><td class=\"n\">{(last.Stated(i) == 0 ? Money.Blank(v, "blank.nofile") : Html($"{Money.Text(last.Total(i))}"))}</td><td>{(last.Documents.Count == 0 ? Empty : Html($"{v.Say("region.stated", last.Stated(i), last.Documents.Count)}"))}</td>{When(Lacking(now, items), () => Html($"<td>{Silent(v, now, i)}</td>"))}</tr>\n"))}</tbody></table></div>
        """);

    private static bool Lacking(RegionSums sums, string[] items) => items.Any(i => sums.Stated(i) is > 0 and var stated && stated < sums.Documents.Count);

    private static Markup Silent(Visit v, RegionSums sums, string item)
    {
        var silent = sums.Silent(item);
        return silent.Count == 0 ? Empty : Html($"<small>{Join(silent.Take(MostNamed).Select((d, i) => Html($"{(i == 0 ? "" : " · ")}<a href=\"{Parts.Address(v, d)}\">{d.Body!.Name}</a>")))}{When(silent.Count > MostNamed, () => Html($" {v.Say("more", silent.Count - MostNamed)}"))}</small>");
    }

    private static Markup Map(Visit v, RegionSums now)
    {
        var drawn = now.Documents.Where(d => now.Found(d, "spending") is { Fen: > 0 }).OrderByDescending(d => now.Found(d, "spending")!.Fen).ToList();
        if (drawn.Count < 3)
        {
            return Empty;
        }

        var caption = Html($"{v.Say("region.caption", drawn.Count, now.Documents.Count, Short(drawn[0]), Money.Text(now.Found(drawn[0], "spending")!.Fen))}");
        return Treemap.Draw(new ChartFrame("region-map", v["region.map"], caption, v["table"], [v["department"], v["spending.wan"]]),
            [.. drawn.Select(d => new Tile(Short(d), now.Found(d, "spending")!.Fen, Money.Text(now.Found(d, "spending")!.Fen), Parts.Address(v, d), Cell(v, d, now.Found(d, "spending"))))],
            (more, sum) => new Tile(v.Say("region.others", more), sum, Money.Text((long)sum), null, Empty));

        string Short(ArchivedDocument d) => d.Body!.Name is var name && RegionName.Of(name) is { } region && name.IndexOf(region, StringComparison.Ordinal) is >= 0 and var at && name.Length > at + region.Length ? name[(at + region.Length)..] : d.Body!.Name;
    }

    private static Markup Cell(Visit v, ArchivedDocument d, Headline? h) => h is null ? Money.Blank(v, "blank.unstated") : Money.Link(v, d, h.Statement, h.Fen);
}
