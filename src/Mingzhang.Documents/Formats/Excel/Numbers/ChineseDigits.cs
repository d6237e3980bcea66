namespace Mingzhang.Documents.Formats.Excel.Numbers;

/// <summary>中文数字的显示：digit for digit, as formats with [DBNum1] and [DBNum2] show years and days.</summary>
internal static class ChineseDigits
{
    private const string Plain = "〇一二三四五六七八九";
    private const string Capital = "零壹贰叁肆伍陆柒捌玖";

    public static string Spell(string text, int numerals)
    {
        var digits = numerals == 2 ? Capital : Plain;
        return string.Concat(text.Select(c => char.IsAsciiDigit(c) ? digits[c - '0'] : c));
    }

    /// <summary>月、日：十二, 二十, 三十一.</summary>
    public static string Count(int number, int numerals)
    {
        const int Ten = 10;
        const int Hundred = 100;
        var digits = numerals == 2 ? Capital : Plain;
        var ten = numerals == 2 ? "拾" : "十";
        return number is < 1 or >= Hundred ? Spell(number.ToString(System.Globalization.CultureInfo.InvariantCulture), numerals)
            : (number >= Ten * 2 || (number >= Ten && numerals == 2) ? digits[number / Ten].ToString() : "") + (number >= Ten ? ten : "") + (number % Ten > 0 ? digits[number % Ten].ToString() : "");
    }
}
