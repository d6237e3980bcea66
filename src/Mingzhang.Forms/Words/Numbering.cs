using System.Text.RegularExpressions;

namespace Mingzhang.Forms.Words;

/// <summary>序号：the numbers before headings and rows (一、 （二） 3. 4、), of folded text.</summary>
public static partial class Numbering
{
    /// <summary>去掉开头的序号。</summary>
    public static string Strip(string folded) => folded[Prefix(folded).Length..];

    /// <summary>开头的序号; empty where there is none.</summary>
    public static string Prefix(string folded) => Leading().Match(folded).Value;

    /// <summary>序号的层级: 1 for 一、, 2 for (一), 3 for 1. or 1、, 4 for (1); 0 where there is none.</summary>
    public static int Level(string folded)
    {
        var prefix = Prefix(folded);
        if (prefix.Length == 0)
        {
            return 0;
        }

        var bracketed = prefix[0] == '(';
        var arabic = prefix.Any(char.IsAsciiDigit);
        return (bracketed, arabic) switch
        {
            (false, false) => 1,
            (true, false) => 2,
            (false, true) => 3,
            _ => 4,
        };
    }

    /// <summary>序数的值 (一…九十九, 1…99, 01…99); 0 where it is none.</summary>
    public static int Value(string chinese)
    {
        if (int.TryParse(chinese, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var arabic))
        {
            return arabic;
        }

        const string Digits = "零一二三四五六七八九";
        var tens = chinese.IndexOf('十', StringComparison.Ordinal);
        if (tens < 0)
        {
            return chinese.Length == 1 ? Math.Max(0, Digits.IndexOf(chinese[0], StringComparison.Ordinal)) : 0;
        }

        var high = tens == 0 ? 1 : Digits.IndexOf(chinese[0], StringComparison.Ordinal);
        var low = tens + 1 < chinese.Length ? Digits.IndexOf(chinese[tens + 1], StringComparison.Ordinal) : 0;
        return (high * 10) + low;
    }

    /// <summary>汉字序数的写法 (1…99).</summary>
    public static string Chinese(int value)
    {
        const string Digits = "零一二三四五六七八九";
        var (high, low) = (value / 10, value % 10);
        return (high > 1 ? Digits[high].ToString() : "") + (high > 0 ? "十" : "") + (low > 0 ? Digits[low].ToString() : "");
    }

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}\s*[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}\s*[.、](?!\d)|\(\d{1,2}\))\s*")]
    private static partial Regex Leading();
}
