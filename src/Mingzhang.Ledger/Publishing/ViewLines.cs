using Mingzhang.Budget;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Publishing;

/// <summary>账的各行：money between units of one department counts once, and what is secret goes out item by item, with the money that pays for it, so that what is left still balances.</summary>
internal sealed class ViewLines(Space space, bool single, bool published, int? round = null)
{
    // Ten thousand lines lie at a few hundred points.
    private readonly Dictionary<string, Place> _places = new(StringComparer.Ordinal);

    public List<PlacedLine> Lines { get; } = [];

    public void Add(Reading reading, Unit unit)
    {
        if (published && unit.Secret)
        {
            return;
        }

        var projects = Projects.Of(reading, unit).ToDictionary(p => p.Code, StringComparer.Ordinal);
        var lines = RoundLines.Of(reading, unit, round);
        foreach (var line in single ? lines : PassedMoney.Attributed(reading, unit, lines, round))
        {
            // Both sides of such money are marked, so both are left out of the department's sum.
            if (!single && line.Transfer.Length > 0)
            {
                continue;
            }

            var (point, purposes) = At(line, unit, projects.GetValueOrDefault(line.Project)?.Name);
            if (published && (line.Secret || projects.GetValueOrDefault(line.Project) is { Secret: true }))
            {
                var paid = space.Parse($"measure=income fund={line.Fund}", out _)!;
                var resources = new[] { "year", "phase", "entity" }.Select(d => point[space.Dimension(d)!]!).Aggregate(paid, (p, m) => p.With(m));
                Lines.Add(new PlacedLine(null, resources, -line.Fen, []));
                continue;
            }

            Lines.Add(new PlacedLine(line, point, line.Fen, purposes));
        }
    }

    /// <summary>一行是否计入某点：as in the sums of a view.</summary>
    public static bool Inside(Space space, Line line, Unit unit, string? project, bool single, Point point)
    {
        if (!single && line.Transfer.Length > 0)
        {
            return false;
        }

        var at = new ViewLines(space, single, published: false).Placed(LinePoints.Of(space, line, unit, project));
        var purpose = point.Members.FirstOrDefault(m => m.Dimension.Key == "purpose");
        return purpose is null ? point.Contains(at) : point.Without(purpose.Dimension).Contains(at) && LinePoints.Purposes(space, line, unit, at).Any(purpose.Contains);
    }

    private Place At(Line line, Unit unit, string? project)
    {
        var key = string.Join('|', line.Year.ToString(System.Globalization.CultureInfo.InvariantCulture), unit.Headquarters ? "headquarters" : "", unit.Body ? "body" : "", line.Phase, line.Measure, line.Fund, line.Nature, line.Function, line.Economic, line.Government, line.Purpose, line.Procurement, line.Sme, project);
        if (!_places.TryGetValue(key, out var place))
        {
            var point = Placed(LinePoints.Of(space, line, unit, project));
            _places[key] = place = new Place(point, LinePoints.Purposes(space, line, unit, point));
        }

        return place;
    }

    private sealed record Place(Point Point, IReadOnlyList<Member> Purposes);

    private Point Placed(Point point) => single ? point.With(space.Member("entity", "unit")!) : point;
}
