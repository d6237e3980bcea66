namespace Mingzhang.Ledger.Archive.Questions;

/// <summary>提问：asked at a figure, bound to the department and to what the figure measures, so that it stands at the same figure of later years.</summary>
internal sealed record Question
{
    /// <summary>最多的字数。</summary>
    public const int Longest = 300, LongestAnswer = 2000;

    /// <summary>编号。</summary>
    public required string Id { get; init; }

    /// <summary>部门的地址码。</summary>
    public required string Body { get; init; }

    /// <summary>所指的点，不含年度和阶段。</summary>
    public required string Point { get; init; }

    /// <summary>提问时的年度。</summary>
    public required int Year { get; init; }

    /// <summary>提问时的格。</summary>
    public required string Cell { get; init; }

    /// <summary>问的话; empty once it was refused.</summary>
    public required string Said { get; init; }

    /// <summary>状态：<see cref="QuestionState"/> as a word.</summary>
    public required QuestionState State { get; init; }

    /// <summary>提问时间。</summary>
    public required string Asked { get; init; }

    /// <summary>答复。</summary>
    public string? Answer { get; init; }

    /// <summary>答复时间。</summary>
    public string? Answered { get; init; }

    /// <summary>答复的单位。</summary>
    public string? Answerer { get; init; }
}

/// <summary>提问的状态。</summary>
internal enum QuestionState
{
    /// <summary>待审核。</summary>
    Waiting,

    /// <summary>已公开，待答复。</summary>
    Published,

    /// <summary>已答复。</summary>
    Answered,

    /// <summary>不予公开。</summary>
    Rejected,
}
