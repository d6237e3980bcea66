using Mingzhang.Charts;
using Mingzhang.Documents.Writing.Html;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Final;

/// <summary>决算的预览：what will be published, as it is written now, with what is missing in it and what our checks find.</summary>
internal static class FinalPreview
{
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
            {DraftParts.Downloads(v, FinalParts.Address(owner, "/draft"))}
            {DraftParts.Gaps(v, composed, FinalParts.Address(owner, FinalParts.Words))}
            {DraftParts.Findings(v, report, new FinalPlaces(v, owner, composed, report))}
            <article class="sheet" lang="zh-CN"><h1>{composed.Title}</h1>{new Markup(ComposedHtml.Body(composed, r => PreviewPage.Bound(v, r)))}</article>
            """));
    }

    /// <summary>下载底稿。</summary>
    public static WorkAnswer Draft(WorkVisit v) => ReportPage.Owner(v) is { } owner && DraftParts.File(v, () => v.Read(r => FinalParts.Compose(v, r, owner)), said => FinalParts.Page(v, owner, FinalParts.Preview, said, Empty)) is { } answer ? answer : WorkAnswer.Missing;
}
