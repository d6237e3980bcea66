using System.Globalization;

namespace Mingzhang.Workbench.Accounts;

/// <summary>账号的变动：what happened to one's means of signing in before this session began, until one has said that one has seen it.</summary>
internal sealed class AccountNews(AccountRows rows)
{
    private const int Most = 20;

    // Each has its sentence in the words; what one did in this session oneself is told in the next.
    private static readonly string[] Told = ["password changed", "passkey", "passkey removed", "second step on", "second step off", "digits used twice", "sign-in locked", "login", "login removed", "access reset", "reset used"];

    private static readonly string Listed = string.Join(", ", Told.Select(t => $"'{t}'"));

    /// <summary>尚未看过的，最近的在前。</summary>
    public IReadOnlyList<AccountEvent> Of(string account, string name, string session) => rows.Read(s => s.Rows($"""
        SELECT number, at, what, about FROM work_log WHERE who = @name AND what IN ({Listed}) AND number > COALESCE((SELECT number FROM work_told WHERE account = @account), 0)
        AND at < (SELECT made FROM work_session WHERE id = @session) ORDER BY number DESC LIMIT {Most.ToString(CultureInfo.InvariantCulture)}
        """, r => new AccountEvent(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3)), ("name", name), ("account", account), ("session", session)));

    /// <summary>看过了，至此为止。</summary>
    public void Seen(string account, long number) => rows.Write(s => s.Run("INSERT INTO work_told (account, number) SELECT @account, COALESCE(MAX(number), 0) FROM work_log WHERE number <= @number ON CONFLICT (account) DO UPDATE SET number = excluded.number", ("account", account), ("number", number)));
}

/// <summary>一件变动。</summary>
internal sealed record AccountEvent(long Number, string At, string What, string About);
