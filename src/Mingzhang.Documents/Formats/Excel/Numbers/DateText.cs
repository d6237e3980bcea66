using System.Globalization;
using System.Text;

namespace Mingzhang.Documents.Formats.Excel.Numbers;

/// <summary>日期的显示：days since 1900 or 1904 as the format writes them.</summary>
internal static class DateText
{
    private const int SecondsOfDay = 86400;
    private const int Days1904 = 1462;
    private const int LeapThatWasNot = 60;
    private const decimal MostDays = 2958465m;
    private const string Weekdays = "日一二三四五六";
    private static readonly DateTime Start = new(1899, 12, 31, 0, 0, 0, DateTimeKind.Unspecified);

    public static string Of(FormatSection section, decimal value, bool date1904)
    {
        var days = value + (date1904 ? Days1904 : 0);
        if (days < 0 || days >= MostDays)
        {
            return GeneralText.Of(value);
        }

        var whole = (int)decimal.Truncate(days);
        var seconds = (int)decimal.Round((days - whole) * SecondsOfDay, MidpointRounding.AwayFromZero);

        // The calendar of 1900 has a 29 February that never was.
        var date = Start.AddDays(whole > LeapThatWasNot - 1 && whole > 0 ? whole - 1 : whole).AddSeconds(seconds);
        var half = section.Tokens.Exists(t => t.Kind == TokenKind.HalfDay);
        var text = new StringBuilder();
        for (var i = 0; i < section.Tokens.Count; i++)
        {
            var token = section.Tokens[i];
            text.Append(token.Kind switch
            {
                TokenKind.Date => Part(token.Text, date, half, Minutes(section, i), section.Numerals),
                TokenKind.Elapsed => Elapsed(token.Text, days),
                TokenKind.HalfDay => Half(token.Text, date.Hour),
                TokenKind.Literal or TokenKind.Point or TokenKind.Comma or TokenKind.Fraction => token.Text,
                TokenKind.Digit => token.Text == "0" ? "0" : "",
                _ => "",
            });
        }

        return text.ToString();
    }

    // m behind h or before s are minutes.
    private static bool Minutes(FormatSection section, int at)
    {
        var before = section.Tokens.Take(at).LastOrDefault(t => t.Kind is TokenKind.Date or TokenKind.Elapsed);
        var after = section.Tokens.Skip(at + 1).FirstOrDefault(t => t.Kind is TokenKind.Date or TokenKind.Elapsed);
        return before?.Text[0] == 'h' || after?.Text[0] == 's';
    }

    private static string Part(string letters, DateTime date, bool half, bool minutes, int numerals) => (letters[0], letters.Length) switch
    {
        ('y', <= 2) => Spelt(Two(date.Year % 100), numerals),
        ('y', _) or ('e', _) => Spelt(date.Year.ToString("0000", CultureInfo.InvariantCulture), numerals),
        ('m', 1) when minutes => Text(date.Minute),
        ('m', _) when minutes => Two(date.Minute),
        ('m', 1) => Counted(date.Month, numerals, false),
        ('m', 2) => Counted(date.Month, numerals, true),
        ('m', 3) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(date.Month),
        ('m', 4) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month),
        ('m', _) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(date.Month)[..1],
        ('d', 1) => Counted(date.Day, numerals, false),
        ('d', 2) => Counted(date.Day, numerals, true),
        ('d', 3) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedDayName(date.DayOfWeek),
        ('d', _) => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(date.DayOfWeek),
        ('a', 3) => Weekdays[(int)date.DayOfWeek].ToString(),
        ('a', 4) => "星期" + Weekdays[(int)date.DayOfWeek],
        ('h', 1) => Text(Hour(date.Hour, half)),
        ('h', _) => Two(Hour(date.Hour, half)),
        ('s', 1) => Text(date.Second),
        ('s', _) => Two(date.Second),
        _ => "",
    };

    private static int Hour(int hour, bool half) => half ? hour % 12 == 0 ? 12 : hour % 12 : hour;

    private static string Half(string words, int hour) => words switch
    {
        "上午/下午" => hour < 12 ? "上午" : "下午",
        { Length: 3 } => hour < 12 ? "A" : "P",
        _ => hour < 12 ? "AM" : "PM",
    };

    private static string Elapsed(string letters, decimal days)
    {
        var seconds = (long)decimal.Round(days * SecondsOfDay);
        var number = letters[0] switch { 'h' => seconds / 3600, 'm' => seconds / 60, _ => seconds };
        return number.ToString(new string('0', letters.Length), CultureInfo.InvariantCulture);
    }

    private static string Counted(int number, int numerals, bool two) => numerals > 0 ? ChineseDigits.Count(number, numerals) : two ? Two(number) : Text(number);

    private static string Spelt(string digits, int numerals) => numerals > 0 ? ChineseDigits.Spell(digits, numerals) : digits;

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
