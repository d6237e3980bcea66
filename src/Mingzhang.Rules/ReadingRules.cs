using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Rules;

/// <summary>读取的规则：what reading itself has to tell: pictures, repairs, damage, limits. What was not read counts as not checked.</summary>
public static class ReadingRules
{
    /// <summary>图片未核对。</summary>
    public const string Pictures = "MZ701";

    /// <summary>已修复后读取: everything was read all the same.</summary>
    public const string Repaired = "MZ702";

    /// <summary>内容有缺损。</summary>
    public const string Damaged = "MZ703";

    /// <summary>超出上限。</summary>
    public const string Limits = "MZ704";

    /// <summary>未打开或不显示的内容: macros, embedded files, hidden text, tracked changes.</summary>
    public const string Unopened = "MZ705";

    /// <summary>工作簿中隐藏的内容。</summary>
    public const string Hidden = "MZ706";

    /// <summary>显示与存值不同: everything was read all the same.</summary>
    public const string Displayed = "MZ707";

    /// <summary>单元格没有值。</summary>
    public const string Valueless = "MZ708";

    /// <summary>全部。</summary>
    public static IReadOnlyList<string> All { get; } = [Pictures, Repaired, Damaged, Limits, Unopened, Hidden, Displayed, Valueless];

    /// <summary>读取中的问题: each with one check for every place that was not read.</summary>
    internal static IEnumerable<Finding> Counted(IReadOnlyList<Finding> findings, List<Check> checks)
    {
        foreach (var finding in findings)
        {
            var own = new List<string>();
            for (var i = 0; finding.Rule is not (Repaired or Displayed) && i < Math.Max(1, finding.Places.Count); i++)
            {
                own.Add("c" + (checks.Count + 1).ToString(CultureInfo.InvariantCulture));
                checks.Add(new Check { Id = own[^1], Rule = finding.Rule, Outcome = Outcome.NotChecked, Why = Ended(finding.Message) });
            }

            yield return finding with { Checks = own };
        }
    }

    private static Reason Ended(Reason message) => new(
        message.Chinese.Replace("未核对：", "", StringComparison.Ordinal).TrimEnd('。'), message.English.Replace("Not checked: ", "", StringComparison.Ordinal).TrimEnd('.'));
}
