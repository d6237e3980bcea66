using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Portal.Pages.Reading;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>报告阅读：the document as it was read, every figure a link; what was found stands beside it.</summary>
internal static class ReadingPage
{
    public static Page? Of(Visit v, IArchive archive, string key)
    {
        if (archive.Document(key) is not { } document)
        {
            return null;
        }

        var statements = archive.Statements(document);
        var byId = statements.GroupBy(s => s.Statement.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Statement, StringComparer.Ordinal);
        var findings = archive.Findings(document);
        var pane = new DocumentPane(v, document, statements, findings, archive.Texts(document), archive.Tables(document, byId.GetValueOrDefault));
        var text = pane.Write();
        var html = Html($"""
            <h1 lang="zh">{document.Title}</h1>
            <p class="lead"><a href="{Parts.Address(v, document)}">{Parts.Name(v, document)}</a></p>
            {Superseded(v, archive, document)}
            <p class="certline">{Parts.Certificate(v, document)}</p>
            {When(document.Pages > 0, () => Html($"<p class=\"soft\">{v["reading.pages"]} {Enumerable.Range(1, Math.Min(document.Pages!.Value, 200)).Select(n => Html($"<a href=\"{Parts.Report(v, document, "/page/" + Number(n))}\">{n}</a> "))}</p>"))}
            <div class="reading"><section id="findings" aria-labelledby="findings-h"><h2 id="findings-h">{v["findings"]} <small>{findings.Count}</small></h2>{FindingList.Of(v, document, findings, byId, pane)}</section>
            <article id="text" lang="zh" aria-label="{v["reading.text"]}">{text}</article></div>
            """);
        return new Page(document.Title, html) { Foot = Parts.Foot(v, document) };
    }

    /// <summary>已有更正版的一句。</summary>
    public static Markup Superseded(Visit v, IArchive archive, ArchivedDocument document) => document.Replaced is null ? Empty
        : archive.Versions(document) is [.., var newest] && newest.Id != document.Id ? Html($"<p class=\"notice\">{v["superseded"]} <a href=\"{Parts.Report(v, newest)}\">{v["superseded.newest"]}</a></p>") : Empty;

    private static string Number(int n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
