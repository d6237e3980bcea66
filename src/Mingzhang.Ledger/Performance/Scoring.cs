using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Ledger.Performance;

/// <summary>得分：points of one indicator and how they came about.</summary>
/// <param name="Points">Points given, to two decimals.</param>
/// <param name="Met">Whether the target is met.</param>
/// <param name="Over">Whether it is passed so far that the target may have been low.</param>
internal sealed record IndicatorScore(decimal Points, bool Met, bool Over);

/// <summary>评分：met is full, below is in proportion; what passes its target by far is flagged, and reduced where the target was low; words are rated within their class.</summary>
internal static class Scoring
{
    /// <summary>偏离达到此倍数的，需要说明。</summary>
    public const decimal Far = 1.3m;

    private static readonly (string Word, decimal From, decimal Below)[] Classes = [("部分达成", 60, 80), ("未达成", 0, 60), ("达成", 80, 100.0001m)];

    /// <summary>定量。</summary>
    public static IndicatorScore Number(string nature, decimal target, decimal actual, decimal weight, bool low)
    {
        var falling = nature is "≤" or "<";
        var met = nature switch { "≥" => actual >= target, ">" => actual > target, "≤" => actual <= target, "<" => actual < target, _ => actual == target };

        // How much of the target was reached: above one where it was passed, whichever way is better.
        var reached = falling ? Ratio(target, actual) : Ratio(actual, target);
        var over = nature != "=" && reached > Far;
        if (met)
        {
            return new IndicatorScore(Round(over && low ? weight * Far / reached : weight), true, over);
        }

        return new IndicatorScore(Round(weight * Math.Min(1, nature == "=" && reached > 1 ? 1 / reached : reached)), false, false);
    }

    /// <summary>定性: a percentage within the class that the words name; null where it lies outside, or is missing where it is needed.</summary>
    public static IndicatorScore? Words(string value, string actual, decimal? rating, decimal weight)
    {
        var named = Array.Find(Classes, c => actual.StartsWith(c.Word, StringComparison.Ordinal));
        var full = named.Word is null ? actual == value : named.From == 80;
        if (rating is null && !full)
        {
            return null;
        }

        var percent = rating ?? 100;
        if (percent is < 0 or > 100 || (named.Word is not null && (percent < named.From || percent >= named.Below)))
        {
            return null;
        }

        return new IndicatorScore(Round(weight * percent / 100), percent >= 80, false);
    }

    /// <summary>执行率的得分：in proportion, never more than its points.</summary>
    public static decimal Execution(decimal rate, decimal weight) => Round(weight * Math.Min(1, Math.Max(0, rate)));

    /// <summary>等级：优 from 90, 良 from 80, 中 from 60, 差 below.</summary>
    public static Reason Grade(decimal total) => total >= 90 ? new("优", "excellent") : total >= 80 ? new("良", "good") : total >= 60 ? new("中", "fair") : new("差", "poor");

    /// <summary>是否定性。</summary>
    public static bool Verbal(string nature) => nature is "定性" or "";

    /// <summary>读取数值，带单位或百分号的也可。</summary>
    public static decimal? Read(string text)
    {
        var folded = Forms.Words.Fold.Label(text).Replace(",", "", StringComparison.Ordinal).TrimStart('≥', '≤', '=', '>', '<');
        var digits = new string([.. folded.TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]);
        return digits.Length is > 0 and < 16 && folded.Length - digits.Length <= 8 && decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    // Nothing of nothing is all of it; anything of nothing is far more.
    private static decimal Ratio(decimal part, decimal whole) => whole != 0 ? part / whole : part == 0 ? 1 : 1000;

    private static decimal Round(decimal points) => Math.Round(points, 2, MidpointRounding.AwayFromZero);
}
