using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Families;

namespace Mingzhang.Rules.Pairs;

/// <summary>两年之间的车辆：this year's vehicles are last year's, what was bought added, what was disposed of taken off (norms Y4). Disposals are seldom
/// printed, so only an increase without a purchase is a question.</summary>
internal static class VehiclesBetweenYears
{
    public const string Id = "MZ808";

    public static IEnumerable<Verdict> Check(PairContext context)
    {
        foreach (var before in context.Of(PairRole.Previous).Where(b => b.Disclosure.Facts.Scope == context.Main.Disclosure.Facts.Scope))
        {
            if (Vehicles.Owned(context.Main) is not { } now || Vehicles.Owned(before) is not { } then)
            {
                yield return Verdict.NotChecked("两份文件没有都写明车辆总数", "not both documents print the number of vehicles");
                continue;
            }

            var bought = Vehicles.Bought(context.Main) + Vehicles.Bought(before);
            yield return now.Number <= then.Number + bought ? Verdict.Held
                : Verdict.Broken("more", [now.Place, then.Place with { ByFile = true }], "now", Text(now.Number), "then", Text(then.Number), "bought", Text(bought));
        }
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
