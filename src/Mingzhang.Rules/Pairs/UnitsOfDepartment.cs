using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Pairs;

/// <summary>部门与所属单位核对：a department's amount is the sum of its units', the headquarters among them, where all are given; no unit's is larger. Money
/// that units pass to each other stands in both and not in the department, so totals beyond appropriations are then not added up.</summary>
internal static class UnitsOfDepartment
{
    private const string Sum = "MZ804";
    private const string Bound = "MZ805";

    private static readonly string[] Asked = ["measure", "year", "phase", "entity", "fund", "nature", "function", "economic", "purpose"];
    private static readonly string[] Transfers = ["from-superiors", "from-affiliates", "remitted-upward", "to-affiliates"];

    public static IReadOnlyList<string> Ids { get; } = [Sum, Bound];

    public static IEnumerable<Relation> Relations(PairContext context)
    {
        var units = context.Of(PairRole.Unit).ToList();
        if (units.Count == 0)
        {
            yield break;
        }

        var missing = Missing(context, units.Count);
        var transfers = units.Exists(Passes);
        if (missing is not null)
        {
            context.Open.Add(new Check { Id = "", Rule = Sum, Outcome = Outcome.NotChecked, Why = missing });
        }

        foreach (var same in context.Main.Figures.Amounts.Values.Select(f => f.Where(x => x.State == FigureState.Printed).ToList()).Where(f => f.Count > 0 && Comparable(context, f[0].Statement.Point)))
        {
            var point = same[0].Statement.Point;
            var fiscal = point.Completed().Key("fund") is "fiscal" or "general" or "government-funds" or "state-capital";
            var parts = new List<Figure>();
            var complete = missing is null && (fiscal || !transfers);
            foreach (var unit in units)
            {
                var found = PairContext.At(unit, point);
                complete &= found.Count > 0 || Listed(unit, point);
                if (found.Count == 0)
                {
                    continue;
                }

                parts.Add(found[0]);
                if (found[0].State == FigureState.Printed)
                {
                    yield return Prints.Agreeing(same, found, (whole, part) => new LinearRelation(Bound, fiscal ? Severity.Error : Severity.Warning,
                        new Reason("单位数不大于部门数", "a unit's amount is not larger than the department's"), whole, [new Term(part, 1)], AtMost: true))!;
                }
            }

            if (complete && parts.Count > 0)
            {
                var label = new Reason($"所给 {Text(units.Count)} 个单位之和", $"the sum of {Text(units.Count)} units");
                yield return Prints.Agreeing(same, [parts[0]], (whole, _) => new LinearRelation(Sum, Severity.Warning, label, whole, [.. parts.Select(p => new Term(p, 1))]))!;
            }
        }
    }

    // Why sums are not asked for; null where all units are given.
    private static Reason? Missing(PairContext context, int given) => EntityNames.UnitsNamed(context.Main.Disclosure) switch
    {
        null => new Reason("部门文件没有写明单位个数，只核对单位数不大于部门数", "the department does not say how many units it has; only the bound is checked"),
        { } named when named != given => new Reason($"部门写明的单位（含本级）为 {Text(named)} 个，给出 {Text(given)} 个，只核对单位数不大于部门数", $"the department names {Text(named)} units, headquarters among them, and {Text(given)} are given; only the bound is checked"),
        _ => null,
    };

    private static bool Comparable(PairContext context, Point point) =>
        point.Members.All(m => Asked.Contains(m.Dimension.Key)) && point.Key("entity") == "department"
        && point.Key("year") == context.Main.Disclosure.Facts.Year?.ToString(CultureInfo.InvariantCulture) && PairContext.IsMoneyOfYear(context.Main, point);

    // Money from one unit to another.
    private static bool Passes(LawContext unit) => unit.Figures.All.Any(f =>
        f is { IsChange: false, State: FigureState.Printed, Value: not 0 } && (Transfers.Contains(f.Statement.Point.Key("fund")) || Transfers.Contains(f.Statement.Point.Key("nature"))));

    // A row that a unit's table does not print counts 0 where the table is there: other codes of the same kind are printed.
    private static bool Listed(LawContext unit, Point point)
    {
        var code = point.Members.FirstOrDefault(m => m.Dimension.Key is "function" or "economic");
        return code is not null && unit.Figures.Amounts.Keys.Any(k => k[code.Dimension] is { } other && other.Key.Length == code.Key.Length
            && k.Without(code.Dimension).Equals(unit.Canon.Of(PairContext.Across(unit, point)).Without(code.Dimension)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
