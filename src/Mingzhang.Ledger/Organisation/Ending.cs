using System.Globalization;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Organisation;

/// <summary>撤并单位：a unit is no more from a year on. What it did before stays where it is; what has been begun in that year has to be ended first.</summary>
internal static class Ending
{
    // What a unit has before anybody has worked in the year: it goes with it.
    private static readonly RecordKind[] Own = [Kinds.Unit, Kinds.Succession, Kinds.Staff, Kinds.Stage];

    /// <summary>停用，或并入另一单位。</summary>
    /// <param name="writing">The ledger.</param>
    /// <param name="year">The first year without it.</param>
    /// <param name="code">Its code.</param>
    /// <param name="successor">The unit that takes it over; empty for none.</param>
    public static void End(Writing writing, int year, string code, string successor)
    {
        if (Succession.Ended(writing, year, code) is { } ended)
        {
            writing.Refuse($"{code} {ended.Name} 已从 {ended.Year} 年起停用", $"{code} is no more since {ended.Year}", "不必再办", "there is nothing to do");
            return;
        }

        if (Last(writing, year, code) is not { } unit)
        {
            writing.Refuse($"{year} 年及上年没有单位 {Problem.Shown(code)}", $"there is no unit {Problem.Shown(code)} in {year} or the year before", "请检查编码和年度", "check the code and the year");
            return;
        }

        if (!Permission.Check(writing, "organise", unit) || (successor.Length > 0 && !MayTakeOver(writing, year, unit, successor)) || Leads(writing, year, unit))
        {
            return;
        }

        var years = writing.All(Kinds.Unit, ("code", code)).Select(Unit.Of).Where(u => u.Year >= year).ToList();
        foreach (var one in years)
        {
            Begun(writing, one);
        }

        if (writing.Problems.Count == 0)
        {
            years.ForEach(u => Remove(writing, u));
            writing.Put(new Succession(year, code, unit.Department, unit.Name, successor).Stored());
            Successors.Tell(writing);
        }
    }

    /// <summary>撤回停用：the unit is there again as it was in the year before, where that year has its department.</summary>
    public static void Undo(Writing writing, int year, string code)
    {
        if (Succession.Ended(writing, year, code) is not { } ended || Last(writing, ended.Year, code) is not { } unit)
        {
            writing.Refuse($"{Problem.Shown(code)} 没有停用", $"{Problem.Shown(code)} was not ended", "请检查编码和年度", "check the code and the year");
            return;
        }

        if (Permission.Check(writing, "organise", unit))
        {
            writing.Remove(ended.Stored());
            Successors.Tell(writing);
            if (Organisations.Department(writing, ended.Year, unit.Department) is not null)
            {
                Organisations.Put(writing, unit with { Year = ended.Year, Version = 0 });
            }
        }
    }

    private static Unit? Last(Reading reading, int year, string code) => Organisations.Unit(reading, year, code) ?? Organisations.Unit(reading, year - 1, code);

    private static bool MayTakeOver(Writing writing, int year, Unit unit, string successor)
    {
        if (successor == unit.Code || Succession.Ended(writing, year, successor) is not null || Last(writing, year, successor) is not { } next)
        {
            writing.Refuse($"{Problem.Shown(successor)} 不能接收 {unit.Code} {unit.Name}", $"{Problem.Shown(successor)} cannot take {unit.Code} over", $"写一个在 {year} 年仍有的其他单位", $"name another unit that there is in {year}");
            return false;
        }

        return Permission.Check(writing, "organise", next);
    }

    // A department speaks through its headquarters, so that goes last.
    private static bool Leads(Writing writing, int year, Unit unit)
    {
        var beside = Organisations.Units(writing, Organisations.Department(writing, year, unit.Department) is null ? unit.Year : year, unit.Department).Where(u => u.Code != unit.Code && Succession.Ended(writing, year, u.Code) is null).ToList();
        if (!unit.Headquarters || beside.Count == 0)
        {
            return false;
        }

        writing.Refuse($"{unit.Code} {unit.Name} 是本级，{unit.Department} 还有 {string.Join('、', beside.Select(u => u.Code + " " + u.Name))}", $"{unit.Code} is the headquarters of {unit.Department}, which still has {string.Join(", ", beside.Select(u => u.Code))}", "先把另一单位改为本级，或先停用下属单位", "make another unit the headquarters, or end the subordinate units first");
        return true;
    }

    private static void Begun(Writing writing, Unit unit)
    {
        var stage = Stage.Own(writing, unit);
        var found = Kinds.All.Except(Own).Select(k => new Begin(k, Of(writing, k, unit))).Where(b => b.Count > 0).ToList();
        var fresh = stage.State == Steps.States[0].Key && stage.Report == Steps.ReportStates[0].Key;
        if (fresh && found.Count == 0)
        {
            return;
        }

        var (budget, report) = (Steps.State(stage.State), Steps.ReportState(stage.Report));
        writing.Refuse($"{unit.Code} {unit.Name} {unit.Year} 年的报告没有办完：预算“{budget.Chinese}”、公开文本“{report.Chinese}”{string.Concat(found.Select(b => $"，{b.Kind.Chinese} {b.Count} 条"))}",
            $"{unit.Code} has open reports of {unit.Year}: its budget is '{budget.English}', its report '{report.English}'{string.Concat(found.Select(b => string.Create(CultureInfo.InvariantCulture, $", {b.Kind.English}: {b.Count}")))}",
            $"先删去这一年所填的，或从 {unit.Year + 1} 年起停用", $"remove what was entered in that year, or end it from {unit.Year + 1} on");
    }

    private static int Of(Reading reading, RecordKind kind, Unit unit) => !kind.Fields.Any(f => f.Key == "year") || (kind.Fields.FirstOrDefault(f => f.Key is "unit" or "owner") is not { } field) ? 0
        : reading.All(kind, ("year", (long)unit.Year), (field.Key, unit.Code)).Count;

    private static void Remove(Writing writing, Unit unit)
    {
        foreach (var own in new[] { Kinds.Staff, Kinds.Stage }.SelectMany(k => writing.All(k, ("year", (long)unit.Year), ("unit", unit.Code))))
        {
            writing.Remove(own);
        }

        writing.Remove(unit.Stored());
    }

    private sealed record Begin(RecordKind Kind, int Count);
}
