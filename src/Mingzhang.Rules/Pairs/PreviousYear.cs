using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Pairs;

/// <summary>与上年文件核对：what this year's document says of last year, directly or by a change, against what was published then. Phases are never mixed:
/// an amount executed is not compared with a budget.</summary>
internal static class PreviousYear
{
    private const string Amounts = "MZ801";
    private const string Differences = "MZ802";
    private const string Carried = "MZ803";

    private static readonly Reason SameLabel = new("上年文件的同一数字", "the same figure in last year's document");
    private static readonly Reason ExecutedLabel = new("上年执行数与上年决算", "what was executed last year and last year's final account");
    private static readonly Reason ChangeLabel = new("上年文件的数加增减额", "last year's document and the change");
    private static readonly Reason PercentLabel = new("增减百分比与上年文件相符", "the percentage agrees with last year's document");
    private static readonly Reason CarriedLabel = new("上年决算的年末结转和结余", "what last year's final account carries out");

    public static IReadOnlyList<string> Ids { get; } = [Amounts, Differences, Carried];

    public static IEnumerable<Relation> Relations(PairContext context) =>
        context.Of(PairRole.Previous).SelectMany(before => Stated(context, before).Concat(Changed(context, before)).Concat(Rates(context, before)).Concat(CarriedIn(context, before)));

    private static IEnumerable<Relation> Stated(PairContext context, LawContext before)
    {
        foreach (var figure in context.Main.Figures.All.Where(f => f is { IsChange: false, State: FigureState.Printed } && Of(f.Statement.Point, before)))
        {
            var severity = context.Restated(before) ? Severity.Warning : Severity.Error;
            var found = Prints.Agreeing([figure], PairContext.At(before, figure.Statement.Point), (now, then) => new LinearRelation(Amounts, severity, SameLabel, now, [new Term(then, 1)]));
            found ??= Executed(before, figure);
            if (found is not null)
            {
                yield return found;
            }
            else
            {
                Leave(context, before, Amounts, figure, figure.Statement.Point.Key("phase"));
            }
        }
    }

    // What was executed by the end of the year, as this year's budget prints it, and the final account that was audited since should agree: a doubt.
    private static Relation? Executed(LawContext before, Figure figure)
    {
        var point = figure.Statement.Point;
        return point.Key("phase") == "executed" && before.Disclosure.Facts.Kind == DocumentKind.Final
            ? Prints.Agreeing([figure], PairContext.At(before, point.With(before.Library.Space.Member("phase", "final")!)), (now, then) => new LinearRelation(Amounts, Severity.Warning, ExecutedLabel, now, [new Term(then, 1)]))
            : null;
    }

    private static IEnumerable<Relation> Changed(PairContext context, LawContext before)
    {
        foreach (var figure in context.Main.Figures.All.Where(f => f is { IsChange: true, State: FigureState.Printed }))
        {
            var change = (ChangeStatement)figure.Statement;
            var point = Changes.Before(context.Main, change);
            if (Changes.OfItself(change) || !Of(point, before))
            {
                continue;
            }

            var found = Prints.Agreeing(PairContext.At(context.Main, change.Point), PairContext.At(before, point),
                (now, then) => new LinearRelation(Differences, Level(context, before, change), ChangeLabel, now, [new Term(then, 1), new Term(figure, 1)]));
            if (found is not null)
            {
                yield return found;
            }
            else
            {
                Leave(context, before, Differences, figure, change.Base.Phase.Key);
            }
        }
    }

    // A percentage without its amount: this year is (100 + percent) % of last year.
    private static IEnumerable<Relation> Rates(PairContext context, LawContext before)
    {
        foreach (var change in context.Main.Disclosure.Statements.OfType<ChangeStatement>().Where(c => c is { Percent: not null, Approximate: false } && !Changes.OfItself(c) && Changes.Amount(context.Main, c) is null))
        {
            var point = Changes.Before(context.Main, change);
            if (!Of(point, before))
            {
                continue;
            }

            var rate = change.Percent!.Value;
            var of = rate with { Value = 100 + (change.Direction == Direction.Decrease ? -rate.Value : rate.Value) };
            var found = Prints.Agreeing(PairContext.At(context.Main, change.Point), [.. PairContext.At(before, point).Where(f => f.State == FigureState.Printed)],
                (now, then) => new RatioRelation(Differences, Level(context, before, change), PercentLabel, of, now, then, OfChange: false) { Stated = change });
            if (found is not null)
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<Relation> CarriedIn(PairContext context, LawContext before)
    {
        var (main, space) = (context.Main, context.Main.Library.Space);
        if (main.Disclosure.Facts.Kind != DocumentKind.Final || before.Disclosure.Facts is not { Kind: DocumentKind.Final, Year: { } year })
        {
            yield break;
        }

        foreach (var same in main.Figures.Amounts.Values.Select(f => f.Where(x => x.State == FigureState.Printed).ToList()).Where(f => f.Count > 0 && f[0].Statement.Point.Key("measure") == "carried-in"))
        {
            var point = same[0].Statement.Point.With(space.Member("measure", "carried-out")!).With(context.Year(year));
            if (Prints.Agreeing(same, PairContext.At(before, point), (now, then) => new LinearRelation(Carried, Severity.Warning, CarriedLabel, now, [new Term(then, 1)])) is { } found)
            {
                yield return found;
            }
        }
    }

    private static Severity Level(PairContext context, LawContext before, ChangeStatement change) =>
        change.Base.Assumed || context.Restated(before) || (change.Reason is { } reason && RuleTexts.Standard.Patterns["restated"].IsMatch(reason)) ? Severity.Warning : Severity.Error;

    private static bool Of(Point point, LawContext before) => point.Key("year") == before.Disclosure.Facts.Year?.ToString(CultureInfo.InvariantCulture);

    private static void Leave(PairContext context, LawContext before, string rule, Figure figure, string? phase)
    {
        if (phase == (before.Disclosure.Facts.Kind == DocumentKind.Final ? "final" : "budget"))
        {
            context.Leave(rule, Outcome.NotChecked, figure, "上年文件没有印出同一口径的数", "last year's document prints no figure of the same kind");
        }
        else
        {
            context.Leave(rule, Outcome.NotApplicable, figure, "上年数与上年文件的阶段不同（执行数、预算、决算不相比较）", "last year's figure and document are of different phases (executed, budget and final are not compared)");
        }
    }
}
