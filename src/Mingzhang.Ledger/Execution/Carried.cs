using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>结转的一笔：money of one allotment that passes from one year into the next.</summary>
internal sealed record CarriedSum(string Allotment, string Fund, string Function, string Project, long Fen, bool Secret);

/// <summary>结转：what a year carries out is what the next carries in.</summary>
internal static class Carried
{
    /// <summary>结转下年; nothing before the year is closed.</summary>
    public static IReadOnlyList<CarriedSum> Out(Reading reading, Unit unit)
    {
        var secret = reading.All(Kinds.Allotment, ("year", (long)unit.Year), ("unit", unit.Code)).Where(a => a.Is("secret")).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return [.. reading.All(Kinds.Remainder, ("year", (long)unit.Year), ("unit", unit.Code)).Where(r => r["sort"] == YearEnd.CarriedOut)
            .Select(r => new CarriedSum(r["allotment"], r["fund"], r["function"], r["project"], r.Whole("fen"), secret.Contains(r["allotment"])))];
    }

    /// <summary>上年结转: what the year before carried out; where that was not kept here, what the budget says of it.</summary>
    public static IReadOnlyList<CarriedSum> In(Reading reading, Unit unit)
    {
        if (Organisations.Unit(reading, unit.Year - 1, unit.Code) is { } before && Closing.Of(reading, before).State.Length > 0)
        {
            return Out(reading, before);
        }

        return [.. Budgeted(reading, unit).Select(l => new CarriedSum("", l.Fund, l.Function, l.Project, l.Fen, l.Secret))];
    }

    /// <summary>结转中本年预算没有计入的部分。</summary>
    public static IReadOnlyList<CarriedSum> Beyond(Reading reading, Unit unit)
    {
        var counted = Budgeted(reading, unit).GroupBy(l => (l.Fund, l.Function)).ToDictionary(g => g.Key.Fund + " " + g.Key.Function, g => g.Sum(l => l.Fen), StringComparer.Ordinal);
        var beyond = new List<CarriedSum>();
        foreach (var carried in In(reading, unit).Where(c => c.Allotment.Length > 0))
        {
            var key = carried.Fund + " " + carried.Function;
            var taken = Math.Min(carried.Fen, counted.GetValueOrDefault(key));
            counted[key] = counted.GetValueOrDefault(key) - taken;
            beyond.AddRange(carried.Fen > taken ? [carried with { Fen = carried.Fen - taken }] : []);
        }

        return beyond;
    }

    private static IEnumerable<Line> Budgeted(Reading reading, Unit unit) => reading.All(Kinds.Line, ("year", (long)unit.Year), ("unit", unit.Code), ("measure", "carried-in")).Select(Line.Of).Where(l => l.Phase == "budget");
}
