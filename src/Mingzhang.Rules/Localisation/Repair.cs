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
    /// <summary>唯一的改正。</summary>
    public IReadOnlyList<Repair>? Unique => Repairs.Count == 1 ? Repairs[0] : null;
}
