using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>一项：a figure with its sign.</summary>
public sealed record Term(Figure Figure, int Sign);

/// <summary>线性关系：Whole = Σ terms, or Whole ≥ Σ terms. Rounding is arithmetic: each print leaves half a unit of its last digit open,
/// and the relation holds where the closed intervals allow it.</summary>
public sealed record LinearRelation(string Rule, Severity Severity, Reason Label, Figure? Whole, IReadOnlyList<Term> Terms, bool AtMost = false)
    : Relation(Rule, Severity, Label)
{
    private IReadOnlyList<Figure>? _figures;

    /// <inheritdoc/>
    public override IReadOnlyList<Figure> Figures => _figures ??= Whole is null ? [.. Terms.Select(t => t.Figure)] : [Whole, .. Terms.Select(t => t.Figure)];

    /// <inheritdoc/>
    public override Evaluation Evaluate(Values values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var found = Whole is null ? 0 : values[Whole];
        var slack = Whole?.Half ?? 0;
        var expected = 0m;
        foreach (var (figure, sign) in Terms)
        {
            expected += sign * values[figure];
            slack += figure.Half;
        }

        var difference = found - expected;
        var outcome = AtMost
            ? difference >= 0 ? Outcome.Held : -difference <= slack ? Outcome.HeldWithinRounding : Outcome.Broken
            : difference == 0 ? Outcome.Held : Math.Abs(difference) <= slack ? Outcome.HeldWithinRounding : Truncated(values) ? Outcome.HeldByTruncation : Outcome.Broken;
        return new Evaluation(outcome, expected, found, slack);
    }

    /// <inheritdoc/>
    public override Interval? Solve(Figure figure, Values values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var evaluation = Evaluate(values);
        var (gap, slack) = (evaluation.Difference, evaluation.Slack);
        if (ReferenceEquals(figure, Whole))
        {
            var centre = values[figure] - gap;
            return AtMost ? new Interval(centre - slack, Interval.Highest) : new Interval(centre - slack, centre + slack);
        }

        foreach (var (own, sign) in Terms)
        {
            if (ReferenceEquals(own, figure))
            {
                var centre = values[figure] + (sign * gap);
                return !AtMost ? new Interval(centre - slack, centre + slack)
                    : sign > 0 ? new Interval(Interval.Lowest, centre + slack) : new Interval(centre - slack, Interval.Highest);
            }
        }

        return null;
    }

    // Two prints of one amount, the coarser one cut off instead of rounded: 13,459元 as 1.34万元.
    private bool Truncated(Values values)
    {
        if (Whole is null || Terms.Count != 1 || Terms[0].Sign != 1 || Whole.Half == Terms[0].Figure.Half)
        {
            return false;
        }

        var (coarse, fine) = Whole.Half > Terms[0].Figure.Half ? (Whole, Terms[0].Figure) : (Terms[0].Figure, Whole);
        var unit = coarse.Half * 2;
        return unit > 0 && fine.State == FigureState.Printed && decimal.Truncate(values[fine] / unit) * unit == values[coarse];
    }
}
