using Mingzhang.Budget;

namespace Mingzhang.Documents.Writing;

/// <summary>底稿：everything that a written disclosure is made of: facts, numbers, the officer's own words, objectives.</summary>
public sealed record Draft
{
    /// <summary>公开主体。</summary>
    public required string Entity { get; init; }

    /// <summary>年度。</summary>
    public required int Year { get; init; }

    /// <summary>预算或决算。</summary>
    public DocumentKind Kind { get; init; } = DocumentKind.Budget;

    /// <summary>部门或单位。</summary>
    public DocumentScope Scope { get; init; } = DocumentScope.Department;

    /// <summary>数据，含上年和各阶段。</summary>
    public required Cube Cube { get; init; }

    /// <summary>填报人的文字，按键; reasons of changes under "why " and the purpose.</summary>
    public required IReadOnlyDictionary<string, string> Words { get; init; }

    /// <summary>数量，按键。</summary>
    public required IReadOnlyDictionary<string, string> Counts { get; init; }

    /// <summary>绩效目标，部门整体在前。</summary>
    public required IReadOnlyList<PerformanceObject> Performance { get; init; }

    /// <summary>部门或单位，按印出。</summary>
    public string ScopeName => Scope == DocumentScope.Unit ? "单位" : "部门";

    /// <summary>一切数字的起点。</summary>
    internal Point Start(Space space) => space.Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"year={Year} phase={(Kind == DocumentKind.Final ? "final" : "budget")} entity={(Scope == DocumentScope.Unit ? "unit" : "department")}"), out _)!;
}
