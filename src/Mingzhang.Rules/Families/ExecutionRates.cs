using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>预算执行率：executed over budget as the sheet prints both, and the points that it earns.</summary>
internal static class ExecutionRates
{
    private const decimal Full = 100;

    public static IReadOnlyList<RuleFunction> Rules { get; } = [new("MZ414", Rates), new("MZ415", Points)];

    private static IEnumerable<Verdict> Rates(LawContext c)
    {
        foreach (var line in c.Disclosure.Performance.SelectMany(o => o.Funding).Where(l => l.Rate is { Text.Length: > 0 }))
        {
            if (line.Rate!.Value is null)
            {
                yield return Verdict.NotApplicable("没有印出执行率", "no rate is printed");
                continue;
            }

            var (executed, budget) = (Figure(line.Of("executed")), Figure(line.Of("revised") ?? line.Of("budget")));
            if (executed is null || budget is null)
            {
                yield return Verdict.NotChecked("没有读到预算数或执行数", "budget or execution was not read");
                continue;
            }

            if (budget.Value == 0)
            {
                yield return Verdict.NotApplicable("没有预算", "there is no budget");
                continue;
            }

            if (Agrees(line.Rate, executed, budget))
            {
                yield return Verdict.Held;
                continue;
            }

            string[] said = ["rate", line.Rate.Text, "executed", Said(executed), "budget", Said(budget), "expected", SelfEvaluations.Print(Math.Round(executed.Value / budget.Value * Full, 2, MidpointRounding.AwayFromZero)) + "%"];
            var first = Figure(line.Of("budget"));
            yield return line.Of("revised") is not null && first is { Value: not 0 } && Agrees(line.Rate, executed, first)
                ? Verdict.Broken("base", [line.Rate.Place, first.Statement.Place], said).As(Severity.Warning)
                : Verdict.Broken("rate", [line.Rate.Place, executed.Statement.Place], said);
        }
    }

    // Points of the rate in proportion; above 100 % places differ, and the points are bounded anyway.
    private static IEnumerable<Verdict> Points(LawContext c)
    {
        foreach (var o in SelfEvaluations.Evaluated(c))
        {
            if (SelfEvaluations.Execution(o) is not { Weight.Value: { } weight, Score: { Value: { } score } mark } line)
            {
                yield return Verdict.NotApplicable("没有印出执行率的分值和得分", "no points for the rate are printed");
                continue;
            }

            var rates = new[] { Computed(line), line.Rate is { Value: { } printed } ? printed : null }.OfType<decimal>().ToList();
            if (rates.Count == 0)
            {
                yield return Verdict.NotChecked("没有读到执行率", "the rate was not read");
                continue;
            }

            // Half a last digit for rounding, a whole one for what was cut off.
            var digit = 2 * SelfEvaluations.Half(Math.Max(mark.Digits, 0));
            var fits = rates.Exists(r => r > Full || Math.Abs((weight * Math.Max(0, r) / Full) - score) < digit) || rates.TrueForAll(r => r < 0);
            yield return fits ? Verdict.Held
                : Verdict.Broken("points", mark.Place, "place", Performance.Name(o), "place-en", Performance.Name(o), "rate", SelfEvaluations.Print(Math.Round(rates[0], 2)) + "%", "weight", SelfEvaluations.Print(weight), "score", mark.Text, "expected", SelfEvaluations.Print(Math.Round(weight * rates[0] / Full, 2)));
        }
    }

    // A rate may be printed as 95.00% or as 0.95.
    private static bool Agrees(Mark rate, Figure executed, Figure budget)
    {
        var percent = new Percentage(rate.Value!.Value, rate.Digits);
        return Holds(percent) || (!rate.Text.Contains('%', StringComparison.Ordinal) && !rate.Text.Contains('％', StringComparison.Ordinal) && Holds(new Percentage(rate.Value.Value * Full, Math.Max(0, rate.Digits - 2))));

        bool Holds(Percentage said) => new RatioRelation("MZ414", Severity.Error, new Reason("执行率", "execution rate"), said, executed, budget, OfChange: false) { Stated = executed.Statement }.Evaluate().Holds;
    }

    private static decimal? Computed(FundingLine line) =>
        Figure(line.Of("executed")) is { } executed && Figure(line.Of("revised") ?? line.Of("budget")) is { Value: not 0 } budget ? executed.Value / budget.Value * Full : null;

    private static Figure? Figure(AmountStatement? statement) =>
        statement is { Amount: { } amount } ? new Figure(0, statement, statement.Point, amount.Yuan, amount.Half, FigureState.Printed) : null;

    private static string Said(Figure figure) => ((AmountStatement)figure.Statement).Amount!.Value.ToString();
}
