using System.Globalization;

namespace Mingzhang.Rules;

/// <summary>文中的数目：numbers that rules find in sentences with patterns of their own.</summary>
internal static class Numerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>小数目，阿拉伯数字或汉字 (12, 十二, 两); null for anything else.</summary>
    public static int? Small(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : text switch
        {
            ['十'] => 10,
            ['十', var unit] => 10 + Digits.IndexOf(unit, StringComparison.Ordinal),
            ['两'] => 2,
            [var digit] when Digits.Contains(digit, StringComparison.Ordinal) => Digits.IndexOf(digit, StringComparison.Ordinal),
            _ => null,
        };

    /// <summary>带千分位逗号的数; null for anything else.</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
