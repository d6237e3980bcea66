using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Citing;

/// <summary>引用的核对：what a sentence says, and what the archive prints of it.</summary>
/// <param name="Sentence">The words.</param>
/// <param name="Bodies">Departments that it may mean.</param>
/// <param name="Year">Year that it says.</param>
/// <param name="Figures">Its figures, each with what was found.</param>
internal sealed record Citation(string Sentence, IReadOnlyList<Body> Bodies, int? Year, IReadOnlyList<CitedFigure> Figures)
{
    /// <summary>总的结论：the worst of its figures.</summary>
    public CitedVerdict Verdict => Figures.Count == 0 ? CitedVerdict.Unread : Figures.Max(f => f.Verdict);
}

/// <summary>引用的一个数。</summary>
/// <param name="Raw">As it stands in the sentence.</param>
/// <param name="Said">What was understood of it; null where its words were not.</param>
/// <param name="Verdict">What became of it.</param>
/// <param name="Found">Where the same is printed.</param>
/// <param name="Nearest">What is printed instead: of the same point first, then the same amount elsewhere.</param>
internal sealed record CitedFigure(string Raw, Statement? Said, CitedVerdict Verdict, IReadOnlyList<ArchivedStatement> Found, IReadOnlyList<ArchivedStatement> Nearest);

/// <summary>结论，好的在前。</summary>
internal enum CitedVerdict
{
    /// <summary>相符。</summary>
    Matches,

    /// <summary>该金额印在另一处，所指不同或未能读懂。</summary>
    Elsewhere,

    /// <summary>没有读懂是什么数。</summary>
    Unread,

    /// <summary>档案中没有这个部门或年度。</summary>
    NoDocument,

    /// <summary>没有这个数。</summary>
    NoSuchFigure,

    /// <summary>印出的是另一个数。</summary>
    Differs,
}
