using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Documents.Writing;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Performance;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>监控与自评：what the indicators of each project had come to at one moment, with money and points beside; after December is closed, the self-evaluation and its printed form.</summary>
internal static class EvaluationPage
{
    public static WorkAnswer Show(WorkVisit v) => ReportPage.Unit(v) is { } unit ? Form(v, unit, Empty) : WorkAnswer.Missing;

    /// <summary>保存一个项目的完成值，或自评。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        if (ReportPage.Unit(v) is not { } unit)
        {
            return WorkAnswer.Missing;
        }

        var problems = v.WriteUnit(v["work.part.evaluation"], unit.Code, w =>
        {
            if (Projects.Of(w, unit).FirstOrDefault(p => p.Code == v.Field("project")) is not { } project)
            {
                w.Refuse(Problem.Of($"{unit.Code} 没有项目 {Problem.Shown(v.Field("project"))}", $"{unit.Code} has no project {Problem.Shown(v.Field("project"))}", "请返回重选", "go back and choose again"));
            }
            else if (v.Field("do") == "evaluate")
            {
                Evaluations.Put(w, unit, project, v.Field("outcome").ReplaceLineEndings(" ").Trim(), v.Today);
            }
            else
            {
                Achieve(v, w, unit, project);
            }
        });
        return problems.Count == 0 ? WorkAnswer.Go(Address(unit, Moment(v))) : Form(v, unit, Refused.List(v, problems));
    }

    /// <summary>下载自评表。</summary>
    public static WorkAnswer Printed(WorkVisit v)
    {
        if (ReportPage.Unit(v) is not { } unit || v.Read(r => Composed(v, r, unit)) is not { } form || WrittenFormats.Of(".docx") is not { } format)
        {
            return WorkAnswer.Missing;
        }

        var file = format.Write(Written.Of(v.Site.Library, form));
        return file.Bytes is { } bytes ? new WorkAnswer { Bytes = bytes, Name = form.Title + ".docx", Type = "application/octet-stream" } : Form(v, unit, Html($"<div class=\"refused\" role=\"alert\"><p>{v.Visit.Say(file.Problem!)}</p></div>"));
    }

    private static Documents.Writing.Composition.Composed? Composed(WorkVisit v, Reading r, Unit unit) => Projects.Of(r, unit).FirstOrDefault(p => p.Code == v.Visit.Ask("project")) is { } project && Evaluations.Of(r, project) is { } told
        ? EvaluationForm.Of(ProjectScore.Of(r, unit, project, Achievement.Final), Organisations.Department(r, unit.Year, unit.Department)?.Name ?? "", told["outcome"]) : null;

    // What was not touched is not written again.
    private static void Achieve(WorkVisit v, Writing w, Unit unit, Project project)
    {
        var moment = Moment(v);
        var before = Achievements.Of(w, project.Id, moment).ToDictionary(a => a.Number);
        var (numbers, actuals, ratings, reasons, low) = (v.Fields("number"), v.Fields("actual"), v.Fields("rating"), v.Fields("reason"), v.Fields("low"));
        var rows = Math.Min(Math.Min(numbers.Count, actuals.Count), Math.Min(ratings.Count, reasons.Count));
        for (var i = 0; i < rows; i++)
        {
            if (WorkVisit.Whole(numbers[i]) is { } number && new Achievement(project.Id, number, moment, actuals[i].Trim(), ratings[i].Trim(), low.Contains(numbers[i]), reasons[i].ReplaceLineEndings(" ").Trim()) is var typed
                && (before.TryGetValue(number, out var kept) ? kept != typed : typed.Actual.Length > 0))
            {
                Achievements.Put(w, unit, typed);
            }
        }
    }

    private static string Moment(WorkVisit v) => (v.Field("moment") is { Length: > 0 } typed ? typed : v.Visit.Ask("moment")) is var asked && Achievement.Moments.Contains(asked) ? asked : Achievement.Final;

    private static string Address(Unit unit, string moment) => ReportPage.Address(unit, "evaluation") + "&moment=" + moment;

    private static WorkAnswer Form(WorkVisit v, Unit unit, Markup said) => v.Read(r =>
    {
        var moment = Moment(v);
        var may = ReportPage.May(v, r, unit, "perform");
        var closed = Closing.Of(r, unit).Month >= 12;
        var projects = Projects.Of(r, unit).Select(p => new Evaluated(ProjectScore.Of(r, unit, p, moment), Evaluations.Of(r, p))).ToList();
        return ReportPage.Page(v, unit, "evaluation", said, projects.Count == 0 ? Html($"<p class=\"none\">{v["work.projects.none"]}</p>") : Html($"""
            <nav class="years" aria-label="{v["work.evaluation.moment"]}">{Achievement.Moments.Select(m => Html($"<a href=\"{v.To(Address(unit, m))}\"{(m == moment ? Html($" aria-current=\"page\"") : Empty)}>{v["work.evaluation.moment." + m]}</a> "))}</nav>
            {When(!closed && moment == Achievement.Final, () => Html($"<p class=\"notice\">{v["work.evaluation.open"]}</p>"))}
            {projects.Select(p => One(v, unit, p, moment, may, closed))}
            """));
    });

    private static Markup One(WorkVisit v, Unit unit, Evaluated e, string moment, bool may, bool closed)
    {
        var (score, project) = (e.Score, e.Score.Project);
        return Html($"""
            <section id="p-{project.Code}"><h3>{project.Code} {project.Name}</h3>
            <p>{v.Say("work.evaluation.money", Fen.TenThousand(score.All.Original), Fen.TenThousand(score.All.Revised), Fen.TenThousand(score.All.Paid), score.All.Rate is { } rate ? (rate * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%" : "—")} {When(score.Problems.Count == 0, () => Html($"<b>{v.Say("work.evaluation.points", Points(score.Total), v.Visit.Say(score.Grade))}</b>"))}</p>
            {When(score.Indicators.Count > 0, () => Html($"""
                <form method="post" action="{v.To(Address(unit, moment))}">{v.Token}<input type="hidden" name="do" value="achieve"><input type="hidden" name="project" value="{project.Code}"><input type="hidden" name="moment" value="{moment}">
                <div class="scroll" tabindex="0" role="region" aria-label="{v["work.indicator"]}"><table class="list lines"><thead><tr><th scope="col">#</th><th scope="col">{v["work.indicator"]}</th><th scope="col">{v["work.indicator.target"]}</th><th scope="col">{v["work.evaluation.actual"]}</th><th scope="col">{v["work.evaluation.rating"]}</th><th scope="col">{v["work.evaluation.low"]}</th><th scope="col">{v["work.evaluation.reason"]}</th><th scope="col" class="n">{v["work.evaluation.score"]}</th></tr></thead><tbody>
                {score.Indicators.Select(i => Row(v, i, may))}</tbody></table></div>{When(may, () => Html($"<p><button>{v["work.save"]}</button></p>"))}</form>
                """))}
            {When(moment == Achievement.Final && score.Problems.Count > 0, () => Html($"<details><summary>{v.Say("work.evaluation.problems", score.Problems.Count)}</summary><ul class=\"plain\">{score.Problems.Select(p => Html($"<li>{v.Visit.Say(p.Message)} <small>{v.Visit.Say(p.Remedy)}</small></li>"))}</ul></details>"))}
            {When(e.Told is not null, () => Html($"<p>{v.Say("work.evaluation.told", e.Told!["day"], e.Told["total"], v.Visit.English ? Scoring.Grade(decimal.Parse(e.Told["total"], CultureInfo.InvariantCulture)).English : e.Told["grade"])} {e.Told["outcome"]} <a href=\"{v.To(ReportPage.Address(unit, "evaluation/form") + "&project=" + Uri.EscapeDataString(project.Code))}\">{v["work.evaluation.form"]}</a></p>"))}
            {When(may && closed && moment == Achievement.Final, () => Html($"""
                <form class="entry" method="post">{v.Token}<input type="hidden" name="do" value="evaluate"><input type="hidden" name="project" value="{project.Code}"><label>{v["work.evaluation.outcome"]}<textarea name="outcome" rows="2" required maxlength="2000">{e.Told?["outcome"]}</textarea></label><button>{v["work.evaluation.do"]}</button></form>
                """))}</section>

            """);
    }

    private static Markup Row(WorkVisit v, ScoredIndicator i, bool may)
    {
        var (indicator, a) = (i.Indicator, i.Achievement);
        var points = i.Score is { } score ? Html($"<span{(score.Met ? Empty : Html($" class=\"bad\""))}>{Points(score.Points)}</span> / {Points(i.Weight)}") : Html($"— / {Points(i.Weight)}");
        string Label(string column) => v.Say("work.cell", indicator.Number, v["work.evaluation." + column]);
        return may ? Html($"""
            <tr><td>{indicator.Number}<input type="hidden" name="number" value="{indicator.Number}"></td><th scope="row">{indicator.Name}</th><td>{indicator.Nature} {indicator.Value} {indicator.Unit}</td><td><input name="actual" maxlength="500" value="{a?.Actual}" aria-label="{Label("actual")}"></td><td><input name="rating" maxlength="6" inputmode="decimal" value="{a?.Rating}" aria-label="{Label("rating")}"></td><td><input type="checkbox" name="low" value="{indicator.Number}" aria-label="{Label("low")}"{(a is { Low: true } ? Html($" checked") : Empty)}></td><td><input name="reason" maxlength="2000" value="{a?.Reason}" aria-label="{Label("reason")}"></td><td class="n">{points}</td></tr>

            """) : Html($"<tr><td>{indicator.Number}</td><th scope=\"row\">{indicator.Name}</th><td>{indicator.Nature} {indicator.Value} {indicator.Unit}</td><td>{a?.Actual}</td><td>{a?.Rating}</td><td>{(a is { Low: true } ? v["work.evaluation.low"] : "")}</td><td>{a?.Reason}</td><td class=\"n\">{points}</td></tr>\n");
    }

    private static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record Evaluated(ProjectScore Score, StoredRecord? Told);
}
