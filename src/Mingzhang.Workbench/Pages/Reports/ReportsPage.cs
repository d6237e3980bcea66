using System.Globalization;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>报告列表：the units and departments that this person may see in a year, with how far each is.</summary>
internal static class ReportsPage
{
    public static WorkAnswer Of(WorkVisit v)
    {
        var rows = v.Read(r => r.All(Kinds.Unit, ("year", (long)v.Year)).Select(Unit.Of).Where(u => v.Roles.Any(p => p.Covers(u)))
            .OrderBy(u => u.Department, StringComparer.Ordinal).ThenByDescending(u => u.Headquarters).ThenBy(u => u.Code, StringComparer.Ordinal)
            .Select(u => new Row(u, Stage.Of(r, u), LineRows.Spent(r, u).Sum(s => s.Fen), Comments.Open(r, v.Year, u.Code).Count())).ToList());
        var whole = v.Read(r => Organisations.Owners(r, v.Year).Where(o => v.Roles.Any(p => p.Covers(o))).Select(o => new Row(o, Stage.Of(r, o), 0, 0)).ToList());
        var years = v.Read(r => r.All(Kinds.Unit).Select(u => (int)u.Whole("year")).Distinct().OrderDescending().ToList());
        return WorkAnswer.Page(v["work.reports"], Html($"""
            <h1>{v["work.reports"]} <small>{v.Year}</small></h1>
            <nav class="years" aria-label="{v["year"]}">{years.Select(y => Html($"<a href=\"{v.To("/work/reports?year=" + y.ToString(CultureInfo.InvariantCulture))}\"{(y == v.Year ? Html($" aria-current=\"page\"") : Empty)}>{y}</a> "))}</nav>
            {(rows.Count == 0 ? Html($"<p class=\"none\">{v["work.reports.none"]}</p>") : Html($"""
                <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["work.unit"]}</th><th scope="col">{v["work.state"]}</th><th scope="col">{v["work.report.state"]}</th><th scope="col" class="n">{v["item.spending"]}</th><th scope="col" class="n">{v["work.comments"]}</th></tr></thead><tbody>
                {rows.Select(r => Html($"<tr><th scope=\"row\"><a href=\"{v.To(ReportPage.Address(r.Unit, "spending"))}\">{r.Unit.Name}</a> <small>{r.Unit.Code}</small></th><td>{ReportPage.Said(v, r.Stage.State)}</td><td>{(v.Visit.English ? Steps.ReportState(r.Stage.Report).English : Steps.ReportState(r.Stage.Report).Chinese)}</td><td class=\"n\">{Fen.TenThousand(r.Fen)}</td><td class=\"n\">{r.Comments}</td></tr>\n"))}</tbody></table></div>
                """))}
            {When(whole.Count > 0, () => Html($"<section><h2>{v["work.reports.departments"]}</h2><ul class=\"plain\">{whole.Select(r => Html($"<li><a href=\"{v.To(ReportPage.Address(r.Unit, "publish"))}\">{r.Unit.Name}</a> <small>{r.Unit.Code} {(v.Visit.English ? Steps.ReportState(r.Stage.Report).English : Steps.ReportState(r.Stage.Report).Chinese)}</small></li>"))}</ul></section>"))}
            """), "/work/reports");
    }

    private sealed record Row(Unit Unit, Stage Stage, long Fen, int Comments);
}
