namespace Mingzhang.Budget;

/// <summary>自评：what a project says of itself when the year is over.</summary>
public sealed record SelfEvaluation
{
    /// <summary>实际完成情况的文字。</summary>
    public required string Outcome { get; init; }

    /// <summary>总分的满分; null where none is printed.</summary>
    public required Mark? Full { get; init; }

    /// <summary>总得分; null where none is printed.</summary>
    public required Mark? Total { get; init; }

    /// <summary>等级，按原文（优、良、中、差）; empty where none is printed.</summary>
    public required string Grade { get; init; }

    /// <summary>等级的位置; null where none is printed.</summary>
    public required Place? GradePlace { get; init; }
}

/// <summary>分数：a number of points as printed.</summary>
/// <param name="Text">As printed; empty where the cell holds nothing.</param>
/// <param name="Value">The number; null where the text is none.</param>
/// <param name="Digits">Decimals printed.</param>
/// <param name="Place">Where it stands.</param>
public sealed record Mark(string Text, decimal? Value, int Digits, Place Place);

/// <summary>资金行：one line of a project's money: the year's total, or a source of it.</summary>
public sealed record FundingLine
{
    /// <summary>行名，按原文。</summary>
    public required string Label { get; init; }

    /// <summary>是否本年资金总额。</summary>
    public required bool Total { get; init; }

    /// <summary>各栏金额: budget, revised budget, executed, as far as the form has them.</summary>
    public required IReadOnlyList<AmountStatement> Amounts { get; init; }

    /// <summary>执行率，按印出; null where none is printed.</summary>
    public Mark? Rate { get; init; }

    /// <summary>分值; null where none is printed.</summary>
    public Mark? Weight { get; init; }

    /// <summary>得分; null where none is printed.</summary>
    public Mark? Score { get; init; }

    /// <summary>某一阶段的金额; null where none is printed.</summary>
    public AmountStatement? Of(string phase)
    {
        foreach (var amount in Amounts)
        {
            if (amount.Point.Key("phase") == phase)
            {
                return amount;
            }
        }

        return null;
    }
}
