using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;
using Mingzhang.Workbench.Pages.Reports;

namespace Mingzhang.Workbench.Pages.Final;

/// <summary>结账和决算的一步：what it is called in forms, and to which units it can be done now.</summary>
/// <param name="Key">Its key in the form.</param>
/// <param name="Action">The step of the table that allows it.</param>
/// <param name="Fits">Whether a unit is where this comes next.</param>
internal sealed record FinalStep(string Key, string Action, Func<Reading, Unit, Closing, bool> Fits)
{
    private const int December = 12;

    public static readonly IReadOnlyList<FinalStep> All =
    [
        new("month", "close", (_, _, c) => c.State.Length == 0 && c.Month < December),
        new("year", "close", (_, _, c) => c.State.Length == 0),
        new("reply", "account-reply", (_, _, c) => c.State == Closing.Closed),
        new("publish", "account", (_, _, c) => c.State == Closing.AccountReplied),
        new("carry", "adjust", Carries),
        new("reopen", "reopen", (_, _, c) => c.State.Length == 0 && c.Month > 0),
    ];

    /// <summary>现在该办的单位：of a department those that are there already; the others are told apart, not held up.</summary>
    public IReadOnlyList<Unit> Now(Reading r, IReadOnlyList<Unit> units) => [.. units.Where(u => Fits(r, u, Closing.Of(r, u)))];

    /// <summary>本人现在可否办理。</summary>
    public bool May(WorkVisit v, Reading r, IReadOnlyList<Unit> units) => Now(r, units).Any(u => ReportPage.May(v, r, Key == "carry" ? Next(r, u)! : u, Action));

    private static Unit? Next(Reading r, Unit unit) => Organisations.Unit(r, unit.Year + 1, unit.Code);

    private static bool Carries(Reading r, Unit unit, Closing closing) => closing.State.Length > 0 && Carried.Out(r, unit).Count > 0 && Next(r, unit) is { } next
        && !r.All(Kinds.Adjustment, ("year", (long)next.Year), ("unit", next.Code)).Any(a => a["sort"] == AdjustmentSort.Carry.Key);
}
