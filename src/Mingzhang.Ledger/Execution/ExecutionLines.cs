using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>执行的各行：what a unit's year came to, as lines like those of its budget: the revised budget, and the final account with its resources, what it carried, and its contracts.</summary>
internal static class ExecutionLines
{
    public static IReadOnlyList<Line> Of(Reading reading, Unit unit)
    {
        var book = new ExecutionBook(reading, unit);
        var lines = new List<Line>();
        foreach (var allotment in book.All)
        {
            var (revised, paid) = (book.Revised(allotment), book.Paid(allotment));
            if (revised != 0)
            {
                lines.Add(allotment.Line with { Phase = "revised", Fen = revised });
            }

            if (paid != 0)
            {
                lines.Add(allotment.Line with { Phase = "final", Fen = paid });
            }
        }

        foreach (var income in Receipts.Of(reading, unit).GroupBy(r => new { Fund = r["fund"], Function = r["function"], Transfer = r["transfer"] }))
        {
            lines.Add(Resource(unit, "income", income.Key.Fund, income.Key.Function, income.Sum(r => r.Whole("fen"))) with { Transfer = income.Key.Transfer });
        }

        lines.AddRange(Carried.In(reading, unit).Select(c => Resource(unit, "carried-in", c.Fund, c.Function, c.Fen) with { Project = c.Project, Secret = c.Secret }));
        lines.AddRange(Carried.Out(reading, unit).Select(c => Resource(unit, "carried-out", c.Fund, c.Function, c.Fen) with { Project = c.Project, Secret = c.Secret }));
        lines.AddRange(Surplus(unit, lines));
        lines.AddRange(Contracts.Of(reading, unit).Select(c => (book.Find(c.Allotment)!.Line with { Phase = "final", Measure = "contracts", Procurement = c.Procurement, Sme = c.Size switch { "micro" => "sme/micro", var size => size }, Fen = c.Fen })));
        return lines;
    }

    // Own funds are not handed down by finance: what they have left is distributed, what they lack is taken from what earlier years left.
    private static IEnumerable<Line> Surplus(Unit unit, List<Line> lines)
    {
        var own = lines.Where(l => l.Phase == "final" && !YearEnd.Fiscal(l.Fund)).ToList();
        var left = own.Where(l => l.Measure is "income" or "carried-in").Sum(l => l.Fen) - own.Where(l => l.Spending || l.Measure == "carried-out").Sum(l => l.Fen);
        if (left != 0)
        {
            yield return Resource(unit, left > 0 ? "surplus-distributed" : "surplus-used", "", "", Math.Abs(left));
        }
    }

    private static Line Resource(Unit unit, string measure, string fund, string function, long fen) => new() { Year = unit.Year, Unit = unit.Code, Phase = "final", Measure = measure, Fund = fund, Function = function, Fen = fen };
}
