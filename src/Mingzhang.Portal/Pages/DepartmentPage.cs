using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages.Department;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>部门年度页：one body's year: how much, from where, on what, why it changed, with the department's own words beside.</summary>
internal static class DepartmentPage
{
    /// <summary>最新的一年。</summary>
    public static Page? Newest(Visit v, IArchive archive, string code) =>
        archive.Body(code) is { } body && archive.Documents(body) is [var newest, ..] ? new Page("", Empty) { Redirect = Parts.Address(v, newest) } : null;

    /// <summary>一年; units and headquarters may publish under the name of their department, so that the address says whose is asked for.</summary>
    public static Page? Of(Visit v, IArchive archive, string code, string year, bool unit = false)
    {
        if (archive.Body(code) is not { } body || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y))
        {
            return null;
        }

        var all = archive.Documents(body);
        var ofYear = all.Where(d => d.Year == y).OrderBy(d => (d.Scope == nameof(DocumentScope.Unit)) != unit).ThenByDescending(d => d.Statements).ToList();
        ofYear = ofYear.FindAll(d => (d.Scope == nameof(DocumentScope.Unit)) == (ofYear[0].Scope == nameof(DocumentScope.Unit)));
        var kind = v.Ask("kind") == "final" ? nameof(DocumentKind.Final) : nameof(DocumentKind.Budget);
        if ((ofYear.FirstOrDefault(d => d.Kind == kind) ?? ofYear.FirstOrDefault()) is not { } document)
        {
            return null;
        }

        var documents = all.Where(d => d.Scope == document.Scope).ToList();
        var book = new FigureBook(document, archive.Printed(document), v.Library.Space);
        var texts = archive.Texts(document);
        var renaming = Renaming.Of(v.Site, archive, body, texts);
        var former = documents.Concat(renaming.Former.SelectMany(b => archive.Documents(b))).FirstOrDefault(d => d.Year == y - 1 && d.Kind == document.Kind && d.Scope == document.Scope);
        var last = former is null ? null : new FigureBook(former, archive.Printed(former, amounts: true), v.Library.Space);
        var drivers = Drivers.Of(book, last);
        var byId = book.All.GroupBy(s => s.Statement.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Statement, StringComparer.Ordinal);
        var projects = archive.Projects(document, byId.GetValueOrDefault);
        Section[] sections =
        [
            new("income", IncomeSection.Of(v, book)), new("flow", FlowSection.Of(v, book)), new("spending", SpendingSection.Of(v, book)), new("why", WhySection.Of(v, book, drivers)),
            new("years", CourseSection.Of(v, archive, [body, .. renaming.Others], book, documents)), new("execution", ExecutionSection.Of(v, book, projects)), new("sangong", PublicExpenses.Of(v, book, last)), new("peers", PeerSection.Of(v, archive, document)),
            new("procurement", ProcurementSection.Of(v, book)), new("projects", ProjectSection.Of(v, book, projects, texts)), new("units", UnitSection.Of(v, archive, document, texts)), new("reports", ReportSection.Of(v, ofYear, archive)),
        ];
        var present = sections.Where(s => !s.Body.IsEmpty).ToList();
        var html = Html($"""
            <h1>{body.Name}</h1>{UnitPage.Above(v, archive, document)}{Names(v, renaming)}{SuccessionLines.Of(v, archive, body)}
            {Parts.Years(v, documents.Select(d => d.Year).OfType<int>().Distinct().Order(), y, o => $"/{(document.Scope == nameof(DocumentScope.Unit) ? "u" : "d")}/{body.Code}/{o.ToString(CultureInfo.InvariantCulture)}{(document.Kind == nameof(DocumentKind.Final) ? "?kind=final" : "")}")}
            <nav class="tabs" aria-label="{v["kind"]}">{ofYear.DistinctBy(d => d.Kind).OrderBy(d => d.Kind, StringComparer.Ordinal).Select(d => Html($"<a href=\"{Parts.Address(v, d)}\"{(d.Kind == document.Kind ? Html($" aria-current=\"page\"") : Empty)}>{v.Say("dept.tab", y.ToString(CultureInfo.InvariantCulture), Parts.Kind(v, d))}</a> "))}<a href="{v.To("/compare?a=" + ComparePage.Key(document))}">{v["nav.compare"]}</a> <a href="{v.To(ChainPage.Address(body.Code, y, "spending"))}">{v["chain.title"]}</a>{When(document.Region.Length > 0, () => Html($" <a href=\"{v.To(RegionPage.Address(Filing.CodeOf(document.Region), y, document.Kind))}\">{v["region.title"]}</a>"))}</nav>
            {Figures(v, archive, body, book, last)}
            {FirstReason.Of(v, book, drivers)}
            <p class="certline">{Parts.Certificate(v, document)}</p>
            <nav class="inpage" aria-label="{v["inpage"]}">{present.Select(s => Html($"<a href=\"#{s.Key}\">{v["section." + s.Key]}</a> "))}</nav>
            {present.Select(s => Html($"<section id=\"{s.Key}\"><h2>{v["section." + s.Key]}</h2>{s.Body}</section>\n"))}
            """);
        return new Page(v.Say("document.name", body.Name, year, Parts.Kind(v, document)), html) { Entry = "/depts", Foot = Parts.Foot(v, document) };
    }

    private static Markup Names(Visit v, Renaming renaming) => Html($"""
        {When(renaming.Former.Count > 0, () => Html($"<p class=\"soft\">{v["renamed.former"]} {renaming.Former.Select(b => Html($"<a href=\"{v.To("/d/" + b.Code)}\">{b.Name}</a> "))}</p>"))}{When(renaming.Later.Count > 0, () => Html($"<p class=\"soft\">{v["renamed.later"]} {renaming.Later.Select(b => Html($"<a href=\"{v.To("/d/" + b.Code)}\">{b.Name}</a> "))}</p>"))}
        """);

    // Four figures: each with its change and its course over the years that are here.
    private static Markup Figures(Visit v, IArchive archive, Body body, FigureBook book, FigureBook? last)
    {
        Four[] four =
        [
            new("spending", ["measure=expenditure", "measure=uses", "measure=income", "measure=resources"]), new("fiscal", ["measure=income fund=fiscal", "measure=expenditure fund=fiscal", "measure=income fund=general", "measure=expenditure fund=general"]),
            new("project", ["measure=expenditure nature=project", "measure=expenditure fund=fiscal nature=project", "measure=expenditure fund=general nature=project"]), new("sangong", ["measure=expenditure purpose=三公"]),
        ];
        return Html($"<dl class=\"four\">{four.Select(f => One(v, archive, body, book, last, f))}</dl><p class=\"unit\">{v["unit.wan"]}</p>");
    }

    private static Markup One(Visit v, IArchive archive, Body body, FigureBook book, FigureBook? last, Four four)
    {
        var at = Array.Find(four.Points, p => book.Amount(p) is not null);
        var now = at is null ? null : book.Amount(at);
        var before = at is null ? null : book.Before(at, last);
        var nil = now is null ? book.Nil(four.Points[0]) : null;
        var name = now is null ? v["item." + four.Item] : four.Item == "sangong" ? v["item.sangong"] : PointName.Short(v.Library, now.Statement.Point, v.English);
        var series = now is null ? [] : archive.Series(body, now.Statement.Point, v.Site.Bridges).Where(p => p.Phase == book.Phase).Select(p => new YearValue(p.Year, p.Statement.Fen ?? 0)).ToList();
        return Html($"""
            <div><dt>{name}</dt><dd class="big">{(nil is not null ? Html($"<a class=\"fig\" href=\"{Money.Address(v, nil.Document, nil.Statement.Id)}\">{v["nil"]}</a>") : Money.Link(v, now))}</dd><dd>{Money.Change(v, now?.Fen, before?.Fen)} {Sparkline.Draw(series, v.Say("spark", name, series.Count > 0 ? series[0].Year : 0, series.Count > 0 ? series[^1].Year : 0))}</dd></div>
            """);
    }

    private sealed record Four(string Item, string[] Points);

    private sealed record Section(string Key, Markup Body);
}
