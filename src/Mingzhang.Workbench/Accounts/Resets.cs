using System.Security.Cryptography;

namespace Mingzhang.Workbench.Accounts;

/// <summary>重置登录：the way back of whoever has lost his password or second step. All that opened the account is gone at once; a code, good once and for some hours, lets its holder choose a new password.</summary>
internal sealed class Resets(AccountRows rows)
{
    /// <summary>代码有效几小时。</summary>
    public const int Hours = 8;

    /// <summary>重置，返回代码; it is shown once and only its hash is kept.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="account">Whose account.</param>
    public string Issue(string by, Account account)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        rows.Write(s =>
        {
            s.Run("UPDATE work_account SET password = NULL, two_factor = 0, authenticator = NULL, failures = 0, locked_until = NULL, stamp = @stamp, version = @version WHERE id = @id",
                ("stamp", Guid.NewGuid().ToString("N")), ("version", Guid.NewGuid().ToString("N")), ("id", account.Id));
            foreach (var table in new[] { "work_recovery", "work_passkey", "work_session", "work_reset" })
            {
                s.Run($"DELETE FROM {table} WHERE account = @id", ("id", account.Id));
            }

            s.Run("DELETE FROM work_reset WHERE ends < @now", ("now", AccountRows.Text(rows.Now)));

            // Once for whoever asks what he did, once for whoever asks what was done to his account.
            rows.Log(s, by, "reset", account.Name);
            rows.Log(s, account.Name, "access reset", by);
            return s.Run("INSERT INTO work_reset (code, account, ends) VALUES (@code, @account, @ends)", ("code", AccountStore.Hash(code)), ("account", account.Id), ("ends", AccountRows.Text(rows.Now.AddHours(Hours))));
        });
        return code;
    }

    /// <summary>代码所指的账号; null where it is none, used or too old.</summary>
    public string? AccountOf(string code) => rows.Read(s => s.Rows("SELECT account FROM work_reset WHERE code = @code AND ends >= @now AND ends <= @last", r => r.GetString(0),
        ("code", AccountStore.Hash(code)), ("now", AccountRows.Text(rows.Now)), ("last", AccountRows.Text(rows.Now.AddHours(Hours + 1)))).FirstOrDefault());

    /// <summary>用掉; false where somebody has been quicker.</summary>
    public bool Use(string code) => rows.Write(s => s.Run("DELETE FROM work_reset WHERE code = @code", ("code", AccountStore.Hash(code))) == 1);
}
