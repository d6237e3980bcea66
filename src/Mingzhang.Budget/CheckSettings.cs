namespace Mingzhang.Budget;

/// <summary>设置：what the user decided for the documents of a folder: severities, waivers, dates, data of their own. Made from mingzhang.json.</summary>
public sealed record CheckSettings
{
    /// <summary>没有设置。</summary>
    public static CheckSettings None { get; } = new();

    /// <summary>设置文件; null where there is none.</summary>
    public string? File { get; init; }

    /// <summary>改定的程度，按规则编号; null switches the rule off.</summary>
    public IReadOnlyDictionary<string, Severity?> Severities { get; init; } = new Dictionary<string, Severity?>(StringComparer.Ordinal);

    /// <summary>说明，按次序。</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>批复日期：when the finance department approved the budget; null where not given.</summary>
    public DateOnly? ApprovedOn { get; init; }

    /// <summary>公开日期; null where not given.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>公开期限：within which time after the approval it is published.</summary>
    public PublicationTerm Term { get; init; } = PublicationTerm.Standard;

    /// <summary>检查之日, by which waivers expire; null: none does.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>表册文件夹; null where there is none of the user's own.</summary>
    public string? Books { get; init; }

    /// <summary>词汇补充文件; null where there is none.</summary>
    public string? Lexicon { get; init; }

    /// <summary>退出码为 1 的最低程度; null: that of the command.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>报告语言，zh 或 en; null: that of the command.</summary>
    public string? Language { get; init; }

    /// <summary>规则是否停用。</summary>
    public bool IsOff(string rule) => Severities.TryGetValue(rule, out var severity) && severity is null;

    /// <summary>说明是否已过期; on its last day it still holds.</summary>
    public bool Expired(Waiver waiver)
    {
        ArgumentNullException.ThrowIfNull(waiver);
        return waiver.Expires < Today;
    }
}
