using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Pairs;

/// <summary>决算与同年预算核对：the budget that the final account prints, and its completion rates, against the budget document. Where the final account does not
/// say that it means the budget at the beginning of the year, it may mean the year's, and a difference is a doubt.</summary>
internal static class FinalAgainstBudget
{
    private const string Amounts = "MZ806";
    private const string Rates = "MZ807";

    private static readonly Reason SameLabel = new("预算文件的同一数字", "the same figure in the budget document");
    private static readonly Reason RateLabel = new("完成率与预算文件相符", "the completion agrees with the budget document");

    public static IReadOnlyList<string> Ids { get; } = [Amounts, Rates];

    public static IEnumerable<Relation> Relations(PairContext context) =>
        context.Of(PairRole.Final).SelectMany(final => Both(context, final, context.Main)).Concat(context.Of(PairRole.Budget).SelectMany(budget => Both(context, context.Main, budget)));

    private static IEnumerable<Relation> Both(PairContext context, LawContext final, LawContext budget)
    {
        var year = budget.Disclosure.Facts.Year?.ToString(CultureInfo.InvariantCulture);
        var revised = final.Disclosure.Tables.Where(t => t.Notes.Any(n => RuleTexts.Standard.Patterns["revised"].IsMatch(n.Text))).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var figure in final.Figures.All.Where(f => f is { IsChange: false, State: FigureState.Printed } && Of(f.Statement.Point, year) && PairContext.IsMoneyOfYear(final, f.Statement.Point)))
        {
            if (figure.Statement.Place.Table is { } table && revised.Contains(table))
            {
                context.Leave(Amounts, Outcome.NotApplicable, figure, "表注说明预算数为全年预算", "a note says that the budget is that of the whole year");
                continue;
            }

            var found = Prints.Agreeing([figure], PairContext.At(budget, figure.Statement.Point), (stated, published) => new LinearRelation(Amounts, Level(figure.Statement), SameLabel, stated, [new Term(published, 1)]));
            if (found is not null)
            {
                yield return found;
            }
            else
            {
                context.Leave(Amounts, Outcome.NotChecked, figure, "预算文件没有印出同一口径的数", "the budget document prints no figure of the same kind");
            }
        }

        foreach (var stated in final.Disclosure.Statements.OfType<CompletionStatement>().Where(c => Of(c.Budget, year) && PairContext.IsMoneyOfYear(final, c.Budget) && !final.At(c.Budget).Any(f => f.State == FigureState.Printed)))
        {
            var found = Prints.Agreeing(PairContext.At(final, stated.Point), [.. PairContext.At(budget, stated.Budget).Where(f => f.State == FigureState.Printed)],
                (spent, published) => new RatioRelation(Rates, Level(stated), RateLabel, stated.Percent, spent, published, OfChange: false) { Stated = stated });
            if (found is not null)
            {
                yield return found;
            }
        }
    }

    private static bool Of(Point point, string? year) => point.Key("phase") == "budget" && point.Key("year") == year;

    private static Severity Level(Statement statement) =>
        new[] { statement.Raw, statement.Place.Text, statement.Place.Column, statement.Place.Row }.Any(t => t?.Contains("年初", StringComparison.Ordinal) == true) ? Severity.Error : Severity.Warning;
}
