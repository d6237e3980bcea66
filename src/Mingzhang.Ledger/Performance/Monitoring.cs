using Mingzhang.Budget;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Performance;

/// <summary>绩效监控的一行：a project's money or one of its indicators, how far it is, and how far the year is.</summary>
/// <param name="Project">Code of the project.</param>
/// <param name="Item">What is watched.</param>
/// <param name="Target">What was promised.</param>
/// <param name="Actual">What it had come to; empty where nothing is entered.</param>
/// <param name="Progress">Part of the target; null where words say it or nothing is entered.</param>
/// <param name="Behind">Whether it is behind the time of the year.</param>
/// <param name="Reason">What was said about it.</param>
internal sealed record MonitoredItem(string Project, string Item, string Target, string Actual, decimal? Progress, bool Behind, string Reason);

/// <summary>绩效监控：of 31 July and 30 September: both the money and the targets, against the time that has passed.</summary>
internal static class Monitoring
{
    /// <summary>执行率低于序时进度多少算落后。</summary>
    public const decimal Allowed = 0.1m;

    public static IReadOnlyList<MonitoredItem> Of(Reading reading, Unit unit, string moment)
    {
        var time = decimal.Parse(moment[..2], System.Globalization.CultureInfo.InvariantCulture) / 12;
        var items = new List<MonitoredItem>();
        foreach (var project in Projects.Of(reading, unit).Where(p => p.Category != ProjectScore.Whole))
        {
            var score = ProjectScore.Of(reading, unit, project, moment);
            if (score.All.Rate is not { } rate)
            {
                continue;
            }

            items.Add(new MonitoredItem(project.Code, "预算执行 execution", Fen.Yuan(score.All.Revised), Fen.Yuan(score.All.Paid), rate, rate < time - Allowed, ""));
            items.AddRange(score.Indicators.Select(i => Item(project, i, time)));
        }

        return items;
    }

    /// <summary>落后的说法。</summary>
    public static Reason Word(bool behind) => behind ? new Reason("落后于序时进度", "behind the time of the year") : new Reason("正常", "as planned");

    private static MonitoredItem Item(Project project, ScoredIndicator i, decimal time)
    {
        var rising = i.Indicator.Nature is "≥" or ">" or "=";
        var (target, actual) = (Scoring.Read(i.Indicator.Value), Scoring.Read(i.Achievement?.Actual ?? ""));
        decimal? progress = rising && target is > 0 && actual is not null ? actual / target : null;

        // Rates say the same all year; only what is counted grows with the months.
        var counted = rising && !i.Indicator.Unit.Contains('%', StringComparison.Ordinal);
        var behind = i.Achievement is null || (progress is { } p ? p < (counted ? time - Allowed : 1) : !i.Score!.Met);
        return new MonitoredItem(project.Code, i.Indicator.Name, i.Indicator.Nature + i.Indicator.Value + i.Indicator.Unit, i.Achievement?.Actual ?? "", progress, behind, i.Achievement?.Reason ?? "");
    }
}
