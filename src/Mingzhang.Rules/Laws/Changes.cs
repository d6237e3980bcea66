using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>增减与两年之差相符：this year less the base is the stated change, and percentages agree with both. (The change of a whole is
/// the sum of its parts' changes by the law of sums.)</summary>
public static class Changes
{
    /// <summary>规则编号。</summary>
    public const string Id = "MZ003";

    /// <summary>所生关系。</summary>
    public static IEnumerable<Relation> Relations(LawContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var figure in context.Figures.All.Where(f => f is { IsChange: true, State: not FigureState.Approximate }))
        {
            var change = (ChangeStatement)figure.Statement;
            if (OfItself(change))
            {
                continue;
            }

            var severity = change.Base.Assumed ? Severity.Warning : Severity.Error;
            foreach (var last in context.At(Before(context, change)).Where(f => f.State == FigureState.Printed).Take(1))
            {
                foreach (var now in context.At(change.Point).Where(f => f.State == FigureState.Printed).Take(1))
                {
                    yield return new LinearRelation(Id, severity, new Reason("上年数加增减额", "last year and the change"), now, [new Term(last, 1), new Term(figure, 1)]);
                }
            }
        }

        foreach (var percent in context.Disclosure.Statements.OfType<ChangeStatement>().Where(c => c is { Percent: not null, Approximate: false }))
        {
            if (Amount(context, percent) is { } amount && context.At(percent.Point).FirstOrDefault(f => f.State == FigureState.Printed) is { } now)
            {
                var rate = percent.Percent!.Value;
                var signed = percent.Direction == Direction.Decrease ? rate with { Value = -rate.Value } : rate;
                yield return new RatioRelation(Id, Severity.Error, new Reason("增减百分比与增减额相符", "the percentage agrees with the change"), signed, amount, now, OfChange: true) { Stated = percent };
            }
        }

        foreach (var relation in Shares(context))
        {
            yield return relation;
        }
    }

    /// <summary>比较基础的点。</summary>
    internal static Point Before(LawContext context, ChangeStatement change) =>
        change.Point.With(context.Library.Space.Member("year", change.Base.Year.ToString(CultureInfo.InvariantCulture))!).With(change.Base.Phase);

    /// <summary>自比: a change against the figure's own year and phase, which is a mistake in the year and no arithmetic.</summary>
    internal static bool OfItself(ChangeStatement change) =>
        change.Point.Key("year") == change.Base.Year.ToString(CultureInfo.InvariantCulture) && change.Point.Key("phase") == change.Base.Phase.Key;

    /// <summary>同一变动印出的增减额; null where only the percentage is printed.</summary>
    internal static Figure? Amount(LawContext context, ChangeStatement percent) => context.Figures.All.FirstOrDefault(f =>
        f is { IsChange: true, State: FigureState.Printed } && f.Canonical.Equals(context.OfChanges.Of(percent.Point)) && ((ChangeStatement)f.Statement).Base.Year == percent.Base.Year);

    private static IEnumerable<Relation> Shares(LawContext context)
    {
        var hundreds = context.Disclosure.Statements.OfType<ShareStatement>().GroupBy(s => new { s.Whole, s.Place.Section }).Where(g => g.Count() > 1 && g.Sum(s => s.Percent.Value) == 100).SelectMany(g => g).ToHashSet();
        foreach (var statement in context.Disclosure.Statements)
        {
            var (percent, part, whole, label) = statement switch
            {
                ShareStatement s => (s.Percent, s.Point, s.Whole, new Reason("占比与两数相符", "the share agrees with both amounts")),
                CompletionStatement c => (c.Percent, c.Point, c.Budget, new Reason("完成率与两数相符", "the completion agrees with both amounts")),
                _ => (default, null, null, null!),
            };
            if (part is not null && whole is not null
                && context.At(part).FirstOrDefault(f => f.State == FigureState.Printed) is { } top
                && context.At(whole).FirstOrDefault(f => f.State == FigureState.Printed) is { } bottom)
            {
                yield return new RatioRelation(Id, Severity.Error, label, percent, top, bottom, OfChange: false) { Stated = statement, MakesHundred = statement is ShareStatement share && hundreds.Contains(share) };
            }
        }
    }
}
