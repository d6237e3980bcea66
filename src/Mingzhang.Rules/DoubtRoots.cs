using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules;

/// <summary>疑点的共同根源：whether doubts have one figure in common that one value would reconcile with all of them.</summary>
internal static class DoubtRoots
{
    /// <summary>两组疑点是否同根。</summary>
    public static bool Shared(List<LinearRelation> one, List<LinearRelation> other) =>
        one[0].Figures.Any(f => one.Concat(other).All(r => r.Figures.Contains(f)) && Meet(f, one.Concat(other)));

    private static bool Meet(Figure figure, IEnumerable<LinearRelation> relations)
    {
        Interval? range = new Interval(Interval.Lowest, Interval.Highest);
        foreach (var relation in relations)
        {
            range = relation.Solve(figure, Values.Printed) is { } solved ? range?.Meet(solved) : range;
        }

        return range is { Bounded: true };
    }
}
