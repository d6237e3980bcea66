using System.Buffers.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace Mingzhang.Workbench.Accounts;

/// <summary>通行密钥与外部登录：what a device, or a provider of the government, vouches for.</summary>
internal sealed partial class AccountStore : IUserPasskeyStore<Account>, IUserLoginStore<Account>
{
    /// <inheritdoc/>
    public Task AddOrUpdatePasskeyAsync(Account user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => Task.FromResult(rows.Write(s => s.Run("""
        INSERT INTO work_passkey (credential, account, name, made, counter, body) VALUES (@credential, @account, @name, @made, @counter, @body)
        ON CONFLICT (credential) DO UPDATE SET name = excluded.name, counter = excluded.counter, body = excluded.body
        """, ("credential", Base64Url.EncodeToString(passkey.CredentialId)), ("account", user.Id), ("name", passkey.Name ?? ""), ("made", AccountRows.Text(passkey.CreatedAt)), ("counter", (long)passkey.SignCount),
        ("body", JsonSerializer.Serialize(new Kept(passkey.PublicKey, passkey.Transports, passkey.IsUserVerified, passkey.IsBackupEligible, passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson))))));

    /// <inheritdoc/>
    public Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<IList<UserPasskeyInfo>>(Passkeys("account = @value", user.Id).ConvertAll(p => p.Passkey));

    /// <inheritdoc/>
    public async Task<Account?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        Passkeys("credential = @value", Base64Url.EncodeToString(credentialId)) is [var found] ? await FindByIdAsync(found.Account, cancellationToken) : null;

    /// <inheritdoc/>
    public Task<UserPasskeyInfo?> FindPasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(Passkeys("credential = @value", Base64Url.EncodeToString(credentialId)) is [var found] && found.Account == user.Id ? found.Passkey : null);

    /// <inheritdoc/>
    public Task RemovePasskeyAsync(Account user, byte[] credentialId, CancellationToken cancellationToken) =>
        Task.FromResult(rows.Write(s => s.Run("DELETE FROM work_passkey WHERE credential = @credential AND account = @account", ("credential", Base64Url.EncodeToString(credentialId)), ("account", user.Id))));

    /// <inheritdoc/>
    public Task AddLoginAsync(Account user, UserLoginInfo login, CancellationToken cancellationToken) => Task.FromResult(rows.Write(s =>
        s.Run("INSERT INTO work_login (provider, subject, account) VALUES (@provider, @subject, @account)", ("provider", login.LoginProvider), ("subject", login.ProviderKey), ("account", user.Id))));

    /// <inheritdoc/>
    public Task RemoveLoginAsync(Account user, string loginProvider, string providerKey, CancellationToken cancellationToken) => Task.FromResult(rows.Write(s =>
        s.Run("DELETE FROM work_login WHERE provider = @provider AND subject = @subject AND account = @account", ("provider", loginProvider), ("subject", providerKey), ("account", user.Id))));

    /// <inheritdoc/>
    public Task<IList<UserLoginInfo>> GetLoginsAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<IList<UserLoginInfo>>(
        rows.Read(s => s.Rows("SELECT provider, subject FROM work_login WHERE account = @account", r => new UserLoginInfo(r.GetString(0), r.GetString(1), r.GetString(0)), ("account", user.Id))));

    /// <inheritdoc/>
    public async Task<Account?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        rows.Read(s => s.Rows("SELECT account FROM work_login WHERE provider = @provider AND subject = @subject", r => r.GetString(0), ("provider", loginProvider), ("subject", providerKey))) is [var id] ? await FindByIdAsync(id, cancellationToken) : null;

    private List<OwnedPasskey> Passkeys(string where, string value) => rows.Read(s => s.Rows($"SELECT credential, account, name, made, counter, body FROM work_passkey WHERE {where} ORDER BY made", r =>
    {
        var kept = JsonSerializer.Deserialize<Kept>(r.GetString(5))!;
        return new OwnedPasskey(r.GetString(1), new UserPasskeyInfo(Base64Url.DecodeFromChars(r.GetString(0)), kept.PublicKey, AccountRows.Time(r, 3)!.Value, (uint)r.GetInt64(4), kept.Transports, kept.Verified, kept.MayBackUp, kept.BackedUp, kept.Attestation, kept.Client) { Name = r.GetString(2) });
    }, ("value", value)));

    private sealed record Kept(byte[] PublicKey, string[]? Transports, bool Verified, bool MayBackUp, bool BackedUp, byte[] Attestation, byte[] Client);

    private sealed record OwnedPasskey(string Account, UserPasskeyInfo Passkey);
}
