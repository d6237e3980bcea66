using System.Globalization;

namespace Mingzhang.Budget;

/// <summary>公开期限：within how many days of its approval a budget or final account is published; calendar days as the law is mostly read, or working days.</summary>
/// <param name="Days">How many.</param>
/// <param name="Working">Whether only working days count.</param>
/// <param name="Calendar">Which days are worked.</param>
public sealed record PublicationTerm(int Days, bool Working, WorkCalendar Calendar)
{
    /// <summary>法定的日数：预算法第十四条。</summary>
    public const int Lawful = 20;

    /// <summary>可定的最多日数。</summary>
    public const int Most = 60;

    /// <summary>通行的算法：twenty calendar days.</summary>
    public static PublicationTerm Standard { get; } = new(Lawful, false, WorkCalendar.None);

    /// <summary>是否通行的算法。</summary>
    public bool IsStandard => this is { Days: Lawful, Working: false };

    /// <summary>存入的写法：the number, with w where only working days count.</summary>
    public string Key => Days.ToString(CultureInfo.InvariantCulture) + (Working ? "w" : "");

    /// <summary>说法。</summary>
    public Reason Said => Working ? new($"{Days} 个工作日", $"{Days} working days") : new($"{Days} 日", $"{Days} days");

    /// <summary>公开的最后一日; the day of the approval itself does not count.</summary>
    public DateOnly Due(DateOnly approved)
    {
        var day = approved;
        for (var left = Days; left > 0 && day < DateOnly.MaxValue; left -= !Working || Calendar.IsWorking(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>只按周末推算的年份：those between approval and the last day whose holidays are not known.</summary>
    public IReadOnlyList<int> Guessed(DateOnly approved) => Working ? [.. Enumerable.Range(approved.Year, Due(approved).Year - approved.Year + 1).Where(y => !Calendar.Knows(y))] : [];
}
