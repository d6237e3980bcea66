using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>项目：the projects of a unit, with what they cost and their objective; added and changed one at a time.</summary>
internal static class ProjectsPage
{
    public static WorkAnswer Show(WorkVisit v) => ReportPage.Unit(v) is { } unit ? Form(v, unit, Empty) : WorkAnswer.Missing;

    /// <summary>保存一个项目。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        if (ReportPage.Unit(v) is not { } unit)
        {
            return WorkAnswer.Missing;
        }

        var code = v.Field("code").Trim();
        var problems = v.WriteUnit(v["work.edit"], unit.Code, w =>
        {
            var old = w.Find(Kinds.Project, Project.IdOf(unit.Year, unit.Code, code)) is { } found ? Project.Of(found) : null;
            Projects.Put(w, unit, (old ?? new Project { Year = unit.Year, Unit = unit.Code, Code = code, Name = "" }) with
            {
                Name = v.Field("name").Trim(),
                Basis = v.Field("basis").Trim(),
                Objective = v.Field("objective").Trim(),
                Starts = WorkVisit.Whole(v.Field("starts")) ?? 0,
                Ends = WorkVisit.Whole(v.Field("ends")) ?? 0,
                Version = long.TryParse(v.Field("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0,
            });
        });
        return problems.Count == 0 ? WorkAnswer.Go(ReportPage.Address(unit, "projects")) : Form(v, unit, Refused.List(v, problems));
    }

    private static WorkAnswer Form(WorkVisit v, Unit unit, Markup said)
    {
        var may = ReportPage.MayEdit(v, unit);
        var projects = v.Read(r => Projects.Of(r, unit));
        var cost = v.Read(r => LineRows.Of(r, unit)).Where(l => l.Project.Length > 0 && l.Phase == "budget" && l.Spending).GroupBy(l => l.Project, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(l => l.Fen), StringComparer.Ordinal);
        return ReportPage.Page(v, unit, "projects", said, Html($"""
            {(projects.Count == 0 ? Html($"<p class=\"none\">{v["work.projects.none"]}</p>") : Html($"""
                <div class="scroll" tabindex="0" role="region" aria-label="{v["line.project"]}"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["line.project"]}</th><th scope="col">{v["work.project.state"]}</th><th scope="col" class="n">{v["line.fen"]}</th><th scope="col">{v["work.project.objective"]}</th></tr></thead><tbody>
                {projects.Select(p => Html($"<tr><th scope=\"row\">{p.Code} {p.Name}</th><td>{p.State}</td><td class=\"n\">{(cost.TryGetValue(p.Code, out var fen) ? Fen.TenThousand(fen) : "")}</td><td>{p.Objective}</td></tr>\n"))}</tbody></table></div>
                """))}
            {When(may, () => Join(projects.Select(p => Entry(v, p)).Append(Entry(v, null))))}
            """));
    }

    private static Markup Entry(WorkVisit v, Project? p) => Html($"""
        <details{(p is null ? Html($" open") : Empty)}><summary>{(p is null ? v["work.project.new"] : v.Say("work.project.edit", p.Code, p.Name))}</summary><form class="entry" method="post">{v.Token}<input type="hidden" name="version" value="{p?.Version ?? 0}">
        <label>{v["work.project.code"]}<input name="code" required maxlength="40" value="{(p is null ? v.Field("code") : p.Code)}"{(p is null ? Empty : Html($" readonly"))}></label>
        <label>{v["work.project.name"]}<input name="name" required maxlength="100" value="{(p is null ? v.Field("name") : p.Name)}"></label>
        <label>{v["work.project.basis"]}<input name="basis" maxlength="300" value="{(p is null ? v.Field("basis") : p.Basis)}"></label>
        <label>{v["work.project.starts"]}<input name="starts" inputmode="numeric" maxlength="4" value="{(p is { Starts: > 0 } ? p.Starts.ToString(CultureInfo.InvariantCulture) : "")}"></label>
        <label>{v["work.project.ends"]}<input name="ends" inputmode="numeric" maxlength="4" value="{(p is { Ends: > 0 } ? p.Ends.ToString(CultureInfo.InvariantCulture) : "")}"></label>
        <label>{v["work.project.objective"]}<textarea name="objective" rows="3" maxlength="1000">{(p is null ? v.Field("objective") : p.Objective)}</textarea></label><button>{v["work.save"]}</button></form></details>
        """);
}
