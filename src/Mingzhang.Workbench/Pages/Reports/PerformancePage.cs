using System.Globalization;
using Mingzhang.Charts;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>绩效：the objective of each project with its indicators, whose weights come to a hundred; one indicator is saved at a time.</summary>
internal static class PerformancePage
{
    private const decimal Whole = 100;

    public static WorkAnswer Show(WorkVisit v) => ReportPage.Unit(v) is { } unit ? Form(v, unit, Empty) : WorkAnswer.Missing;

    /// <summary>保存一个指标。</summary>
    public static WorkAnswer Send(WorkVisit v)
    {
        if (ReportPage.Unit(v) is not { } unit)
        {
            return WorkAnswer.Missing;
        }

        var problems = v.WriteUnit(v["work.edit"], unit.Code, w =>
        {
            var project = Project.IdOf(unit.Year, unit.Code, v.Field("project").Trim());
            var weight = v.Field("weight").Trim();
            if (v.Field("name").Trim().Length == 0 || (weight.Length > 0 && !(Weight(weight) is >= 0 and <= Whole)))
            {
                w.Refuse(Problem.Of("指标要有名称，权重是 0 到 100 的数", "an indicator has a name, and a weight from 0 to 100", "请改正", "mend it"));
                return;
            }

            var number = WorkVisit.Whole(v.Field("number")) is { } given and > 0 ? given : Projects.Indicators(w, project).Select(i => i.Number).DefaultIfEmpty().Max() + 1;
            var usual = CommonIndicators.Find(v.Field("name").Trim());
            Projects.Put(w, unit, new ProjectIndicator(project, number, v.Field("name").Trim(), ProjectIndicator.Natures.Contains(v.Field("nature")) ? v.Field("nature") : "=", v.Field("value").Trim(), v.Field("unit").Trim() is { Length: > 0 } measured ? measured : usual?.Unit ?? "", weight, v.Field("core") == ProjectIndicator.Yes ? ProjectIndicator.Yes : ProjectIndicator.No));
        });
        return problems.Count == 0 ? WorkAnswer.Go(ReportPage.Address(unit, "performance")) : Form(v, unit, Refused.List(v, problems));
    }

    private static WorkAnswer Form(WorkVisit v, Unit unit, Markup said)
    {
        var may = ReportPage.MayEdit(v, unit);
        var projects = v.Read(r => Projects.Of(r, unit).Select(p => new Measured(p, Projects.Indicators(r, p.Id))).ToList());
        return ReportPage.Page(v, unit, "performance", said, projects.Count == 0 ? Html($"<p class=\"none\">{v["work.projects.none"]}</p>") : Html($"{When(may, () => CommonIndicators.Lists)}{projects.Select(m => One(v, m, may))}"));
    }

    private static Markup One(WorkVisit v, Measured m, bool may)
    {
        var weights = m.Indicators.Sum(i => Weight(i.Weight) ?? 0);
        return Html($"""
            <section id="p-{m.Project.Code}"><h3>{m.Project.Code} {m.Project.Name}</h3><p>{(m.Project.Objective.Length > 0 ? Html($"{m.Project.Objective}") : Html($"<span class=\"bad\">{v["work.objective.none"]}</span>"))}</p>
            <div class="scroll" tabindex="0" role="region" aria-label="{v["work.indicator"]}"><table class="list"><thead><tr><th scope="col">{v["work.indicator"]}</th><th scope="col">{v["work.indicator.target"]}</th><th scope="col">{v["work.indicator.core"]}</th><th scope="col" class="n">{v["work.indicator.weight"]}</th></tr></thead><tbody>
            {m.Indicators.Select(i => Html($"<tr><th scope=\"row\">{i.Name}</th><td>{i.Nature} {i.Value} {i.Unit}</td><td>{i.Core}</td><td class=\"n\">{i.Weight}</td></tr>\n"))}</tbody><tfoot><tr><th scope="row" colspan="3">{v["work.indicator.sum"]}</th><td class="n{(weights == Whole || m.Indicators.Count == 0 ? "" : " bad")}">{weights.ToString("0.##", CultureInfo.InvariantCulture)}</td></tr></tfoot></table></div>
            {When(m.Indicators.Count > 0 && weights != Whole, () => Html($"<p class=\"notice\">{v.Say(weights < Whole ? "work.indicator.hundred" : "work.indicator.more", Math.Abs(Whole - weights).ToString("0.##", CultureInfo.InvariantCulture))}</p>"))}
            {When(may, () => Join(m.Indicators.Select(i => Entry(v, m.Project, i)).Append(Entry(v, m.Project, null))))}</section>

            """);
    }

    private static Markup Entry(WorkVisit v, Project project, ProjectIndicator? i) => Html($"""
        <details><summary>{(i is null ? v["work.indicator.new"] : v.Say("work.project.edit", i.Number, i.Name))}</summary><form class="entry" method="post">{v.Token}<input type="hidden" name="project" value="{project.Code}"><input type="hidden" name="number" value="{i?.Number ?? 0}">
        <label>{v["work.indicator"]}<input name="name" required maxlength="100" list="indicators" value="{i?.Name}"></label><label>{v["work.indicator.nature"]}<select name="nature">{ProjectIndicator.Natures.Select(n => Html($"<option{(n == (i?.Nature ?? ProjectIndicator.Natures[0]) ? Html($" selected") : Empty)}>{n}</option>"))}</select></label>
        <label>{v["work.indicator.value"]}<input name="value" maxlength="60" value="{i?.Value}"></label><label>{v["work.indicator.unit"]}<input name="unit" maxlength="20" list="indicator-units" value="{i?.Unit}"></label><label>{v["work.indicator.weight"]}<input name="weight" inputmode="decimal" maxlength="6" value="{i?.Weight}"></label>
        <label><span><input type="checkbox" name="core" value="{ProjectIndicator.Yes}"{(i?.Core == ProjectIndicator.Yes ? Html($" checked") : Empty)}> {v["work.indicator.core"]}</span></label><button>{v["work.save"]}</button></form></details>
        """);

    private static decimal? Weight(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : null;

    private sealed record Measured(Project Project, IReadOnlyList<ProjectIndicator> Indicators);
}
