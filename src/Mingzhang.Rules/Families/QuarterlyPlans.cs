using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>分季度用款计划：the plans of the four quarters of a project make what is asked for the year (norms P11).</summary>
internal static partial class QuarterlyPlans
{
    private const int Quarters = 4;

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ417", AddUp),
    ];

    private static IEnumerable<Verdict> AddUp(LawContext c)
    {
        foreach (var passage in c.Paragraphs)
        {
            var text = c.Folded(passage);
            var plans = text.Contains("季度", StringComparison.Ordinal) ? Plan().Matches(text).DistinctBy(m => m.Groups["quarter"].Value).ToList() : [];
            if (plans.Count != Quarters)
            {
                continue;
            }

            var planned = plans.ConvertAll(Money);
            var sum = planned.Sum(p => p.Yuan);
            var open = planned.Sum(p => p.Half);
            var year = OfYear().Matches(text[..plans[0].Index]).LastOrDefault();
            if (year is null)
            {
                yield return c.Disclosure.Performance.Any(o => o.Money?.Amount is { } money && Math.Abs(money.Yuan - sum) <= open + money.Half) ? Verdict.Held
                    : Verdict.NotChecked("没有印出可与四个季度之和核对的全年金额", "no amount of the year is printed beside the four quarters");
                continue;
            }

            var stated = Money(year);
            yield return Math.Abs(stated.Yuan - sum) <= open + stated.Half ? Verdict.Held
                : Verdict.Broken("sum", passage.Place with { Text = plans[0].Value }, "sum", new Amount(sum / stated.Unit.Factor, stated.Unit, planned.Max(p => p.Digits)).ToString(), "year", stated.ToString());
        }
    }

    private static Amount Money(Match match)
    {
        var digits = match.Groups["number"].Value;
        var unit = match.Groups["unit"].Value switch { "亿元" => MoneyUnit.HundredMillion, "万元" => MoneyUnit.TenThousand, _ => MoneyUnit.Yuan };
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return new Amount(decimal.Parse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), unit, point < 0 ? 0 : digits.Length - point - 1);
    }

    [GeneratedRegex(@"(?:第)?(?<quarter>[一二三四1-4])季度[^,;。\d]{0,12}?(?<number>\d[\d,]{0,15}(?:\.\d{1,6})?)(?<unit>亿元|万元|元)")]
    private static partial Regex Plan();

    [GeneratedRegex(@"(?:年度|全年|当年|本年)[^,;。\d]{0,12}?(?<number>\d[\d,]{0,15}(?:\.\d{1,6})?)(?<unit>亿元|万元|元)")]
    private static partial Regex OfYear();
}
