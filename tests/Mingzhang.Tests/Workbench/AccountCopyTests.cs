using System.Net;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Storage;
using Mingzhang.Tests.Ledger;
using Mingzhang.Workbench.Accounts;

namespace Mingzhang.Tests.Workbench;

/// <summary>账号的恢复：from a backup people sign in as before, second step and all, and no session comes with it.</summary>
public sealed class AccountCopyTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work = new();
    private Dictionary<string, WorkClient> _people = [];

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Theory]
    [MemberData(nameof(Databases.Both), MemberType = typeof(Databases))]
    public async Task Who_had_an_account_signs_in_to_the_restored_ledger(string kind)
    {
        var key = SecondFactorTests.Key().Match((await _people["王芳"].Get("/work/account/second")).Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await _people["王芳"].Post("/work/account/second", ("code", SecondFactorTests.Digits(key)));
        var file = Path.Combine(Databases.Temporary(), "backup.db");
        await File.WriteAllBytesAsync(file, await _people["李明"].Download("/work/settings/backup", ("do", "backup")), TestContext.Current.CancellationToken);
        Assert.True(AccountCopy.IsIn(file));
        var address = Databases.Fresh(kind);
        using (var target = Store.Open(address, TimeProvider.System, create: true, out _)!)
        {
            Assert.Empty(Backup.Restore(target, file, TimeProvider.System));
        }

        Assert.Equal(6, AccountCopy.Into(file, address, TimeProvider.System));
        Assert.Equal(0, AccountCopy.Into(file, address, TimeProvider.System));
        await using var restored = new Second(new WorkbenchFixture { Database = address });
        await restored.Work.InitializeAsync();
        Assert.Empty(restored.Work.Site.Accounts.Read(s => s.Rows("SELECT id FROM work_session", r => r.GetString(0))));
        using var home = restored.Work.Client();
        Assert.Equal("/work", (await home.SignIn("李明", WorkbenchFixture.Password)).Path);
        using var office = restored.Work.Client();
        var asked = await office.SignIn("王芳", WorkbenchFixture.Password);
        Assert.StartsWith("/work/in/second", asked.Path, StringComparison.Ordinal);
        Assert.Equal("/work", (await office.Post(asked.Path, ("code", SecondFactorTests.Digits(key)))).Path);
        Assert.Equal(HttpStatusCode.OK, (await office.Get(WorkbenchFixture.At("/work/reports/101001/spending"))).Status);
    }

    [Fact]
    public void What_is_no_copy_of_a_database_has_no_accounts()
    {
        var file = Path.Combine(Databases.Temporary(), "journal.txt");
        File.WriteAllText(file, "text");
        Assert.False(AccountCopy.IsIn(file));
    }

    private sealed record Second(WorkbenchFixture Work) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Work.DisposeAsync();
    }
}
