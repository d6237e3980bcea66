using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Documents.Reports.Inspecting;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Excel;
using Mingzhang.Documents.Writing.Html;
using Mingzhang.Ledger.Process;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>检查表：the form of the inspections of publication, filled in from what our checks find in the draft and from the days of approval and publication; to look at, and as a sheet to hand in.</summary>
internal static class InspectionPage
{
    public static WorkAnswer Show(WorkVisit v)
    {
        if (ReportPage.Owner(v) is not { } owner)
        {
            return WorkAnswer.Missing;
        }

        var (composed, stage) = v.Read(r => (PreviewPage.Compose(v, r, owner), Stage.Of(r, owner)));
        if (composed is null)
        {
            return ReportPage.Page(v, owner, "inspection", Empty, Html($"<p class=\"none\">{v["work.preview.none"]}</p>"));
        }

        var sheet = InspectionSheet.Of(Publication.Check(v.Site.Library, composed, v.Read(r => RuleSettings.Of(r, Books.Of(v).Key)) with { ApprovedOn = Day(stage.Replied), PublishedOn = Day(stage.Published), Term = v.Read(r => Terms.Of(r, owner.Year)) }), v.Site.Library, v.Visit.English);
        return v.Visit.Ask("format") == "xlsx" ? new WorkAnswer { Bytes = ComposedExcel.Write(sheet), Name = sheet.Title + ".xlsx", Type = "application/octet-stream" }
            : ReportPage.Page(v, owner, "inspection", Empty, Html($"""
            {Books.Choice(v, owner, "inspection")}<p>{v["work.inspection.about"]} <a href="{v.To(Books.Address(v, owner, "inspection") + "&format=xlsx")}">XLSX</a></p>
            <article class="inspection">{new Markup(ComposedHtml.Body(sheet with { Blocks = [.. sheet.Blocks.SkipWhile(b => b is not ComposedTable)] }))}</article>
            """));
    }

    private static DateOnly? Day(string day) => DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
}
