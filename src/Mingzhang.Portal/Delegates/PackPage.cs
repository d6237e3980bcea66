using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Delegates;

/// <summary>代表一页纸：a department's year on one A4: its figures, what changed, and what may be asked.</summary>
internal static class PackPage
{
    private const int MostPrompts = 8;

    private static readonly string[] Items = ["spending", "fiscal", "basic", "project", "sangong", "operating", "procurement", "targeted"];

    public static Page? Of(Visit v, IArchive archive, string code, string year)
    {
        if (archive.Body(code) is not { } body || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y))
        {
            return null;
        }

        var documents = archive.Documents(body);
        var kind = v.Ask("kind") == "final" ? nameof(DocumentKind.Final) : nameof(DocumentKind.Budget);
        if ((documents.FirstOrDefault(d => d.Year == y && d.Kind == kind) ?? documents.FirstOrDefault(d => d.Year == y)) is not { } document)
        {
            return null;
        }

        var book = new FigureBook(document, archive.Printed(document), v.Library.Space);
        var former = documents.FirstOrDefault(d => d.Year == y - 1 && d.Kind == document.Kind && d.Scope == document.Scope);
        var last = former is null ? null : new FigureBook(former, archive.Printed(former, amounts: true), v.Library.Space);
        var prompts = Prompts.Of(v, archive, book, Drivers.Of(book, last));
        var html = Html($"""
            <h1>{body.Name} <small>{v.Say("dept.tab", year, Parts.Kind(v, document))}</small></h1>
            <p class="lead"><a href="{Parts.Address(v, document)}">{v["pack.full"]}</a> {v["pack.about"]}</p>
            {Table(v, archive, document, former)}
            <section><h2>{v["pack.ask"]}</h2><p class="soft">{v["pack.neutral"]}</p>
            {(prompts.Count == 0 ? Parts.None(v, "pack.nothing") : Html($"<ol class=\"prompts\">{prompts.Take(MostPrompts).Select(p => Html($"<li><p>{p.Seen} <a href=\"{p.Link}\">{v["pack.place"]}</a></p><p class=\"ask\">{p.Ask}</p></li>\n"))}</ol>"))}</section>
            """);
        return new Page(v.Say("pack.title", v.Say("document.name", body.Name, year, Parts.Kind(v, document))), html) { Entry = "/depts", Foot = Parts.Foot(v, document) };
    }

    private static Markup Table(Visit v, IArchive archive, ArchivedDocument document, ArchivedDocument? former)
    {
        var now = archive.Headlines(document).ToDictionary(h => h.Item, StringComparer.Ordinal);
        var then = former is null ? [] : archive.Headlines(former).ToDictionary(h => h.Item, StringComparer.Ordinal);
        return Html($"""
            <table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["item"]}</th><th scope="col" class="n">{document.Year?.ToString(CultureInfo.InvariantCulture)}</th><th scope="col" class="n">{(document.Year - 1)?.ToString(CultureInfo.InvariantCulture)}</th><th scope="col" class="n">{v["change"]}</th></tr></thead><tbody>
            {Items.Where(now.ContainsKey).Select(i => Html($"<tr><th scope=\"row\">{v["item." + i]}</th><td class=\"n\">{Money.Link(v, document, now[i].Statement, now[i].Fen)}</td><td class=\"n\">{(then.GetValueOrDefault(i) is { } before ? Money.Link(v, former!, before.Statement, before.Fen) : Money.Blank(v, "blank.unstated"))}</td><td class=\"n\">{Money.Change(v, now[i].Fen, then.GetValueOrDefault(i)?.Fen)}</td></tr>\n"))}</tbody></table>
            """);
    }
}
