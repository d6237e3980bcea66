using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Mingzhang.Workbench.Accounts;

/// <summary>第二步：the key of the authenticator and the codes for a day without it, of which only hashes are kept.</summary>
internal sealed partial class AccountStore : IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    /// <inheritdoc/>
    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) => Set(() => user.Authenticator = secrets.Protect(key));

    /// <inheritdoc/>
    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Authenticator is { } kept ? secrets.Unprotect(kept) : null);

    /// <inheritdoc/>
    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) => Task.FromResult(rows.Write(s =>
    {
        s.Run("DELETE FROM work_recovery WHERE account = @account", ("account", user.Id));
        foreach (var code in recoveryCodes)
        {
            s.Run("INSERT INTO work_recovery (account, code) VALUES (@account, @code)", ("account", user.Id), ("code", Hash(code)));
        }

        return true;
    }));

    /// <inheritdoc/>
    public Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        Task.FromResult(rows.Write(s => s.Run("DELETE FROM work_recovery WHERE account = @account AND code = @code", ("account", user.Id), ("code", Hash(code))) == 1));

    /// <inheritdoc/>
    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(rows.Read(s => s.Rows("SELECT code FROM work_recovery WHERE account = @account", _ => true, ("account", user.Id)).Count));

    /// <summary>一次性代码的散列：they are long and random, so that a plain hash is enough.</summary>
    internal static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant())));
}
