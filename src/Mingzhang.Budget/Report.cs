namespace Mingzhang.Budget;

/// <summary>检查报告：a disclosure with everything that was tried and found.</summary>
public sealed record Report(Disclosure Disclosure, IReadOnlyList<Check> Checks, IReadOnlyList<Finding> Findings)
{
    /// <summary>各种结果的件数，包括为零的。</summary>
    public IReadOnlyList<OutcomeCount> Coverage { get; } =
        [.. Enum.GetValues<Outcome>().Select(o => new OutcomeCount(o, Checks.Count(c => c.Outcome == o)))];

    /// <summary>最重的程度; null where there are no findings.</summary>
    public Severity? Worst => Findings.Count == 0 ? null : Findings.Max(f => f.Severity);
}

/// <summary>某一结果的核对数。</summary>
public sealed record OutcomeCount(Outcome Outcome, int Count);
