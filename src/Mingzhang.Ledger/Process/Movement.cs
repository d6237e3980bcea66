using System.Globalization;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Process;

/// <summary>流转：does one step for a unit, or for all units of a department, with what has to hold before it.</summary>
internal static class Movement
{
    /// <summary>办理一步; <paramref name="date"/> is the day of a reply or a publication.</summary>
    public static void Do(Writing writing, string action, int year, string code, DateOnly date)
    {
        var units = Organisations.Named(writing, year, code);
        if (units.Count == 0)
        {
            writing.Refuse($"{year} 年没有单位或部门 {code}，或部门还没有单位", $"there is no unit or department {code} with units in {year}", "用 mingzhang unit list 查看", "see mingzhang unit list");
            return;
        }

        if (action is "gather" or "approve" or "reply" or "issue" && units.Count > 0 && !All(writing, action, units))
        {
            return;
        }

        foreach (var unit in units)
        {
            if (action == "gather" && Stage.Of(writing, year, unit.Code).State.StartsWith("gathered", StringComparison.Ordinal))
            {
                continue;
            }

            One(writing, action, unit, date);
        }
    }

    /// <summary>办理公开文本的一步，主体是单位或整个部门; what a department publishes is the budget of its units, too.</summary>
    public static void Report(Writing writing, string action, int year, string code, DateOnly date)
    {
        if (Organisations.Owner(writing, year, code) is not { } owner)
        {
            writing.Refuse($"{year} 年没有单位或部门 {code}", $"there is no unit or department {code} in {year}", "用 mingzhang unit list 查看", "see mingzhang unit list");
            return;
        }

        One(writing, action, owner, date);
        foreach (var unit in owner.Whole && action == "publish" && writing.Problems.Count == 0 ? Organisations.Units(writing, year, code).Where(u => Stage.Of(writing, u).State == "replied") : [])
        {
            One(writing, "with-department", unit, date);
        }
    }

    private static void One(Writing writing, string action, Unit unit, DateOnly date)
    {
        if (Permission.Find(writing, action, unit) is not { } step)
        {
            return;
        }

        var stage = Stage.Of(writing, unit);
        Conditions.Check(writing, action, unit, stage, date);
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        writing.Put((stage with
        {
            State = step.To ?? stage.State,
            Report = step.Report ?? stage.Report,
            Replied = action == "reply" ? day : stage.Replied,
            Published = action == "publish" ? day : stage.Published,
            Corrected = action == "reissue" ? day : stage.Corrected,
        }).Stored());
        if (action == "reply")
        {
            Replied(writing, unit);
        }
    }

    // What the reply gives money to is in the budget from then on.
    private static void Replied(Writing writing, Unit unit)
    {
        Execution.Allotments.Open(writing, unit);
        var paid = writing.All(Kinds.Line, ("year", (long)unit.Year), ("unit", unit.Code)).Select(l => l["project"]).ToHashSet(StringComparer.Ordinal);
        foreach (var project in Projects.Of(writing, unit).Where(p => paid.Contains(p.Code) && (p.State is "储备" or "已评审")))
        {
            writing.Put((project with { State = "列入预算" }).Stored());
        }
    }

    // A department is the sum of its units: while one is missing, nothing is gathered, and it is named.
    private static bool All(Writing writing, string action, IReadOnlyList<Unit> units)
    {
        var department = units[0].Department;
        var everyone = Organisations.Units(writing, units[0].Year, department);
        var from = Steps.All.Where(s => s.Action == action).SelectMany(s => s.From).ToHashSet(StringComparer.Ordinal);
        var round = everyone.Max(u => Stage.Of(writing, u.Year, u.Code).Round);
        var missing = everyone.Where(u => Stage.Of(writing, u.Year, u.Code) is var s && (s.Round != round || (!from.Contains(s.State) && !(action == "gather" && s.State.StartsWith("gathered", StringComparison.Ordinal))))).ToList();
        if (missing.Count == 0)
        {
            var unmatched = action == "gather" ? Transfers.Unmatched(writing, everyone).ToList() : [];
            unmatched.ForEach(writing.Refuse);
            return unmatched.Count == 0;
        }

        var names = string.Join('、', missing.Select(u => $"{u.Code} {u.Name}（{Steps.State(Stage.Of(writing, u.Year, u.Code).State).Chinese}）"));
        var english = string.Join(", ", missing.Select(u => $"{u.Code} ({Steps.State(Stage.Of(writing, u.Year, u.Code).State).English})"));
        var name = Steps.Name(action);
        writing.Refuse($"部门 {department} 还缺：{names}，不能{name.Chinese}", $"department {department} still lacks {english}: one cannot {name.English}", "等这些单位报齐后再办", "wait until these units are there");
        return false;
    }
}
