using Mingzhang.Tests.Ledger;
using Mingzhang.Tests.Workbench;
using AppCommand = Mingzhang.Tests.App.Command;

namespace Mingzhang.Tests.Security;

/// <summary>运维的演练：keys are replaced and the last administrator gets back in, at the machine itself.</summary>
public sealed class AccountDrillTests
{
    [Fact]
    public async Task Keys_are_replaced_and_second_steps_go_on_while_sessions_end()
    {
        var database = Databases.Fresh("sqlite");
        string key, before;
        await using (var first = new WorkbenchFixture { Database = database })
        {
            await first.InitializeAsync();
            using var office = first.Client();
            await office.First(first.Site.FirstCode, "李明");
            key = SecondFactorTests.Key().Match((await office.Get("/work/account/second")).Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
            await office.Post("/work/account/second", ("code", SecondFactorTests.Digits(key)));
            before = Assert.Single(Keys(first));
        }

        Assert.Equal(0, AppCommand.Run("accounts", "rekey", "--database", database).Code);
        await using var second = new WorkbenchFixture { Database = database };
        await second.InitializeAsync();
        Assert.NotEqual(before, Assert.Single(Keys(second)));
        Assert.Empty(second.Sessions("李明"));
        using var home = second.Client();
        await home.SignIn("李明", WorkbenchFixture.Password);
        Assert.Equal("/work", (await home.Post("/work/in/second", ("code", SecondFactorTests.Digits(key)))).Path);
    }

    [Fact]
    public async Task The_last_administrator_who_lost_everything_is_let_back_in_by_the_operator()
    {
        await using var work = new WorkbenchFixture();
        await work.InitializeAsync();
        using var office = work.Client();
        await office.First(work.Site.FirstCode, "李明");
        var database = work.Site.With(s => s.Address);
        Assert.Equal(1, AppCommand.Run("accounts", "reset", "王五", "--database", database).Code);
        var (code, link, _) = AppCommand.Run("accounts", "reset", "李明", "--database", database);
        Assert.Equal(0, code);
        Assert.StartsWith("/work/in", (await office.Get("/work")).Path, StringComparison.Ordinal);
        Assert.Equal("/work", (await office.Post(link.Trim(), ("password", "a-new-long-phrase"), ("again", "a-new-long-phrase"))).Path);
    }

    private static List<string> Keys(WorkbenchFixture work) => work.Site.Accounts.Read(s => s.Rows("SELECT body FROM work_key", r => r.GetString(0)));
}
