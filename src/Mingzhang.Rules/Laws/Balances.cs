using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>收支平衡：resources = uses, for the whole and for every fund that prints both sides; the changes of both sides likewise, as a doubt.</summary>
public static class Balances
{
    /// <summary>规则编号。</summary>
    public const string Id = "MZ004";

    private const int MostOfOneSide = 6;
    private static readonly Reason Label = new("收入与支出相等", "resources equal uses");
    private static readonly string[] Kept = ["measure", "year", "phase", "entity", "fund"];

    /// <summary>所生关系。</summary>
    public static IEnumerable<Relation> Relations(LawContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var final = context.Disclosure.Facts.Kind == DocumentKind.Final;
        var changes = context.Figures.All.Where(f => f.IsChange).GroupBy(f => f.Canonical).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var balance in context.Library.Space.Balances)
        {
            foreach (var (point, left) in context.Figures.Amounts.Where(a => HasSides(a.Key, balance)))
            {
                foreach (var relation in Pairs(balance, point, left, p => context.Figures.Amounts.GetValueOrDefault(p), Severity.Error, final))
                {
                    yield return relation;
                }
            }

            foreach (var (point, left) in changes.Where(c => HasSides(c.Key, balance)))
            {
                foreach (var relation in Pairs(balance, point, left, changes.GetValueOrDefault, Severity.Warning, final))
                {
                    yield return relation;
                }
            }
        }
    }

    private static bool HasSides(Point point, Balance balance) => balance.Left.Equals(point[balance.Left.Dimension]) && point.Members.All(m => Kept.Contains(m.Dimension.Key));

    private static IEnumerable<Relation> Pairs(Balance balance, Point point, List<Figure> left, Func<Point, List<Figure>?> find, Severity severity, bool final)
    {
        if (find(point.With(balance.Right)) is not { } right)
        {
            yield break;
        }

        foreach (var l in left.Where(f => f.State != FigureState.Approximate).Take(MostOfOneSide))
        {
            foreach (var r in right.Where(f => f.State != FigureState.Approximate).Take(MostOfOneSide))
            {
                if ((l.State != FigureState.Blank || r.State != FigureState.Blank) && !Apart(l, r, final))
                {
                    yield return new LinearRelation(Id, severity, Label, r, [new Term(l, 1)]);
                }
            }
        }
    }

    // Texts of final accounts call this year's income 收入总计 as well; only a table, or one sentence that names both, means the totals.
    private static bool Apart(Figure left, Figure right, bool final) =>
        final && left.Statement.Place.Table is null && right.Statement.Place.Table is null && left.Statement.Place.Order != right.Statement.Place.Order;
}
