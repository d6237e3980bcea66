using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Publishing;

/// <summary>有了坐标的预算行。</summary>
/// <param name="Line">The line itself; null for the money that paid for what is kept secret, taken out.</param>
/// <param name="Point">Its point, without its purposes.</param>
/// <param name="Fen">Its amount in 分.</param>
/// <param name="Purposes">What it is for.</param>
internal sealed record PlacedLine(Line? Line, Point Point, long Fen, IReadOnlyList<Member> Purposes);

/// <summary>一个主体一年的账：a unit, or a department as the sum of its units, with the year before, which it is compared with.</summary>
internal sealed record LedgerView
{
    public required int Year { get; init; }

    /// <summary>部门；null for a single unit.</summary>
    public required Department? Department { get; init; }

    public required IReadOnlyList<Unit> Units { get; init; }

    public required IReadOnlyList<PlacedLine> Lines { get; init; }

    public required IReadOnlyList<Project> Projects { get; init; }

    /// <summary>没有预算行的单位：missing from the department's sum.</summary>
    public required IReadOnlyList<Unit> Missing { get; init; }

    /// <summary>名称。</summary>
    public string Name => Department?.Name ?? Units[0].Name;

    /// <summary>某点之和，以分计; null where no line lies inside.</summary>
    public long? At(Point point)
    {
        ArgumentNullException.ThrowIfNull(point);
        var purpose = point.Members.FirstOrDefault(m => m.Dimension.Key == "purpose");
        var wanted = purpose is null ? point : point.Without(purpose.Dimension);
        var inside = Lines.Where(l => wanted.Contains(l.Point) && (purpose is null || l.Purposes.Any(purpose.Contains))).ToList();
        return inside.Count == 0 ? null : inside.Sum(l => l.Fen);
    }

    /// <summary>单位或部门的账; null where there is none of that code.</summary>
    /// <param name="reading">The moment.</param>
    /// <param name="library">Coordinates.</param>
    /// <param name="year">Year.</param>
    /// <param name="code">Code of a unit or a department.</param>
    /// <param name="published">Whether what is secret is left out.</param>
    /// <param name="round">1 or 2: as it was last submitted in that round; null: as it is.</param>
    /// <param name="executed">Whether what was executed is added: the revised budget and the final account, of both years.</param>
    public static LedgerView? Of(Reading reading, Library library, int year, string code, bool published, int? round = null, bool executed = false)
    {
        var units = Organisations.Named(reading, year, code);
        if (units.Count == 0)
        {
            return null;
        }

        var unit = Organisations.Unit(reading, year, code);
        var builder = new ViewLines(library.Space, unit is not null ? null : units.Concat(Organisations.Named(reading, year - 1, code)).Select(u => u.Code).ToHashSet(StringComparer.Ordinal), published, round);
        var missing = new List<Unit>();
        foreach (var one in units)
        {
            var before = builder.Lines.Count;
            builder.Add(reading, one);
            missing.AddRange(before == builder.Lines.Count ? [one] : []);
            Executed(one);
        }

        // Last year's units, under what they were then: some are gone.
        foreach (var one in Organisations.Named(reading, year - 1, code))
        {
            builder.Add(reading, one);
            Executed(one);
        }

        void Executed(Unit one)
        {
            if (executed)
            {
                builder.Add(reading, one, u => Execution.ExecutionLines.Of(reading, u), executed: true);
            }
        }

        return new LedgerView
        {
            Year = year,
            Department = unit is null ? Organisations.Department(reading, year, code) : null,
            Units = units,
            Lines = builder.Lines,
            Projects = [.. units.Where(u => !published || !u.Secret).SelectMany(u => builder.ProjectsOf(reading, u)).Where(p => !published || !p.Secret)],
            Missing = [.. missing.Where(u => !(published && u.Secret))],
        };
    }
}
