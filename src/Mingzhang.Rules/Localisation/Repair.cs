using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Localisation;

/// <summary>改正：one figure with the values that would satisfy all its laws, and the likeliest of them.</summary>
/// <param name="Figure">The figure that is probably wrong.</param>
/// <param name="Range">All values that satisfy its laws.</param>
/// <param name="Value">The likeliest, in yuan, as it would be printed.</param>
/// <param name="Slip">Key of the known slip; null where it is none.</param>
public sealed record Repair(Figure Figure, Interval Range, decimal Value, string? Slip)
{
    /// <summary>该处通常的印法：unit and digits that are usual around the figure.</summary>
    public required Amount Custom { get; init; }
}

/// <summary>矛盾网：broken laws that share figures, with the smallest repairs found. One repair set: unique; several: ranked.</summary>
/// <param name="Broken">The broken relations.</param>
/// <param name="Repairs">Alternative sets of repairs, likeliest first; empty where no small set mends everything.</param>
public sealed record Network(IReadOnlyList<Relation> Broken, IReadOnlyList<IReadOnlyList<Repair>> Repairs)
{
    /// <summary>随之而来的疑点：broken doubts that one of the repairs removes too: consequences, not findings of their own.</summary>
    public IReadOnlyList<Relation> Consequences { get; init; } = [];

    /// <summary>是否有疑点佐证：the repair named first removes a doubt that another does not.</summary>
    public bool Supported { get; init; }

    /// <summary>以疑点为佐证: what the repairs remove besides is put under the network, and those that remove most come first.</summary>
    public Network With(IReadOnlyList<Relation> doubts)
    {
        ArgumentNullException.ThrowIfNull(doubts);
        var scored = Repairs.Select(set => new { Set = set, Values = set.Aggregate(Values.Printed, (v, r) => v.With(r.Figure, r.Value)) })
            .Select(s => new { s.Set, Removed = doubts.Where(d => d.Figures.Any(f => s.Set.Any(r => ReferenceEquals(r.Figure, f))) && d.Evaluate(s.Values).Holds).ToList() }).ToList();
        return scored.TrueForAll(s => s.Removed.Count == 0) ? this : this with
        {
            Repairs = [.. scored.OrderByDescending(s => s.Removed.Count).Select(s => s.Set)],
            Consequences = [.. scored.SelectMany(s => s.Removed).Distinct(ReferenceEqualityComparer.Instance).Cast<Relation>()],
            Supported = scored.Exists(s => s.Removed.Count != scored[0].Removed.Count),
        };
    }

    /// <summary>唯一的改正。</summary>
    public IReadOnlyList<Repair>? Unique => Repairs.Count == 1 ? Repairs[0] : null;
}
