using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Rules.Inspecting;

/// <summary>五个方面：及时性、完整性、细化程度、公开方式、真实性, as the ministry's inspections ask. Each is the checks and findings of the rules that are its
/// evidence; no total is made, because no weights are published.</summary>
public static class Dimensions
{
    private static readonly Lazy<IReadOnlyList<Evidence>> Known = new(Load);

    /// <summary>一份报告的五个方面。</summary>
    public static IReadOnlyList<DimensionResult> Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [.. Known.Value.Select(e => One(e, report))];
    }

    private static DimensionResult One(Evidence evidence, Report report)
    {
        var checks = report.Checks.Where(c => Belongs(evidence, c.Rule)).ToList();
        return new DimensionResult(evidence.Key, evidence.Name, [.. report.Findings.Where(f => Belongs(evidence, f.Rule))],
            checks.Count(c => c.Outcome is Outcome.Held or Outcome.HeldWithinRounding or Outcome.HeldByTruncation), checks.Count(c => c.Outcome == Outcome.Broken),
            [.. checks.Where(c => c is { Outcome: Outcome.NotChecked, Why: not null }).Select(c => c.Why!).DistinctBy(w => w.Chinese)]);
    }

    private static bool Belongs(Evidence evidence, string rule) =>
        evidence.Rules.Contains(rule, StringComparer.Ordinal) || (evidence.Other && !Known.Value.Any(k => k.Rules.Contains(rule, StringComparer.Ordinal)));

    private static List<Evidence> Load()
    {
        var problems = new Problems();
        var all = Outline.Read("dimensions.txt", DataSource.Embedded(typeof(RuleTexts).Assembly).Text("dimensions.txt")!, problems).Select(Read).ToList();
        return problems.All.Count == 0 ? all : throw new InvalidOperationException("The embedded dimensions are faulty: " + string.Join("; ", problems.All));
    }

    private static Evidence Read(Outline at)
    {
        var (chinese, english) = at.Pair;
        var space = chinese.IndexOf(' ', StringComparison.Ordinal);
        return new Evidence(chinese[..space], new Reason(chinese[(space + 1)..], english),
            [.. at.Children.Where(c => c.Key == "rules").SelectMany(c => c.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))], at.Children.Any(c => c.Key == "other"));
    }

    private sealed record Evidence(string Key, Reason Name, IReadOnlyList<string> Rules, bool Other);
}

/// <summary>一个方面的结果。</summary>
/// <param name="Key">Key: timeliness, completeness, detail, openness, truth.</param>
/// <param name="Name">Its name.</param>
/// <param name="Findings">What was found against it.</param>
/// <param name="Held">Checks that held.</param>
/// <param name="Broken">Checks that did not.</param>
/// <param name="NotChecked">Why checks could not be made, each reason once.</param>
public sealed record DimensionResult(string Key, Reason Name, IReadOnlyList<Finding> Findings, int Held, int Broken, IReadOnlyList<Reason> NotChecked)
{
    /// <summary>核对通过的比例; null where nothing could be checked.</summary>
    public decimal? Rate => Held + Broken == 0 ? null : (decimal)Held / (Held + Broken);

    /// <summary>通过比例的写法。</summary>
    public string Percent => Rate?.ToString("P1", CultureInfo.InvariantCulture) ?? "";

    /// <summary>最重的问题; null where there is none.</summary>
    public Severity? Worst => Findings.Count == 0 ? null : Findings.Max(f => f.Severity);
}
