using System.Net;
using Mingzhang.Tests.Workbench;

namespace Mingzhang.Tests.Security;

/// <summary>安全日志：who came in and who was refused, when, and no word that would let anybody in.</summary>
public sealed class LogTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work = new();

    public ValueTask InitializeAsync() => _work.InitializeAsync();

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task Signing_in_and_failing_to_is_told_without_secrets()
    {
        using var office = _work.Client();
        await office.First(_work.Site.FirstCode, "李明");
        using var home = _work.Client();
        await home.SignIn("李明", "wrong-password-here");
        await home.SignIn("my-password-in-the-wrong-field", "x");
        await home.SignIn("李明", WorkbenchFixture.Password);
        await office.Post("/work/account", ("do", "end"), ("session", "others"), ("old", WorkbenchFixture.Password));
        await office.Post("/work/account", ("do", "password"), ("old", "not-the-password"), ("password", "a-third-long-word"), ("again", "a-third-long-word"));
        await office.Post("/work/account", ("do", "password"), ("old", WorkbenchFixture.Password), ("password", "a-third-long-word"), ("again", "a-third-long-word"));
        var key = SecondFactorTests.Key().Match((await office.Get("/work/account/second")).Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await office.Post("/work/account/second", ("code", SecondFactorTests.Digits(key)));
        await home.SignIn("李明", "a-third-long-word");
        await home.Post("/work/in/second", ("code", "000000"));
        await home.Post("/work/in/second", ("code", SecondFactorTests.Digits(key)));
        await home.PostWith(await home.AnyToken(), "/work/out");
        using var guesser = _work.Client();
        for (var i = 0; i < 5; i++)
        {
            await guesser.SignIn("李明", "wrong-password-here");
        }

        var told = Told();
        Assert.Equal(
            ["account 李明", "sign-in failed 李明", "sign-in failed ", "signed in 李明", "session ended 李明", "password not changed 李明", "password changed 李明", "second step on 李明", "second step asked 李明", "sign-in failed 李明", "signed in 李明", "signed out 李明", "sign-in failed 李明", "sign-in failed 李明", "sign-in failed 李明", "sign-in failed 李明", "sign-in locked 李明"],
            told.Select(t => t.What + " " + t.Who));
        Assert.All(told, t => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", t.At));
        var all = string.Join('\n', told.Select(t => t.At + t.Who + t.What + t.About));
        foreach (var secret in new[] { WorkbenchFixture.Password, "wrong-password-here", "a-third-long-word", "my-password-in-the-wrong-field", key, _work.Site.FirstCode })
        {
            Assert.DoesNotContain(secret, all, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_refused_is_told()
    {
        var people = await _work.Everybody();
        var before = Told().Count;
        await people["王芳"].Get(WorkbenchFixture.At("/work/reports/101002/income"));
        await people["王芳"].Get("/work/settings/backup?secret=1");
        await people["王芳"].PostWith(await people["王芳"].AnyToken(), "/work/settings/people", ("do", "invite"), ("name", "赵敏"));
        await people["王芳"].PostWith("forged", "/work/settings/people", ("do", "invite"), ("name", "赵敏"));
        using var stranger = _work.Client();
        await stranger.Get("/work/settings/backup");
        var told = Told().Skip(before).ToList();
        Assert.Contains(("refused", "GET /work/reports/101002/income"), told.Select(t => (t.What, t.About)));
        Assert.Contains(("refused", "POST /work/settings/people"), told.Select(t => (t.What, t.About)));
        Assert.Contains(("stale form", "POST /work/settings/people"), told.Select(t => (t.What, t.About)));
        Assert.All(told, t => Assert.Equal("王芳", t.Who));
        Assert.DoesNotContain(told, t => t.About.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_address_is_long_the_log_is_not()
    {
        var people = await _work.Everybody();
        Assert.Equal(HttpStatusCode.NotFound, (await people["王芳"].Get("/work/reports/" + new string('9', 4000) + "/income")).Status);
        Assert.True(Told()[^1].About.Length <= 200);
    }

    private List<Told> Told() => _work.Site.Accounts.Read(s => s.Rows("SELECT at, who, what, about FROM work_log ORDER BY number", r => new Told(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3))));
}

/// <summary>日志的一笔。</summary>
internal sealed record Told(string At, string Who, string What, string About);
