namespace Mingzhang.Tests.Workbench;

/// <summary>拨动的时钟：as far ahead of the real one as a test says.</summary>
internal sealed class MovedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + Ahead;
}
