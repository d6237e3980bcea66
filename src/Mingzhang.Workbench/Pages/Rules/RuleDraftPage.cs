using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Process;
using Mingzhang.Rules;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Jobs.Kinds;
using Mingzhang.Workbench.Pages.Jobs;
using Mingzhang.Workbench.Pages.Publishing;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Rules;

/// <summary>规则集：the draft with what it changes, tried on all drafts of the year before it counts; and the versions that were published.</summary>
internal static class RuleDraftPage
{
    private const int RecentTrials = 200;

    public static WorkAnswer Show(WorkVisit v) => Form(v, Empty);

    /// <summary>公布或放弃草稿。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        var reason = v.Field("reason").Trim();
        var problems = v.Field("do") switch
        {
            "publish" => v.Write(reason, w => RuleSets.Publish(w, v.Today, reason)),
            "drop" => v.Write(v["work.rules.drop"], RuleSets.Drop),
            _ => [Problem.Of("没有这个操作", "there is no such action", "请刷新页面", "load the page again")],
        };
        return problems.Count == 0 ? WorkAnswer.Go(RulesPage.Address + "/draft") : Form(v, Refused.List(v, problems));
    }

    private static WorkAnswer Form(WorkVisit v, Markup said)
    {
        var (set, draft, all) = v.Read(r => (RuleSets.InForce(r), RuleSets.Draft(r), RuleSets.All(r)));
        return WorkAnswer.Page(v["work.rules.sets"], Html($"""
            <h1>{v["work.rules.sets"]}</h1><p><a href="{v.To(RulesPage.Address)}">{v["work.rules"]}</a></p>{said}
            {(draft is null ? Html($"<p class=\"none\">{v["work.rules.nodraft"]}</p>") : Draft(v, set, draft))}
            <section><h2>{v["work.rules.history"]}</h2>{(all.Any(s => s.Published) ? Join(all.Where(s => s.Published).Select(s => Html($"<details{(s == set ? Html($" open") : Empty)}><summary>{v.Say("work.rules.version", s.Number, s.Day)} {s.Reason}</summary>{Table(v, s.Severities)}</details>"))) : Html($"<p class=\"none\">{v["work.rules.nohistory"]}</p>"))}</section>
            """), RulesPage.Address) with
        { Status = said.IsEmpty ? 200 : 422, Scripts = [WorkAssets.JobsScript] };
    }

    private static Markup Draft(WorkVisit v, RuleSet? set, RuleSet draft)
    {
        var may = RulesPage.MayChange(v);
        var changed = draft.Severities.Except(set?.Severities ?? []).Concat((set?.Severities ?? []).Where(s => draft.Severities.All(d => d.Rule != s.Rule || d.Book != s.Book)).Select(s => s with { Severity = "" })).ToList();
        return Html($"""
            <section><h2>{v.Say("work.rules.draft.number", draft.Number)}</h2>{(changed.Count == 0 ? Html($"<p class=\"none\">{v["work.rules.same"]}</p>") : Table(v, changed))}
            {Trial(v, may)}
            {When(may, () => Html($"""
                <form class="entry" method="post" action="{v.To(RulesPage.Address + "/draft")}">{v.Token}<label>{v["work.reason"]}<input name="reason" required maxlength="300" value="{v.Field("reason")}"></label><p><button name="do" value="publish">{v["work.rules.publish"]}</button> <button name="do" value="drop" formnovalidate>{v["work.rules.drop"]}</button></p></form>
                """))}</section>
            """);
    }

    // The last one of these two sets; of others it says nothing about this draft.
    private static Markup Trial(WorkVisit v, bool may)
    {
        var of = v.Read(RuleTrials.Of);
        var job = v.Site.Jobs.Rows.Recent(RuleTrials.Trial, v.Year, RecentTrials).FirstOrDefault(j => j["of"] == of && j["book"] == Books.Of(v).Key && j.CancelledBy.Length == 0);
        return Html($"""
            {When(may && job is not { Open: true }, () => Html($"<form method=\"post\" action=\"{v.To(JobsPage.Address + "?year=" + v.Year.ToString(CultureInfo.InvariantCulture))}\">{v.Token}<input type=\"hidden\" name=\"kind\" value=\"{RuleTrials.Trial}\"><button>{v["work.rules.try"]}</button> <small>{v["work.rules.try.about"]}</small></form>"))}
            {When(job is not null, () => Html($"{JobPage.Progress(v, job!)}<p><a href=\"{v.To(JobPage.Of(job!))}\">{v["work.job"]}</a></p>{When(!job!.Open, () => Tried(v, RuleTrials.Rules(v.Site.Jobs.Rows.Items(job.Id))))}"))}
            """);
    }

    private static Markup Tried(WorkVisit v, IReadOnlyList<TriedRule> rules) => rules.Count == 0 ? Html($"<p class=\"good\">{v["findings.none"]}</p>") : Html($"""
        <div class="scroll" tabindex="0" role="region" aria-label="{v["work.rules.try"]}"><table class="list"><thead><tr><th scope="col">{v["work.rules"]}</th><th scope="col" class="n">{v["work.rules.before"]}</th><th scope="col" class="n">{v["work.rules.after"]}</th><th scope="col" class="n">{v["change"]}</th></tr></thead><tbody>
        {rules.Select(r => Html($"<tr{(r.Before == r.After ? Empty : Html($" class=\"changed\""))}><th scope=\"row\"><code>{r.Rule}</code> {Title(v, r.Rule)}</th><td class=\"n\">{r.Before}</td><td class=\"n\">{r.After}</td><td class=\"n\">{(r.After == r.Before ? "" : (r.After > r.Before ? "+" : "−") + Math.Abs(r.After - r.Before).ToString(CultureInfo.InvariantCulture))}</td></tr>\n"))}</tbody></table></div>
        """);

    private static Markup Table(WorkVisit v, IReadOnlyList<RuleSeverity> severities) => severities.Count == 0 ? Html($"<p class=\"none\">{v["work.rules.same"]}</p>")
        : Html($"<ul class=\"plain\">{severities.Select(s => Html($"<li><code>{s.Rule}</code> {Title(v, s.Rule)} <b>{RulesPage.Where(v, s)}{RulesPage.Said(v, s.Severity)}</b></li>\n"))}</ul>");

    private static string Title(WorkVisit v, string rule) => RuleTexts.Standard.Rules.TryGetValue(rule, out var known) ? v.Visit.Say(known.Title) : "";
}
