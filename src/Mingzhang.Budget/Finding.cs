namespace Mingzhang.Budget;

/// <summary>问题：one thing to mend, one figure or one place in the text. The same type for reading, rules and imports.</summary>
public sealed record Finding
{
    /// <summary>编号，两次检查之间不变: made of the rule, the places and the words, not of the order.</summary>
    public required string Id { get; init; }

    /// <summary>规则编号 (MZ101).</summary>
    public required string Rule { get; init; }

    /// <summary>程度。</summary>
    public required Severity Severity { get; init; }

    /// <summary>文句模板的键。</summary>
    public required string Template { get; init; }

    /// <summary>模板的各参数。</summary>
    public required IReadOnlyDictionary<string, string> Arguments { get; init; }

    /// <summary>标题。</summary>
    public required Reason Title { get; init; }

    /// <summary>正文: where, what was printed, why it cannot be.</summary>
    public required Reason Message { get; init; }

    /// <summary>改正建议; null where there is none to give.</summary>
    public Reason? Suggestion { get; init; }

    /// <summary>所据核对的编号。</summary>
    public IReadOnlyList<string> Checks { get; init; } = [];

    /// <summary>可能有误的数字，按可能性排列。</summary>
    public IReadOnlyList<Candidate> Candidates { get; init; } = [];

    /// <summary>位置，主要的在前。</summary>
    public required IReadOnlyList<Place> Places { get; init; }
}

/// <summary>程度。</summary>
public enum Severity
{
    /// <summary>提示。</summary>
    Note,

    /// <summary>疑点。</summary>
    Warning,

    /// <summary>错误: what cannot be right.</summary>
    Error,
}

/// <summary>可能有误的数字：a figure, the value that would satisfy all its laws, and the slip that explains it.</summary>
/// <param name="Figure">Id of the statement.</param>
/// <param name="Printed">What is printed now.</param>
/// <param name="Value">The value that mends everything, as it would be printed.</param>
/// <param name="Yuan">The same in yuan (or in percent for a percentage).</param>
/// <param name="Slip">Key of the known slip (digits-swapped, unit, …); null where it is none of them.</param>
public sealed record Candidate(string Figure, string Printed, string Value, decimal Yuan, string? Slip);

/// <summary>核对：one relation that was tried, with its outcome.</summary>
public sealed record Check
{
    /// <summary>编号。</summary>
    public required string Id { get; init; }

    /// <summary>规则编号。</summary>
    public required string Rule { get; init; }

    /// <summary>结果。</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>涉及的数字。</summary>
    public IReadOnlyList<string> Figures { get; init; } = [];

    /// <summary>所比的数; null where the check compares no amounts.</summary>
    public Comparison? Compared { get; init; }

    /// <summary>说明: why it was not checked or does not apply; what was compared.</summary>
    public Reason? Why { get; init; }
}

/// <summary>比较：what one relation compares, in yuan (or percent).</summary>
/// <param name="Expected">应有的数。</param>
/// <param name="Found">印出的数。</param>
/// <param name="Slack">四舍五入容许的差。</param>
public sealed record Comparison(decimal Expected, decimal Found, decimal Slack);

/// <summary>核对结果，各处同一份清单。</summary>
public enum Outcome
{
    /// <summary>相符。</summary>
    Held,

    /// <summary>在四舍五入范围内相符。</summary>
    HeldWithinRounding,

    /// <summary>系截断所致（或占比凑足一百），差一个末位。</summary>
    HeldByTruncation,

    /// <summary>不符。</summary>
    Broken,

    /// <summary>不适用。</summary>
    NotApplicable,

    /// <summary>未能核对。</summary>
    NotChecked,
}
