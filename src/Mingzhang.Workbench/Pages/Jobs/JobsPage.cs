using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Jobs;
using Mingzhang.Workbench.Jobs.Kinds;
using Mingzhang.Workbench.Pages.Publishing;
using Mingzhang.Workbench.Pages.Rules;
using Mingzhang.Workbench.Pages.Settings;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Jobs;

/// <summary>后台任务：what is being done and what was, with the forms by which long work is asked for; for whoever keeps the whole place also who does it.</summary>
internal static class JobsPage
{
    /// <summary>地址。</summary>
    public const string Address = "/work/jobs";

    private const int MostShown = 100;

    public static async Task<WorkAnswer> Show(WorkVisit v) => Any(v) ? await Form(v, Empty) : WorkAnswer.Forbidden;

    /// <summary>求办一项。</summary>
    public static async Task<WorkAnswer> Send(WorkVisit v)
    {
        if (!v.Site.Jobs.Kinds.TryGetValue(v.Field("kind"), out var kind))
        {
            return WorkAnswer.Missing;
        }

        if (!kind.May(v))
        {
            return WorkAnswer.Forbidden;
        }

        var asked = new Dictionary<string, string>(StringComparer.Ordinal) { ["book"] = Books.Of(v).Key };
        switch (kind)
        {
            case ReportSteps:
                asked["action"] = v.Field("action");
                asked["format"] = PublishPage.Formats.FirstOrDefault(f => f == v.Field("format")) ?? PublishPage.Formats[0];
                asked["day"] = v.Day("date").ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                if (!ReportSteps.Actions.Contains(asked["action"]))
                {
                    return WorkAnswer.Missing;
                }

                break;
            case RuleTrials:
                asked["of"] = v.Read(RuleTrials.Of);
                break;
            default:
                break;
        }

        return v.Site.Jobs.Ask(kind, v.Who, v.Year, asked, [], out var problem) is { } job
            ? WorkAnswer.Go(kind is RuleTrials ? RulesPage.Address + "/draft?year=" + v.Year.ToString(CultureInfo.InvariantCulture) : JobPage.Of(job)) : await Form(v, Refused.List(v, [problem!]));
    }

    /// <summary>是否可见：one's own jobs, and all of them for whoever keeps the whole place.</summary>
    public static bool Sees(WorkVisit v, Job job) => job.Who == v.Who || BackupPage.May(v);

    /// <summary>任务的名称。</summary>
    public static string Name(WorkVisit v, Job job) => v["work.job.kind." + job.Kind] + (job["action"] is { Length: > 0 } action ? " · " + v.Visit.Say(ReportSteps.Name(action)) : "");

    private static bool Any(WorkVisit v) => v.Site.Jobs.Kinds.Values.Any(k => k.May(v));

    private static async Task<WorkAnswer> Form(WorkVisit v, Markup said)
    {
        var jobs = v.Site.Jobs.Rows.Recent(MostShown).Where(j => Sees(v, j)).ToList();
        var nodes = BackupPage.May(v) && v.Site.Jobs.Scheduling.Shared ? await v.Site.Jobs.Scheduling.Nodes(v.Context.RequestAborted) : [];
        return WorkAnswer.Page(v["work.jobs"], Html($"""
            <h1>{v["work.jobs"]} <small>{v.Year}</small></h1><p>{v["work.jobs.about"]}</p>{said}
            {When(v.Site.Jobs.Kinds["reports"].May(v), () => Reports(v))}
            {When(BackupPage.May(v), () => Keeping(v))}
            <section><h2>{v["work.jobs.list"]}</h2>{(jobs.Count == 0 ? Html($"<p class=\"none\">{v["work.jobs.none"]}</p>") : Html($"""
                <div class="scroll" tabindex="0" role="region" aria-label="{v["work.jobs.list"]}"><table class="list"><thead><tr><th scope="col">{v["work.job"]}</th><th scope="col">{v["work.state"]}</th><th scope="col" class="n">{v["work.job.settled"]}</th><th scope="col" class="n">{v["work.job.failed"]}</th><th scope="col">{v["work.job.who"]}</th><th scope="col">{v["work.job.at"]}</th></tr></thead><tbody>
                {jobs.Select(j => Html($"<tr><th scope=\"row\"><a href=\"{v.To(JobPage.Of(j))}\">{Name(v, j)}</a></th><td>{v[j.StateWord]}</td><td class=\"n\">{j.Pieces.Settled}/{j.Pieces.Total}</td><td class=\"n{(j.Pieces.Failed > 0 ? " bad" : "")}\">{j.Pieces.Failed}</td><td>{j.Who}</td><td>{j.Asking}</td></tr>\n"))}</tbody></table></div>
                """))}</section>
            {When(nodes.Count > 0, () => Html($"<section><h2>{v["work.job.nodes"]}</h2><ul class=\"plain\">{nodes.Select(n => Html($"<li><code>{n.Name}</code> {n.At?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}</li>"))}</ul></section>"))}
            """), "/work/jobs") with
        { Status = said.IsEmpty ? 200 : 422 };
    }

    private static Markup Reports(WorkVisit v)
    {
        var standing = v.Read(r => ReportSteps.Standing(r, v.Who, v.Year));
        return Html($"""
            <section><h2>{v["work.job.kind.reports"]}</h2><p>{v["work.job.reports.about"]}</p>
            {Join(ReportSteps.Actions.Select(a => (Action: a, Count: standing[a].Count())).Select(a => Html($"""
                <form class="filter" method="post" action="{v.To(Address + "?year=" + v.Year.ToString(CultureInfo.InvariantCulture))}">{v.Token}<input type="hidden" name="kind" value="reports"><input type="hidden" name="action" value="{a.Action}"><b>{v.Visit.Say(ReportSteps.Name(a.Action))}</b> <span>{v.Say("work.job.standing", a.Count)}</span>{When(a.Action == ReportSteps.Publish, () => Html($" <label>{v["work.format"]} <select name=\"format\">{PublishPage.Formats.Select(f => Html($"<option value=\"{f}\">{f[1..].ToUpperInvariant()}</option>"))}</select></label> <label>{v["work.day"]} <input type=\"date\" name=\"date\"></label>"))} <button{(a.Count == 0 ? Html($" disabled") : Empty)}>{v["work.job.begin"]}</button></form>
                """)))}</section>
            """);
    }

    private static Markup Keeping(WorkVisit v) => Html($"""
        <section><h2>{v["work.job.keeping"]}</h2>
        <form class="filter" method="post">{v.Token}<input type="hidden" name="kind" value="files"><b>{v["work.job.kind.files"]}</b> <span>{v["work.job.files.about"]}</span> <button>{v["work.job.begin"]}</button></form>
        {(v.Site.Backups is { } folder ? Html($"<form class=\"filter\" method=\"post\">{v.Token}<input type=\"hidden\" name=\"kind\" value=\"backup\"><b>{v["work.job.kind.backup"]}</b> <span>{v.Say("work.job.backup.about", folder)}</span> <button>{v["work.job.begin"]}</button></form>") : Html($"<p><small>{v["work.job.backup.nofolder"]}</small></p>"))}</section>
        """);
}
