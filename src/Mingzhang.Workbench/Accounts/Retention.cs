using System.Globalization;

namespace Mingzhang.Workbench.Accounts;

/// <summary>保存期限：what of accounts and their log is old goes by itself; the journal of the ledger is public accounting and stays.</summary>
internal static class Retention
{
    // A clock that is far from the newest entry is not believed: what it would remove cannot be brought back.
    private static readonly TimeSpan Believed = TimeSpan.FromDays(30), Apart = TimeSpan.FromMinutes(5);

    /// <summary>清理，返回删去的账号的个数。</summary>
    /// <param name="rows">The accounts.</param>
    /// <param name="settings">How long things are kept.</param>
    /// <param name="hasRole">Whether the ledger still gives somebody a role.</param>
    public static int Run(AccountRows rows, AccountSettings settings, Func<string, bool> hasRole)
    {
        var newest = rows.Read(s => s.Rows("SELECT MAX(at) FROM work_log", r => AccountRows.Time(r, 0)))[0];
        if (newest is null || rows.Now - newest > Believed || newest - rows.Now > Apart)
        {
            return 0;
        }

        var (now, log, unused) = (AccountRows.Text(rows.Now), AccountRows.Text(rows.Now - settings.KeepLog), AccountRows.Text(rows.Now - settings.KeepAccounts));

        // Before the log of its last sign-in goes.
        var old = rows.Read(s => s.Rows("SELECT id, name FROM work_account a WHERE COALESCE((SELECT MAX(at) FROM work_log WHERE who = a.name AND what = 'signed in'), a.made) < @unused", r => new Unused(r.GetString(0), r.GetString(1)), ("unused", unused)))
            .Where(a => !hasRole(a.Name)).ToList();
        return rows.Write(s =>
        {
            foreach (var account in old)
            {
                AccountStore.Remove(s, account.Id);
                rows.Log(s, "", "account removed", account.Name);
            }

            foreach (var table in new[] { "work_session", "work_invitation", "work_reset", "work_spent" })
            {
                s.Run($"DELETE FROM {table} WHERE ends < @now", ("now", now));
            }

            // Numbers go on from the newest, which stays whatever its age.
            s.Run("DELETE FROM work_upload_use WHERE day < @day", ("day", rows.Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            s.Run("DELETE FROM work_log WHERE at < @log AND number < (SELECT MAX(number) FROM work_log)", ("log", log));
            return old.Count;
        });
    }

    private sealed record Unused(string Id, string Name);
}
