using System.Globalization;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Performance;

/// <summary>完成值：what an indicator had come to at one moment.</summary>
/// <param name="Project">Id of the project.</param>
/// <param name="Number">Number of the indicator.</param>
/// <param name="Moment">07-31, 09-30 or 12-31.</param>
/// <param name="Actual">What was achieved: a number, or words.</param>
/// <param name="Rating">Percentage for words; empty where they need none.</param>
/// <param name="Low">Whether the target is admitted to have been low.</param>
/// <param name="Reason">Why it differs, and what is done about it.</param>
internal sealed record Achievement(string Project, int Number, string Moment, string Actual, string Rating = "", bool Low = false, string Reason = "")
{
    /// <summary>年中监控。</summary>
    public const string July = "07-31";

    /// <summary>三季度监控。</summary>
    public const string September = "09-30";

    /// <summary>全年。</summary>
    public const string Final = "12-31";

    /// <summary>各时点。</summary>
    public static readonly IReadOnlyList<string> Moments = [July, September, Final];

    public string Id => string.Create(CultureInfo.InvariantCulture, $"{Project}/{Number}/{Moment}");

    public decimal? Percent => decimal.TryParse(Rating.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) ? percent : null;

    public static Achievement Of(StoredRecord r) => new(r["project"], (int)r.Whole("number"), r["moment"], r["actual"], r["rating"], r.Is("low"), r["reason"]);

    public StoredRecord Stored(string chain, long version) => new RecordValues().Set("project", Project).Set("number", Number).Set("moment", Moment).Set("actual", Actual).Set("rating", Rating).Set("low", Low).Set("reason", Reason)
        .As(Kinds.Achievement, Id, chain, version);
}

/// <summary>完成值的登记。</summary>
internal static class Achievements
{
    public static IReadOnlyList<Achievement> Of(Reading reading, string project, string moment) => [.. reading.All(Kinds.Achievement, ("project", project), ("moment", moment)).Select(Achievement.Of).OrderBy(a => a.Number)];

    public static void Put(Writing writing, Unit unit, Achievement achievement)
    {
        var indicator = Projects.Indicators(writing, achievement.Project).FirstOrDefault(i => i.Number == achievement.Number);
        if (indicator is null)
        {
            writing.Refuse($"项目 {achievement.Project} 没有第 {achievement.Number} 项指标", $"project {achievement.Project} has no indicator {achievement.Number}", "用 mingzhang project list 查看", "see mingzhang project list");
            return;
        }

        if (!Achievement.Moments.Contains(achievement.Moment))
        {
            writing.Refuse($"“{Problem.Shown(achievement.Moment)}”不是填报的时点", $"'{Problem.Shown(achievement.Moment)}' is no moment of reporting", "应为 " + string.Join('、', Achievement.Moments), "the moments are " + string.Join(", ", Achievement.Moments));
            return;
        }

        if (Fault(indicator, achievement) is { } fault)
        {
            writing.Refuse(fault);
        }
        else if (Permission.Check(writing, "perform", unit))
        {
            writing.Put(achievement.Stored(unit.Code, writing.Find(Kinds.Achievement, achievement.Id)?.Version ?? 0));
        }
    }

    // Text where a number belongs, and the other way round.
    private static Problem? Fault(ProjectIndicator indicator, Achievement achievement)
    {
        var name = $"第 {indicator.Number} 项“{Problem.Shown(indicator.Name)}”";
        if (achievement.Actual.Trim().Length == 0 || achievement.Actual.Length > 500 || achievement.Reason.Length > 2000)
        {
            return Problem.Of($"{name}没有完成值，或文字过长", $"indicator {indicator.Number} has no value, or too long a text", "请填写完成值", "give what was achieved");
        }

        if (Scoring.Verbal(indicator.Nature))
        {
            return Scoring.Words(indicator.Value, achievement.Actual, achievement.Percent, 1) is not null ? null
                : Problem.Of($"{name}是定性指标，“{Problem.Shown(achievement.Actual)}”的完成程度“{achievement.Rating}”不合", $"indicator {indicator.Number} is one of words; '{Problem.Shown(achievement.Actual)}' does not go with '{achievement.Rating}' %", "写达成（80–100%）、部分达成（60–80%）或未达成（0–60%），并写明百分比", "write 达成 (80-100 %), 部分达成 (60-80 %) or 未达成 (0-60 %), with the percentage");
        }

        return Scoring.Read(achievement.Actual) is not null ? null
            : Problem.Of($"{name}是定量指标，“{Problem.Shown(achievement.Actual)}”不是数字", $"indicator {indicator.Number} is a number; '{Problem.Shown(achievement.Actual)}' is none", "请填写数字", "give a number");
    }
}
