using Microsoft.Extensions.Logging;
using Mingzhang.Portal.Hosting;
using Mingzhang.Tests.Workbench;

namespace Mingzhang.Tests.Security;

/// <summary>警报：what comes more often than its bound is told once an hour, and seen by who looks after the system.</summary>
public sealed class AlarmTests
{
    [Fact]
    public void It_rings_once_an_hour_above_a_bound_that_can_be_set()
    {
        var (clock, log) = (new MovedClock(), new Heard());
        using var alarms = new Alarms(clock, Alarms.Read("sign-in-failed=2, slowed=0")) { Log = log };
        for (var i = 0; i < 5; i++)
        {
            alarms.Count("sign-in failed");
            alarms.Count("signed in");
        }

        Assert.Equal(["alarm: sign-in failed 3 times within the hour, more than 2"], log.Said);
        Assert.Equal(new Alarm("sign-in failed", 5, 2), Assert.Single(alarms.Now(), a => a.Rings));
        clock.Ahead = TimeSpan.FromHours(1);
        Assert.All(alarms.Now(), a => Assert.Equal(0, a.Count));
        alarms.Count(Alarms.Slowed);
        Assert.Equal(2, log.Said.Count);
    }

    [Theory]
    [InlineData("sign-in-failed")]
    [InlineData("sign-in-failed=many")]
    [InlineData("no-such-thing=3")]
    public void A_bound_that_is_not_understood_is_refused(string text) => Assert.Null(Alarms.Read(text));

    [Fact]
    public async Task Failures_are_counted_and_the_page_of_health_says_so()
    {
        await using var work = new WorkbenchFixture { More = b => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(b.Services, _ => new Alarms(TimeProvider.System, Alarms.Read("sign-in-failed=2"))) };
        await work.InitializeAsync();
        using var keeper = work.Client();
        await keeper.First(work.Site.FirstCode, "李明");
        Assert.DoesNotContain("异常过多", (await keeper.Get("/work/settings/health")).Html, StringComparison.Ordinal);
        using var guesser = work.Client();
        for (var i = 0; i < 3; i++)
        {
            await guesser.SignIn("李明", "wrong-password-here");
        }

        var health = (await keeper.Get("/work/settings/health")).Html;
        Assert.Contains("异常过多", health, StringComparison.Ordinal);
        Assert.Contains("登录失败</th><td class=\"n bad\">3</td>", health, StringComparison.Ordinal);
        Assert.Contains("没有泄露口令的清单", health, StringComparison.Ordinal);
    }

    private sealed class Heard : ILogger
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add(formatter(state, exception));
    }
}
