using Mingzhang.Charts;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using static Mingzhang.Charts.Markup;

namespace Mingzhang.Workbench.Pages.Reports;

/// <summary>报告各部分的状态：complete, something missing, an error, or not checked since the last change; what stands in the ledger is asked at once, what takes a whole draft only where it was checked already.</summary>
internal static class PartStates
{
    private const string Whole = "whole", Lacking = "lacking", Faulty = "faulty", Unchecked = "unchecked";

    /// <summary>各部分的; a part of which nothing can be said is absent.</summary>
    public static IReadOnlyDictionary<string, string> Of(WorkVisit v, Unit owner)
    {
        var states = v.Read(r => owner.Whole ? [] : OfUnit(r, owner));
        var stage = v.Read(r => Stage.Of(r, owner));
        var unreviewed = v.Read(r => Words.Unreviewed(r, owner.Year, owner.Code).Count);
        var draft = v.Site.Drafts.Kept(v, owner);
        states["words"] = unreviewed > 0 || draft is { Gaps: > 0 } or { Changed: > 0 } ? Lacking : draft is null ? Unchecked : Whole;
        states["preview"] = draft is null ? Unchecked : draft.Errors > 0 ? Faulty : draft.Gaps > 0 ? Lacking : Whole;
        states["publish"] = stage.Report is "published" or "corrected" ? Whole : Lacking;
        return states;
    }

    /// <summary>一部分的标记，在它的链接之后; the sign says it to the eye, its name to those who listen.</summary>
    public static Markup Mark(WorkVisit v, string? state) => When(state is not null, () => Html($"<span class=\"mark {state}\" role=\"img\" aria-label=\"{v["work.part.is." + state]}\" title=\"{v["work.part.is." + state]}\">{Sign(state!)}</span>"));

    private static Dictionary<string, string> OfUnit(Reading r, Unit unit)
    {
        var sums = LineRows.Sums(r, unit).ToList();
        var projects = Projects.Of(r, unit);
        var named = LineRows.Of(r, unit).Where(l => l.Phase == "budget" && l.Project.Length > 0).Select(l => l.Project).ToHashSet(StringComparer.Ordinal);
        var (income, spending) = (sums.Exists(s => s.Measure != "expenditure"), sums.Exists(s => s.Measure == "expenditure"));

        // What is not in balance or above its control figure is refused when it is submitted.
        var unbalanced = income && spending && Conditions.Unbalanced(r, unit).Count > 0;
        var exceeded = spending && Controls.Exceeded(Controls.Of(r, unit), LineRows.Of(r, unit), unit).Any();
        var withoutGoal = projects.Any(p => named.Contains(p.Code) && p.Objective.Length == 0);
        var withoutIndicator = projects.Any(p => named.Contains(p.Code) && Projects.Indicators(r, p.Id).Count == 0);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["income"] = unbalanced ? Faulty : income ? Whole : Lacking,
            ["spending"] = unbalanced || exceeded ? Faulty : spending ? Whole : Lacking,
            ["projects"] = withoutGoal ? Lacking : Whole,
            ["performance"] = withoutIndicator ? Lacking : Whole,
            ["submit"] = Comments.Open(r, unit.Year, unit.Code).Any() ? Faulty : Stage.Of(r, unit).State is "compiling-1" or "compiling-2" ? Lacking : Whole,
        };
    }

    private static string Sign(string state) => state switch { Whole => "✓", Lacking => "○", Faulty => "!", _ => "·" };
}
