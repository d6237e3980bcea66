using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Process;

/// <summary>权限：asks the table of steps whether this person may do this now, and says why not.</summary>
internal static class Permission
{
    /// <summary>可以做的那一步; null after a refusal.</summary>
    public static Step? Find(Writing writing, string action, Unit unit)
    {
        var stage = Stage.Of(writing, unit);
        var roles = Organisations.Roles(writing, writing.Who).Where(p => p.Covers(unit)).Select(p => p.Role).ToHashSet();
        var asked = Amendment.Asked(writing, unit, action, stage);
        if (Steps.Open(stage, roles).FirstOrDefault(s => s.Action == asked) is { } step)
        {
            return step;
        }

        var steps = Steps.All.Where(s => s.Action == asked).ToList();
        var now = Steps.At(stage).Where(s => s.Action == asked).ToList();

        var name = steps[0].Name;
        var state = Steps.State(stage.State);
        if (now.Count == 0 && steps.Exists(s => s.Who.Any(roles.Contains)))
        {
            var report = Steps.ReportState(stage.Report);
            writing.Refuse($"{unit.Code} {unit.Name} 现在是“{state.Chinese}”、公开文本“{report.Chinese}”，不能{name.Chinese}", $"{unit.Code} is in the state '{state.English}' with its report '{report.English}': one cannot {name.English}", "用 mingzhang status 查看下一步", "see mingzhang status for what is next");
            return null;
        }

        var needed = (now.Count > 0 ? now : steps).SelectMany(s => s.Who).Distinct().ToList();
        writing.Refuse($"{writing.Who} 在 {unit.Code} {unit.Name} 没有可以{name.Chinese}的角色", $"{writing.Who} has no role in {unit.Code} that may {name.English}", "需要的角色：" + string.Join('、', needed.Select(r => r.Chinese)), "it takes the role of " + string.Join(" or ", needed.Select(r => r.English)));
        return null;
    }

    /// <summary>可否做; where it may, a report that was written before is out of date, as the table says.</summary>
    public static bool Check(Writing writing, string action, Unit unit)
    {
        if (Find(writing, action, unit) is not { } step)
        {
            return false;
        }

        var stage = Stage.Of(writing, unit);
        if (step.Report is { } report && report != stage.Report)
        {
            writing.Put((stage with { Report = report }).Stored());
        }

        // The department's report is the sum of its units, so it is out of date with any of them.
        if (action == "edit" && Organisations.Owner(writing, unit.Year, unit.Department) is { Whole: true } whole && Stage.Own(writing, whole) is { Version: > 0, Published.Length: 0 } of && of.Report != "none")
        {
            writing.Put((of with { Report = "none" }).Stored());
        }

        // What is corrected is checked anew.
        if (action == "edit" && Amendment.Of(writing, unit) is { Report: not "draft" } amended)
        {
            writing.Put((amended with { Report = "draft" }).Stored());
        }

        return true;
    }
}
