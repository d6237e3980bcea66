using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Tests.Budget;

/// <summary>公开期限试验：working days pass over weekends and holidays and count the weekend days that are worked.</summary>
public class PublicationTermTests
{
    private static readonly WorkCalendar Notice = new([DayRange.Read("2026-02-15 至 2026-02-23 春节")!], [DayRange.Read("2026-02-14")!, DayRange.Read("2026-2-28")!], [2026]);

    [Theory]
    [InlineData("2026-02-10", 20, false, "2026-03-02")]
    [InlineData("2026-02-10", 20, true, "2026-03-16")]
    [InlineData("2026-02-13", 1, true, "2026-02-14")]
    [InlineData("2026-02-14", 1, true, "2026-02-24")]
    [InlineData("9999-12-30", 20, true, "9999-12-31")]
    public void The_last_day_is_reckoned_by_what_is_set(string approved, int days, bool working, string due) => Assert.Equal(Day(due), new PublicationTerm(days, working, Notice).Due(Day(approved)));

    [Fact]
    public void Without_a_notice_only_weekends_are_left_out_and_the_year_is_told()
    {
        var term = new PublicationTerm(20, true, WorkCalendar.None);
        Assert.Equal(Day("2026-03-10"), term.Due(Day("2026-02-10")));
        Assert.Equal([2025, 2026], term.Guessed(Day("2025-12-20")));
        Assert.Equal([2025], new PublicationTerm(20, true, Notice).Guessed(Day("2025-12-20")));
        Assert.Empty(PublicationTerm.Standard.Guessed(Day("2025-12-20")));
    }

    [Theory]
    [InlineData("2026-10-01/2026-10-07", "2026-10-01/2026-10-07")]
    [InlineData(" 2026-1-1 ~ 2026-1-3  元旦", "2026-01-01/2026-01-03")]
    [InlineData("2026-05-09", "2026-05-09")]
    [InlineData("2026-10-07/2026-10-01", null)]
    [InlineData("2026-01-01/2026-12-31", null)]
    [InlineData("2026-02-30", null)]
    [InlineData("10月1日", null)]
    public void Days_are_read_as_notices_are_copied(string text, string? written) => Assert.Equal(written, DayRange.Read(text)?.Written);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
