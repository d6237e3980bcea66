using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Charts;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Rules;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Publishing;
using Mingzhang.Workbench.Pages.Reports;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Review;

/// <summary>审核台：every department with how far its units are, the days that are left, and what our checks find in its draft, rule by rule.</summary>
internal static class ReviewBoard
{
    private static readonly string[] Filters = ["", "late", "faulty", "mine"];

    public static WorkAnswer Show(WorkVisit v)
    {
        if (!v.Roles.Any(p => p.Role == Role.Department || p.Role == Role.Finance))
        {
            return WorkAnswer.Forbidden;
        }

        var term = v.Read(r => Terms.Of(r, v.Year));
        var rows = v.Read(r => Organisations.Owners(r, v.Year)
            .Where(o => v.Roles.Any(p => p.Covers(o))).Select(o => Row(v, r, o, term)).ToList());
        var found = v.Site.Drafts.Of(v, rows.ConvertAll(r => r.Owner));
        var filter = v.Visit.Ask("filter");
        var shown = rows.Where(r => filter switch
        {
            "late" => r.Left < 0,
            "faulty" => found.GetValueOrDefault(r.Owner.Code) is { Errors: > 0 },
            "mine" => r.Mine,
            _ => true,
        }).ToList();
        return WorkAnswer.Page(v["work.review"], Html($"""
            <h1>{v["work.review"]} <small>{v.Year}</small></h1>
            <p><a href="{v.To("/work/review/uploads")}">{v["work.uploads"]}</a></p>
            <nav class="years" aria-label="{v["work.filter"]}">{Filters.Select(f => Html($"<a href=\"{v.To(Address(v, f))}\"{(f == filter ? Html($" aria-current=\"page\"") : Empty)}>{v["work.filter." + (f.Length == 0 ? "all" : f)]}</a> "))}</nav>
            {(shown.Count == 0 ? Html($"<p class=\"none\">{v["work.review.none"]}</p>") : Html($"""
                <div class="scroll"><table class="list"><thead><tr><th scope="col">{v["work.department"]}</th><th scope="col">{v["work.state"]}</th><th scope="col">{v["work.unit"]}</th><th scope="col">{v["work.report.state"]}</th><th scope="col">{v["work.due"]}</th><th scope="col" class="n">{v["work.comments"]}</th><th scope="col" class="n">{v["work.errors"]}</th></tr></thead><tbody>
                {shown.Select(r => Line(v, r, term, found.GetValueOrDefault(r.Owner.Code)))}</tbody></table></div>
                """))}
            {DueDay.Rule(v, term, shown.Select(r => r.Stage.Replied))}
            {Heat(v, shown, found)}
            """), "/work/review");
    }

    private static BoardRow Row(WorkVisit v, Reading r, Unit owner, PublicationTerm term)
    {
        var units = Organisations.Units(r, owner.Year, owner.Code);
        var stage = Stage.Of(r, owner);
        return new BoardRow(owner, stage, [.. units.Select(u => new UnitStage(u, Stage.Of(r, u)))], units.Sum(u => Comments.Open(r, owner.Year, u.Code).Count()),
            DueDay.Left(v, term, stage.Replied, stage.Published), units.Append(owner).Any(u => Mine(v, r, u)));
    }

    // What carries it on and is this person's to do.
    private static bool Mine(WorkVisit v, Reading r, Unit unit)
    {
        var stage = Stage.Of(r, unit);
        var roles = v.RolesIn(unit);
        return Steps.Open(stage, roles).Any(s => s.Action == "pass") || (!unit.Whole && Steps.Onward(stage, roles).Any());
    }

    private static string Address(WorkVisit v, string filter) => string.Create(CultureInfo.InvariantCulture, $"/work/review?year={v.Year}") + (filter.Length > 0 ? "&filter=" + filter : "");

    private static Markup Line(WorkVisit v, BoardRow r, PublicationTerm term, DraftFindings? found) => Html($"""
        <tr><th scope="row"><a href="{v.To(ReportPage.Address(r.Owner, "publish"))}">{r.Owner.Name}</a> <small>{r.Owner.Code}</small></th><td>{ReportPage.Said(v, r.Stage.State)}</td><td>{r.Units.Select(u => Html($"<a href=\"{v.To(ReviewSheet.Address(u.Unit))}\">{u.Unit.Code}</a> <small>{ReportPage.Said(v, u.Stage.State)}</small> "))}</td><td>{(v.Visit.English ? Steps.ReportState(r.Stage.Report).English : Steps.ReportState(r.Stage.Report).Chinese)}</td><td>{DueDay.Said(v, term, r.Stage.Replied, r.Stage.Published)}</td><td class="n">{r.Comments}</td><td class="n{(found is { Errors: > 0 } ? " bad" : "")}">{(found is null ? v["work.unchecked"] : found.Errors.ToString(CultureInfo.InvariantCulture))}</td></tr>

        """);

    private static Markup Heat(WorkVisit v, IReadOnlyList<BoardRow> rows, IReadOnlyDictionary<string, DraftFindings> found)
    {
        var rules = rows.SelectMany(r => found.GetValueOrDefault(r.Owner.Code)?.Rules.Keys ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return rules.Count == 0 ? Empty : Html($"""
            <section><h2>{v["work.heat"]}</h2><div class="scroll"><table class="list heat"><thead><tr><th scope="col">{v["work.department"]}</th>{rules.Select(r => Html($"<th scope=\"col\" class=\"n\">{(RuleTexts.Standard.Rules.TryGetValue(r, out var rule) ? Html($"<abbr title=\"{v.Visit.Say(rule.Title)}\">{r}</abbr>") : Html($"{r}"))}</th>"))}</tr></thead><tbody>
            {rows.Where(r => found.ContainsKey(r.Owner.Code)).Select(r => Html($"<tr><th scope=\"row\"><a href=\"{v.To(ReportPage.Address(r.Owner, "preview"))}\">{r.Owner.Name}</a></th>{rules.Select(rule => found[r.Owner.Code].Rules.GetValueOrDefault(rule) is var n && n > 0 ? Html($"<td class=\"n h{Math.Min(n, 4)}\">{n}</td>") : Html($"<td></td>"))}</tr>\n"))}</tbody></table></div></section>
            """);
    }

    private sealed record BoardRow(Unit Owner, Stage Stage, IReadOnlyList<UnitStage> Units, int Comments, int? Left, bool Mine);

    private sealed record UnitStage(Unit Unit, Stage Stage);
}
