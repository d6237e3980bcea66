using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>原始报告：what was published, to read, to download, and as data.</summary>
internal static class ReportSection
{
    public static Markup Of(Visit v, IReadOnlyList<ArchivedDocument> documents, IArchive archive) => Html($"<ul class=\"plain\">{documents.Select(d => One(v, d, archive))}</ul>");

    private static Markup One(Visit v, ArchivedDocument d, IArchive archive) => Html($"""
        <li><p><a href="{Parts.Report(v, d)}" lang="zh"><b>{d.Title}</b></a><br><small>{d.Name} · {d.Format}{When(d.Pages is not null, () => Html($" · {v.Say("pages.count", d.Pages)}"))} · {v.Say("reports.figures", Money.Whole(d.Statements), Money.Whole(d.Unbound))}</small><br>
        <a href="{Parts.Plain(d, "/figures.csv")}">CSV</a> <a href="{Parts.Plain(d, "/figures.json")}">JSON</a> <a href="{Parts.Report(v, d, "/files")}">{v["shelf.link"]}</a> <a href="{Parts.Plain(d, "/original")}">{v["foot.original"]}</a>{archive.Attachments(d).Select(a => Html($" <a href=\"{Parts.Plain(d, "/original")}?file={a.Hash}\" lang=\"zh\">{a.Name}</a>"))} <a href="{Parts.Report(v, d, "/versions")}">{v["versions"]}</a></p></li>

        """);
}
