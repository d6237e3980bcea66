namespace Mingzhang.Workbench.Accounts;

/// <summary>账号：who signs in; his name is that of a person of the ledger, which alone says what he may do.</summary>
internal sealed class Account
{
    /// <summary>编号。</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>姓名，as the ledger knows it.</summary>
    public required string Name { get; set; }

    /// <summary>规范化的姓名：by which it is found.</summary>
    public string Folded { get; set; } = "";

    /// <summary>口令的散列; null where one signs in by passkey or provider only.</summary>
    public string? Password { get; set; }

    /// <summary>安全印记：changes with every credential, and ends all sessions.</summary>
    public string Stamp { get; set; } = Guid.NewGuid().ToString("N");

    /// <summary>版本：of the row, for two who change it at once.</summary>
    public string Version { get; set; } = "";

    /// <summary>是否两步验证。</summary>
    public bool TwoFactor { get; set; }

    /// <summary>验证器的密钥，已加密。</summary>
    public string? Authenticator { get; set; }

    /// <summary>连续失败的次数。</summary>
    public int Failures { get; set; }

    /// <summary>锁定到何时; null where it is not locked.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>建立的时间。</summary>
    public DateTimeOffset Made { get; init; }
}
