using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;
using Mingzhang.Workbench.Pages.Reports;
using Mingzhang.Workbench.Pages.Review;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages;

/// <summary>待办：what waits for this person: units that he compiles, comments that are open, what he has to review or reply to, and days that run.</summary>
internal static class TodoPage
{
    public static WorkAnswer Of(WorkVisit v)
    {
        var term = v.Read(r => Terms.Of(r, v.Year));
        var tasks = v.Read(r => Tasks(v, r, term)).Concat(Written(v)).OrderBy(t => t.Days ?? int.MaxValue).ToList();
        return WorkAnswer.Page(v["work.todo"], Html($"""
            <h1>{(tasks.Count == 0 ? v["work.todo.none"] : v.Say("work.todo.count", tasks.Count))}</h1>
            {When(v.Roles.Count == 0, () => Html($"<p class=\"notice\">{v["work.account.norole"]}</p>"))}
            {When(tasks.Count > 0, () => Html($"<ul class=\"plain todo\">{tasks.Select(t => Html($"<li><a href=\"{v.To(t.Address)}\">{t.Said}</a> {(t.Days is { } left ? DueDay.Countdown(v, left) : Empty)}</li>\n"))}</ul>"))}
            {When(tasks.Exists(t => t.Days is not null), () => DueDay.Rule(v, term))}
            """), "/work");
    }

    private static List<Todo> Tasks(WorkVisit v, Reading r, PublicationTerm term)
    {
        var tasks = new List<Todo>();
        foreach (var unit in r.All(Kinds.Unit, ("year", (long)v.Year)).Select(Unit.Of))
        {
            var stage = Stage.Of(r, unit);
            var roles = v.RolesIn(unit);
            var address = string.Create(CultureInfo.InvariantCulture, $"/work/reports/{unit.Code}/submit?year={v.Year}");
            foreach (var comment in roles.Contains(Role.Unit) || roles.Contains(Role.Department) ? Comments.Open(r, v.Year, unit.Code) : [])
            {
                tasks.Add(new Todo(v.Say("work.todo.comment", unit.Name, CommentedLine.About(v, r, unit, comment["about"]), comment["said"]), address, null));
            }

            // What carries the budget on from where it is, and is this person's to do.
            foreach (var step in Steps.Onward(stage, roles))
            {
                tasks.Add(new Todo(v.Say("work.todo.step", unit.Name, v.Visit.Say(step.Name), v.Visit.English ? Steps.State(stage.State).English : Steps.State(stage.State).Chinese), step.Report is null ? address : ReportPage.Address(unit, "publish"), DueDay.Left(v, term, stage.Replied, stage.Published)));
            }
        }

        // What was offered waits for whoever passes it.
        foreach (var owner in r.All(Kinds.Unit, ("year", (long)v.Year)).Concat(r.All(Kinds.Department, ("year", (long)v.Year))).Select(o => Organisations.Owner(r, v.Year, o["code"])).OfType<Unit>())
        {
            if (Stage.Of(r, owner) is { Report: "pending" or "passed" } stage && ReportPage.May(v, r, owner, stage.Report == "pending" ? "pass" : stage.Published.Length > 0 ? "reissue" : "publish") && (stage.Report == "pending" || owner.Whole))
            {
                tasks.Add(new Todo(v.Say("work.todo.step", owner.Name, v.Visit.Say(Steps.Name(stage.Report == "pending" ? "pass" : "publish")), v.Visit.English ? Steps.ReportState(stage.Report).English : Steps.ReportState(stage.Report).Chinese), ReportPage.Address(owner, "publish"), DueDay.Left(v, term, stage.Replied, stage.Published)));
            }
        }

        return tasks;
    }

    // What this person has to write, to mend, and to read once more, of what he may write.
    private static IEnumerable<Todo> Written(WorkVisit v)
    {
        var owners = v.Read(r => r.All(Kinds.Unit, ("year", (long)v.Year)).Concat(r.All(Kinds.Department, ("year", (long)v.Year))).Select(o => Organisations.Owner(r, v.Year, o["code"])).OfType<Unit>()
            .Where(o => v.Roles.Any(p => (p.Role == Role.Unit || p.Role == Role.Department) && p.Covers(o)) && ReportPage.May(v, r, o, "write") && Stage.Of(r, o).Published.Length == 0).ToList());
        var found = v.Site.Drafts.Of(v, owners);
        foreach (var owner in owners.Where(o => found.ContainsKey(o.Code)))
        {
            var draft = found[owner.Code];
            if (draft.Gaps > 0)
            {
                yield return new Todo(v.Say("work.todo.missing", owner.Name, draft.Gaps), ReportPage.Address(owner, "words") + "&missing=1", null);
            }

            if (draft.Changed > 0)
            {
                yield return new Todo(v.Say("work.todo.changed", owner.Name, draft.Changed), ReportPage.Address(owner, "words") + "&missing=1", null);
            }

            if (draft.Errors > 0)
            {
                yield return new Todo(v.Say("work.todo.errors", owner.Name, draft.Errors), ReportPage.Address(owner, "preview"), null);
            }
        }
    }

    private sealed record Todo(string Said, string Address, int? Days);
}
