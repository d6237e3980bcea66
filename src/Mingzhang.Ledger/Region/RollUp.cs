using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Region;

/// <summary>一个部门在汇总中的数。</summary>
internal sealed record RolledDepartment(Department Department, int Units, long Fen);

/// <summary>某点的汇总：each department's sum, what passes between departments, and what is left of all.</summary>
internal sealed record RolledUp(IReadOnlyList<RolledDepartment> Departments, long Between, long Total);

/// <summary>区域汇总：the departments of a region together; money between them counts once.</summary>
internal sealed class RollUp
{
    private readonly List<DepartmentLines> _departments = [];
    private readonly ViewLines _all;

    private RollUp(Reading reading, Library library, IReadOnlyList<Department> departments, bool published)
    {
        var units = departments.ToDictionary(d => d.Code, d => Organisations.Units(reading, d.Year, d.Code), StringComparer.Ordinal);
        _all = new ViewLines(library.Space, units.Values.SelectMany(u => u).Select(u => u.Code).ToHashSet(StringComparer.Ordinal), published);
        var lines = new Dictionary<string, IReadOnlyList<Line>>(StringComparer.Ordinal);
        foreach (var department in departments)
        {
            var own = new ViewLines(library.Space, units[department.Code].Select(u => u.Code).ToHashSet(StringComparer.Ordinal), published);
            foreach (var unit in units[department.Code])
            {
                own.Add(reading, unit, Of, executed: true);
                _all.Add(reading, unit, Of, executed: true);
            }

            _departments.Add(new DepartmentLines(department, units[department.Code].Count, own.Lines));
        }

        // Budget lines and what was executed, read once a unit.
        IReadOnlyList<Line> Of(Unit unit)
        {
            if (!lines.TryGetValue(unit.Id, out var known))
            {
                lines[unit.Id] = known = [.. reading.All(Kinds.Line, ("year", (long)unit.Year), ("unit", unit.Code)).Select(Line.Of), .. ExecutionLines.Of(reading, unit)];
            }

            return known;
        }
    }

    public IReadOnlyList<Department> Departments => _departments.ConvertAll(d => d.Department);

    /// <summary>某区某年的汇总; null where no department is of that region.</summary>
    public static RollUp? Of(Reading reading, Library library, int year, string region, bool published)
    {
        var departments = reading.All(Kinds.Department, ("year", (long)year), ("region", region)).Select(Department.Of).OrderBy(d => d.Code, StringComparer.Ordinal).ToList();
        return departments.Count == 0 ? null : new RollUp(reading, library, departments, published);
    }

    /// <summary>某点的汇总。</summary>
    public RolledUp At(Point point)
    {
        var departments = _departments.ConvertAll(d => new RolledDepartment(d.Department, d.Units, Sum(d.Lines, point)));
        var total = Sum(_all.Lines, point);
        return new RolledUp(departments, departments.Sum(d => d.Fen) - total, total);
    }

    /// <summary>某维度中出现的成员。</summary>
    public IReadOnlyList<Member> Members(Point point, Dimension dimension) => [.. _all.Lines.Where(l => point.Contains(l.Point)).Select(l => l.Point[dimension]).OfType<Member>().Distinct().OrderBy(m => m.Key, StringComparer.Ordinal)];

    private static long Sum(IEnumerable<PlacedLine> lines, Point point)
    {
        var purpose = point.Members.FirstOrDefault(m => m.Dimension.Key == "purpose");
        var wanted = purpose is null ? point : point.Without(purpose.Dimension);
        return lines.Where(l => wanted.Contains(l.Point) && (purpose is null || l.Purposes.Any(purpose.Contains))).Sum(l => l.Fen);
    }

    private sealed record DepartmentLines(Department Department, int Units, List<PlacedLine> Lines);
}
