using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;

namespace Mingzhang.Portal.Figures;

/// <summary>指标是否达到：by the points that the department gave itself, else by both numbers; what cannot be told is not guessed.</summary>
internal static partial class Target
{
    /// <summary>是否达到; null where it cannot be told.</summary>
    public static bool? Met(Indicator indicator)
    {
        if (indicator.Actual.Length == 0)
        {
            return null;
        }

        if (indicator is { Score.Value: { } points, Weight: { } full } && full > 0)
        {
            return points >= full;
        }

        var target = indicator.Nature + indicator.Value;
        if (Number(target) is not { } wanted || Number(indicator.Actual) is not { } reached)
        {
            return null;
        }

        return target.Contains('≤', StringComparison.Ordinal) || target.Contains('<', StringComparison.Ordinal) ? reached <= wanted : reached >= wanted;
    }

    private static decimal? Number(string text) => Digits().Match(text) is { Success: true } found ? decimal.Parse(found.Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\d[\d,]{0,14}(?:\.\d{1,6})?", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
