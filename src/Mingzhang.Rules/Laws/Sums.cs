using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>分项之和等于合计：in one row, column or list, a printed whole equals the largest printed figures inside it. "Inside" is
/// containment of coordinates in any dimension, so that mixed splits need no formula of their own.</summary>
public static class Sums
{
    /// <summary>规则编号。</summary>
    public const string Id = "MZ002";

    /// <summary>所生关系。</summary>
    public static IEnumerable<Relation> Relations(LawContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var listing in context.Disclosure.Listings)
        {
            var items = listing.Items.Select(i => context.Figures.Find(i.Id)).OfType<Figure>().Where(f => f.State != FigureState.Approximate).ToList();
            foreach (var relation in Within(context, listing, items).Concat(Elsewhere(context, listing, items)))
            {
                yield return relation;
            }
        }

        foreach (var relation in Companions.Relations(context))
        {
            yield return relation;
        }
    }

    private static IEnumerable<Relation> Within(LawContext context, Listing listing, List<Figure> items)
    {
        var points = items.ConvertAll(i => i.Statement.Point);
        for (var w = 0; w < items.Count; w++)
        {
            var parts = Parts(points, items, w);
            if (parts.Count == 0 || (items[w].State == FigureState.Blank && parts.All(p => items[p].State == FigureState.Blank)))
            {
                continue;
            }

            var whole = items[w];
            var label = Label(listing);
            var members = parts.ConvertAll(p => items[p]);
            if (!Splits(context, points[w], members))
            {
                continue;
            }

            if (listing.Open)
            {
                foreach (var relation in OpenList(context, label, whole, members))
                {
                    yield return relation;
                }
            }
            else
            {
                yield return new LinearRelation(Id, Severity.Error, label, whole, [.. members.Select(m => new Term(m, 1))]);
            }
        }
    }

    // What lies strictly inside the whole, less what lies inside another such part.
    private static List<int> Parts(List<Point> points, List<Figure> items, int whole)
    {
        var inside = new List<int>();
        for (var p = 0; p < points.Count; p++)
        {
            if (p != whole && points[whole].Contains(points[p]) && !points[whole].Equals(points[p]))
            {
                inside.Add(p);
            }
        }

        // 小计 with its only line below it states one point twice: it counts once.
        for (var i = inside.Count - 1; i > 0; i--)
        {
            if (Again(points, items, inside, i))
            {
                inside.RemoveAt(i);
            }
        }

        // A loop, not a query: this runs for every figure of every table.
        for (var i = inside.Count - 1; i >= 0; i--)
        {
            for (var j = 0; j < inside.Count; j++)
            {
                if (i != j && points[inside[j]].Contains(points[inside[i]]) && !points[inside[j]].Equals(points[inside[i]]))
                {
                    inside.RemoveAt(i);
                    break;
                }
            }
        }

        return inside;
    }

    private static bool Again(List<Point> points, List<Figure> items, List<int> inside, int at)
    {
        for (var i = 0; i < at; i++)
        {
            if (points[inside[i]].Equals(points[inside[at]]) && items[inside[i]].Value == items[inside[at]].Value)
            {
                return true;
            }
        }

        return false;
    }

    // Parts add up only along dimensions whose members do: 机关运行经费 is inside 公用经费, but what else is inside it has no name.
    private static bool Splits(LawContext context, Point whole, List<Figure> parts)
    {
        foreach (var dimension in context.Library.Space.Dimensions)
        {
            if (whole[dimension] is null && !dimension.Additive && parts.Exists(p => p.Statement.Point[dimension] is not null))
            {
                return false;
            }
        }

        return true;
    }

    // 主要是 does not promise all parts. Amounts are then bounded; changes are compared where every part that is not zero is named, as a doubt.
    private static IEnumerable<Relation> OpenList(LawContext context, Reason label, Figure whole, List<Figure> parts)
    {
        if (!whole.IsChange)
        {
            foreach (var part in parts)
            {
                yield return new LinearRelation(Bounds.Id, Severity.Error, label, whole, [new Term(part, 1)], AtMost: true);
            }
        }
        else if (parts.Count > 1 && NamesAll(context, whole, parts))
        {
            yield return new LinearRelation(Changes.Id, Severity.Warning, label, whole, [.. parts.Select(p => new Term(p, 1))]);
        }
    }

    private static bool NamesAll(LawContext context, Figure whole, List<Figure> parts)
    {
        var dimension = context.Library.Space.Dimensions.FirstOrDefault(d => whole.Statement.Point[d] is null && parts.TrueForAll(p => p.Statement.Point[d] is not null));
        return dimension is not null && context.Figures.Amounts.Values.SelectMany(f => f)
            .Where(f => f.Value != 0 && whole.Statement.Point.Contains(f.Statement.Point) && f.Statement.Point[dimension] is not null
                && f.Statement.Point.Members.Count == whole.Statement.Point.Members.Count + 1)
            .All(f => parts.Exists(p => p.Statement.Point[dimension]!.Contains(f.Statement.Point[dimension]!) || f.Statement.Point[dimension]!.Contains(p.Statement.Point[dimension]!)));
    }

    // A column without a total of its own is added up against the whole that stands elsewhere.
    private static IEnumerable<Relation> Elsewhere(LawContext context, Listing listing, List<Figure> items)
    {
        if (listing.Kind != ListingKind.Column)
        {
            yield break;
        }

        var points = items.ConvertAll(i => i.Statement.Point);
        var tops = new List<Figure>();
        for (var i = 0; i < items.Count; i++)
        {
            if (!HasWhole(points, i))
            {
                tops.Add(items[i]);
            }
        }

        if (tops.Count < 2 || tops.TrueForAll(t => t.State == FigureState.Blank) || Common(context.Library.Space, tops) is not { } common || tops.Exists(t => t.Statement.Point.Equals(common)))
        {
            yield break;
        }

        foreach (var whole in context.At(common).Where(f => f.State == FigureState.Printed && !tops.Contains(f)))
        {
            yield return new LinearRelation(Id, listing.Closes ? Severity.Error : Severity.Warning, Label(listing), whole, [.. tops.Select(t => new Term(t, 1))]);
        }
    }

    private static bool HasWhole(List<Point> points, int part)
    {
        for (var w = 0; w < points.Count; w++)
        {
            if (w != part && points[w].Contains(points[part]) && !points[w].Equals(points[part]))
            {
                return true;
            }
        }

        return false;
    }

    private static Point? Common(Space space, List<Figure> figures)
    {
        var point = space.Everything;
        foreach (var dimension in space.Dimensions)
        {
            var members = figures.Select(f => f.Statement.Point[dimension]).Distinct().ToList();
            if (members.Count == 1 && members[0] is { } shared)
            {
                point = point.With(shared);
            }
            else if (members.Count > 1 && !dimension.Additive)
            {
                return null;
            }
        }

        return point.Key("measure") is null ? null : point;
    }

    // A row without a label of its own is named by its table alone.
    private static Reason Label(Listing listing)
    {
        var of = listing.Label.TrimEnd(' ', '·');
        return listing.Kind switch
        {
            ListingKind.Row => new Reason($"{of}：各栏之和", $"{of}: sum of the columns"),
            ListingKind.Column => new Reason($"{of}：各行之和", $"{of}: sum of the rows"),
            _ => new Reason($"{of}：分项之和", $"{of}: sum of the parts"),
        };
    }
}
