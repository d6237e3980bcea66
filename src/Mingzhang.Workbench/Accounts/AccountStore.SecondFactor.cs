using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Mingzhang.Workbench.Accounts;

/// <summary>第二步：the key of the authenticator and the codes for a day without it. These are short, so that each is kept as a slow hash with a salt of its own.</summary>
internal sealed partial class AccountStore : IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    private const int SaltBytes = 16, HashBytes = 32, HashRounds = 100_000;

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
            s.Run("INSERT INTO work_recovery (account, code) VALUES (@account, @code)", ("account", user.Id), ("code", Slow(code, RandomNumberGenerator.GetBytes(SaltBytes))));
        }

        return true;
    }));

    /// <inheritdoc/>
    public Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        Task.FromResult(Codes(user).Find(k => Same(k, code)) is { } kept && rows.Write(s => s.Run("DELETE FROM work_recovery WHERE account = @account AND code = @code", ("account", user.Id), ("code", kept))) == 1);

    /// <inheritdoc/>
    public Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(Codes(user).Count);

    /// <summary>一次性代码的散列：they are long and random, so that a plain hash is enough.</summary>
    internal static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToUpperInvariant())));

    private List<string> Codes(Account user) => rows.Read(s => s.Rows("SELECT code FROM work_recovery WHERE account = @account", r => r.GetString(0), ("account", user.Id)));

    // Codes that were printed before they had a salt still serve.
    private static bool Same(string kept, string code) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(kept), Encoding.ASCII.GetBytes(kept.Split('.') is [var salt, _] ? Slow(code, Convert.FromHexString(salt)) : Hash(code)));

    private static string Slow(string code, byte[] salt) => Convert.ToHexStringLower(salt) + "." + Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(code.Trim().ToUpperInvariant(), salt, HashRounds, HashAlgorithmName.SHA512, HashBytes));
}
