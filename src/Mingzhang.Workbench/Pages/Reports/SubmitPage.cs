using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Review;
using static Mingzhang.Charts.Markup;
using Step = Mingzhang.Ledger.Process.Step;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>送审：what stands in the way, the steps that this person may do now, as the table of steps has them, and the comments of the review.</summary>
internal static class SubmitPage
{
    // These are done with the text itself, on its own page.
    private static readonly string[] Elsewhere = ["with-department", "draft", "check", "offer", "report-return", "pass", "publish", "amend", "reissue", "account"];

    // Done for all units of the department at once, or for none.
    private static readonly string[] Together = ["gather", "issue", "approve", "reply"];

    public static WorkAnswer Show(WorkVisit v) => ReportPage.Unit(v) is { } unit ? Form(v, unit, Empty) : WorkAnswer.Missing;

    /// <summary>办理一步，或提出、处理意见。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        if (ReportPage.Unit(v) is not { } unit)
        {
            return WorkAnswer.Missing;
        }

        return Do(v, unit) is { Count: > 0 } problems ? Form(v, unit, Refused.List(v, problems)) : WorkAnswer.Go(ReportPage.Address(unit, "submit"));
    }

    /// <summary>办理所发送的，返回不能办的原因。</summary>
    public static IReadOnlyList<Problem> Do(WorkVisit v, Unit unit)
    {
        var number = WorkVisit.Whole(v.Field("number")) ?? 0;
        var reason = v.Field("reason").Trim();
        if (v.Field("do") == "step" && v.Field("action") == "return" && reason.Length == 0)
        {
            return [Problem.Of("退回要说明理由", "a return needs a reason", "请写明要改什么", "say what is to be changed")];
        }

        return v.Field("do") switch
        {
            "step" when Steps.All.Any(s => s.Action == v.Field("action") && s.To is not null && !Elsewhere.Contains(s.Action)) => v.Write(reason, w =>
            {
                if (v.Field("action") == "return")
                {
                    Comments.Add(w, unit, v["work.return.about"], reason);
                }

                Movement.Do(w, v.Field("action"), unit.Year, Together.Contains(v.Field("action")) ? unit.Department : unit.Code, v.Today);
            }),
            "control" => v.Write(v["work.control"], w => Controls.Put(w, unit, new Control(v.Field("fund"), v.Field("nature"), Fen.Read(v.Field("fen").Trim(), 10_000m) ?? -1))),
            "comment" => v.Write(v["work.comment.add"], w => Comments.Add(w, unit, v.Field("about").Trim(), v.Field("said"))),
            "settle" => v.Write(reason, w => Comments.Close(w, unit, number, waive: false, reason)),
            "waive" => v.Write(reason, w => Comments.Close(w, unit, number, waive: true, reason)),
            _ => [Problem.Of("没有这个操作", "there is no such action", "请刷新页面", "load the page again")],
        };
    }

    /// <summary>现在可以办理的步骤。</summary>
    public static Markup StepsOf(WorkVisit v, Unit unit, Stage stage)
    {
        var steps = Steps.Open(stage, v.RolesIn(unit)).Where(s => s.To is not null && !Elsewhere.Contains(s.Action)).ToList();
        return steps.Count == 0 ? Html($"<p class=\"none\">{v["work.steps.none"]}</p>") : Html($"<div class=\"steps\">{steps.Select(s => Step(v, s))}</div>");
    }

    /// <summary>意见，和提出意见的表单。</summary>
    public static Markup CommentsOf(WorkVisit v, Unit unit, Stage stage)
    {
        var roles = v.RolesIn(unit);
        var (comments, may) = (v.Read(r => Comments.All(r, unit.Year, unit.Code)), MayComment(stage, roles));
        return Html($"""
            <section><h3>{v["work.comments"]}</h3>{(comments.Count == 0 ? Html($"<p class=\"none\">{v["work.comments.none"]}</p>") : Html($"<ul class=\"plain\">{comments.Select(c => Comment(v, c, v.Read(r => CommentedLine.About(v, r, unit, c["about"])), may, roles))}</ul>"))}
            {When(may, () => Html($"""
                <form class="entry" method="post">{v.Token}<input type="hidden" name="do" value="comment"><label>{v["work.comment.about"]}<input name="about" required maxlength="80"></label><label>{v["work.comment.said"]}<textarea name="said" rows="2" required maxlength="1000"></textarea></label><button>{v["work.comment.add"]}</button></form>
                """))}</section>
            """);
    }

    private static WorkAnswer Form(WorkVisit v, Unit unit, Markup said)
    {
        var stage = v.Read(r => Stage.Of(r, unit));
        var groups = v.Read(r => LineRows.Spent(r, unit));
        var controls = v.Read(r => Controls.Of(r, unit));
        return ReportPage.Page(v, unit, "submit", said, Html($"""
            <div class="scroll" tabindex="0" role="region" aria-label="{v["work.part.submit"]}"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["line.fund"]}</th><th scope="col">{v["line.nature"]}</th><th scope="col" class="n">{v["work.asked"]}</th><th scope="col" class="n">{v["work.control"]}</th></tr></thead><tbody>
            {groups.GroupBy(g => new { g.Fund, g.Group }).Select(g => Total(v, g.Key.Fund, g.Key.Group, g.Sum(s => s.Fen), controls))}</tbody></table></div>
            {StepsOf(v, unit, stage)}{CommentsOf(v, unit, stage)}
            """));
    }

    /// <summary>可否提出意见。</summary>
    public static bool MayComment(Stage stage, IReadOnlySet<Role> roles) => Steps.All.Any(s => s.Action == "comment" && s.From.Contains(stage.State) && s.Who.Any(roles.Contains));

    private static Markup Total(WorkVisit v, string fund, string group, long fen, IReadOnlyList<Control> controls)
    {
        var control = controls.FirstOrDefault(c => c.Fund == fund && c.Nature == group);
        var nature = v.Site.Library.Space.Member("nature", group);
        return Html($"<tr><td>{(v.Visit.English ? Names.FundEnglish(fund) : Names.Fund(fund))}</td><td>{(v.Visit.English ? nature?.English : nature?.Chinese) ?? group}</td><td class=\"n{(control is not null && fen > control.Fen ? " bad" : "")}\">{Fen.TenThousand(fen)}</td><td class=\"n\">{(control is null ? v["work.control.none"] : Fen.TenThousand(control.Fen))}</td></tr>\n");
    }

    private static Markup Step(WorkVisit v, Step step) => Html($"""
        <form method="post">{v.Token}<input type="hidden" name="do" value="step"><input type="hidden" name="action" value="{step.Action}">{When(step.Action == "return", () => Html($"<label>{v["work.reason"]} <input name=\"reason\" required maxlength=\"300\"></label> "))}<button>{v.Visit.Say(step.Name)}</button>{When(Together.Contains(step.Action), () => Html($" <small>{v["work.step.together"]}</small>"))}</form>
        """);

    private static Markup Comment(WorkVisit v, StoredRecord c, string about, bool may, IReadOnlySet<Role> roles)
    {
        var number = c.Whole("number").ToString(CultureInfo.InvariantCulture);
        return Html($"""
            <li><b>{number}</b> <q>{about}</q> {c["said"]} <small>{v["work.comment." + c["state"]]} {c["reason"]}</small>
            {When(may && c["state"] == "open", () => Html($"<form class=\"inline\" method=\"post\">{v.Token}<input type=\"hidden\" name=\"number\" value=\"{number}\"><input name=\"reason\" maxlength=\"300\" aria-label=\"{v["work.reason"]}\" placeholder=\"{v["work.reason"]}\"><button name=\"do\" value=\"settle\">{v["work.comment.settle"]}</button>{When(roles.Contains(Role.Finance), () => Html($"<button name=\"do\" value=\"waive\">{v["work.comment.waive"]}</button>"))}</form>"))}</li>

            """);
    }
}
