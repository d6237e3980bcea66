using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>项目：each with its money, its objective and its indicators; what was reached where the document says so.</summary>
internal static class ProjectSection
{
    private const int Most = 60;

    public static Markup Of(Visit v, FigureBook book, IReadOnlyList<PerformanceObject> projects, IReadOnlyList<ArchivedText> texts)
    {
        var named = book.All.Where(s => s is { Fen: not null, Statement: AmountStatement { Blank: false } } && s.Statement.Point.Key("project") is not null && s.Statement.Point.Key("year") == book.Year.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .DistinctBy(s => s.Statement.Point.Key("project")).ToDictionary(s => s.Statement.Point.Key("project")!, StringComparer.Ordinal);
        var described = ProjectRecord.Described(texts);
        if (projects.Count + named.Count + described.Count == 0)
        {
            return Empty;
        }

        var own = ProjectRecord.OwnNames(projects);
        var rest = named.Values.Where(s => !own.ContainsKey(s.Statement.Point.Key("project")!) && projects.All(p => p.Name != s.Statement.Point.Key("project"))).OrderByDescending(s => s.Fen).ToList();
        var told = described.Keys.Where(n => projects.All(p => ProjectRecord.Key(p.Name) != ProjectRecord.Key(n))).ToList();
        return Html($"""
            {projects.OrderByDescending(p => p.Whole).ThenByDescending(p => p.Money?.Amount?.Yuan ?? -1).Take(Most).Select(p => One(v, book, p))}
            {When(told.Count > 0, () => Html($"<ul class=\"plain\">{told.Take(Most).Select(n => Html($"<li>{ProjectRecord.Link(v, book.Document, n)}</li>\n"))}</ul>"))}
            {When(rest.Count > 0, () => Html($"<table class=\"list\"><caption>{v["unit.wan"]}</caption><thead><tr><th scope=\"col\">{v["project"]}</th><th scope=\"col\" class=\"n\">{v["amount"]}</th></tr></thead><tbody>{rest.Take(Most).Select(s => Html($"<tr><th scope=\"row\">{ProjectRecord.Link(v, book.Document, s.Statement.Point.Key("project")!)}</th><td class=\"n\">{Money.Link(v, s)}</td></tr>\n"))}</tbody></table>"))}
            """);
    }

    private static Markup One(Visit v, FigureBook book, PerformanceObject project)
    {
        var amount = project.Money?.Amount?.ToString();
        return Html($"""
            <details class="project"><summary><b lang="zh">{project.Name}</b>{When(amount is not null, () => Html($" {amount!}"))} <small>{v.Say("project.indicators", project.Indicators.Count)}</small>{When(project.Whole, () => Html($" <small>{v["project.whole"]}</small>"))}</summary>
            {When(amount is not null, () => Html($"<p>{v["amount"]} <a class=\"fig\" href=\"{Money.Address(v, book.Document, project.Money!.Id)}\">{amount!}</a></p>"))}
            {When(project.Goal.Length > 0, () => Html($"<p lang=\"zh\">{project.Goal}</p>"))}
            {When(project.Indicators.Count > 0, () => IndicatorTable.Of(v, project))}
            {When(!project.Whole, () => Html($"<p>{ProjectRecord.Link(v, book.Document, project.Name)} <small>{v["project.see"]}</small></p>"))}
            </details>

            """);
    }
}
