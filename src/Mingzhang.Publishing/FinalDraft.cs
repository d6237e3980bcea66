using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing;
using Mingzhang.Forms;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Performance;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Publishing;

/// <summary>由执行到决算底稿：first and full-year budget and final account of the year and the final account of the year before, counts from what happened, words of their own.</summary>
internal static class FinalDraft
{
    private static readonly string[] Phases = ["budget", "revised", "final"];

    /// <summary>单位或部门的决算底稿; null where there is none of that code. What is secret is left out.</summary>
    public static Draft? Of(Reading reading, Library library, int year, string code)
    {
        if (LedgerView.Of(reading, library, year, code, published: true, executed: true) is not { } view)
        {
            return null;
        }

        return new Draft
        {
            Entity = view.Name,
            Year = year,
            Kind = DocumentKind.Final,
            Scope = view.Department is null ? DocumentScope.Unit : DocumentScope.Department,
            Cube = Cube(library.Space, view),
            Words = AccountWords.All(reading, year, code).ToDictionary(w => w["item"], w => w["said"], StringComparer.Ordinal),
            Counts = Counts(reading, view),
            Performance = [],
        };
    }

    // Lines that differ in nothing that is printed are one: tables ask for thousands of sums.
    private static Cube Cube(Space space, LedgerView view)
    {
        var sums = new Dictionary<string, BudgetLine>(StringComparer.Ordinal);
        foreach (var line in view.Lines.Where(l => Phases.Contains(l.Point.Key("phase"))))
        {
            var key = line.Point + "|" + string.Join(' ', line.Purposes.Select(p => p.Key));
            sums[key] = sums.TryGetValue(key, out var before) ? before with { Yuan = before.Yuan + (line.Fen / 100m) } : new BudgetLine(line.Point, line.Fen / 100m, line.Purposes);
        }

        return new Cube(space, [.. sums.Values]);
    }

    private static Dictionary<string, string> Counts(Reading reading, LedgerView view)
    {
        var units = view.Units.Where(u => !u.Secret).ToList();
        var events = units.ToDictionary(u => u.Code, u => Events.Of(reading, u), StringComparer.Ordinal);
        int Sum(EventSort sort, Func<Event, int> of) => events.Values.SelectMany(e => e).Where(e => e.Sort == sort.Key).Sum(of);
        var paid = view.Lines.Where(l => l.Line is { Phase: "budget", Spending: true } line && line.Year == view.Year).Select(l => l.Point.Key("project")).ToHashSet(StringComparer.Ordinal);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["vehicles"] = Number(units.Sum(u => Events.Vehicles(u, events[u.Code], null))),
            ["groups"] = Number(Sum(EventSort.Abroad, e => e.Count)),
            ["travellers"] = Number(Sum(EventSort.Abroad, e => e.People)),
            ["receptions"] = Number(Sum(EventSort.Reception, e => e.Count)),
            ["guests"] = Number(Sum(EventSort.Reception, e => e.People)),
            ["vehicles-bought"] = Number(Sum(EventSort.VehicleBought, e => e.Count)),
            ["equipment-bought"] = Number(Sum(EventSort.EquipmentBought, e => e.Count)),
            ["equipment-retired"] = Number(Sum(EventSort.EquipmentRetired, e => e.Count)),
            ["projects"] = Number(view.Projects.Where(p => p.Category != ProjectScore.Whole && paid.Contains(p.Name)).Select(p => p.Name).Distinct(StringComparer.Ordinal).Count()),
        };
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
