using System.Net;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Tests.Workbench;

/// <summary>登录：nobody gets in but by the code of first use, an invitation, or a password of his own.</summary>
public class SignInTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work;

    public SignInTests()
        : this("sqlite")
    {
    }

    protected SignInTests(string kind) => _work = new WorkbenchFixture { Kind = kind };

    public ValueTask InitializeAsync() => _work.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_comes_back_to_where_he_was()
    {
        await _work.Client().First(_work.Site.FirstCode, "李明");
        using var client = _work.Client();
        var asked = await client.Get("/work/settings/people");
        Assert.StartsWith("/work/in?to=", asked.Path, StringComparison.Ordinal);
        var came = await client.Post(asked.Path, ("name", "李明"), ("password", WorkbenchFixture.Password));
        Assert.Equal("/work/settings/people", came.Path);
    }

    [Fact]
    public async Task Another_site_is_no_place_to_come_back_to()
    {
        await _work.Client().First(_work.Site.FirstCode, "李明");
        foreach (var to in new[] { "https://example.org/", "//example.org", "/\\example.org", "/work\\..\\x", "/depts" })
        {
            using var client = _work.Client();
            var came = await client.Post("/work/in?to=" + Uri.EscapeDataString(to), ("name", "李明"), ("password", WorkbenchFixture.Password));
            Assert.Equal("/work", came.Path);
        }
    }

    [Fact]
    public async Task The_administrator_is_made_once_and_by_the_code_of_the_terminal_only()
    {
        using var stranger = _work.Client();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.First("0000", "王五")).Status);
        Assert.False(_work.Site.Begun);
        using var keeper = _work.Client();
        Assert.Equal("/work", (await keeper.First(_work.Site.FirstCode, "李明")).Path);
        Assert.Equal("/work/in", (await stranger.Get("/work/first")).Path);
        Assert.Contains(_work.Site.With(s => s.Read(r => Organisations.Roles(r, "李明"))), p => p.Role == Role.Department && p.Scope == Person.Everywhere);
    }

    [Fact]
    public async Task A_weak_password_is_refused_with_the_rule()
    {
        using var client = _work.Client();
        var refused = await client.Post("/work/first", ("code", _work.Site.FirstCode), ("name", "李明"), ("title", "科技局"), ("department", "101"), ("year", "2026"), ("password", "aaaaaaaaaaaa"), ("again", "aaaaaaaaaaaa"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("至少十二个字符", refused.Html, StringComparison.Ordinal);
        Assert.False(_work.Site.Begun);
    }

    [Fact]
    public async Task An_invitation_serves_once()
    {
        var people = await _work.Everybody();
        _work.Site.With(s => s.Write("李明", "", w => Organisations.Put(w, new Person("吴刚", "101002", Role.Unit))));
        var link = await people["李明"].Invite("吴刚");
        using var first = _work.Client();
        Assert.Equal("/work", (await first.Accept(link)).Path);
        using var second = _work.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await second.Get(link)).Status);
    }

    [Fact]
    public async Task Only_a_department_officer_invites()
    {
        var people = await _work.Everybody();
        var refused = await people["王芳"].Post("/work/settings/people", ("do", "invite"), ("name", "王芳"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
    }

    [Fact]
    public async Task Five_failures_lock_the_account_and_nothing_says_which_half_was_wrong()
    {
        await _work.Client().First(_work.Site.FirstCode, "李明");
        using var client = _work.Client();
        var unknown = await client.SignIn("无此人", "wrong-password");
        var wrong = await client.SignIn("李明", "wrong-password");
        Assert.Contains("姓名或口令不对", unknown.Html, StringComparison.Ordinal);
        Assert.Contains("姓名或口令不对", wrong.Html, StringComparison.Ordinal);
        for (var i = 0; i < 4; i++)
        {
            wrong = await client.SignIn("李明", "wrong-password");
        }

        Assert.Contains("已锁定", wrong.Html, StringComparison.Ordinal);
        Assert.Contains("已锁定", (await client.SignIn("李明", WorkbenchFixture.Password)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_is_signed_out_from_another()
    {
        using var office = _work.Client();
        await office.First(_work.Site.FirstCode, "李明");
        using var home = _work.Client();
        await home.SignIn("李明", WorkbenchFixture.Password);
        Assert.Equal(2, _work.Sessions("李明").Count);
        Assert.Contains("现在的口令不对", (await office.Post("/work/account", ("do", "end"), ("session", "others"))).Html, StringComparison.Ordinal);
        Assert.Equal(2, _work.Sessions("李明").Count);
        await office.Post("/work/account", ("do", "end"), ("session", "others"), ("old", WorkbenchFixture.Password));
        Assert.StartsWith("/work/in", (await home.Get("/work")).Path, StringComparison.Ordinal);
        Assert.Equal("/work", (await office.Get("/work")).Path);
    }

    [Fact]
    public async Task A_new_password_takes_the_place_of_the_old_one_and_signs_others_out()
    {
        using var office = _work.Client();
        await office.First(_work.Site.FirstCode, "李明");
        using var home = _work.Client();
        await home.SignIn("李明", WorkbenchFixture.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await office.Post("/work/account", ("do", "password"), ("old", "not-the-password"), ("password", "another-long-word"), ("again", "another-long-word"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await office.Post("/work/account", ("do", "password"), ("old", WorkbenchFixture.Password), ("password", "a-third-long-word"), ("again", "a-third-long-word"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await office.Post("/work/account", ("do", "password"), ("old", "a-third-long-word"), ("password", "another-long-word"), ("again", "another-long-word"))).Status);
        Assert.Contains("本设备", (await office.Get("/work/account")).Html, StringComparison.Ordinal);
        Assert.StartsWith("/work/in", (await home.Get("/work")).Path, StringComparison.Ordinal);
        using var again = _work.Client();
        Assert.Equal("/work", (await again.SignIn("李明", "another-long-word")).Path);
    }

    [Fact]
    public async Task A_form_of_another_session_changes_nothing()
    {
        var people = await _work.Everybody();
        var refused = await people["李明"].PostWith("forged", "/work/settings/people", ("do", "give"), ("name", "外人"), ("role", "finance"), ("scope", ""));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("已过时", refused.Html, StringComparison.Ordinal);
        Assert.Empty(_work.Site.With(s => s.Read(r => Organisations.Roles(r, "外人"))));
    }

    [Fact]
    public async Task Readers_of_the_portal_get_no_cookie()
    {
        using var client = new HttpClient { BaseAddress = _work.Address };
        foreach (var path in new[] { "/", "/depts", "/s?q=科普", "/check", "/data" })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.False(answer.Headers.Contains("Set-Cookie"), path);
        }
    }

    [Fact]
    public async Task No_password_key_or_code_stands_open_in_the_database()
    {
        using var client = _work.Client();
        await client.First(_work.Site.FirstCode, "李明");
        await client.Get("/work/account/second");
        var kept = _work.Site.Accounts.Read(s => s.Rows("SELECT COALESCE(password, '') || COALESCE(authenticator, '') FROM work_account", r => r.GetString(0)))[0];
        Assert.DoesNotContain(WorkbenchFixture.Password, kept, StringComparison.Ordinal);
        Assert.True(kept.Length > 100);
        Assert.Equal(0, _work.Site.With(s => s.Read(r => r.All(Kinds.Person).Count(p => p.Id.Contains(WorkbenchFixture.Password, StringComparison.Ordinal)))));
    }
}
