namespace Mingzhang.Workbench.Accounts.Provider;

/// <summary>统一身份认证没有成功：with the word that says it to a person; the rest is for the log.</summary>
internal sealed class ProviderFailure : Exception
{
    /// <summary>没有回应，或回应不成样子。</summary>
    public const string Down = "down";

    /// <summary>回应没有通过核对。</summary>
    public const string Invalid = "invalid";

    /// <summary>被拒绝或取消。</summary>
    public const string Refused = "refused";

    /// <summary>过时。</summary>
    public const string Late = "late";

    /// <summary>没有说明的。</summary>
    public ProviderFailure()
        : this(Invalid, "")
    {
    }

    /// <summary>只有日志的。</summary>
    public ProviderFailure(string message)
        : this(Invalid, message)
    {
    }

    /// <summary>由另一个引起的。</summary>
    public ProviderFailure(string message, Exception innerException)
        : base(message, innerException) => Word = Down;

    /// <summary>一种失败。</summary>
    public ProviderFailure(string word, string message)
        : base(message) => Word = word;

    /// <summary>哪一种。</summary>
    public string Word { get; } = Invalid;

    /// <summary>任何失败属于哪一种。</summary>
    public static string Of(Exception? failure) => failure switch
    {
        ProviderFailure known => known.Word,
        HttpRequestException or TaskCanceledException or IOException => Down,
        { InnerException: { } inner } => Of(inner),
        _ => Late,
    };
}
