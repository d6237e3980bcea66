using System.Security.Cryptography;
using Mingzhang.Tests.Ledger;
using Mingzhang.Tests.Workbench;
using Mingzhang.Workbench.Accounts;
using AppCommand = Mingzhang.Tests.App.Command;

namespace Mingzhang.Tests.Security;

/// <summary>库外的密钥：who has the database alone opens nothing with it, neither by guessing passwords nor by the keys that stand there.</summary>
public sealed class KeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Hashes_are_made_anew_with_the_secret_and_are_no_good_without_it()
    {
        var database = Databases.Fresh("sqlite");
        var secret = KeySecret.Read(File("key"), out _);
        await Open(database, null, async work =>
        {
            using var client = work.Client();
            Assert.Equal("/work", (await client.First(work.Site.FirstCode, "李明")).Path);
            Assert.DoesNotContain("k.", Hash(work), StringComparison.Ordinal);
        });
        await Open(database, secret, async work =>
        {
            using var client = work.Client();
            Assert.Equal("/work", (await client.SignIn("李明", WorkbenchFixture.Password)).Path);
            Assert.StartsWith("k.", Hash(work), StringComparison.Ordinal);
            using var again = work.Client();
            Assert.Equal("/work", (await again.SignIn("李明", WorkbenchFixture.Password)).Path);
            using var wrong = work.Client();
            Assert.Contains("姓名或口令不对", (await wrong.SignIn("李明", WorkbenchFixture.Password + "s")).Html, StringComparison.Ordinal);
        });
        foreach (var other in new[] { null, KeySecret.Read(File("other"), out _) })
        {
            await Open(database, other, async work =>
            {
                using var client = work.Client();
                Assert.Contains("姓名或口令不对", (await client.SignIn("李明", WorkbenchFixture.Password)).Html, StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public async Task Keys_are_sealed_by_it_and_nothing_starts_without_it()
    {
        var database = Databases.Fresh("sqlite");
        var file = File("key");
        var key = "";
        await Open(database, null, async work =>
        {
            using var client = work.Client();
            await client.First(work.Site.FirstCode, "李明");
            key = SecondFactorTests.Key().Match((await client.Get("/work/account/second")).Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
            await client.Post("/work/account/second", ("code", SecondFactorTests.Digits(key)));
            Assert.Contains("<value>", Keys(work), StringComparison.Ordinal);
        });
        Assert.Equal(0, AppCommand.Run("accounts", "rekey", "--key-file", file, "--database", database).Code);
        await Open(database, KeySecret.Read(file, out _), async work =>
        {
            Assert.Contains("<sealed", Keys(work), StringComparison.Ordinal);
            Assert.DoesNotContain("<value>", Keys(work), StringComparison.Ordinal);
            using var client = work.Client();
            await client.SignIn("李明", WorkbenchFixture.Password);
            Assert.Equal("/work", (await client.Post("/work/in/second", ("code", SecondFactorTests.Digits(key)))).Path);
        });
        foreach (string[] other in new string[][] { [], ["--key-file", File("other")] })
        {
            var refused = AppCommand.Run(["serve", "--work", "--url", "http://127.0.0.1:0", "--database", database, .. other]);
            Assert.Equal(2, refused.Code);
            Assert.Contains("--key-file", refused.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_that_others_can_read_or_that_holds_too_little_is_refused_and_what_was_changed_is_not_opened()
    {
        var secret = KeySecret.Read(File("key"), out _)!;
        var kept = Convert.FromBase64String(secret.Seal("a key"));
        Assert.NotEqual(secret.Seal("a key"), secret.Seal("a key"));
        Assert.Equal("a key", secret.Open(Convert.ToBase64String(kept)));
        kept[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => secret.Open(Convert.ToBase64String(kept)));
        var small = Path.Combine(_folder, "small");
        System.IO.File.WriteAllBytes(small, new byte[31]);
        Assert.Null(KeySecret.Read(small, out var problem));
        Assert.Contains("32 字节以上", problem!.Remedy.Chinese, StringComparison.Ordinal);
        Assert.Null(KeySecret.Read(Path.Combine(_folder, "absent"), out _));
        if (!OperatingSystem.IsWindows())
        {
            var open = File("open");
            System.IO.File.SetUnixFileMode(open, UnixFileMode.UserRead | UnixFileMode.OtherRead);
            Assert.Null(KeySecret.Read(open, out _));
        }
    }

    private static async Task Open(string database, KeySecret? secret, Func<WorkbenchFixture, Task> work)
    {
        await using var fixture = new WorkbenchFixture { Database = database, Settings = new() { SecondStep = SecondStep.Nobody, Secret = secret } };
        await fixture.InitializeAsync();
        await work(fixture);
    }

    private static string Hash(WorkbenchFixture work) => Assert.Single(work.Site.Accounts.Read(s => s.Rows("SELECT password FROM work_account", r => r.GetString(0))));

    private static string Keys(WorkbenchFixture work) => string.Concat(work.Site.Accounts.Read(s => s.Rows("SELECT body FROM work_key", r => r.GetString(0))));

    private string File(string name)
    {
        var file = Path.Combine(_folder, name);
        System.IO.File.WriteAllBytes(file, RandomNumberGenerator.GetBytes(32));
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return file;
    }
}
