using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>同一数字的链：through the year and into the next, and from the units to the department and its region; each break with its amount and its document.</summary>
internal static class ChainPage
{
    private static readonly string[] Items = ["spending", "fiscal", "general", "basic", "project", "sangong", "reception", "operating"];

    public static Page? Of(Visit v, IArchive archive, string code, string year)
    {
        var item = v.Ask("item") is { Length: > 0 } asked ? asked : Items[0];
        if (archive.Body(code) is not { } body || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) || !Items.Contains(item))
        {
            return null;
        }

        var documents = archive.Documents(body);
        if (documents.FirstOrDefault(d => d.Year == y) is not { } document)
        {
            return null;
        }

        var links = NumberChain.Of(v, archive, body, document.Scope, y, item);
        var html = Html($"""
            <p class="lead"><a href="{Parts.Address(v, document)}">{Parts.Name(v, document)}</a></p>
            <h1>{v["chain.title"]} <small>{v["item." + item]} · {y}</small></h1><p class="lead">{v["chain.about"]}</p>
            {Parts.Years(v, documents.Select(d => d.Year).OfType<int>().Distinct().Order(), y, o => Address(code, o, item))}
            <nav class="tabs" aria-label="{v["item"]}">{Items.Select(i => Html($"<a href=\"{v.To(Address(code, y, i))}\"{(i == item ? Html($" aria-current=\"page\"") : Empty)}>{v["item." + i]}</a> "))}</nav>
            <section><h2>{v["chain.years"]}</h2>{Table(v, links)}</section>
            <section><h2>{v["chain.levels"]}</h2>{Levels(v, archive, document, item)}</section>
            """);
        return new Page(v["chain.title"] + " " + body.Name + " " + year, html) { Entry = "/depts" };
    }

    /// <summary>链的地址。</summary>
    public static string Address(string code, int year, string item) => $"/chain/{code}/{year.ToString(CultureInfo.InvariantCulture)}?item={item}";

    private static Markup Table(Visit v, IReadOnlyList<NumberLink> links)
    {
        var broken = links.Count(l => Broken(links, l) is not null and not 0);
        return Html($"""
            <p class="{(broken == 0 ? "good" : "bad")}">{(broken == 0 ? v["chain.whole"] : v.Say("chain.broken", broken))}</p>
            <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["chain.link"]}</th><th scope="col" class="n">{v["amount"]}</th><th scope="col">{v["chain.difference"]}</th><th scope="col">{v["source"]}</th></tr></thead><tbody>
            {links.Select((l, i) => Html($"<tr><th scope=\"row\">{v[l.Word]}</th><td class=\"n\">{(l.Found is null ? Money.Blank(v, l.Document is null ? "blank.nofile" : "blank.unstated") : l.Derived is { } derived ? Money.Link(v, l.Document!, l.Found.Statement.Id, derived) : Money.Link(v, l.Found))}</td><td>{Difference(v, links, i)}{When(l.Derived is not null, () => Html($" <small>{v["chain.derived"]}</small>"))}</td><td>{(l.Document is null ? Html($"<small>{v["blank.nofile"]}</small>") : Html($"<a href=\"{Parts.Report(v, l.Document)}\">{Parts.Name(v, l.Document)}</a>"))}</td></tr>\n"))}</tbody></table></div>
            """);
    }

    private static long? Broken(IReadOnlyList<NumberLink> links, NumberLink link) => link.SameAs is { } same && link.Fen is { } here && links[same].Fen is { } there ? Math.Abs(here - there) <= link.Slack + links[same].Slack ? 0 : here - there : null;

    private static Markup Difference(Visit v, IReadOnlyList<NumberLink> links, int at)
    {
        if (links[at].SameAs is { } same)
        {
            return Broken(links, links[at]) is not { } by ? Empty
                : by == 0 ? Html($"<span class=\"good\">{v.Say("chain.same", v[links[same].Word])}</span>") : Html($"<span class=\"bad\">{v.Say("chain.differs", v[links[same].Word], Money.Signed(by))}</span>");
        }

        var before = links.Take(at).LastOrDefault(l => l.Fen is not null && (l.SameAs is not { } first || links[first].Fen is null));
        return before?.Fen is { } from && links[at].Fen is { } to ? Html($"{(from == to ? v["change.flat"] : v.Say(to > from ? "chain.more" : "chain.less", v[before.Word], Money.Text(Math.Abs(to - from))))}") : Empty;
    }

    private static Markup Levels(Visit v, IArchive archive, ArchivedDocument document, string item)
    {
        var department = document.Scope == nameof(DocumentScope.Unit) ? UnitPage.Department(archive, document) : document;
        if (department is null)
        {
            return Parts.None(v, "unit.nodepartment");
        }

        var units = UnitPage.Units(archive, department).Select(d => new Level(d, archive.Headlines(d).FirstOrDefault(h => h.Item == item))).ToList();
        var own = archive.Headlines(department).FirstOrDefault(h => h.Item == item);
        var stated = units.Where(u => u.Found is not null).ToList();
        var sum = stated.Sum(u => u.Found!.Fen);
        return Html($"""
            <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["chain.level"]}</th><th scope="col" class="n">{v["item." + item]}</th><th scope="col">{v["chain.difference"]}</th></tr></thead><tbody>
            {units.Select(u => Html($"<tr class=\"sub\"><th scope=\"row\"><a href=\"{Parts.Address(v, u.Document)}\">{UnitPage.Name(v, u.Document, department)}</a></th><td class=\"n\">{Cell(v, u)}</td><td></td></tr>\n"))}
            {When(units.Count > 0, () => Html($"<tr><th scope=\"row\">{v.Say("chain.units", stated.Count, units.Count)}</th><td class=\"n\">{Money.Text(sum)}</td><td></td></tr>\n"))}
            <tr class="total"><th scope="row"><a href="{Parts.Address(v, department)}">{department.Body!.Name}</a></th><td class="n">{Cell(v, new Level(department, own))}</td><td>{(units.Count == 0 ? Html($"{v["chain.nounits"]}") : own is null ? Empty : Math.Abs(own.Fen - sum) <= Slack(archive, stated, new Level(department, own)) ? Html($"<span class=\"good\">{v["chain.unitssame"]}</span>") : Html($"<span>{v.Say("chain.unitsdiffer", Money.Signed(own.Fen - sum))}</span>"))}</td></tr>
            {(department.Region.Length > 0 && archive.Region(Filing.CodeOf(department.Region)) is { } region ? Region(v, archive, region, department, item) : Empty)}</tbody></table></div>
            """);
    }

    private static decimal Slack(IArchive archive, IEnumerable<Level> units, Level whole) => units.Append(whole).Sum(l => archive.Statement(l.Document, l.Found!.Statement) is { } found ? NumberLink.Precision(found) : 0);

    private static Markup Region(Visit v, IArchive archive, Region region, ArchivedDocument department, string item)
    {
        var sums = RegionSums.Of(archive, region, department.Year ?? 0, department.Kind, [item]);
        return Html($"<tr><th scope=\"row\"><a href=\"{v.To(RegionPage.Address(region.Code, department.Year ?? 0, department.Kind))}\">{region.Name}</a></th><td class=\"n\">{Money.Text(sums.Total(item))}</td><td>{v.Say("region.stated", sums.Stated(item), sums.Documents.Count)}</td></tr>\n");
    }

    private static Markup Cell(Visit v, Level level) => level.Found is { } h ? Money.Link(v, level.Document, h.Statement, h.Fen) : Money.Blank(v, "blank.unstated");

    private sealed record Level(ArchivedDocument Document, Headline? Found);
}
