namespace Mingzhang.Budget;

/// <summary>检查报告：a disclosure with everything that was tried and found.</summary>
public sealed record Report(Disclosure Disclosure, IReadOnlyList<Check> Checks, IReadOnlyList<Finding> Findings)
{
    /// <summary>各种结果的件数，包括为零的。</summary>
    public IReadOnlyList<OutcomeCount> Coverage { get; } =
        [.. Enum.GetValues<Outcome>().Select(o => new OutcomeCount(o, Checks.Count(c => c.Outcome == o)))];

    /// <summary>所用的设置。</summary>
    public CheckSettings Settings { get; init; } = CheckSettings.None;

    /// <summary>已说明的问题: shown in a group of their own, not among the findings.</summary>
    public IReadOnlyList<WaivedFinding> Waived { get; init; } = [];

    /// <summary>涉及本文件而没有用到的说明: what they explain was not found, or they have expired.</summary>
    public IReadOnlyList<Waiver> UnusedWaivers { get; init; } = [];

    /// <summary>配对的文件，按次序, with those that could not be paired; empty where the document was checked alone.</summary>
    public IReadOnlyList<PairedFile> Pairs { get; init; } = [];

    /// <summary>最重的程度; null where there are no findings. What is waived does not count.</summary>
    public Severity? Worst => Findings.Count == 0 ? null : Findings.Max(f => f.Severity);
}

/// <summary>某一结果的核对数。</summary>
public sealed record OutcomeCount(Outcome Outcome, int Count);
