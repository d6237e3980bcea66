using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>交付归档的文件：what was read and found, its bytes, and what was published beside it.</summary>
internal sealed record Submission(Report Report, string Path, byte[] Bytes, IReadOnlyList<Attached> Attachments);

/// <summary>附带的文件：tables of the same disclosure in a file of their own.</summary>
internal sealed record Attached(string Hash, string Name, byte[] Bytes);

/// <summary>部门：a body that publishes, by its name as printed; its code is made of the name and stays.</summary>
internal sealed record Body(long Id, string Code, string Name);

/// <summary>归档的文件。</summary>
internal sealed record ArchivedDocument
{
    /// <summary>编号，只在本库内。</summary>
    public required long Id { get; init; }

    /// <summary>内容哈希。</summary>
    public required string Hash { get; init; }

    /// <summary>文件名。</summary>
    public required string Name { get; init; }

    /// <summary>部门; null where the document does not say whose it is.</summary>
    public required Body? Body { get; init; }

    /// <summary>所在区域; empty where the name of its body begins with none.</summary>
    public string Region { get; init; } = "";

    /// <summary>年度。</summary>
    public required int? Year { get; init; }

    /// <summary>预算或决算的键。</summary>
    public required string Kind { get; init; }

    /// <summary>部门或单位的键。</summary>
    public required string Scope { get; init; }

    /// <summary>标题，按原文。</summary>
    public required string Title { get; init; }

    /// <summary>表册。</summary>
    public required string? Book { get; init; }

    /// <summary>金额单位，按原文。</summary>
    public required string? MoneyUnit { get; init; }

    /// <summary>文字编码。</summary>
    public required string Encoding { get; init; }

    /// <summary>格式。</summary>
    public required string Format { get; init; }

    /// <summary>页数。</summary>
    public required int? Pages { get; init; }

    /// <summary>归档时间。</summary>
    public required string ReadAt { get; init; }

    /// <summary>批复日期。</summary>
    public required string? Approved { get; init; }

    /// <summary>公开日期。</summary>
    public required string? Published { get; init; }

    /// <summary>公开的最后一日; null where it was filed before that was kept, or the approval is not known.</summary>
    public string? Due { get; init; }

    /// <summary>公开期限，如 20w 为二十个工作日; null for twenty calendar days.</summary>
    public string? Term { get; init; }

    /// <summary>所更正的版本。</summary>
    public required long? Replaces { get; init; }

    /// <summary>更正它的版本; null for the one in force.</summary>
    public required long? Replaced { get; init; }

    /// <summary>陈述数。</summary>
    public required int Statements { get; init; }

    /// <summary>未读懂的数字。</summary>
    public required int Unbound { get; init; }

    /// <summary>错误。</summary>
    public required int Errors { get; init; }

    /// <summary>疑点。</summary>
    public required int Warnings { get; init; }

    /// <summary>提示。</summary>
    public required int Notes { get; init; }

    /// <summary>各种结果的核对数，按 <see cref="Outcome"/> 的次序。</summary>
    public required IReadOnlyList<int> Coverage { get; init; }

    /// <summary>地址中的键：the beginning of the hash.</summary>
    public string Key => Hash[..KeyLength];

    /// <summary>键的长度。</summary>
    public const int KeyLength = 16;
}

/// <summary>归档的陈述：with the document it stands in.</summary>
internal sealed record ArchivedStatement(ArchivedDocument Document, Statement Statement, long? Fen);

/// <summary>归档的问题。</summary>
internal sealed record ArchivedFinding(ArchivedDocument Document, Finding Finding);

/// <summary>归档的文字：a heading, a paragraph, or the name of a project.</summary>
internal sealed record ArchivedText(long Document, string Kind, int Level, string Said, Place Place);

/// <summary>归档的核对。</summary>
internal sealed record ArchivedCheck(string Rule, Outcome Outcome, IReadOnlyList<string> Figures, Comparison? Compared, Reason? Why);

/// <summary>要目：one of the figures by which departments are listed and compared; counts are kept in hundredths.</summary>
internal sealed record Headline(long Document, string Item, long Fen, string Statement);

/// <summary>未能归档的文件。</summary>
internal sealed record Refusal(string Path, string Hash, string At, Reason Why);

/// <summary>系列的一点：the same point in one year and phase, with the name that its code had.</summary>
internal sealed record SeriesPoint(int Year, string Phase, ArchivedStatement Statement, string? Bridge);
