using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Mingzhang.Workbench.Accounts;

/// <summary>运维的办理：what is done to accounts at the machine itself, while no server runs or where no administrator could.</summary>
internal static class AccountDrills
{
    private const int Days = 90;

    /// <summary>重置一个人的登录，返回代码; null where he has no account.</summary>
    public static string? Reset(AccountRows rows, string by, string name)
    {
        using var services = Protecting(rows);
        using var store = new AccountStore(rows, new Secrets(services.GetRequiredService<IDataProtectionProvider>()));
        return store.All().FirstOrDefault(a => a.Name == name) is { } account ? new Resets(rows).Issue(by, account) : null;
    }

    /// <summary>更换保护密钥：what they encrypt is read with the old ones and written with a new one, which alone is left; sessions end. How many secrets were written anew.</summary>
    public static int Rekey(AccountRows rows, string by)
    {
        using var old = Protecting(rows);
        var secrets = new Secrets(old.GetRequiredService<IDataProtectionProvider>());
        var kept = rows.Read(s => s.Rows("SELECT id, authenticator FROM work_account WHERE authenticator IS NOT NULL", r => new Sealed(r.GetString(0), secrets.Unprotect(r.GetString(1)))));
        var before = rows.Read(s => s.Rows("SELECT name FROM work_key", r => r.GetString(0)));

        // The newest key is the one that encrypts; the old ones go once nothing needs them, all at once.
        old.GetRequiredService<IKeyManager>().CreateNewKey(rows.Now, rows.Now.AddDays(Days));
        using var fresh = Protecting(rows);
        var sealing = new Secrets(fresh.GetRequiredService<IDataProtectionProvider>());
        var anew = kept.ConvertAll(k => k with { Text = sealing.Protect(k.Text) });
        return rows.Write(s =>
        {
            foreach (var one in anew)
            {
                s.Run("UPDATE work_account SET authenticator = @authenticator WHERE id = @id", ("authenticator", one.Text), ("id", one.Account));
            }

            foreach (var name in before)
            {
                s.Run("DELETE FROM work_key WHERE name = @name", ("name", name));
            }

            s.Run("DELETE FROM work_session");
            rows.Log(s, by, "keys replaced", "");
            return anew.Count;
        });
    }

    // As the server itself sets it up.
    private static ServiceProvider Protecting(AccountRows rows)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection().SetApplicationName(KeyRing.Application);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(new ConfigureOptions<KeyManagementOptions>(o => o.XmlRepository = new KeyRing(rows)));
        return services.BuildServiceProvider();
    }

    private sealed record Sealed(string Account, string Text);
}
