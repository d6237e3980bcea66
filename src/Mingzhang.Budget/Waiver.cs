namespace Mingzhang.Budget;

/// <summary>说明：why findings stand that are known and explained; they are still shown, and do not count.</summary>
public sealed record Waiver
{
    /// <summary>规则编号。</summary>
    public required string Rule { get; init; }

    /// <summary>只对某一问题，按其编号 (the same from run to run).</summary>
    public string? Finding { get; init; }

    /// <summary>只对某文件: its name without folder; * stands for anything.</summary>
    public string? Document { get; init; }

    /// <summary>只对某主体。</summary>
    public string? Entity { get; init; }

    /// <summary>只对某数字: as printed, or by its id in the report.</summary>
    public string? Figure { get; init; }

    /// <summary>只对某点以内的数字: coordinates as `mingzhang read` shows them.</summary>
    public string? Point { get; init; }

    /// <summary>只对含某文字的: in the message, the place or the words quoted.</summary>
    public string? Text { get; init; }

    /// <summary>理由。</summary>
    public required string Reason { get; init; }

    /// <summary>作出说明的日期。</summary>
    public required DateOnly Date { get; init; }

    /// <summary>说明人; null where not given.</summary>
    public string? By { get; init; }

    /// <summary>有效至，含该日; null: until it is taken out.</summary>
    public DateOnly? Expires { get; init; }

    /// <summary>在设置文件中的行号。</summary>
    public int Line { get; init; }

    /// <summary>是否限于某文件或某主体。</summary>
    public bool IsLimited => Document is not null || Entity is not null;
}

/// <summary>已说明的问题：a finding with the waiver that explains it.</summary>
public sealed record WaivedFinding(Finding Finding, Waiver Waiver);
