using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>关系：what a law demands of some figures, as exact arithmetic on closed intervals.</summary>
/// <param name="Rule">Id of the law.</param>
/// <param name="Severity">Severity of a breach; only errors enter the search for the wrong figure.</param>
/// <param name="Label">What is compared, for the reader.</param>
public abstract record Relation(string Rule, Severity Severity, Reason Label)
{
    /// <summary>涉及的数字。</summary>
    public abstract IReadOnlyList<Figure> Figures { get; }

    /// <summary>按给定的数值核对; figures without a new value keep their printed one.</summary>
    public abstract Evaluation Evaluate(Values values);

    /// <summary>某一数字应在的区间，其余各数不变; null where the relation does not determine it.</summary>
    public abstract Interval? Solve(Figure figure, Values values);

    /// <summary>核对印出的数值。</summary>
    public Evaluation Evaluate() => Evaluate(Values.Printed);

    /// <summary>是否缺数。</summary>
    public Figure? Missing => Figures.FirstOrDefault(f => f.State == FigureState.Missing);
}

/// <summary>核对所得：outcome with both sides in yuan.</summary>
public readonly record struct Evaluation(Outcome Outcome, decimal Expected, decimal Found, decimal Slack)
{
    /// <summary>相差。</summary>
    public decimal Difference => Found - Expected;

    /// <summary>是否成立。</summary>
    public bool Holds => Outcome is not Outcome.Broken;
}

/// <summary>数值：printed values, some of them replaced on trial.</summary>
public sealed class Values
{
    private readonly (Figure Figure, decimal Value)[] _changed;

    private Values(params (Figure, decimal)[] changed) => _changed = changed;

    /// <summary>一律按印出的数值。</summary>
    public static Values Printed { get; } = new();

    /// <summary>换上一个数值。</summary>
    public Values With(Figure figure, decimal value) => new([.. _changed, (figure, value)]);

    /// <summary>某数字的数值。</summary>
    public decimal this[Figure figure]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(figure);
            foreach (var (changed, value) in _changed)
            {
                if (ReferenceEquals(changed, figure))
                {
                    return value;
                }
            }

            return figure.Value;
        }
    }
}
