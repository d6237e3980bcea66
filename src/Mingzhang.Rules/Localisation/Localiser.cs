using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Localisation;

/// <summary>差错定位：finds the smallest set of figures whose change satisfies all laws and breaks none (the idea of Fellegi and Holt), in exact
/// arithmetic. Only relations at error level take part; doubts never point at a figure.</summary>
public sealed class Localiser
{
    // A network with more suspects than this is searched for single repairs only.
    private const int MostForPairs = 60;
    private const int MostBroken = 500;

    // So many laws are solved for one network at most, then the search gives up: it is a count, not a clock, so that the answer is the same on every machine.
    private const int MostTrials = 1_000_000;
    private int _trials;
    private readonly Dictionary<Figure, List<Relation>> _of = [];
    private readonly List<Relation> _broken;
    private readonly Slips _slips;

    /// <summary>为一组关系准备。</summary>
    public Localiser(IReadOnlyList<Relation> relations, Slips slips)
    {
        ArgumentNullException.ThrowIfNull(relations);
        _slips = slips;
        _broken = [.. relations.Where(r => r.Severity == Severity.Error && r.Missing is null && !r.Evaluate().Holds)];
        if (_broken.Count == 0)
        {
            return;
        }

        foreach (var relation in relations.Where(r => r.Severity == Severity.Error && r.Missing is null))
        {
            foreach (var figure in relation.Figures)
            {
                if (!_of.TryGetValue(figure, out var list))
                {
                    _of[figure] = list = [];
                }

                list.Add(relation);
            }
        }
    }

    /// <summary>全部矛盾网。</summary>
    public IReadOnlyList<Network> Networks() => [.. Components().Select(c => new Network(c, Repairs(c)))];

    private List<List<Relation>> Components()
    {
        var components = new List<List<Relation>>();
        var left = new HashSet<Relation>(_broken, ReferenceEqualityComparer.Instance);
        var seen = new HashSet<Figure>();
        foreach (var start in _broken)
        {
            if (!left.Remove(start))
            {
                continue;
            }

            var component = new List<Relation> { start };
            for (var i = 0; i < component.Count; i++)
            {
                foreach (var next in component[i].Figures.Where(seen.Add).SelectMany(f => _of[f]).Where(left.Remove))
                {
                    component.Add(next);
                }
            }

            components.Add(component);
        }

        return components;
    }

    private IReadOnlyList<IReadOnlyList<Repair>> Repairs(List<Relation> broken)
    {
        // So many contradictions at once are not a slip: the document is of another kind, or was misread.
        if (broken.Count > MostBroken)
        {
            return [];
        }

        _trials = 0;
        var suspects = broken.SelectMany(r => r.Figures).Distinct().ToList();
        var common = suspects.FindAll(f => broken.TrueForAll(r => r.Figures.Contains(f)));
        var singles = common.Select(f => Mend(f, Values.Printed)).OfType<Repair>().ToList();
        singles = singles.Exists(r => r.Slip is not null && Plausible(r)) ? singles.FindAll(Plausible) : singles;
        if (singles.Count > 0)
        {
            return [.. Ranked(singles).Select(r => new[] { r })];
        }

        if (suspects.Count > MostForPairs)
        {
            return [];
        }

        var pairs = Pairs(broken, suspects);
        return pairs.Count > 0 ? [.. pairs.OrderByDescending(p => p.Count(r => r.Slip is not null))] : Greedy(broken);
    }

    private List<IReadOnlyList<Repair>> Pairs(List<Relation> broken, List<Figure> suspects)
    {
        var found = new List<IReadOnlyList<Repair>>();
        for (var i = 0; i < suspects.Count; i++)
        {
            var rest = broken.FindAll(r => !r.Figures.Contains(suspects[i]));
            if (rest.Count == broken.Count)
            {
                continue;
            }

            foreach (var other in suspects.Skip(i + 1).Where(o => rest.TrueForAll(r => r.Figures.Contains(o))))
            {
                if ((Both(suspects[i], other) ?? Both(other, suspects[i])) is { } pair)
                {
                    found.Add(pair);
                }
            }
        }

        return found;
    }

    // The first figure is set by the laws that do not involve the second; then the second must satisfy all its own.
    private Repair[]? Both(Figure first, Figure second)
    {
        var own = _of[first].FindAll(r => !r.Figures.Contains(second));
        if (!own.Exists(r => !r.Evaluate().Holds) || Meet(first, own, Values.Printed) is not { } range)
        {
            return null;
        }

        var one = Of(first, range, own, Values.Printed);
        return Mend(second, Values.Printed.With(first, one.Value)) is { } two ? [one, two] : null;
    }

    // Several independent mistakes in one network: take the figure that mends most broken laws without breaking any, and go on with the rest.
    private IReadOnlyList<IReadOnlyList<Repair>> Greedy(List<Relation> broken)
    {
        const int MostMistakes = 6;
        var values = Values.Printed;
        var set = new List<Repair>();
        var rest = broken;
        while (rest.Count > 0 && set.Count < MostMistakes)
        {
            var current = values;
            var best = rest.SelectMany(r => r.Figures).Distinct().Where(f => !set.Exists(s => ReferenceEquals(s.Figure, f)))
                .Select(f => new { Repair = MendMost(f, current, out var mended), Mended = mended }).Where(c => c.Repair is not null && c.Mended > 1)
                .OrderByDescending(c => c.Mended).ThenByDescending(c => c.Repair!.Slip is not null).FirstOrDefault();
            if (best?.Repair is null)
            {
                return [];
            }

            set.Add(best.Repair);
            values = values.With(best.Repair.Figure, best.Repair.Value);
            var now = values;
            rest = rest.FindAll(r => !r.Evaluate(now).Holds);
        }

        return rest.Count == 0 ? [set] : [];
    }

    private Repair? MendMost(Figure figure, Values values, out int mended)
    {
        var relations = _of[figure];
        _trials += relations.Count * relations.Count;
        if (_trials > MostTrials)
        {
            mended = 0;
            return null;
        }

        var best = ((Relation? Relation, int Holding))(null, 0);
        foreach (var relation in relations.Where(r => !r.Evaluate(values).Holds))
        {
            if (relation.Solve(figure, values) is { Bounded: true } interval)
            {
                var trial = values.With(figure, Slips.Round(figure, interval.Centre, Slips.Finest(relation)));
                var holding = relations.Count(r => r.Evaluate(trial).Holds);
                best = holding > best.Holding ? (relation, holding) : best;
            }
        }

        mended = best.Relation is null ? 0 : best.Holding - relations.Count(r => r.Evaluate(values).Holds);
        return best.Relation?.Solve(figure, values) is { } range && mended > 0
            ? Of(figure, range, [best.Relation], values) : null;
    }

    private Repair? Mend(Figure figure, Values values)
    {
        var relations = _of[figure];
        return Meet(figure, relations, values) is not { } range ? _trials > MostTrials ? null : Tried(figure, relations, values) : range.Contains(values[figure]) ? null : Of(figure, range, relations, values);
    }

    // Some laws hold for values that they do not determine: a percentage of nothing, a print cut off. Each law's own value is tried on all.
    private Repair? Tried(Figure figure, List<Relation> relations, Values values)
    {
        foreach (var relation in relations.Where(r => !r.Evaluate(values).Holds))
        {
            if (relation.Solve(figure, values) is { Bounded: true } solved && Of(figure, solved, [relation], values) is var repair
                && values.With(figure, repair.Value) is var trial && relations.TrueForAll(r => r.Evaluate(trial).Holds))
            {
                return repair;
            }
        }

        return null;
    }

    private Repair Of(Figure figure, Interval range, List<Relation> relations, Values values) =>
        new(figure, range, _slips.Likeliest(figure, range, relations, values, out var slip), slip) { Custom = _slips.Custom(figure) };

    // No slip turns a negative amount into a positive one but the sign, and few documents print negative amounts.
    private static bool Plausible(Repair repair) => repair.Figure.IsChange || repair.Value >= 0;

    // A figure that prints more digits than those around it, or none, would be mended in theirs.
    private Interval? Meet(Figure figure, List<Relation> relations, Values values)
    {
        _trials += relations.Count;
        if (_trials > MostTrials)
        {
            return null;
        }

        Interval? range = new Interval(Interval.Lowest, Interval.Highest);
        var wider = Math.Max(0, _slips.Custom(figure).Half - figure.Half);
        foreach (var relation in relations)
        {
            if (relation.Solve(figure, values) is { } solved)
            {
                range = range?.Meet(new Interval(solved.Low - wider, solved.High + wider));
            }
        }

        return range is { Bounded: true } ? range : null;
    }

    private static IEnumerable<Repair> Ranked(List<Repair> repairs) =>
        repairs.OrderByDescending(Plausible).ThenByDescending(r => r.Slip is not null).ThenBy(r => r.Figure.State == FigureState.Blank).ThenBy(r => r.Range.High - r.Range.Low);
}
