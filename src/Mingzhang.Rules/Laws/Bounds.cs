using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>部分不大于整体：what lies inside is not larger. Each point is compared with the nearest points around it; where only an implied
/// coordinate puts it there (economic 30217 ⇒ 公务接待费), or where it is the money of one project, a breach is a doubt.</summary>
public static class Bounds
{
    /// <summary>规则编号。</summary>
    public const string Id = "MZ005";

    private static readonly Reason Label = new("部分不大于整体", "a part is not larger than its whole");

    /// <summary>所生关系。</summary>
    public static IEnumerable<Relation> Relations(LawContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var printed = context.Figures.Amounts
            .Select(a => new Placed(a.Key, a.Value.Find(f => f.State == FigureState.Printed)!)).Where(a => a.Figure is not null).ToList();
        var together = Together(context);
        var nearest = new List<Placed>();
        foreach (var (inner, part) in printed)
        {
            Nearest(printed, inner, nearest);
            foreach (var (_, whole) in nearest)
            {
                // A body founded during the year had a budget of 0 at its beginning; what it calls budget elsewhere is the year's.
                if (context.Disclosure.Facts.Kind == DocumentKind.Final && whole.Value == 0 && whole.Statement.Point.Key("phase") == "budget")
                {
                    continue;
                }

                if (together.TryGetValue(whole, out var lists) && together.TryGetValue(part, out var own) && Meet(lists, own))
                {
                    continue;
                }

                var severity = Implied(part.Statement.Point, whole.Statement.Point) || OfProject(part.Statement.Point, whole.Statement.Point) ? Severity.Warning : Severity.Error;
                yield return new LinearRelation(Id, severity, Label, whole, [new Term(part, 1)], AtMost: true);
            }
        }
    }

    // The smallest points around one: what contains it and no other that does. A loop over a reused list: this runs for every pair.
    private static void Nearest(List<Placed> all, Point inner, List<Placed> nearest)
    {
        nearest.Clear();
        foreach (var outer in all)
        {
            if (!outer.Point.Contains(inner) || outer.Point.Equals(inner))
            {
                continue;
            }

            var wider = false;
            for (var i = nearest.Count - 1; i >= 0; i--)
            {
                if (outer.Point.Contains(nearest[i].Point))
                {
                    wider = true;
                    break;
                }

                if (nearest[i].Point.Contains(outer.Point))
                {
                    nearest.RemoveAt(i);
                }
            }

            if (!wider)
            {
                nearest.Add(outer);
            }
        }
    }

    private static bool Meet(List<Listing> one, List<Listing> other)
    {
        foreach (var listing in one)
        {
            foreach (var second in other)
            {
                if (ReferenceEquals(listing, second))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The code of a line implies its purpose; that is custom, not definition.
    private static bool Implied(Point part, Point whole) => part.Key("economic") is not null && part.Key("purpose") is null && whole.Key("purpose") is not null;

    // A project may be paid in part by what is passed on to others or was left from last year, which the department's own expenditure need not hold.
    private static bool OfProject(Point part, Point whole) => part.Key("project") is not null && whole.Key("project") is null;

    // What stands in one sum is watched there already.
    private static Dictionary<Figure, List<Listing>> Together(LawContext context)
    {
        var listings = new Dictionary<Figure, List<Listing>>();
        foreach (var listing in context.Disclosure.Listings.Where(l => !l.Open))
        {
            foreach (var figure in listing.Items.Select(i => context.Figures.Find(i.Id)).OfType<Figure>())
            {
                if (!listings.TryGetValue(figure, out var own))
                {
                    listings[figure] = own = [];
                }

                own.Add(listing);
            }
        }

        return listings;
    }

    private sealed record Placed(Point Point, Figure Figure);
}
