using System.Globalization;

namespace Mingzhang.Documents.Formats.Word;

/// <summary>数的写法：the number formats of lists; one that is not known is printed in digits.</summary>
internal static class NumberWords
{
    private const string Counting = "〇一二三四五六七八九";
    private const string Thousand = "零一二三四五六七八九";
    private const string LegalSimplified = "零壹贰叁肆伍陆柒捌玖";
    private const string LegalTraditional = "零壹貳參肆伍陸柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    public static string Of(int value, string format) => format switch
    {
        "none" => "",
        "upperLetter" => Letters(value, 'A'),
        "lowerLetter" => Letters(value, 'a'),
        "upperRoman" => Roman(value),
        "lowerRoman" => Roman(value).ToLowerInvariant(),
        "decimalZero" => value.ToString("00", CultureInfo.InvariantCulture),
        "numberInDash" => "- " + Digits(value) + " -",
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Digits(value).Select(c => (char)(c - '0' + '０'))),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => string.Concat(Digits(value).Select(c => Counting[c - '0'])),
        "chineseCounting" or "taiwaneseCounting" => value < 100 ? Words(value, Thousand, "十百千") : string.Concat(Digits(value).Select(c => Counting[c - '0'])),
        "chineseCountingThousand" or "taiwaneseCountingThousand" => Words(value, Thousand, "十百千"),
        "japaneseCounting" => Words(value, Thousand, "十百千").Replace("零", "", StringComparison.Ordinal),
        "chineseLegalSimplified" => Words(value, LegalSimplified, "拾佰仟"),
        "ideographLegalTraditional" or "japaneseLegal" => Words(value, LegalTraditional, "拾佰仟"),
        "ideographTraditional" => Cycle(value, Stems),
        "ideographZodiac" => Cycle(value, Branches),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(value),
        "decimalEnclosedParen" => value is >= 1 and <= 20 ? ((char)('⑴' + value - 1)).ToString() : "(" + Digits(value) + ")",
        "decimalEnclosedFullstop" => value is >= 1 and <= 20 ? ((char)('⒈' + value - 1)).ToString() : Digits(value) + ".",
        "ideographEnclosedCircle" => value is >= 1 and <= 10 ? ((char)('㊀' + value - 1)).ToString() : Words(value, Thousand, "十百千"),
        _ => Digits(value),
    };

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Cycle(int value, string signs) => value >= 1 && value <= signs.Length ? signs[value - 1].ToString() : Digits(value);

    private static string Circled(int value) => value switch
    {
        0 => "⓪",
        <= 20 => ((char)('①' + value - 1)).ToString(),
        <= 35 => ((char)('㉑' + value - 21)).ToString(),
        <= 50 => ((char)('㊱' + value - 36)).ToString(),
        _ => Digits(value),
    };

    // a … z, aa, bb: a word processor repeats the letter.
    private static string Letters(int value, char first) =>
        value is < 1 or > 780 ? Digits(value) : new string((char)(first + ((value - 1) % 26)), ((value - 1) / 26) + 1);

    private static string Roman(int value)
    {
        if (value is < 1 or > 3999)
        {
            return Digits(value);
        }

        string[] ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        string[] tens = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"];
        string[] hundreds = ["", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"];
        return new string('M', value / 1000) + hundreds[value / 100 % 10] + tens[value / 10 % 10] + ones[value % 10];
    }

    // 十二, 二十, 一百零三, 一千二百: zeros inside are said once.
    private static string Words(int value, string digits, string places)
    {
        if (value is < 1 or > 9999)
        {
            return value == 0 ? digits[0].ToString() : Digits(value);
        }

        var said = "";
        var zero = false;
        for (int place = 3, rest = value; place >= 0; place--)
        {
            var unit = place switch { 3 => 1000, 2 => 100, 1 => 10, _ => 1 };
            var digit = rest / unit;
            rest %= unit;
            if (digit == 0)
            {
                zero = said.Length > 0;
                continue;
            }

            said += (zero ? digits[0].ToString() : "") + (place == 1 && digit == 1 && said.Length == 0 ? "" : digits[digit].ToString()) + (place > 0 ? places[place - 1].ToString() : "");
            zero = false;
        }

        return said;
    }
}
