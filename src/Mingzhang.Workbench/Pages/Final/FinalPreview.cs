using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Html;
using Mingzhang.Portal.Checking;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Final;

/// <summary>决算的预览：what will be published, as it is written now, with what is missing in it and what our checks find.</summary>
internal static class FinalPreview
{
    private static readonly string[] Formats = [".docx", ".xlsx", ".pdf", ".html"];

    public static WorkAnswer Show(WorkVisit v)
    {
        if (ReportPage.Owner(v) is not { } owner)
        {
            return WorkAnswer.Missing;
        }

        if (v.Read(r => FinalParts.Compose(v, r, owner)) is not { } composed)
        {
            return FinalParts.Page(v, owner, FinalParts.Preview, Empty, Html($"<p class=\"none\">{v["work.execution.none"]}</p>"));
        }

        var report = Publication.Check(v.Site.Library, composed, v.Read(r => RuleSettings.Of(r, FinalPublication.Book)));
        return FinalParts.Page(v, owner, FinalParts.Preview, Empty, Html($"""
            <p>{v["work.preview.download"]} {Formats.Select(f => Html($"<a href=\"{v.To(FinalParts.Address(owner, "/draft") + "&format=" + f[1..])}\">{f[1..].ToUpperInvariant()}</a> "))}</p>
            {(composed.Gaps.Count == 0 ? Html($"<p class=\"good\">{v["work.preview.whole"]}</p>") : Html($"""
                <details open><summary>{v.Say("work.preview.gaps", composed.Gaps.Count)}</summary><ul class="plain">{composed.Gaps.Select(g => Html($"<li><a href=\"{v.To(FinalParts.Address(owner, FinalParts.Words) + "#" + WordsPage.Anchor(g.Key))}\">{g.Text.Trim('【', '】')}</a></li>"))}</ul></details>
                """))}
            {(report.Findings.Count == 0 ? Html($"<p class=\"good\">{v["findings.none"]}</p>") : Html($"""
                <details open><summary>{v.Say("certificate.found", Count(report, Severity.Error), Count(report, Severity.Warning), Count(report, Severity.Note))}</summary><ol class="findings">{report.Findings.OrderByDescending(f => f.Severity).Select(f => OwnFilePage.Found(v.Visit, f))}</ol></details>
                """))}
            <article class="sheet" lang="zh-CN"><h1>{composed.Title}</h1>{new Markup(ComposedHtml.Body(composed, r => PreviewPage.Bound(v, r)))}</article>
            """));
    }

    /// <summary>下载底稿。</summary>
    public static WorkAnswer Draft(WorkVisit v)
    {
        var extension = "." + v.Visit.Ask("format");
        if (ReportPage.Owner(v) is not { } owner || !Formats.Contains(extension) || WrittenFormats.Of(extension) is not { } format || v.Read(r => FinalParts.Compose(v, r, owner)) is not { } composed)
        {
            return WorkAnswer.Missing;
        }

        var file = format.Write(Written.Of(v.Site.Library, composed));
        return file.Bytes is { } bytes ? new WorkAnswer { Bytes = bytes, Name = composed.Title + extension, Type = "application/octet-stream" }
            : FinalParts.Page(v, owner, FinalParts.Preview, Html($"<div class=\"refused\" role=\"alert\"><p>{v.Visit.Say(file.Problem!)}</p></div>"), Empty);
    }

    private static int Count(Report report, Severity severity) => report.Findings.Count(f => f.Severity == severity);
}
