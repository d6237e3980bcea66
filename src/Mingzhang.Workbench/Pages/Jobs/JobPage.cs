using System.Globalization;
using System.Text.Json.Nodes;
using Mingzhang.Charts;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Jobs;
using Mingzhang.Workbench.Pages.Reports.Grid;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Jobs;

/// <summary>一项任务：how far it is, each piece with what came of it, and a way to stop it; the same address is its result afterwards.</summary>
internal static class JobPage
{
    private const int MostShown = 500;

    /// <summary>地址。</summary>
    public static string Of(Job job) => JobsPage.Address + "/" + job.Id;

    public static WorkAnswer Show(WorkVisit v) => Seen(v) is { } job ? Form(v, job) : WorkAnswer.Missing;

    /// <summary>取消。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        if (Seen(v) is not { } job || v.Field("do") != "cancel")
        {
            return WorkAnswer.Missing;
        }

        v.Site.Jobs.Rows.Cancel(job.Id, v.Who);
        return WorkAnswer.Go(Of(job));
    }

    /// <summary>办到哪里，供页面上的进度条。</summary>
    public static WorkAnswer State(WorkVisit v) => Seen(v) is not { } job ? WorkAnswer.Missing
        : JsonText.Answer(new JsonObject { ["settled"] = Bar(v, job).Done, ["total"] = Bar(v, job).Total, ["open"] = job.Open, ["said"] = Said(v, job) });

    /// <summary>进度：the bar and its words, which a script renews.</summary>
    public static Markup Progress(WorkVisit v, Job job) => Html($"""
        <div class="progress" data-state="{v.To(Of(job) + "/state")}"{(job.Open ? Html($" data-open") : Empty)}><progress max="{Bar(v, job).Total}" value="{Bar(v, job).Done}" aria-label="{v["work.job.settled"]}"></progress> <span role="status">{Said(v, job)}</span></div>
        """);

    private static string Said(WorkVisit v, Job job) => Bar(v, job) is var part && part.Total > job.Pieces.Total ? v.Say("work.job.within", v[job.StateWord], part.Done, part.Total)
        : v.Say("work.job.said", v[job.StateWord], job.Pieces.Settled, job.Pieces.Total, job.Pieces.Failed);

    // One long piece is told by its parts.
    private static JobProgress.Part Bar(WorkVisit v, Job job) => (job is { Open: true, Pieces.Total: 1 } ? v.Site.Jobs.Progress.Of(job.Id) : null) ?? new JobProgress.Part(job.Pieces.Settled, job.Pieces.Total);

    private static Job? Seen(WorkVisit v) => v.Site.Jobs.Rows.Find(v.Part(3)) is { } job && JobsPage.Sees(v, job) ? job : null;

    private static WorkAnswer Form(WorkVisit v, Job job)
    {
        var items = v.Site.Jobs.Rows.Items(job.Id);

        // What failed is what somebody has to look at.
        var shown = items.OrderBy(i => i.State == JobItem.Failed ? 0 : 1).ThenBy(i => i.Number).Take(MostShown).ToList();
        return WorkAnswer.Page(JobsPage.Name(v, job), Html($"""
            <p><a href="{v.To(JobsPage.Address + "?year=" + job.Year.ToString(CultureInfo.InvariantCulture))}">{v["work.jobs"]}</a></p><h1>{JobsPage.Name(v, job)} <small>{job.Year}</small></h1>
            {Progress(v, job)}
            <dl class="facts"><dt>{v["work.job.number"]}</dt><dd><code>{job.Id}</code></dd><dt>{v["work.job.who"]}</dt><dd>{job.Who}</dd><dt>{v["work.job.at"]}</dt><dd>{job.Asking}</dd>{When(!job.Open, () => Html($"<dt>{v["work.job.ended"]}</dt><dd>{job.Ended[..19].Replace('T', ' ')}</dd>"))}{When(job.CancelledBy.Length > 0, () => Html($"<dt>{v["work.job.cancelledby"]}</dt><dd>{job.CancelledBy}</dd>"))}</dl>
            {When(job.Open, () => Html($"<form method=\"post\">{v.Token}<button name=\"do\" value=\"cancel\">{v["work.job.cancel"]}</button> <small>{v["work.job.cancel.about"]}</small></form>"))}
            <div class="scroll" tabindex="0" role="region" aria-label="{v["work.job.pieces"]}"><table class="list"><thead><tr><th scope="col">{v["work.job.piece"]}</th><th scope="col">{v["work.state"]}</th><th scope="col">{v["work.job.outcome"]}</th>{When(v.Site.Jobs.Scheduling.Shared, () => Html($"<th scope=\"col\">{v["work.job.node"]}</th>"))}</tr></thead><tbody>
            {shown.Select(i => Row(v, i))}</tbody></table></div>
            {When(items.Count > shown.Count, () => Html($"<p><small>{v.Say("work.job.more", items.Count - shown.Count)}</small></p>"))}
            """), "/work/jobs") with
        { Scripts = job.Open ? [WorkAssets.JobsScript] : [] };
    }

    private static Markup Row(WorkVisit v, JobItem i) => Html($"""
        <tr><th scope="row">{(i.Outcome.Link.Length > 0 ? Html($"<a href=\"{v.To(i.Outcome.Link)}\">{Title(v, i)}</a>") : Html($"{Title(v, i)}"))} <small>{i.Key}</small></th><td{(i.State == JobItem.Failed ? Html($" class=\"bad\"") : Empty)}>{v["work.job.item." + (i.State.Length == 0 ? i.Attempts > 0 ? "begun" : "waiting" : i.State)]}</td><td>{v.Visit.Say(i.Outcome.Said)}</td>{When(v.Site.Jobs.Scheduling.Shared, () => Html($"<td><small>{i.Node}</small></td>"))}</tr>

        """);

    private static string Title(WorkVisit v, JobItem i) => i.Name.Length > 0 ? i.Name : i.Key.Length > 0 ? i.Key : v["work.job.everything"];
}
