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
    public static Page? Of(Visit v, IArchive archive, string code, string year) => Pack.Of(v, archive, code, year) is not { } pack ? null : new Page(pack.Title(v), Html($"""
        <h1>{pack.Document.Body!.Name} <small>{v.Say("dept.tab", year, Parts.Kind(v, pack.Document))}</small></h1>
        <p class="lead"><a href="{Parts.Address(v, pack.Document)}">{v["pack.full"]}</a> <a href="{v.To($"/d/{code}/{year}/pack.pdf{(pack.Document.Kind == nameof(DocumentKind.Final) ? "?kind=final" : "")}")}">PDF</a> {v["pack.about"]}</p>
        {Table(v, pack)}
        <section><h2>{v["pack.ask"]}</h2><p class="soft">{v["pack.neutral"]}</p>
        {(pack.Prompts.Count == 0 ? Parts.None(v, "pack.nothing") : Html($"<ol class=\"prompts\">{pack.Prompts.Select(p => Html($"<li><p>{p.Seen} <a href=\"{p.Link}\">{v["pack.place"]}</a></p><p class=\"ask\">{p.Ask}</p></li>\n"))}</ol>"))}</section>
        """)) { Entry = "/depts", Foot = Parts.Foot(v, pack.Document) };

    private static Markup Table(Visit v, Pack pack) => Html($"""
        <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["item"]}</th><th scope="col" class="n">{pack.Year}</th><th scope="col" class="n">{pack.Year - 1}</th><th scope="col" class="n">{v["change"]}</th></tr></thead><tbody>
        {pack.Rows.Select(r => Html($"<tr><th scope=\"row\">{v["item." + r.Item]}</th><td class=\"n\">{Money.Link(v, pack.Document, r.Now.Statement, r.Now.Fen)}</td><td class=\"n\">{(r.Before is { } before ? Money.Link(v, pack.Former!, before.Statement, before.Fen) : Money.Blank(v, "blank.unstated"))}</td><td class=\"n\">{Money.Change(v, r.Now.Fen, r.Before?.Fen)}</td></tr>\n"))}</tbody></table></div>
        """);
}
