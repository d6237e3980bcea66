using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>绩效自评：points add up, no score is above its points, the execution rate is what it says, the grade fits the total.</summary>
internal static class SelfEvaluations
{
    private const decimal Full = 100;
    private static readonly (string[] Words, decimal From, decimal Below)[] Grades =
        [(["优", "优秀"], 90, 101), (["良", "良好"], 80, 90), (["中"], 60, 80), (["差"], 0, 60)];

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ411", Weights),
        new("MZ412", Scores),
        new("MZ413", Totals),
        new("MZ416", Grade),
    ];

    /// <summary>没有读全: what is missing could be all the difference.</summary>
    internal static Verdict Lost { get; } = Verdict.NotChecked("有指标行没有读到", "some indicators were not read");

    // The indicators' points and those of the execution rate; some forms count the rate among the indicators.
    private static IEnumerable<Verdict> Weights(LawContext c)
    {
        foreach (var o in Evaluated(c))
        {
            var weights = o.Indicators.Where(i => i.WeightText.Length > 0).ToList();
            if (weights.Count == 0)
            {
                yield return Verdict.NotApplicable("没有印出分值", "no points are printed");
                continue;
            }

            if (o.Unread || weights.Exists(i => i.Weight is null))
            {
                yield return Lost;
                continue;
            }

            var sum = weights.Sum(i => i.Weight!.Value);
            var rate = Execution(o)?.Weight?.Value;
            var all = rate is { } points && !CountsRate(o) ? sum + points : sum;
            var texts = weights.Select(i => i.WeightText).ToList();
            yield return Rounded(texts, all, Full) || (rate is null && Rounded(texts, all, 90)) ? Verdict.Held
                : Verdict.Broken("sum", Performance.At(o), "place", Performance.Name(o), "place-en", Performance.Name(o), "sum", Print(all));
        }
    }

    private static IEnumerable<Verdict> Scores(LawContext c)
    {
        foreach (var o in Evaluated(c))
        {
            var marks = o.Indicators.Where(i => i is { Score.Value: not null, Weight: not null }).Select(i => (i.Name, Weight: i.Weight!.Value, Score: i.Score!))
                .Concat(o.Funding.Where(l => l is { Score.Value: not null, Weight.Value: not null }).Select(l => (Name: l.Label, Weight: l.Weight!.Value!.Value, Score: l.Score!)));
            foreach (var (name, weight, score) in marks)
            {
                yield return score.Value <= weight && score.Value >= 0 ? Verdict.Held
                    : Verdict.Broken("above", score.Place with { Row = o.Name + " / " + name }, "name", name, "weight", Print(weight), "score", score.Text);
            }
        }
    }

    private static IEnumerable<Verdict> Totals(LawContext c)
    {
        foreach (var o in Evaluated(c))
        {
            if (o.Evaluation!.Total is not { Value: { } total } printed)
            {
                yield return Verdict.NotApplicable("没有印出总分", "no total is printed");
                continue;
            }

            if (o.Indicators.Count == 0 && !o.Unread)
            {
                yield return Verdict.NotApplicable("只列总分", "only the total is printed");
                continue;
            }

            var scored = o.Indicators.Where(i => i.WeightText.Length > 0 || i.Score is { Text.Length: > 0 }).ToList();
            var rate = CountsRate(o) ? null : Execution(o);
            if (o.Unread || scored.Count == 0 || scored.Exists(i => i.Score?.Value is null) || (rate is { Weight.Value: not null, Score.Value: null }))
            {
                yield return Lost;
                continue;
            }

            var marks = scored.Select(i => i.Score!).Concat(rate?.Score is { Value: not null } score ? [score] : []).ToList();
            var sum = marks.Sum(m => m.Value!.Value);

            // Where anything has decimals, each of them and the total may have been rounded; whole numbers are exact.
            var slack = marks.Where(m => m.Digits > 0).Sum(m => Half(m.Digits)) + (marks.Append(printed).Any(m => m.Digits > 0) ? Half(printed.Digits) : 0);
            yield return Math.Abs(sum - total) <= slack ? Verdict.Held
                : Verdict.Broken("sum", printed.Place, "place", Performance.Name(o), "place-en", Performance.Name(o), "total", printed.Text, "sum", Print(sum));
        }
    }

    private static IEnumerable<Verdict> Grade(LawContext c)
    {
        foreach (var o in Evaluated(c))
        {
            var (score, grade) = (o.Evaluation!.Total?.Value, o.Evaluation.Grade);
            var band = Array.Find(Grades, g => g.Words.Contains(grade));
            if (score is not { } total || band.Words is null || total is < 0 or > Full || o.Evaluation.Full is { Value: not Full })
            {
                yield return Verdict.NotApplicable("没有印出总分和等级（优、良、中、差）", "no total with a grade is printed");
                continue;
            }

            var expected = Array.Find(Grades, g => total >= g.From && total < g.Below).Words[0];
            yield return total >= band.From && total < band.Below ? Verdict.Held
                : Verdict.Broken("grade", o.Evaluation.GradePlace ?? Performance.At(o), "place", Performance.Name(o), "place-en", Performance.Name(o), "score", o.Evaluation.Total!.Text, "grade", grade, "expected", expected)
                    // Some places draw the line of 良 at 75.
                    .As(band.From == 80 && total is >= 75 and < 80 ? Severity.Note : Severity.Warning);
        }
    }

    /// <summary>各数之和是否就是该数: numbers with decimals may each have been rounded; whole numbers were not.</summary>
    internal static bool Rounded(IEnumerable<string> printed, decimal sum, decimal whole) =>
        Math.Abs(sum - whole) <= printed.Sum(t => t.IndexOf('.', StringComparison.Ordinal) is var point && point >= 0 ? Half(t.Skip(point + 1).TakeWhile(char.IsAsciiDigit).Count()) : 0);

    /// <summary>预算执行率所在的资金行: that of the year's total.</summary>
    internal static FundingLine? Execution(PerformanceObject o) => o.Funding.FirstOrDefault(l => l.Total && (l.Weight?.Value ?? l.Score?.Value ?? l.Rate?.Value) is not null);

    internal static IEnumerable<PerformanceObject> Evaluated(LawContext c) => c.Disclosure.Performance.Where(o => o.Evaluation is not null);

    private static bool CountsRate(PerformanceObject o) => o.Indicators.Any(i => i.Name.Contains("执行率", StringComparison.Ordinal) && i.Weight is not null);

    internal static decimal Half(int digits) => PowersOfTen.Negative(digits) / 2;

    internal static string Print(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
