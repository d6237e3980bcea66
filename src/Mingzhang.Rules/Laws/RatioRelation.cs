using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>比率关系：a printed percentage against the amounts that it is computed from: part ÷ whole, or change ÷ (this year − change).</summary>
/// <param name="Rule">Id of the law.</param>
/// <param name="Severity">Severity of a breach.</param>
/// <param name="Label">What is compared.</param>
/// <param name="Percent">Printed percentage, signed.</param>
/// <param name="Part">Numerator.</param>
/// <param name="Whole">Denominator; for a change, this year's amount.</param>
/// <param name="OfChange">True: the denominator is <paramref name="Whole"/> less <paramref name="Part"/> (last year's amount).</param>
public sealed record RatioRelation(string Rule, Severity Severity, Reason Label, Percentage Percent, Figure Part, Figure Whole, bool OfChange)
    : Relation(Rule, Severity, Label)
{
    /// <summary>印出百分比的陈述。</summary>
    public required Statement Stated { get; init; }

    /// <summary>占比是否凑足一百: the shares of one list that make exactly 100 may each be off by one last digit.</summary>
    public bool MakesHundred { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures { get; } = [Part, Whole];

    /// <inheritdoc/>
    public override Evaluation Evaluate(Values values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var part = new Interval(values[Part] - Part.Half, values[Part] + Part.Half);
        var bottom = OfChange ? values[Whole] - values[Part] : values[Whole];
        var half = OfChange ? Whole.Half + Part.Half : Whole.Half;
        if (bottom == 0 || (bottom - half <= 0 && bottom + half >= 0))
        {
            return new Evaluation(Outcome.NotApplicable, 0, Percent.Value, 0);
        }

        decimal[] corners = [part.Low / (bottom - half), part.Low / (bottom + half), part.High / (bottom - half), part.High / (bottom + half)];
        var range = new Interval(corners.Min() * 100, corners.Max() * 100);
        var expected = values[Part] / bottom * 100;
        var digit = 2 * (Percent.Interval.High - Percent.Value);
        var outcome = range.Meet(Percent.Interval) is null ? (MakesHundred && Math.Abs(expected - Percent.Value) < 1.5m * digit) || Truncated(expected, digit) ? Outcome.HeldByTruncation : Outcome.Broken
            : Math.Round(expected, Percent.Digits, MidpointRounding.AwayFromZero) == Percent.Value ? Outcome.Held : Outcome.HeldWithinRounding;
        return new Evaluation(outcome, expected, Percent.Value, (range.High - range.Low) / 2);
    }

    // 23.80 % printed as 23 %: cut off, not rounded.
    private bool Truncated(decimal expected, decimal digit) => Math.Abs(expected) - Math.Abs(Percent.Value) is var rest && rest > 0 && rest < digit && Math.Sign(expected) == Math.Sign(Percent.Value);

    /// <inheritdoc/>
    public override Interval? Solve(Figure figure, Values values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var rate = Percent.Interval;
        if (ReferenceEquals(figure, Part))
        {
            var whole = values[Whole];
            return OfChange ? Ordered(whole * rate.Low / (100 + rate.Low), whole * rate.High / (100 + rate.High)) : Ordered(whole * rate.Low / 100, whole * rate.High / 100);
        }

        if (rate.Low <= 0 && rate.High >= 0)
        {
            return null;
        }

        var part = values[Part];
        var shift = OfChange ? part : 0;
        return Ordered((part * 100 / rate.Low) + shift, (part * 100 / rate.High) + shift);
    }

    private static Interval Ordered(decimal a, decimal b) => a <= b ? new Interval(a, b) : new Interval(b, a);
}
