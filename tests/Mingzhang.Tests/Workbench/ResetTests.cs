using System.Net;
using System.Text.RegularExpressions;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Tests.Workbench;

/// <summary>重置登录：who lost what opens his account gets back by whoever has a say over his roles, and nobody else does.</summary>
public partial class ResetTests : IAsyncLifetime
{
    private readonly MovedClock _clock = new();
    private readonly WorkbenchFixture _work;
    private Dictionary<string, WorkClient> _people = [];

    public ResetTests()
        : this("sqlite")
    {
    }

    protected ResetTests(string kind) => _work = new WorkbenchFixture { Kind = kind, Clock = _clock };

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
    }

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Who_lost_password_and_second_step_chooses_anew_and_what_was_lost_opens_nothing()
    {
        var key = SecondFactorTests.Key().Match((await _people["王芳"].Get("/work/account/second")).Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await _people["王芳"].Post("/work/account/second", ("code", SecondFactorTests.Digits(key)));
        var link = Link().Match((await Reset("李明", "王芳")).Html).Value;
        Assert.StartsWith("/work/in", (await _people["王芳"].Get("/work")).Path, StringComparison.Ordinal);
        using var thief = _work.Client();
        Assert.Contains("姓名或口令不对", (await thief.SignIn("王芳", WorkbenchFixture.Password)).Html, StringComparison.Ordinal);

        // Who issued it does not open it, and what he was shown stands nowhere else.
        Assert.Equal(HttpStatusCode.NotFound, (await _people["李明"].Get(link)).Status);
        Assert.DoesNotContain(link.Split('=')[1], Kept(), StringComparison.Ordinal);
        using var home = _work.Client();
        Assert.Contains("太常见", (await home.Post(link, ("password", "password12345"), ("again", "password12345"))).Html, StringComparison.Ordinal);
        Assert.Equal("/work", (await home.Post(link, ("password", "a-new-long-phrase"), ("again", "a-new-long-phrase"))).Path);
        using var late = _work.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await late.Get(link)).Status);
        Assert.Contains(("reset", "李明", "王芳"), Told());
        Assert.Contains(("reset used", "王芳", ""), Told());

        // At the next sign-in its owner is told by whom, until he has said that he knows.
        _clock.Ahead = TimeSpan.FromMinutes(5);
        using var next = _work.Client();
        var told = await next.SignIn("王芳", "a-new-long-phrase");
        Assert.Contains("李明 重置了您的登录", told.Html, StringComparison.Ordinal);
        Assert.Contains("启用了两步验证", told.Html, StringComparison.Ordinal);
        Assert.Contains("chosen by the address of the reset", (await next.Get("/work/reports?lang=en")).Html, StringComparison.Ordinal);
        var number = Number().Match(told.Html).Groups[1].Value;
        Assert.DoesNotContain("重置了您的登录", (await next.PostWith(await next.AnyToken(), "/work/account", ("do", "seen"), ("number", number))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_could_give_every_role_of_the_other_resets()
    {
        _work.Site.With(s => s.Write("李明", "", w => Organisations.Put(w, new Person("吴刚", "101", Role.Department))));
        using var officer = _work.Client();
        await officer.Accept(await _people["李明"].Invite("吴刚"));
        _people["吴刚"] = officer;
        foreach (var (who, whom) in new[] { ("王芳", "赵敏"), ("陈静", "王芳"), ("吴刚", "陈静"), ("吴刚", "李明"), ("吴刚", "吴刚"), ("李明", "李明") })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await Reset(who, whom)).Status);
            Assert.Equal("/work", (await _people[whom].Get("/work")).Path);
        }

        Assert.DoesNotContain(Told(), t => t.What == "reset");
        Assert.Equal(HttpStatusCode.OK, (await Reset("吴刚", "王芳")).Status);
        Assert.StartsWith("/work/in", (await _people["王芳"].Get("/work")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_good_for_hours_and_for_no_year()
    {
        var link = Link().Match((await Reset("李明", "王芳")).Html).Value;
        using var guest = _work.Client();
        Assert.Equal(HttpStatusCode.OK, (await guest.Get(link)).Status);
        foreach (var ahead in new[] { TimeSpan.FromHours(9), TimeSpan.FromDays(-365) })
        {
            _clock.Ahead = ahead;
            Assert.Equal(HttpStatusCode.NotFound, (await guest.Get(link)).Status);
        }
    }

    private Task<Shown> Reset(string who, string whom) => _people[who].Post("/work/settings/people", ("do", "reset"), ("name", whom));

    private List<(string What, string Who, string About)> Told() => _work.Site.Accounts.Read(s => s.Rows("SELECT what, who, about FROM work_log", r => (r.GetString(0), r.GetString(1), r.GetString(2))));

    private string Kept() => string.Concat(_work.Site.Accounts.Read(s => s.Rows("SELECT code FROM work_reset", r => r.GetString(0)))) + string.Concat(Told());

    [GeneratedRegex("/work/reset\\?code=[0-9a-f]+")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"number\" value=\"([0-9]+)\"")]
    private static partial Regex Number();
}
