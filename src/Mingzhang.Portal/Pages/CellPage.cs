using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Asking;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages.Reading;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>格页：one figure with everything that is known of it: what it measures, where it stands, which equations hold it, who quotes it, other years.</summary>
internal static class CellPage
{
    private const int MostChecks = 40;

    public static Page? Of(Visit v, IArchive archive, string id)
    {
        var cut = id.IndexOf('.', StringComparison.Ordinal);
        if (cut < 0 || archive.Document(id[..cut]) is not { } document || archive.Statement(document, id[(cut + 1)..]) is not { } found)
        {
            return null;
        }

        var statement = found.Statement;
        var point = statement.Point;
        var name = PointName.Of(v.Library, point, v.English);
        var html = Html($"""
            <p class="lead"><a href="{Parts.Address(v, document)}">{Parts.Name(v, document)}</a></p>
            <h1 class="value">{Value(v, found)}</h1>
            <p class="measures">{name}</p>
            {ReadingPage.Superseded(v, archive, document)}
            <table class="list facts"><tbody>{Facts(v, found).Select(f => Html($"<tr><th scope=\"row\">{f.Name}</th><td>{f.Value}</td></tr>\n"))}</tbody></table>
            <section><h2>{v["cell.place"]}</h2>{Original(v, archive, document, statement)}</section>
            <section><h2>{v["cell.checks"]}</h2>{Checks(v, archive, document, statement)}</section>
            <section><h2>{v["cell.same"]}</h2>{Same(v, archive, document, statement)}</section>
            {When(document.Body is not null && statement is AmountStatement, () => Html($"<section><h2>{v["cell.years"]}</h2>{Years(v, archive, document.Body!, point)}</section>"))}
            {QuestionSection.Of(v, archive, document, statement)}
            <section><h2>{v["cell.cite"]}</h2><p class="cite">{v.Say("cite", document.Body?.Name ?? v["body.unknown"], document.Title, v.English ? statement.Place.English : statement.Place.Chinese, statement.Raw)} <code>/cell/{document.Key}.{statement.Id}</code></p></section>
            """);
        return new Page(name, html) { Foot = Parts.Foot(v, document) };
    }

    private static Markup Value(Visit v, ArchivedStatement found) => found.Statement switch
    {
        AmountStatement { Blank: true } => Html($"— <small>{v["blank.cell"]}</small>"),
        AmountStatement { Amount: { } a } => Html($"{a.Print(a.Yuan, a.Digits)} <small>{Unit(v, a.Unit)}</small>"),
        ChangeStatement { Amount: { } a } c => Html($"{(c.Direction == Direction.Decrease ? "−" : "+")}{a.Print(a.Yuan, a.Digits)} <small>{Unit(v, a.Unit)}</small>"),
        NilStatement => Html($"{v["nil"]}"),
        CountStatement n => Html($"{n.Number.ToString("#,##0.####", CultureInfo.InvariantCulture)} <small lang=\"zh\">{n.Unit}</small>"),
        var s => Html($"{s.Raw}"),
    };

    private static string Unit(Visit v, MoneyUnit unit) => v["money." + unit.Factor.ToString(CultureInfo.InvariantCulture)];

    private static IEnumerable<Fact> Facts(Visit v, ArchivedStatement found)
    {
        var s = found.Statement;
        yield return new Fact(v["cell.kind"], Html($"{v["statement." + s.Kind]}"));
        yield return new Fact(v["cell.printed"], Html($"<span lang=\"zh\">{s.Raw}</span>"));
        foreach (var member in s.Point.Members.Where(m => m.Dimension.Key is not "entity"))
        {
            var dimension = v.English ? member.Dimension.English : member.Dimension.Chinese;
            var name = PointName.Name(v.Library, member, PointText.Year(s.Point) ?? 0, v.English);
            yield return new Fact(dimension, Bridges.CatalogueOf(member.Dimension.Key) is null ? Html($"{name}") : Html($"<a href=\"{v.To("/c/" + member.Key)}\">{name}</a>"));
        }

        if (StatementText.Printed(s) is { } amount)
        {
            yield return new Fact(v["cell.precision"], Html($"{v.Say("cell.halfunit", amount.Interval.Low.ToString("#,##0.######", CultureInfo.InvariantCulture), amount.Interval.High.ToString("#,##0.######", CultureInfo.InvariantCulture))}"));
        }

        if (s is ChangeStatement change)
        {
            yield return new Fact(v["cell.base"], Html($"{change.Base.Year} {(v.English ? change.Base.Phase.English : change.Base.Phase.Chinese)}{When(change.Base.Assumed, () => Html($" <small>{v["cell.assumed"]}</small>"))}"));
            if (change.Reason is not null)
            {
                yield return new Fact(v["reason"], Html($"<q lang=\"zh\">{change.Reason}</q>"));
            }
        }

        if (s is CountStatement count)
        {
            yield return new Fact(v["cell.counted"], Html($"<span lang=\"zh\">{count.What}</span>"));
        }

        if (s is AmountStatement { Use: { } use })
        {
            yield return new Fact(v["cell.use"], Html($"<span lang=\"zh\">{use}</span>"));
        }

        yield return new Fact(v["cell.where"], Html($"<span lang=\"{(v.English ? "en" : "zh")}\">{(v.English ? s.Place.English : s.Place.Chinese)}</span>"));
    }

    private static Markup Original(Visit v, IArchive archive, ArchivedDocument document, Statement statement)
    {
        var place = statement.Place;
        var drawn = place.Page is { } page && document.Pages > 0 ? SheetDrawing.Of(v, archive, document, page, place) : Empty;
        return Html($"""
            {Excerpt.Of(v, archive, document, statement)}
            {drawn}
            <p><a href="{Parts.Report(v, document, "#text")}">{v["cell.read"]}</a> · <a href="{Parts.Plain(document, "/original")}">{v["foot.original"]}</a></p>
            """);
    }

    private static Markup Checks(Visit v, IArchive archive, ArchivedDocument document, Statement statement)
    {
        var checks = archive.Checks(document, statement.Id);
        return checks.Count == 0 ? Parts.None(v, "cell.nochecks") : Html($"""
            <p>{v.Say("cell.checkcount", checks.Count(c => c.Outcome is Outcome.Held or Outcome.HeldWithinRounding or Outcome.HeldByTruncation), checks.Count(c => c.Outcome == Outcome.Broken), checks.Count(c => c.Outcome == Outcome.NotChecked))}</p>
            <ul class="checks">{checks.OrderByDescending(c => c.Outcome == Outcome.Broken).Take(MostChecks).Select(c => Check(v, archive, document, statement, c))}</ul>{When(checks.Count > MostChecks, () => Html($"<p class=\"soft\">{v.Say("more", checks.Count - MostChecks)}</p>"))}
            """);
    }

    private static Markup Check(Visit v, IArchive archive, ArchivedDocument document, Statement own, ArchivedCheck check)
    {
        const int Most = 12;
        var title = Site.Rules.TryGetValue(check.Rule, out var rule) ? v.Say(rule.Title) : check.Rule;
        var figures = check.Figures.Take(Most).Select(f => archive.Statement(document, f)).OfType<ArchivedStatement>()
            .Select(f => f.Statement.Id == own.Id ? Html($"<b>{Said(v, f.Statement)}</b>") : Html($"<a class=\"fig\" href=\"{Money.Address(v, document, f.Statement.Id)}\" title=\"{PointName.Of(v.Library, f.Statement.Point, v.English)}\">{Said(v, f.Statement)}</a>"));
        var compared = check.Compared is { } c && check.Outcome == Outcome.Broken ? Html($" <span>{v.Say("cell.compared", c.Expected.ToString("#,##0.##", CultureInfo.InvariantCulture), c.Found.ToString("#,##0.##", CultureInfo.InvariantCulture))}</span>") : Empty;
        return Html($"<li class=\"{(check.Outcome == Outcome.Broken ? "bad" : "")}\">{title} <code>{check.Rule}</code> <span class=\"tag\">{v["outcome." + check.Outcome]}</span>{compared}<br>{Join(figures.Select((f, i) => i == 0 ? f : Html($" · {f}")))}{When(check.Figures.Count > Most, () => Html($" …"))}{When(check.Why is not null && check.Outcome == Outcome.NotChecked, () => Html($" <small>{v.Say(check.Why!)}</small>"))}</li>\n");
    }

    private static string Said(Visit v, Statement statement) => statement.Raw.Length == 0 ? v["cell.empty"] : statement.Raw;

    private static Markup Same(Visit v, IArchive archive, ArchivedDocument document, Statement statement)
    {
        var same = archive.Same(document, statement.Point).Where(s => s.Statement.Id != statement.Id).ToList();
        return same.Count == 0 ? Parts.None(v, "cell.nosame")
            : Html($"<ul class=\"plain\">{same.Take(MostChecks).Select(s => Html($"<li><a class=\"fig\" href=\"{Money.Address(v, document, s.Statement.Id)}\">{Said(v, s.Statement)}</a> <small>{v["statement." + s.Statement.Kind]} · {(v.English ? s.Statement.Place.English : s.Statement.Place.Chinese)}</small></li>\n"))}</ul>");
    }

    private static Markup Years(Visit v, IArchive archive, Body body, Point point)
    {
        var series = archive.Series(body, point, v.Site.Bridges);
        return series.Count == 0 ? Parts.None(v, "cell.noyears") : Html($"""
            <table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["year"]}</th><th scope="col">{v["phase"]}</th><th scope="col" class="n">{v["amount"]}</th><th scope="col">{v["source"]}</th></tr></thead><tbody>
            {series.Select(p => Html($"<tr><th scope=\"row\">{p.Year}</th><td>{Phase(v, p.Phase)}</td><td class=\"n\">{Money.Link(v, p.Statement)}</td><td>{Parts.Name(v, p.Statement.Document)}{When(p.Bridge is not null, () => Html($" <small>{v.Say("cell.bridge", p.Bridge)}</small>"))}</td></tr>\n"))}</tbody></table>
            """);
    }

    private static string Phase(Visit v, string phase) => v.Library.Space.Member("phase", phase) is { } member ? v.English ? member.English : member.Chinese : phase;

    private sealed record Fact(string Name, Markup Value);
}
