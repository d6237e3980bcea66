namespace Mingzhang.App.Commands.Demo;

/// <summary>演示的时钟：stands where the story is, so that the journal is dated as if it had been kept.</summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTimeOffset _now = new(2023, 8, 1, 1, 0, 0, TimeSpan.Zero);

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>走到某日, never back.</summary>
    public void To(DateOnly day)
    {
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(1, 30)), TimeSpan.Zero);
        _now = at > _now ? at : _now.AddMinutes(1);
    }
}
