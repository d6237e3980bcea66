using Mingzhang.Charts;
using Mingzhang.Documents.Writing;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;
using Step = Mingzhang.Ledger.Process.Step;

namespace Mingzhang.Workbench.Pages.Publishing;

/// <summary>公开：from the day of the reply to the last day for it, the steps of the report as the table has them, and the versions that were published; what is published here is on the portal with the next page that is asked for.</summary>
internal static class PublishPage
{
    /// <summary>公开的格式。</summary>
    public static readonly IReadOnlyList<string> Formats = [".docx", ".pdf", ".html"];

    private static readonly string[] Actions = ["draft", "check", "offer", "report-return", "pass", "publish", "amend", "reissue"];

    public static WorkAnswer Show(WorkVisit v) => ReportPage.Owner(v) is { } owner ? Form(v, owner, Empty) : WorkAnswer.Missing;

    /// <summary>办理一步。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        if (ReportPage.Owner(v) is not { } owner)
        {
            return WorkAnswer.Missing;
        }

        var action = v.Field("action");
        var day = v.Day("date");
        if (!Actions.Contains(action))
        {
            return WorkAnswer.Missing;
        }

        var problems = v.Write(v.Field("reason").Trim(), w => Do(v, w, owner, action, day));
        if (problems.Count > 0)
        {
            return Form(v, owner, Refused.List(v, problems));
        }

        v.Site.Changed();
        return WorkAnswer.Go(Books.Address(v, owner, "publish"));
    }

    private static void Do(WorkVisit v, Writing w, Unit owner, string action, DateOnly day)
    {
        var (library, book) = (v.Site.Library, Books.Of(v));
        switch (action)
        {
            case "draft":
                // Only where the step is this person's: to look at a draft is everybody's.
                if (Permission.Find(w, "draft", owner) is not null)
                {
                    Publication.Draft(w, library, book, owner.Year, owner.Code, day);
                }

                break;
            case "check":
                Publication.Verify(w, library, book, owner.Year, owner.Code, day);
                break;
            case "publish" or "reissue" when WrittenFormats.Of(v.Field("format")) is { Publication: true } format:
                Publish(w, library, book, owner, format, day);
                break;
            case "publish" or "reissue":
                w.Refuse(Problem.Of("没有选公开的格式", "no format was chosen", "请选 docx、pdf 或 html", "choose docx, pdf or html"));
                break;
            default:
                Movement.Report(w, action, owner.Year, owner.Code, day);
                break;
        }
    }

    /// <summary>公开一份，按格式成文并归档。</summary>
    public static void Publish(Writing w, Library library, FormBook book, Unit owner, WrittenFormat format, DateOnly day)
    {
        var replied = Stage.Of(w, owner).Replied;
        var composed = Publication.Publish(w, library, book, owner.Year, owner.Code, day);
        var bytes = PublishedVersion.Bytes(w, library, composed, format);
        PublishedVersion.Keep(w, library, bytes, composed?.Title + format.Extension, new Published(owner.Year, owner.Code, PublishedFile.Budget, book.Key, day, replied));
    }

    private static WorkAnswer Form(WorkVisit v, Unit owner, Markup said)
    {
        var (stage, term) = v.Read(r => (Stage.Of(r, owner), Terms.Of(r, owner.Year)));
        var steps = Steps.Open(stage, v.RolesIn(owner)).Where(s => Actions.Contains(s.Action)).ToList();
        var versions = v.Read(r => PublishedFile.Of(r, owner.Year, owner.Code, PublishedFile.Budget));
        return ReportPage.Page(v, owner, "publish", said, Html($"""
            {Books.Choice(v, owner, "publish")}
            <dl class="facts"><dt>{v["work.report.state"]}</dt><dd><b>{(v.Visit.English ? Steps.ReportState(stage.Report).English : Steps.ReportState(stage.Report).Chinese)}</b></dd><dt>{v["work.replied"]}</dt><dd>{(stage.Replied.Length > 0 ? stage.Replied : v["work.not.yet"])}</dd><dt>{v["work.due"]}</dt><dd>{DueDay.Said(v, term, stage.Replied, stage.Published)}</dd><dt>{v["work.published"]}</dt><dd>{(stage.Published.Length > 0 ? stage.Published : v["work.not.yet"])}</dd>{When(stage.Corrected.Length > 0, () => Html($"<dt>{v["work.corrected"]}</dt><dd>{stage.Corrected}</dd>"))}</dl>
            {DueDay.Rule(v, term, stage.Replied)}
            {(steps.Count == 0 ? Html($"<p class=\"none\">{v["work.steps.none"]}</p>") : Html($"<div class=\"steps\">{steps.Select(s => One(v, owner, s))}</div>"))}
            <section><h3>{v["work.versions"]}</h3>{(versions.Count == 0 ? Html($"<p class=\"none\">{v["work.versions.none"]}</p>") : Html($"""
                <ol class="plain">{versions.Select(p => Html($"<li>{v.Say("work.version", p.Number, p.Day)} <a href=\"{v.To("/r/" + p.Hash[..ArchivedDocument.KeyLength])}\">{p.File}</a> {When(p.Number > 1, () => Html($"<a href=\"{v.To("/r/" + p.Hash[..ArchivedDocument.KeyLength] + "/versions")}\">{v["work.redline"]}</a> <q>{v.Read(r => CorrectionReason.Of(r, p.Hash))}</q>"))}</li>"))}</ol>
                """))}</section>
            """));
    }

    private static Markup One(WorkVisit v, Unit owner, Step step) => Html($"""
        <form method="post" action="{v.To(Books.Address(v, owner, "publish"))}">{v.Token}<input type="hidden" name="action" value="{step.Action}">{When(step.Action is "amend" or "report-return", () => Html($"<label>{v[step.Action == "amend" ? "work.reason.public" : "work.reason"]} <input name=\"reason\" required maxlength=\"300\"></label> "))}{When(step.Action is "publish" or "reissue", () => Html($"<label>{v["work.format"]} <select name=\"format\">{Formats.Select(f => Html($"<option value=\"{f}\">{f[1..].ToUpperInvariant()}</option>"))}</select></label> <label>{v["work.day"]} <input type=\"date\" name=\"date\"></label> "))}<button>{v.Visit.Say(step.Name)}</button></form>
        """);
}
