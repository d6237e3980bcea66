using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>项目：each with its money, its objective and its indicators; what was reached where the document says so.</summary>
internal static class ProjectSection
{
    private const int Most = 60;

    public static Markup Of(Visit v, FigureBook book, IReadOnlyList<PerformanceObject> projects)
    {
        var named = book.All.Where(s => s is { Fen: not null, Statement: AmountStatement { Blank: false } } && s.Statement.Point.Key("project") is not null && s.Statement.Point.Key("year") == book.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .DistinctBy(s => s.Statement.Point.Key("project")).ToDictionary(s => s.Statement.Point.Key("project")!, StringComparer.Ordinal);
        if (projects.Count + named.Count == 0)
        {
            return Empty;
        }

        var rest = named.Values.Where(s => projects.All(p => p.Name != s.Statement.Point.Key("project"))).OrderByDescending(s => s.Fen).ToList();
        return Html($"""
            {projects.Take(Most).Select(p => One(v, book, p))}
            {When(rest.Count > 0, () => Html($"<table class=\"list\"><caption>{v["unit.wan"]}</caption><thead><tr><th scope=\"col\">{v["project"]}</th><th scope=\"col\" class=\"n\">{v["amount"]}</th></tr></thead><tbody>{rest.Take(Most).Select(s => Html($"<tr><th scope=\"row\" lang=\"zh\">{s.Statement.Point.Key("project")}</th><td class=\"n\">{Money.Link(v, s)}</td></tr>\n"))}</tbody></table>"))}
            """);
    }

    private static Markup One(Visit v, FigureBook book, PerformanceObject project)
    {
        var amount = project.Money?.Amount?.ToString();
        return Html($"""
            <details class="project"><summary><b lang="zh">{project.Name}</b>{When(amount is not null, () => Html($" {amount!}"))} <small>{v.Say("project.indicators", project.Indicators.Count)}</small>{When(project.Whole, () => Html($" <small>{v["project.whole"]}</small>"))}</summary>
            {When(amount is not null, () => Html($"<p>{v["amount"]} <a class=\"fig\" href=\"{Money.Address(v, book.Document, project.Money!.Id)}\">{amount!}</a></p>"))}
            {When(project.Goal.Length > 0, () => Html($"<p lang=\"zh\">{project.Goal}</p>"))}
            {When(project.Evaluation is { Outcome.Length: > 0 }, () => Html($"<p><b>{v["project.outcome"]}</b> <span lang=\"zh\">{project.Evaluation!.Outcome}</span> {project.Evaluation.Grade}</p>"))}
            {When(project.Indicators.Count > 0, () => Html($"<div class=\"scroll\"><table class=\"list\"><thead><tr><th scope=\"col\">{v["indicator"]}</th><th scope=\"col\">{v["indicator.value"]}</th>{When(project.Indicators.Any(i => i.Actual.Length > 0), () => Html($"<th scope=\"col\">{v["indicator.actual"]}</th>"))}<th scope=\"col\" class=\"n\">{v["indicator.weight"]}</th></tr></thead><tbody lang=\"zh\">{project.Indicators.Select(i => Html($"<tr><th scope=\"row\">{i.Name}</th><td>{i.Nature} {i.Value} {i.Unit}</td>{When(project.Indicators.Any(x => x.Actual.Length > 0), () => Html($"<td>{i.Actual}</td>"))}<td class=\"n\">{i.WeightText}</td></tr>\n"))}</tbody></table></div>"))}
            </details>

            """);
    }
}
