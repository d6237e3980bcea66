using Microsoft.AspNetCore.Identity;

namespace Mingzhang.Workbench.Accounts;

/// <summary>登录的途径：the password, passkeys and logins elsewhere of one account; the last one is never taken away.</summary>
/// <param name="Password">Whether there is a password.</param>
/// <param name="Passkeys">The passkeys, oldest first.</param>
/// <param name="Logins">The logins elsewhere.</param>
internal sealed record Means(bool Password, IReadOnlyList<UserPasskeyInfo> Passkeys, IReadOnlyList<UserLoginInfo> Logins)
{
    /// <summary>是否只剩一种。</summary>
    public bool Last => (Password ? 1 : 0) + Passkeys.Count + Logins.Count <= 1;

    /// <summary>一个账号的。</summary>
    public static async Task<Means> Of(UserManager<Account> people, Account account) =>
        new(account.Password is not null, [.. await people.GetPasskeysAsync(account)], [.. await people.GetLoginsAsync(account)]);
}
