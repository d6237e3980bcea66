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

    /// <summary>泄露过的口令; null where the operator keeps no list.</summary>
    public BreachedPasswords? Breached { get; init; }
}
