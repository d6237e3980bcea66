using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Tests.Damage;

/// <summary>穷举：tries every figure with every value that one of its laws would accept, and counts the figures whose change alone makes
/// all laws hold; a percentage likewise. Independent of the localiser: it only asks the laws. What was broken before the damage is left aside;
/// an amount below zero is no repair where there is another.</summary>
internal static class BruteForce
{
    /// <summary>Ids of the statements whose change alone mends everything.</summary>
    public static IReadOnlyList<string> SingleRepairs(Disclosure disclosure, IReadOnlySet<string> before)
    {
        var context = new LawContext(disclosure, Documents.Library);
        var relations = LawBook.Relations(context).Where(r => r.Severity == Severity.Error && r.Missing is null).ToList();
        var broken = relations.Where(r => !r.Evaluate().Holds && !before.Contains(Key(r))).ToList();
        if (broken.Count == 0)
        {
            return [];
        }

        var old = relations.Where(r => before.Contains(Key(r))).ToHashSet(ReferenceEqualityComparer.Instance);
        var valid = relations.FindAll(r => !old.Contains(r));
        var figures = broken[0].Figures.Where(f => Mends(f, valid, broken, v => f.IsChange || v >= 0)).ToList();
        figures = figures.Count > 0 ? figures : [.. broken[0].Figures.Where(f => Mends(f, valid, broken, _ => true))];
        return [.. figures.Select(f => f.Id).Concat(Percentages(broken)).Distinct()];
    }

    /// <summary>What identifies a relation from one reading to the next.</summary>
    public static string Key(Relation relation) => relation.Rule + ' ' + string.Join('+', relation.Figures.Select(f => f.Id)) + (relation is RatioRelation r ? '%' + r.Stated.Id : "");

    // A percentage stands in one relation, or in several that it alone has in common.
    private static IEnumerable<string> Percentages(List<Relation> broken) =>
        broken[0] is RatioRelation first && broken.TrueForAll(r => r is RatioRelation ratio && ReferenceEquals(ratio.Stated, first.Stated)) ? [first.Stated.Id] : [];

    private static bool Mends(Figure figure, List<Relation> relations, List<Relation> broken, Predicate<decimal> plausible)
    {
        if (!broken.TrueForAll(r => r.Figures.Contains(figure)))
        {
            return false;
        }

        var own = relations.Where(r => r.Figures.Contains(figure)).ToList();
        var values = own.Select(r => r.Solve(figure, Values.Printed)).OfType<Interval>()
            .SelectMany(i => new[] { i.Low, i.High, i.Centre }).Where(v => Math.Abs(v) < Interval.Highest / 2 && plausible(v)).Distinct();
        return values.Any(v => own.TrueForAll(r => r.Evaluate(Values.Printed.With(figure, v)).Holds));
    }
}
