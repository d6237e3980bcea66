using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Tests.Damage;

/// <summary>穷举：tries every figure with every value that one of its laws would accept, and counts the figures whose change alone makes
/// all laws hold. Independent of the localiser: it only asks the laws.</summary>
internal static class BruteForce
{
    public static IReadOnlyList<Figure> SingleRepairs(Disclosure disclosure)
    {
        var context = new LawContext(disclosure, Documents.Library);
        var relations = LawBook.Relations(context).Where(r => r.Severity == Severity.Error && r.Missing is null).ToList();
        var broken = relations.Where(r => !r.Evaluate().Holds).ToList();
        if (broken.Count == 0)
        {
            return [];
        }

        return [.. broken.SelectMany(r => r.Figures).Distinct().Where(f => Mends(f, relations, broken))];
    }

    private static bool Mends(Figure figure, List<Relation> relations, List<Relation> broken)
    {
        if (!broken.TrueForAll(r => r.Figures.Contains(figure)))
        {
            return false;
        }

        var own = relations.Where(r => r.Figures.Contains(figure)).ToList();
        var values = own.Select(r => r.Solve(figure, Values.Printed)).OfType<Interval>()
            .SelectMany(i => new[] { i.Low, i.High, i.Centre }).Where(v => Math.Abs(v) < Interval.Highest / 2).Distinct();
        return values.Any(v => own.TrueForAll(r => r.Evaluate(Values.Printed.With(figure, v)).Holds));
    }
}
