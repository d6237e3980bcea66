using System.Net;
using System.Text;
using System.Text.Json;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Tests.Workbench;
using Mingzhang.Workbench.Accounts;

namespace Mingzhang.Tests.Security;

/// <summary>本人的数据：everybody sees what is kept about him, takes it along, and what is old goes by itself.</summary>
public sealed class OwnDataTests
{
    [Fact]
    public async Task One_is_told_before_the_account_is_made_and_takes_ones_data_along()
    {
        await using var work = new WorkbenchFixture();
        await work.InitializeAsync();
        using var keeper = work.Client();
        Assert.Contains("建立账号即表示同意", (await keeper.Get("/work/first?code=" + work.Site.FirstCode)).Html, StringComparison.Ordinal);
        await keeper.First(work.Site.FirstCode, "李明");
        work.Site.With(s => s.Write("李明", "", w => Organisations.Put(w, new Person("王芳", "101", Role.Unit))));
        var link = await keeper.Invite("王芳");
        using var officer = work.Client();
        Assert.Contains("By making the account you agree", (await officer.Get(link + "&lang=en")).Html, StringComparison.Ordinal);
        await officer.Accept(link);
        Assert.Contains("账号日志保留 1095 天", (await officer.Get("/work/account/data")).Html, StringComparison.Ordinal);
        var text = Encoding.UTF8.GetString(await officer.Bytes("/work/account/data/json"));
        using var data = JsonDocument.Parse(text);
        Assert.Equal("王芳", data.RootElement.GetProperty("name").GetString());
        Assert.Equal("unit", data.RootElement.GetProperty("roles")[0].GetProperty("role").GetString());
        Assert.Single(data.RootElement.GetProperty("sessions").EnumerateArray());
        Assert.Contains(data.RootElement.GetProperty("log").EnumerateArray(), l => l.GetProperty("what").GetString() == "invite" && l.GetProperty("who").GetString() == "李明");

        // Neither secrets nor what is another's.
        var secrets = work.Site.Accounts.Read(s => s.Rows("SELECT password FROM work_account", r => r.GetString(0)).Concat(s.Rows("SELECT id FROM work_session", r => r.GetString(0))).ToList());
        Assert.All(secrets, s => Assert.DoesNotContain(s, text, StringComparison.Ordinal));
        Assert.Single(data.RootElement.GetProperty("sessions").EnumerateArray());
        using var stranger = work.Client();
        Assert.StartsWith("/work/in", (await stranger.Get("/work/account/data/json")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_old_is_removed_and_what_is_used_stays()
    {
        var clock = new MovedClock();
        await using var work = new WorkbenchFixture { Clock = clock };
        await work.InitializeAsync();
        var people = await work.Everybody();
        Assert.Equal(0, Run());
        work.Site.With(s => s.Write("李明", "", w => Organisations.Put(w, new Person("王芳", "101001", Role.Unit), remove: true)));
        clock.Ahead = TimeSpan.FromDays(400);

        // A clock that is a year ahead of the newest entry may be wrong, and removes nothing.
        Assert.Equal(0, Run());
        using var keeper = work.Client();
        await keeper.SignIn("李明", WorkbenchFixture.Password);
        Assert.Equal(1, Run());
        Assert.Equal(["周瑜", "孙丽", "李明", "赵敏", "陈静"], Names());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await people["王芳"].SignIn("王芳", WorkbenchFixture.Password)).Status);
        Assert.True(Log() > 8);
        clock.Ahead = TimeSpan.FromDays(1200);
        await keeper.SignIn("李明", WorkbenchFixture.Password);
        Run();
        Assert.InRange(Log(), 1, 5);

        int Run() => Retention.Run(work.Site.Accounts, work.Settings, name => work.Site.With(s => s.Read(r => Organisations.Roles(r, name).Count > 0)));
        long Log() => work.Site.Accounts.Read(s => s.Rows("SELECT COUNT(*) FROM work_log", r => r.GetInt64(0)))[0];
        IEnumerable<string> Names() => work.Site.Accounts.Read(s => s.Rows("SELECT name FROM work_account", r => r.GetString(0))).Order(StringComparer.Ordinal);
    }
}
