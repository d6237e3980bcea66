namespace Mingzhang.Budget;

/// <summary>检查报告：a disclosure with everything that was tried and found.</summary>
public sealed record Report(Disclosure Disclosure, IReadOnlyList<Check> Checks, IReadOnlyList<Finding> Findings)
{
    /// <summary>各种结果的件数，包括为零的。</summary>
    public IReadOnlyList<KeyValuePair<Outcome, int>> Coverage { get; } =
        [.. Enum.GetValues<Outcome>().Select(o => KeyValuePair.Create(o, Checks.Count(c => c.Outcome == o)))];

    /// <summary>最重的程度; null where there are no findings.</summary>
    public Severity? Worst => Findings.Count == 0 ? null : Findings.Max(f => f.Severity);
}
