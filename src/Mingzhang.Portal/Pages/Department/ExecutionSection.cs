using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Portal.Figures;
using Mingzhang.Portal.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Portal.Pages.Department;

/// <summary>花了多少：the result against the budget, what was added during the year, and why.</summary>
internal static class ExecutionSection
{
    private const int MostDrawn = 14, MostRows = 60;

    public static Markup Of(Visit v, FigureBook book, IReadOnlyList<PerformanceObject> promises)
    {
        var whole = Executed.Whole(book);
        var items = Executed.Functions(book);
        var projects = Executed.Projects(book);
        var names = ProjectRecord.OwnNames(promises);
        var all = (whole is null ? [] : new[] { whole }).Concat(items).Concat(projects).ToList();
        return all.Count == 0 ? Empty : Html($"{Chart(v, book, whole, projects.Count > 0 ? projects : items, names)}{Added(v, all, names)}");
    }

    private static Markup Chart(Visit v, FigureBook book, Executed? whole, IReadOnlyList<Executed> items, IReadOnlyDictionary<string, string> names)
    {
        var rows = (whole is null ? [] : new[] { whole }).Concat(items).Where(e => e.Rate is not null).ToList();
        if (rows.Count == 0)
        {
            return Empty;
        }

        var first = rows[0];
        var caption = Html($"{v.Say(first.ByRevision ? "execution.revised" : "execution.caption", book.Year, PointName.Short(v.Library, first.Point, v.English), Money.Text((first.Revised ?? first.Planned)!.Fen!.Value), Money.Text(first.Spent!.Fen!.Value), Rate(first))}");
        var frame = new ChartFrame("execution-chart", v["section.execution"], caption, v["table"], [v["item"], v["item.planned"], v["item.revised"], v["item.spent"], v["execution.rate"]]);
        return BulletChart.Draw(frame, [.. rows.Take(MostDrawn).Concat(rows.Skip(MostDrawn).Take(MostRows)).Select(e => new Progress(Name(v, e, names), e.Rate!.Value, null, Rate(e), Money.Text(e.Spent!.Fen!.Value) + " / " + Money.Text((e.Revised ?? e.Planned)!.Fen!.Value), Money.Address(v, e.Spent.Document, e.Spent.Statement.Id),
            [Money.Link(v, e.Planned), Money.Link(v, e.Revised), Money.Link(v, e.Spent), Html($"{Rate(e)}")]))]);
    }

    private static Markup Added(Visit v, List<Executed> items, IReadOnlyDictionary<string, string> names)
    {
        // The whole, then projects, then codes: each group divides the same money anew.
        var added = items.Where(e => e.Added > 0).OrderBy(Group).ThenByDescending(e => e.Added).ToList();
        return Html($"""
            <h3 id="added">{v["added.title"]}</h3>
            {(added.Count == 0 ? Parts.None(v, "added.none") : Html($"""
                <div class="scroll"><table class="list"><caption>{v["unit.wan"]}</caption><thead><tr><th scope="col">{v["item"]}</th><th scope="col" class="n">{v["added.by"]}</th><th scope="col" class="n">{v["item.planned"]}</th><th scope="col" class="n">{v["added.later"]}</th><th scope="col">{v["reason"]}</th></tr></thead><tbody>
                {added.Take(MostRows).Select(e => Html($"<tr><th scope=\"row\">{Name(v, e, names)} <small>{v["added.group." + Group(e).ToString(System.Globalization.CultureInfo.InvariantCulture)]}</small></th><td class=\"n\">{Money.Signed(e.Added!.Value)}</td><td class=\"n\">{Money.Link(v, e.Planned)}</td><td class=\"n\">{Money.Link(v, e.Revised ?? e.Spent)} <small>{v[e.ByRevision ? "item.revised" : "item.spent"]}</small></td><td lang=\"zh\">{(e.Reason is null ? Html($"<small>{v["why.noreason"]}</small>") : Html($"{e.Reason}"))}</td></tr>\n"))}</tbody></table></div>
                """))}
            """);
    }

    private static int Group(Executed e) => e.Point.Key("project") is not null ? 1 : e.Point.Key("function") is not null ? 2 : 0;

    private static string Name(Visit v, Executed e, IReadOnlyDictionary<string, string> names) => e.Point.Key("project") is { } project ? names.GetValueOrDefault(project, project) : PointName.Short(v.Library, e.Point.Key("function") is not null && v.Library.Space.Dimension("fund") is { } fund ? e.Point.Without(fund) : e.Point, v.English);

    private static string Rate(Executed e) => Money.Percent(e.Spent!.Fen!.Value, (e.Revised ?? e.Planned)!.Fen!.Value);
}
