using Mingzhang.Workbench.Hosting.Uploads;

namespace Mingzhang.Workbench.Accounts;

/// <summary>要求谁两步验证。</summary>
internal enum SecondStep
{
    /// <summary>管理人员：who gives roles, or keeps the rules.</summary>
    Administrators,

    /// <summary>所有人。</summary>
    Everybody,

    /// <summary>不要求。</summary>
    Nobody,
}

/// <summary>账号的设定：what the operator says about signing in; what stands here holds where he says nothing.</summary>
internal sealed record AccountSettings
{
    /// <summary>要求谁两步验证。</summary>
    public SecondStep SecondStep { get; init; } = SecondStep.Administrators;

    /// <summary>一次登录至多多久, however much it is used.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(12);

    /// <summary>不用多久即结束。</summary>
    public TimeSpan Rest { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>一人一天至多上传多少字节。</summary>
    public long UploadsADay { get; init; } = 2L << 30;

    /// <summary>病毒扫描; null where the operator names none.</summary>
    public Scanner? Scanner { get; init; }

    /// <summary>账号日志保留多久。</summary>
    public TimeSpan KeepLog { get; init; } = TimeSpan.FromDays(1095);

    /// <summary>不再有角色、也不再使用的账号保留多久。</summary>
    public TimeSpan KeepAccounts { get; init; } = TimeSpan.FromDays(365);

    /// <summary>泄露过的口令; null where the operator keeps no list.</summary>
    public BreachedPasswords? Breached { get; init; }
}
