using Mingzhang.Budget;

namespace Mingzhang.Rules.Laws;

/// <summary>数字：a printed amount or change as the laws see it: a value in yuan with the half unit that its print leaves open.</summary>
public sealed class Figure
{
    internal Figure(int index, Statement statement, Point canonical, decimal value, decimal half, FigureState state)
    {
        Index = index;
        Statement = statement;
        Canonical = canonical;
        Value = value;
        Half = half;
        State = state;
    }

    /// <summary>序号。</summary>
    public int Index { get; }

    /// <summary>所据陈述。</summary>
    public Statement Statement { get; }

    /// <summary>归并后的点: implied coordinates added, wholes with a single part taken as that part.</summary>
    public Point Canonical { get; }

    /// <summary>以元计的数值；减少为负，百分比以百分点计。</summary>
    public decimal Value { get; }

    /// <summary>末位半个单位。</summary>
    public decimal Half { get; }

    /// <summary>能否参与核对。</summary>
    public FigureState State { get; }

    /// <summary>是否变动。</summary>
    public bool IsChange => Statement is ChangeStatement;

    /// <summary>有数可核: printed, or a blank cell that counts 0.</summary>
    public bool Usable => State is FigureState.Printed or FigureState.Blank;

    /// <summary>印出的金额及单位位数; null for blanks and flat changes.</summary>
    public Amount? Printed => Statement switch
    {
        AmountStatement a => a.Amount,
        ChangeStatement c => c.Amount,
        _ => null,
    };

    /// <summary>闭区间。</summary>
    public Interval Interval => new(Value - Half, Value + Half);

    /// <summary>编号。</summary>
    public string Id => Statement.Id;
}

/// <summary>数字的状态。</summary>
public enum FigureState
{
    /// <summary>已印出。</summary>
    Printed,

    /// <summary>空白格，计作零。</summary>
    Blank,

    /// <summary>缺数: the words call for a number and none is printed.</summary>
    Missing,

    /// <summary>约数，不参与精确核对。</summary>
    Approximate,
}
