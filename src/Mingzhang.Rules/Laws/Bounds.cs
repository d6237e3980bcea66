using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>部分不大于整体：what lies inside is not larger. Each point is compared with the nearest points around it; where only an implied
/// coordinate puts it there (economic 30217 ⇒ 公务接待费), a breach is a doubt.</summary>
public static class Bounds
{
    /// <summary>规则编号。</summary>
    public const string Id = "MZ005";

    /// <summary>所生关系。</summary>
    public static IEnumerable<Relation> Relations(LawContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var printed = context.Figures.Amounts
            .Select(a => (Point: a.Key, Figure: a.Value.Find(f => f.State == FigureState.Printed))).Where(a => a.Figure is not null).ToList();
        var together = Together(context);
        foreach (var (inner, part) in printed)
        {
            var around = printed.Where(o => !ReferenceEquals(o.Figure, part) && o.Point.Contains(inner) && !o.Point.Equals(inner)).ToList();
            foreach (var (_, whole) in around.Where(o => !around.Exists(n => o.Point.Contains(n.Point) && !o.Point.Equals(n.Point))))
            {
                if (together.Contains((whole!.Id, part!.Id)))
                {
                    continue;
                }

                var severity = Implied(part.Statement.Point, whole.Statement.Point) ? Severity.Warning : Severity.Error;
                yield return new LinearRelation(Id, severity, new Reason("部分不大于整体", "a part is not larger than its whole"), whole, [new Term(part, 1)], AtMost: true);
            }
        }
    }

    // The code of a line implies its purpose; that is custom, not definition.
    private static bool Implied(Point part, Point whole) => part.Key("economic") is not null && part.Key("purpose") is null && whole.Key("purpose") is not null;

    // What stands in one sum is watched there already.
    private static HashSet<(string Whole, string Part)> Together(LawContext context)
    {
        var pairs = new HashSet<(string, string)>();
        foreach (var listing in context.Disclosure.Listings.Where(l => !l.Open))
        {
            foreach (var whole in listing.Items)
            {
                foreach (var part in listing.Items)
                {
                    if (!ReferenceEquals(whole, part) && whole.Point.Contains(part.Point))
                    {
                        pairs.Add((whole.Id, part.Id));
                    }
                }
            }
        }

        return pairs;
    }
}
