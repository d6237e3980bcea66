using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>比率：rates that cannot be: of nothing, of a fall below nothing, cut off instead of rounded.</summary>
internal static class Rates
{
    private const decimal Whole = 100m;

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ508", OnNothing),
        new("MZ509", CutOff),
        new("MZ510", FromNothing),
        new("MZ511", BelowNothing),
    ];

    private static IEnumerable<Verdict> OnNothing(LawContext c)
    {
        foreach (var completion in c.Disclosure.Statements.OfType<CompletionStatement>())
        {
            var budget = c.At(completion.Budget);
            var zero = budget.FirstOrDefault(f => f.State == FigureState.Printed) is { Value: 0 };
            var none = zero || (budget.Count > 0 && budget.All(f => f.State == FigureState.Blank));
            yield return !none || (!zero && completion.Percent.Value != 0) ? Verdict.Held
                : completion.Percent.Value != 0 ? Verdict.Broken("zero", completion.Place, "percent", completion.Raw)
                : Verdict.Broken("both", completion.Place, "percent", completion.Raw, "text", completion.Place.Text ?? "").As(Severity.Note);
        }
    }

    // 9.558 printed as 9.55: the law of changes lets it pass, a careful officer would not.
    private static IEnumerable<Verdict> CutOff(LawContext c)
    {
        foreach (var ratio in c.Relations.OfType<RatioRelation>())
        {
            var evaluation = ratio.Evaluate(Values.Printed);
            if (evaluation.Outcome == Outcome.HeldByTruncation)
            {
                var digits = ratio.Percent.Digits;
                yield return Verdict.Broken("cut", ratio.Stated.Place, "percent", Percent(Math.Abs(ratio.Percent.Value), digits),
                    "part", Raw(ratio.Part), "whole", Raw(ratio.Whole), "expected", Percent(Math.Round(Math.Abs(evaluation.Expected), digits, MidpointRounding.AwayFromZero), digits));
            }
            else
            {
                yield return Verdict.Held;
            }
        }
    }

    // What was nothing before has grown by no percentage: 0.00 to 25.00 is not 增长100%.
    private static IEnumerable<Verdict> FromNothing(LawContext c)
    {
        foreach (var change in c.Disclosure.Statements.OfType<ChangeStatement>())
        {
            if (change is not { Percent.Value: > 0, Direction: Direction.Increase })
            {
                continue;
            }

            var now = c.At(change.Point).FirstOrDefault(f => f is { State: FigureState.Printed, Value: > 0 });
            var before = c.At(Changes.Before(c, change)).FirstOrDefault(f => f.State == FigureState.Printed);
            var by = Changes.Amount(c, change);
            yield return before is { Value: 0 } || (before is null && now is not null && by is not null && by.Value == now.Value)
                ? Verdict.Broken("nothing", change.Place, "what", What(c, change.Point), "year", change.Base.Year.ToString(CultureInfo.InvariantCulture), "change", by is null ? "" : "，增加" + by.Statement.Raw, "change-en", by is null ? "" : ", +" + by.Statement.Raw, "percent", change.Raw, "now", now is null ? "" : Raw(now))
                : Verdict.Held;
        }
    }

    private static IEnumerable<Verdict> BelowNothing(LawContext c)
    {
        foreach (var change in c.Disclosure.Statements.OfType<ChangeStatement>().Where(s => s is { Percent: not null, Direction: Direction.Decrease }))
        {
            yield return change.Percent!.Value.Value > Whole ? Verdict.Broken("below", change.Place, "percent", change.Raw) : Verdict.Held;
        }
    }

    // The name of the code where the point has one: a sentence may be far from its heading.
    private static string What(LawContext c, Point point) =>
        point.Key("function") is { } code && c.Library.Catalogues["functions"].Names(code) is [var entry, ..] ? code[..3] is var top && c.Library.Catalogues["functions"].Names(top) is [var above, ..] && top != code ? above.Name + "·" + entry.Name : entry.Name : "";

    private static string Raw(Figure figure) => figure.Printed is { } amount ? amount.ToString() : figure.Statement.Raw;

    private static string Percent(decimal value, int digits) => value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + "%";
}
