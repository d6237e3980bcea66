using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Ledger.Lines;

/// <summary>预算行的点：the same line as a point of the space and the purposes that it serves. A purpose stands apart, because one line may serve several.</summary>
internal static class LinePoints
{
    /// <summary>点，不含用途。</summary>
    public static Point Of(Space space, Line line, Unit unit, string? project)
    {
        var point = space.Parse(string.Create(CultureInfo.InvariantCulture, $"year={line.Year} phase={line.Phase} measure={line.Measure} entity={(unit.Headquarters ? "headquarters" : "units")}"), out _)!;
        foreach (var (dimension, key) in new[] { ("fund", line.Fund), ("nature", line.Nature), ("function", line.Function), ("economic", line.Economic), ("government-economic", line.Government) })
        {
            point = key.Length > 0 && space.Member(dimension, key) is { } member ? point.With(member) : point;
        }

        return project is { Length: > 0 } ? point.With(space.Member("project", project)!) : point;
    }

    /// <summary>用途：named, of its procurement, and what follows from the economic code and from who spends it.</summary>
    public static IReadOnlyList<Member> Purposes(Space space, Line line, Unit unit, Point point)
    {
        if (line.Measure == "contracts")
        {
            // Procurement is counted by contract, and who won it by the size of the supplier.
            return [.. new[] { "procurement/" + line.Procurement, line.Sme.Replace("sme", "sme-awarded", StringComparison.Ordinal) }.Select(k => space.Member("purpose", k)).OfType<Member>()];
        }

        if (!line.Spending)
        {
            return [];
        }

        var keys = new List<string>();
        if (line.Purpose.Length > 0)
        {
            keys.Add(line.Purpose);
        }
        else if (point.Completed().Key("purpose") is { } implied)
        {
            keys.Add(implied);
        }

        keys.AddRange(line.Procurement.Length > 0 ? ["procurement/" + line.Procurement] : []);
        keys.AddRange(line.Sme.Length > 0 ? [line.Sme] : []);
        keys.AddRange(line.Economic switch { "30215" => ["meetings"], "30216" => ["training"], _ => [] });
        keys.AddRange(unit.Body && line is { Fund: "general", Nature: "public" } ? ["机关运行"] : []);
        return [.. keys.Distinct(StringComparer.Ordinal).Select(k => space.Member("purpose", k)).OfType<Member>()];
    }
}
