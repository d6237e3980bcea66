using System.Net;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Tests.Workbench;

/// <summary>时钟跳动：a clock that is a year wrong for a while locks nobody out for ever, and lets nobody in for longer.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private readonly MovedClock _clock = new();
    private readonly WorkbenchFixture _work;

    public ClockTests() => _work = new WorkbenchFixture { Clock = _clock };

    public ValueTask InitializeAsync() => _work.InitializeAsync();

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Theory]
    [InlineData(365)]
    [InlineData(-365)]
    public async Task A_session_that_began_while_the_clock_was_wrong_ends_with_the_error(int days)
    {
        using var office = await Keeper();
        _clock.Ahead = TimeSpan.FromDays(days);
        Assert.StartsWith("/work/in", (await office.Get("/work")).Path, StringComparison.Ordinal);
        using var home = _work.Client();
        Assert.Equal("/work", (await home.SignIn("李明", WorkbenchFixture.Password)).Path);
        Assert.Equal("/work", (await home.Get("/work")).Path);
        _clock.Ahead = TimeSpan.Zero;
        Assert.StartsWith("/work/in", (await home.Get("/work")).Path, StringComparison.Ordinal);
        Assert.Equal("/work", (await home.SignIn("李明", WorkbenchFixture.Password)).Path);
    }

    [Fact]
    public async Task What_was_ended_stays_ended_when_the_clock_goes_back()
    {
        using var office = await Keeper();
        using var home = _work.Client();
        await home.SignIn("李明", WorkbenchFixture.Password);
        await office.Post("/work/account", ("do", "end"), ("session", "others"), ("old", WorkbenchFixture.Password));
        _clock.Ahead = TimeSpan.FromDays(-1);
        Assert.StartsWith("/work/in", (await home.Get("/work")).Path, StringComparison.Ordinal);
        _clock.Ahead = TimeSpan.Zero;
        Assert.StartsWith("/work/in", (await home.Get("/work")).Path, StringComparison.Ordinal);
        Assert.Equal("/work", (await office.Get("/work")).Path);
    }

    [Fact]
    public async Task A_session_ends_after_half_an_hour_of_rest()
    {
        using var office = await Keeper();
        _clock.Ahead = TimeSpan.FromMinutes(29);
        Assert.Equal("/work", (await office.Get("/work")).Path);
        _clock.Ahead = TimeSpan.FromMinutes(58);
        Assert.Equal("/work", (await office.Get("/work")).Path);
        _clock.Ahead = TimeSpan.FromMinutes(89);
        Assert.StartsWith("/work/in", (await office.Get("/work")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_half_a_day_however_much_it_is_used()
    {
        using var office = await Keeper();
        for (var minutes = 20; minutes < 12 * 60; minutes += 20)
        {
            _clock.Ahead = TimeSpan.FromMinutes(minutes);
            Assert.Equal("/work/jobs", (await office.Get("/work/jobs")).Path);
        }

        _clock.Ahead = TimeSpan.FromMinutes((12 * 60) + 1);
        Assert.StartsWith("/work/in", (await office.Get("/work/jobs")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_page_asks_by_itself_is_no_use()
    {
        using var office = await Keeper();
        foreach (var minutes in new[] { 10, 20, 29 })
        {
            _clock.Ahead = TimeSpan.FromMinutes(minutes);
            Assert.Equal(HttpStatusCode.NotFound, (await office.Get("/work/jobs/none/state")).Status);
        }

        _clock.Ahead = TimeSpan.FromMinutes(31);
        Assert.StartsWith("/work/in", (await office.Get("/work")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_of_ten_minutes_lasts_no_year()
    {
        using var office = await Keeper();
        _work.Site.Accounts.Write(s => s.Run("UPDATE work_account SET locked_until = @until", ("until", DateTimeOffset.UtcNow.AddDays(365).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture))));
        using var home = _work.Client();
        Assert.Equal("/work", (await home.SignIn("李明", WorkbenchFixture.Password)).Path);
    }

    [Fact]
    public async Task An_invitation_of_seven_days_lasts_no_year()
    {
        using var office = await Keeper();
        _work.Site.With(s => s.Write("李明", "", w => Organisations.Put(w, new Person("吴刚", "101", Role.Unit))));
        _clock.Ahead = TimeSpan.FromDays(365);
        await office.SignIn("李明", WorkbenchFixture.Password);
        var link = await office.Invite("吴刚");
        using var guest = _work.Client();
        Assert.Equal(HttpStatusCode.OK, (await guest.Get(link)).Status);
        _clock.Ahead = TimeSpan.Zero;
        Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(link)).Status);
    }

    private async Task<WorkClient> Keeper()
    {
        var client = _work.Client();
        await client.First(_work.Site.FirstCode, "李明");
        return client;
    }
}
