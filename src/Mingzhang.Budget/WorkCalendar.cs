namespace Mingzhang.Budget;

/// <summary>工作日历：the holidays and made-up working days of the State Council's yearly notices; all other days are worked from Monday to Friday.</summary>
/// <param name="free">Days off.</param>
/// <param name="worked">Days of weekends that are worked.</param>
/// <param name="years">Years whose notice is among them.</param>
public sealed class WorkCalendar(IEnumerable<DayRange> free, IEnumerable<DayRange> worked, IEnumerable<int> years)
{
    private readonly HashSet<DateOnly> _free = [.. free.SelectMany(r => r.Days)], _worked = [.. worked.SelectMany(r => r.Days)];
    private readonly HashSet<int> _years = [.. years];

    /// <summary>没有放假安排：weekends only.</summary>
    public static WorkCalendar None { get; } = new([], [], []);

    /// <summary>放假的各日。</summary>
    public IReadOnlySet<DateOnly> Free => _free;

    /// <summary>调休上班的各日。</summary>
    public IReadOnlySet<DateOnly> Worked => _worked;

    /// <summary>是否工作日。</summary>
    public bool IsWorking(DateOnly day) => _worked.Contains(day) || (!IsWeekend(day) && !_free.Contains(day));

    /// <summary>那一年的放假安排是否已知。</summary>
    public bool Knows(int year) => _years.Contains(year);

    /// <summary>是否周末。</summary>
    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
