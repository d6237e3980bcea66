using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>同一数字处处一致：all statements of one point are equal, and what is said to be nil is zero.</summary>
public static class Agreement
{
    /// <summary>规则编号。</summary>
    public const string Id = "MZ001";

    // Beyond this many prints of one point, each is compared with the first few only.
    private const int MostPartners = 8;

    private static readonly Reason Amounts = new("同一数字在两处印出", "one amount printed in two places");
    private static readonly Reason ChangesLabel = new("同一变动在两处印出", "one change printed in two places");

    /// <summary>所生关系。</summary>
    public static IEnumerable<Relation> Relations(LawContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var same in context.Figures.Amounts.Values.Where(f => f.Count > 1))
        {
            foreach (var relation in Pairs(same, Amounts))
            {
                yield return relation;
            }
        }

        var changes = context.Figures.All.Where(f => f.IsChange)
            .GroupBy(f => new { f.Canonical, ((ChangeStatement)f.Statement).Base.Year, ((ChangeStatement)f.Statement).Base.Phase.Key });
        foreach (var same in changes)
        {
            foreach (var relation in Pairs([.. same], ChangesLabel))
            {
                yield return relation;
            }
        }

        foreach (var relation in Nils(context))
        {
            yield return relation;
        }
    }

    private static IEnumerable<Relation> Pairs(List<Figure> same, Reason label)
    {
        for (var i = 0; i < same.Count; i++)
        {
            for (var j = i + 1; j < same.Count && (i < MostPartners || j == i + 1); j++)
            {
                if (same[i].State != FigureState.Blank || same[j].State != FigureState.Blank)
                {
                    yield return new LinearRelation(Id, Severity.Error, label, same[j], [new Term(same[i], 1)]);
                }
            }
        }
    }

    /// <summary>所称: where it is said that there is none.</summary>
    internal static Reason Said(NilStatement nil) =>
        new($"{nil.Place.Chinese}称“{MessageTemplate.Inner(nil.Raw.Trim('。'))}”", $"'{nil.Raw.Trim('。')}' at {nil.Place.English}");

    private static IEnumerable<Relation> Nils(LawContext context)
    {
        foreach (var nil in context.Disclosure.Statements.OfType<NilStatement>())
        {
            var point = nil.Point.Completed();
            foreach (var figure in context.Figures.All.Where(f => !f.IsChange && f.State != FigureState.Blank && point.Contains(f.Statement.Point.Completed())))
            {
                yield return new LinearRelation(Id, Severity.Error, Said(nil), figure, []);
            }
        }
    }
}
