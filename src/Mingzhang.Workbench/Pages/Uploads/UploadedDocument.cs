namespace Mingzhang.Workbench.Pages.Uploads;

/// <summary>上传的文件：a disclosure made elsewhere, with what our checks found when it came and whether its review is finished.</summary>
internal sealed record UploadedDocument
{
    public required string Id { get; init; }

    /// <summary>所属部门的编码; empty where it is the bureau's alone.</summary>
    public required string Scope { get; init; }

    public required string Name { get; init; }

    public required string Hash { get; init; }

    public required long Size { get; init; }

    public required string Who { get; init; }

    public required string At { get; init; }

    /// <summary>读出的单位和年度; empty and 0 where the text does not say.</summary>
    public required string Entity { get; init; }

    public required long Year { get; init; }

    public required long Errors { get; init; }

    public required long Warnings { get; init; }

    public required long Notes { get; init; }

    /// <summary>审核完成的时间; empty while it is open.</summary>
    public required string Finished { get; init; }

    public required string FinishedBy { get; init; }

    public bool Open => Finished.Length == 0;
}

/// <summary>对一条问题的处理：accepted as a fault, or dismissed, with who, when and why.</summary>
internal sealed record Decision(string Finding, string Verdict, string Reason, string Who, string At)
{
    /// <summary>认定是问题。</summary>
    public const string Accepted = "accepted";

    /// <summary>认定不是问题。</summary>
    public const string Dismissed = "dismissed";

    /// <summary>撤回处理。</summary>
    public const string Withdrawn = "withdrawn";
}
