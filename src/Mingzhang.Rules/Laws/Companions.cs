using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>并列各项之和：paragraphs that name item after item with two amounts each (budget and final): where one of the two adds up to its
/// total, the list is complete, and the other must add up as well, as a doubt.</summary>
internal static class Companions
{
    private const int Fewest = 3;
    private static readonly Reason Label = new("所列各项之和", "sum of the items listed");

    public static IEnumerable<Relation> Relations(LawContext context)
    {
        var said = context.Figures.All.Where(f => f is { IsChange: false, State: FigureState.Printed } && f.Statement.Place.Table is null && f.Statement.Point.Key("function") is not null);
        foreach (var section in said.GroupBy(f => f.Statement.Place.Section, StringComparer.Ordinal).Where(s => s.Count() >= Fewest * 2))
        {
            var lists = section.GroupBy(Whole).Select(g => new { Whole = g.Key, Items = g.ToList(), Codes = Codes(g) }).Where(l => l.Items.Count >= Fewest && l.Items.Count == l.Codes.Count).ToList();
            foreach (var list in lists)
            {
                foreach (var other in lists.Where(o => !ReferenceEquals(o, list) && Phaseless(o.Whole).Equals(Phaseless(list.Whole)) && o.Codes.SetEquals(list.Codes)))
                {
                    if (Sum(context, other.Whole, other.Items) is { } witness && witness.Evaluate().Holds && Sum(context, list.Whole, list.Items) is { } sum)
                    {
                        yield return sum;
                    }
                }
            }
        }
    }

    private static LinearRelation? Sum(LawContext context, Point whole, List<Figure> items) =>
        context.At(whole).FirstOrDefault(f => f.State == FigureState.Printed) is { } total ? new LinearRelation(Sums.Id, Severity.Warning, Label, total, [.. items.Select(i => new Term(i, 1))]) : null;

    private static Point Whole(Figure figure) => figure.Statement.Point.Without(figure.Statement.Point.Members.First(m => m.Dimension.Key == "function").Dimension);

    private static Point Phaseless(Point point) => point.Members.FirstOrDefault(m => m.Dimension.Key == "phase") is { } phase ? point.Without(phase.Dimension) : point;

    private static HashSet<string> Codes(IEnumerable<Figure> figures) => [.. figures.Select(f => f.Statement.Point.Key("function")!)];
}
