using Mingzhang.Budget;

namespace Mingzhang.Publishing.Archiving;

/// <summary>归档的结局。</summary>
internal enum IntakeOutcome
{
    /// <summary>已归入。</summary>
    Filed,

    /// <summary>此前已有。</summary>
    Known,

    /// <summary>与说明合为一份：tables that go with a narrative of the same submission.</summary>
    Joined,

    /// <summary>未能归入。</summary>
    Refused,
}

/// <summary>一份文件的归档结果。</summary>
/// <param name="Name">Name of the file, with its archive's before it.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Hash">Hash of its bytes; empty where they could not be unpacked.</param>
internal sealed record IntakeResult(string Name, IntakeOutcome Outcome, string Hash)
{
    /// <summary>未能归入的原因; null where it was filed.</summary>
    public Reason? Why { get; init; }

    /// <summary>怎么办; null where nothing need be done.</summary>
    public Reason? Remedy { get; init; }

    /// <summary>读出的事实; null where it was not understood.</summary>
    public DocumentFacts? Facts { get; init; }

    /// <summary>未写明主体：filed, but it stands under no department.</summary>
    public bool Unnamed { get; init; }

    /// <summary>错误、疑点各几处。</summary>
    public int Errors { get; init; }

    /// <summary>疑点。</summary>
    public int Warnings { get; init; }
}

/// <summary>进度：how many of how many are done, and the file at work.</summary>
internal sealed record IntakeProgress(int Done, int All, string Name);
