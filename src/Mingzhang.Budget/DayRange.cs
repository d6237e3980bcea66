using System.Globalization;
using System.Text.RegularExpressions;

namespace Mingzhang.Budget;

/// <summary>起止日：one day, or days in a row, as notices of holidays name them.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, which may be the first.</param>
public sealed partial record DayRange(DateOnly First, DateOnly Last)
{
    // No holiday is longer, so whoever writes more has mistyped.
    private const int Longest = 31;

    /// <summary>其中各日。</summary>
    public IEnumerable<DateOnly> Days
    {
        get
        {
            for (var day = First.DayNumber; day <= Last.DayNumber; day++)
            {
                yield return DateOnly.FromDayNumber(day);
            }
        }
    }

    /// <summary>规范的写法。</summary>
    public string Written => First == Last ? Text(First) : Text(First) + "/" + Text(Last);

    /// <summary>读取：a date, or two with / or 至 between them; words may follow. Null where it is neither.</summary>
    public static DayRange? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Pattern().Match(text.Trim()) is { Success: true } match && Day(match.Groups[1].Value) is { } first && (match.Groups[2].Success ? Day(match.Groups[2].Value) : first) is { } last
            && last >= first && last.DayNumber - first.DayNumber < Longest ? new DayRange(first, last) : null;
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?:\s*[/~至]\s*([0-9]{4}-[0-9]{1,2}-[0-9]{1,2}))?(?:\s.{0,40})?$")]
    private static partial Regex Pattern();
}
