using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages;

/// <summary>指标表：targets, and beside them what was reached, where the document says so.</summary>
internal static class IndicatorTable
{
    public static Markup Of(Visit v, PerformanceObject project)
    {
        var reached = project.Indicators.Any(i => i.Actual.Length > 0);
        return Html($"""
            {When(project.Evaluation is { Outcome.Length: > 0 }, () => Html($"<p><b>{v["project.outcome"]}</b> <span lang=\"zh\">{project.Evaluation!.Outcome}</span>{When(project.Evaluation.Total is not null, () => Html($" {v.Say("project.points", project.Evaluation.Total!.Text)}"))} <span lang=\"zh\">{project.Evaluation.Grade}</span></p>"))}
            <div class="scroll"><table class="list"><thead><tr><th scope="col">{v["indicator"]}</th><th scope="col">{v["indicator.value"]}</th>{When(reached, () => Html($"<th scope=\"col\">{v["indicator.actual"]}</th><th scope=\"col\">{v["target.state"]}</th>"))}<th scope="col" class="n">{v["indicator.weight"]}</th></tr></thead><tbody>
            {project.Indicators.Select(i => Html($"<tr><th scope=\"row\" lang=\"zh\">{i.Name}</th><td lang=\"zh\">{Wanted(i)}</td>{When(reached, () => Html($"<td lang=\"zh\">{i.Actual}</td><td>{State(v, i)}</td>"))}<td class=\"n\">{i.WeightText}</td></tr>\n"))}</tbody></table></div>
            """);
    }

    /// <summary>目标值: forms print sign and unit in cells of their own, or all in one.</summary>
    public static string Wanted(Indicator indicator) =>
        string.Join(' ', new[] { indicator.Value.Contains(indicator.Nature, StringComparison.Ordinal) ? "" : indicator.Nature, indicator.Value, indicator.Value.EndsWith(indicator.Unit, StringComparison.Ordinal) ? "" : indicator.Unit }.Where(w => w.Length > 0));

    /// <summary>是否达到的一句。</summary>
    public static Markup State(Visit v, Indicator indicator) => Target.Met(indicator) switch
    {
        true => Html($"<span class=\"good\">✓ {v["target.met"]}</span>"),
        false => Html($"<span class=\"bad\">✗ {v["target.missed"]}</span>"),
        null => Html($"<span class=\"soft\">{v["target.untold"]}</span>"),
    };
}
