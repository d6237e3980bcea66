using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Pairs;

/// <summary>多份文件的规则：relations between figures of different documents over the same points.</summary>
public static class PairBook
{
    /// <summary>全部规则编号。</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. PreviousYear.Ids, .. UnitsOfDepartment.Ids, .. FinalAgainstBudget.Ids, VehiclesBetweenYears.Id];

    /// <summary>是否多份文件的规则。</summary>
    public static bool Has(string rule) => Ids.Contains(rule, StringComparer.Ordinal);

    /// <summary>不是金额关系的规则。</summary>
    public static IEnumerable<RuleFunction> Others(PairContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Of(PairRole.Previous).Any() ? [new RuleFunction(VehiclesBetweenYears.Id, _ => VehiclesBetweenYears.Check(context))] : [];
    }

    /// <summary>全部关系。</summary>
    public static IReadOnlyList<Relation> Relations(PairContext context) =>
        [.. PreviousYear.Relations(context), .. UnitsOfDepartment.Relations(context), .. FinalAgainstBudget.Relations(context)];
}
