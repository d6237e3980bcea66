using System.Data.Common;
using Microsoft.AspNetCore.Identity;
using Mingzhang.Ledger.Storage;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.Workbench.Accounts;

/// <summary>账号的存取：what ASP.NET Core Identity asks of a store, on the database of the ledger.</summary>
internal sealed partial class AccountStore(AccountRows rows, Secrets secrets) : IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserLockoutStore<Account>, IUserTwoFactorStore<Account>
{
    private const string Columns = "SELECT id, name, folded, password, stamp, version, two_factor, authenticator, failures, locked_until, made FROM work_account";

    /// <inheritdoc/>
    public Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(rows.Write(s =>
    {
        if (s.Rows("SELECT id FROM work_account WHERE folded = @folded", r => r.GetString(0), ("folded", user.Folded)).Count > 0)
        {
            return IdentityResult.Failed(new IdentityErrorDescriber().DuplicateUserName(user.Name));
        }

        user.Version = Guid.NewGuid().ToString("N");
        s.Run("INSERT INTO work_account (id, name, folded, password, stamp, version, two_factor, authenticator, failures, locked_until, made) VALUES (@id, @name, @folded, @password, @stamp, @version, @two, @authenticator, @failures, @locked, @made)",
            [.. Values(user), ("made", AccountRows.Text(user.Made))]);
        rows.Log(s, user.Name, "account", user.Name);
        return IdentityResult.Success;
    }));

    /// <inheritdoc/>
    public Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(rows.Write(s =>
    {
        var seen = user.Version;
        user.Version = Guid.NewGuid().ToString("N");
        return s.Run("UPDATE work_account SET name = @name, folded = @folded, password = @password, stamp = @stamp, version = @version, two_factor = @two, authenticator = @authenticator, failures = @failures, locked_until = @locked WHERE id = @id AND version = @seen",
            [.. Values(user), ("seen", seen)]) == 1 ? IdentityResult.Success : IdentityResult.Failed(new IdentityErrorDescriber().ConcurrencyFailure());
    }));

    /// <inheritdoc/>
    public Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(rows.Write(s =>
    {
        Remove(s, user.Id);
        return IdentityResult.Success;
    }));

    /// <inheritdoc/>
    public Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(rows.Read(s => s.Rows(Columns + " WHERE id = @id", Row, ("id", userId)).FirstOrDefault()));

    /// <inheritdoc/>
    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        Task.FromResult(rows.Read(s => s.Rows(Columns + " WHERE folded = @folded", Row, ("folded", normalizedUserName)).FirstOrDefault()));

    /// <summary>全部账号，按姓名。</summary>
    public IReadOnlyList<Account> All() => rows.Read(s => s.Rows(Columns + " ORDER BY name", Row));

    /// <inheritdoc/>
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

    /// <inheritdoc/>
    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    /// <inheritdoc/>
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => Set(() => user.Name = userName ?? "");

    /// <inheritdoc/>
    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Folded);

    /// <inheritdoc/>
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Set(() => user.Folded = normalizedName ?? "");

    /// <inheritdoc/>
    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) => Set(() => user.Password = passwordHash);

    /// <inheritdoc/>
    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Password);

    /// <inheritdoc/>
    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Password is not null);

    /// <inheritdoc/>
    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => Set(() => user.Stamp = stamp);

    /// <inheritdoc/>
    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Stamp);

    /// <inheritdoc/>
    public Task<DateTimeOffset?> GetLockoutEndDateAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.LockedUntil is { } until && rows.Ahead(until.AddMinutes(-WorkHost.LockedMinutes)) ? null : user.LockedUntil);

    /// <inheritdoc/>
    public Task SetLockoutEndDateAsync(Account user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Set(() => user.LockedUntil = lockoutEnd);

    /// <inheritdoc/>
    public Task<int> IncrementAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(++user.Failures);

    /// <inheritdoc/>
    public Task ResetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Set(() => user.Failures = 0);

    /// <inheritdoc/>
    public Task<int> GetAccessFailedCountAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.Failures);

    /// <inheritdoc/>
    public Task<bool> GetLockoutEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <inheritdoc/>
    public Task SetLockoutEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Set(() => user.TwoFactor = enabled);

    /// <inheritdoc/>
    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactor);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    /// <summary>删去一个账号和它的一切。</summary>
    internal static void Remove(Statements s, string id)
    {
        foreach (var table in new[] { "work_recovery", "work_passkey", "work_login", "work_session", "work_reset", "work_told" })
        {
            s.Run($"DELETE FROM {table} WHERE account = @id", ("id", id));
        }

        s.Run("DELETE FROM work_account WHERE id = @id", ("id", id));
    }

    private static Task Set(Action change)
    {
        change();
        return Task.CompletedTask;
    }

    private static (string, object?)[] Values(Account a) =>
    [
        ("id", a.Id), ("name", a.Name), ("folded", a.Folded), ("password", a.Password), ("stamp", a.Stamp), ("version", a.Version), ("two", a.TwoFactor ? 1L : 0L), ("authenticator", a.Authenticator), ("failures", (long)a.Failures),
        ("locked", a.LockedUntil is { } until ? AccountRows.Text(until) : null),
    ];

    private static Account Row(DbDataReader r) => new()
    {
        Id = r.GetString(0),
        Name = r.GetString(1),
        Folded = r.GetString(2),
        Password = r.IsDBNull(3) ? null : r.GetString(3),
        Stamp = r.GetString(4),
        Version = r.GetString(5),
        TwoFactor = r.GetInt64(6) != 0,
        Authenticator = r.IsDBNull(7) ? null : r.GetString(7),
        Failures = (int)r.GetInt64(8),
        LockedUntil = AccountRows.Time(r, 9),
        Made = AccountRows.Time(r, 10)!.Value,
    };
}
