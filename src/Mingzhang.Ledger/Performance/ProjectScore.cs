using Mingzhang.Budget;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Performance;

/// <summary>项目资金：of one source, or of all.</summary>
internal sealed record ProjectMoney(long Original, long Revised, long Paid)
{
    /// <summary>执行率; null where there is no budget.</summary>
    public decimal? Rate => Revised == 0 ? null : (decimal)Paid / Revised;
}

/// <summary>一项指标的自评。</summary>
internal sealed record ScoredIndicator(ProjectIndicator Indicator, decimal Weight, Achievement? Achievement, IndicatorScore? Score);

/// <summary>项目的自评：ten points for execution, the rest for its indicators.</summary>
internal sealed record ProjectScore
{
    public required Project Project { get; init; }

    public required Unit Unit { get; init; }

    public required ProjectMoney All { get; init; }

    public required ProjectMoney Fiscal { get; init; }

    /// <summary>执行率的分值。</summary>
    public required decimal RateWeight { get; init; }

    public required decimal RatePoints { get; init; }

    public required IReadOnlyList<ScoredIndicator> Indicators { get; init; }

    /// <summary>尚不能评分的原因。</summary>
    public required IReadOnlyList<Problem> Problems { get; init; }

    public decimal Total => RatePoints + Indicators.Sum(i => i.Score?.Points ?? 0);

    public Reason Grade => Scoring.Grade(Total);

    /// <summary>某项目到某时点的评分。</summary>
    public static ProjectScore Of(Reading reading, Unit unit, Project project, string moment)
    {
        var month = int.Parse(moment[..2], System.Globalization.CultureInfo.InvariantCulture);
        var books = (project.Category == Whole ? Organisations.Units(reading, unit.Year, unit.Department) : [unit]).Select(u => new ExecutionBook(reading, u)).ToList();
        bool Own(Allotment a) => project.Category == Whole ? a.Line.Transfer.Length == 0 : a.Line.Project == project.Code;
        var (all, fiscal) = (Money(books, Own, month), Money(books, a => Own(a) && YearEnd.Fiscal(a.Line.Fund), month));
        var indicators = Projects.Indicators(reading, project.Id);
        var rate = indicators.FirstOrDefault(IsRate);
        var others = indicators.Where(i => !IsRate(i)).ToList();
        var problems = new List<Problem>();
        var achieved = Achievements.Of(reading, project.Id, moment).ToDictionary(a => a.Number);
        var weights = others.Sum(i => Scoring.Read(i.Weight) ?? 0);
        var rateWeight = rate is null ? RateDefault : Scoring.Read(rate.Weight) ?? RateDefault;

        // Indicators that make a hundred by themselves are reduced to what the execution rate leaves.
        var scale = rate is null && weights == 100 ? (100 - RateDefault) / 100 : 1;
        if (others.Count == 0 || (weights * scale) + rateWeight != 100)
        {
            problems.Add(Problem.Of($"项目 {project.Code} 的分值合计 {(weights * scale) + rateWeight:0.##}，不是 100（执行率 {rateWeight:0.##}）", $"the points of project {project.Code} add up to {(weights * scale) + rateWeight:0.##}, not 100 (execution rate {rateWeight:0.##})", "指标分值应合计 90，另有执行率 10 分", "indicators make 90 points, the execution rate 10"));
        }

        if (all.Rate is null)
        {
            problems.Add(Problem.Of($"项目 {project.Code} 没有指标，算不出执行率", $"project {project.Code} has no allotment, so no execution rate", "没有预算的项目不必自评", "a project without a budget need not be evaluated"));
        }

        var scored = others.Select(i => Score(i, (Scoring.Read(i.Weight) ?? 0) * scale, achieved.GetValueOrDefault(i.Number))).ToList();
        problems.AddRange(scored.Where(s => s.Score is null).Select(s => Problem.Of($"项目 {project.Code} 第 {s.Indicator.Number} 项“{Problem.Shown(s.Indicator.Name)}”没有完成值", $"project {project.Code}: indicator {s.Indicator.Number} has no value", "用 mingzhang perform set 填写", "enter it with mingzhang perform set")));
        problems.AddRange(scored.Where(s => s.Score is { } score && (!score.Met || score.Over) && s.Achievement!.Reason.Trim().Length == 0).Select(s => Problem.Of($"项目 {project.Code} 第 {s.Indicator.Number} 项“{Problem.Shown(s.Indicator.Name)}”{(s.Score!.Over ? "超出目标较多" : "没有达到目标")}，没有说明原因", $"project {project.Code}: indicator {s.Indicator.Number} {(s.Score.Over ? "passes its target by far" : "misses its target")} without a reason", "写明偏差原因和改进措施（reason=）", "give reason=")));
        return new ProjectScore { Project = project, Unit = unit, All = all, Fiscal = fiscal, RateWeight = rateWeight, RatePoints = Scoring.Execution(all.Rate ?? 0, rateWeight), Indicators = scored, Problems = problems };
    }

    /// <summary>部门整体的项目类别。</summary>
    public const string Whole = "部门整体";

    private const decimal RateDefault = 10;

    private static bool IsRate(ProjectIndicator indicator) => indicator.Name.Contains("执行率", StringComparison.Ordinal);

    private static ScoredIndicator Score(ProjectIndicator indicator, decimal weight, Achievement? achievement)
    {
        if (achievement is null)
        {
            return new ScoredIndicator(indicator, weight, null, null);
        }

        if (Scoring.Verbal(indicator.Nature))
        {
            return new ScoredIndicator(indicator, weight, achievement, Scoring.Words(indicator.Value, achievement.Actual, achievement.Percent, weight));
        }

        return new ScoredIndicator(indicator, weight, achievement, Scoring.Read(indicator.Value) is { } target && Scoring.Read(achievement.Actual) is { } actual ? Scoring.Number(indicator.Nature, target, actual, weight, achievement.Low) : null);
    }

    private static ProjectMoney Money(IReadOnlyList<ExecutionBook> books, Func<Allotment, bool> own, int month) => new(
        books.Sum(b => b.All.Where(a => a.Source == Allotment.Replied && own(a)).Sum(a => a.Line.Fen)), books.Sum(b => b.All.Where(own).Sum(b.Revised)), books.Sum(b => b.All.Where(own).Sum(a => b.Paid(a, month))));
}
