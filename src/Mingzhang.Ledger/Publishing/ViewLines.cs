using Mingzhang.Budget;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Publishing;

/// <summary>账的各行：money between units of one sum counts once, and what is secret goes out item by item, with the money that pays for it, so that what is left still balances.</summary>
/// <param name="space">Coordinates.</param>
/// <param name="together">Codes of the units that are added up, of a department or a region; null for a unit alone, whose money from others counts.</param>
/// <param name="published">Whether what is secret is left out.</param>
/// <param name="round">1 or 2: as it was last submitted in that round.</param>
internal sealed class ViewLines(Space space, IReadOnlySet<string>? together, bool published, int? round = null)
{
    // Ten thousand lines lie at a few hundred points.
    private readonly Dictionary<PlaceKey, Place> _places = [];
    private readonly Dictionary<string, IReadOnlyList<Project>> _projects = new(StringComparer.Ordinal);

    public List<PlacedLine> Lines { get; } = [];

    public void Add(Reading reading, Unit unit) => Add(reading, unit, u => RoundLines.Of(reading, u, round));

    /// <summary>加一个单位的各行, taken from wherever they are kept.</summary>
    public void Add(Reading reading, Unit unit, Func<Unit, IReadOnlyList<Line>> of, bool executed = false)
    {
        if (published && unit.Secret)
        {
            return;
        }

        var projects = ProjectsOf(reading, unit).ToDictionary(p => p.Code, StringComparer.Ordinal);
        foreach (var line in together is null ? of(unit) : PassedMoney.Attributed(reading, unit, together, of, executed))
        {
            // Both sides of such money are marked, so both are left out of the sum.
            if (Passes(together, line))
            {
                continue;
            }

            var (point, purposes) = At(line, unit, projects.GetValueOrDefault(line.Project)?.Name);
            if (published && (line.Secret || projects.GetValueOrDefault(line.Project) is { Secret: true }))
            {
                if (Payer(line) is { } paid)
                {
                    var resources = new[] { "year", "phase", "entity" }.Select(d => point[space.Dimension(d)!]!).Aggregate(paid, (p, m) => p.With(m));
                    Lines.Add(new PlacedLine(null, resources, line.Measure == "carried-in" ? line.Fen : -line.Fen, []));
                }

                continue;
            }

            Lines.Add(new PlacedLine(line, point, line.Fen, purposes));
        }
    }

    /// <summary>单位的项目, asked for once.</summary>
    public IReadOnlyList<Project> ProjectsOf(Reading reading, Unit unit)
    {
        if (!_projects.TryGetValue(unit.Id, out var projects))
        {
            _projects[unit.Id] = projects = Projects.Of(reading, unit);
        }

        return projects;
    }

    /// <summary>一行是否计入某点：as in the sums of a view.</summary>
    public static bool Inside(Space space, Line line, Unit unit, string? project, IReadOnlySet<string>? together, Point point)
    {
        if (Passes(together, line))
        {
            return false;
        }

        var at = new ViewLines(space, together, published: false).Placed(LinePoints.Of(space, line, unit, project));
        var purpose = point.Members.FirstOrDefault(m => m.Dimension.Key == "purpose");
        return purpose is null ? point.Contains(at) : point.Without(purpose.Dimension).Contains(at) && LinePoints.Purposes(space, line, unit, at).Any(purpose.Contains);
    }

    private Place At(Line line, Unit unit, string? project)
    {
        var key = new PlaceKey(line, unit.Headquarters, unit.Body, project ?? "");
        if (!_places.TryGetValue(key, out var place))
        {
            var point = Placed(LinePoints.Of(space, line, unit, project));
            _places[key] = place = new Place(point, LinePoints.Purposes(space, line, unit, point));
        }

        return place;
    }

    private sealed record Place(Point Point, IReadOnlyList<Member> Purposes);

    // What the point of a line depends on, compared field by field: every line asks, and mostly the very same texts.
    private readonly struct PlaceKey(Line line, bool headquarters, bool body, string project) : IEquatable<PlaceKey>
    {
        private readonly Line _line = line;
        private readonly bool _headquarters = headquarters;
        private readonly bool _body = body;
        private readonly string _project = project;

        public bool Equals(PlaceKey other)
        {
            var (a, b) = (_line, other._line);
            return a.Function == b.Function && a.Economic == b.Economic && a.Nature == b.Nature && a.Fund == b.Fund && a.Measure == b.Measure && a.Phase == b.Phase && a.Year == b.Year && a.Government == b.Government
                && a.Purpose == b.Purpose && a.Procurement == b.Procurement && a.Sme == b.Sme && _headquarters == other._headquarters && _body == other._body && _project == other._project;
        }

        public override bool Equals(object? obj) => obj is PlaceKey other && Equals(other);

        public override int GetHashCode() => HashCode.Combine(_line.Function, _line.Economic, _line.Nature, _line.Fund, _line.Measure, _headquarters);
    }

    private static bool Passes(IReadOnlySet<string>? together, Line line) => together is not null && line.Transfer.Length > 0 && together.Contains(line.Transfer);

    // The money that pays for what is secret. Final accounts list income by function too.
    private Point? Payer(Line line) => line.Spending || line.Measure is "carried-in" or "carried-out"
        ? space.Parse($"measure=income fund={line.Fund}" + (line.Phase == "final" && line.Function.Length > 0 ? " function=" + line.Function : ""), out _) : null;

    private Point Placed(Point point) => together is null ? point.With(space.Member("entity", "unit")!) : point;
}
