using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Pairs;

/// <summary>各处印法：one amount is printed several times, in 元 and 万元; two documents agree where any two of their prints do, and what a document
/// prints unlike itself is for its own report.</summary>
internal static class Prints
{
    /// <summary>相符的一对，没有时取首对; null where one side prints nothing.</summary>
    public static Relation? Agreeing(IReadOnlyList<Figure> wholes, IReadOnlyList<Figure> others, Func<Figure, Figure, Relation> relation)
    {
        Relation? first = null;
        foreach (var whole in wholes)
        {
            foreach (var other in others)
            {
                var tried = relation(whole, other);
                first ??= tried;
                if (tried.Evaluate().Holds)
                {
                    return tried;
                }
            }
        }

        return first;
    }
}
