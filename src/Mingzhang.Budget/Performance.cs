namespace Mingzhang.Budget;

/// <summary>绩效目标：what a department or a project promises for its money.</summary>
public sealed record PerformanceObject
{
    /// <summary>所在表的称呼。</summary>
    public required string Table { get; init; }

    /// <summary>名称: the project, or the department for the whole-department table.</summary>
    public required string Name { get; init; }

    /// <summary>是否部门整体绩效目标。</summary>
    public required bool Whole { get; init; }

    /// <summary>预算金额; null for the whole-department table.</summary>
    public required AmountStatement? Money { get; init; }

    /// <summary>当年绩效目标的文字。</summary>
    public required string Goal { get; init; }

    /// <summary>目标文字的位置。</summary>
    public required Place Place { get; init; }

    /// <summary>各项指标。</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>是否按一级、二级、三级指标列示: such forms count the execution rate apart and say the value in any words.</summary>
    public bool Tiered { get; init; }

    /// <summary>资金各行，按印出的次序; empty where the form gives one amount only.</summary>
    public IReadOnlyList<FundingLine> Funding { get; init; } = [];

    /// <summary>自评结果; null for what is only planned.</summary>
    public SelfEvaluation? Evaluation { get; init; }

    /// <summary>是否有指标行没有读到: then nothing can be added up.</summary>
    public bool Unread { get; init; }
}

/// <summary>绩效指标：one row under an objective. Raw words are kept; numbers are null where they cannot be read as such.</summary>
public sealed record Indicator
{
    /// <summary>指标名称。</summary>
    public required string Name { get; init; }

    /// <summary>指标性质，按原文: ≥ ≤ = &gt; &lt; 定性。</summary>
    public required string Nature { get; init; }

    /// <summary>指标值，按原文。</summary>
    public required string Value { get; init; }

    /// <summary>指标值（数值）。</summary>
    public required decimal? Number { get; init; }

    /// <summary>计量单位，按原文。</summary>
    public required string Unit { get; init; }

    /// <summary>指标权重（%），按原文。</summary>
    public required string WeightText { get; init; }

    /// <summary>指标权重（%）。</summary>
    public required decimal? Weight { get; init; }

    /// <summary>是否核心; null where the table has no such column or the cell is empty.</summary>
    public required bool? Core { get; init; }

    /// <summary>上级指标（一级、二级），按印出; empty where the form has none.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>实际完成值，按原文; empty where the form has none.</summary>
    public string Actual { get; init; } = "";

    /// <summary>得分; null where the form has no scores.</summary>
    public Mark? Score { get; init; }

    /// <summary>位置。</summary>
    public required Place Place { get; init; }
}
