using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>查阅一个年度的排列：a page of the largest at a time, so that what a page takes does not grow with the archive. Versions in force, with a known body.</summary>
internal partial interface IArchive
{
    /// <summary>一个要目从多到少; quotients too, by <see cref="Quotient.Key"/>.</summary>
    IReadOnlyList<RankedHeadline> Ranked(string item, YearDocuments of, int skip, int most);

    /// <summary>一个要目有多少份。</summary>
    int Ranked(string item, YearDocuments of);

    /// <summary>没有一个要目而有其他要目之一的文件，按名称。</summary>
    IReadOnlyList<ArchivedDocument> Without(string item, IReadOnlyList<string> others, YearDocuments of, int skip, int most);

    /// <summary>比上年同一种文件增加最多的，从多到少; each says how many have both years.</summary>
    IReadOnlyList<RisenHeadline> Risen(string item, YearDocuments of, int skip, int most);

    /// <summary>公布的项目，按金额从多到少; those of no amount last.</summary>
    IReadOnlyList<RankedProject> Projects(YearDocuments of, int skip, int most);

    /// <summary>一个年度的文件，按部门名称; only those that count something where asked for.</summary>
    IReadOnlyList<ArchivedDocument> Documents(YearDocuments of, int skip = 0, int most = int.MaxValue, bool counting = false);

    /// <summary>这些文件的部门在某一年度的文件，按部门，新归档的在前。</summary>
    ILookup<long, ArchivedDocument> OfBodies(IEnumerable<ArchivedDocument> documents, int year);
}

/// <summary>一个年度的哪些文件：of one kind, or of all where it is empty; units' own only where <paramref name="Units"/> says so, since a unit's money is in its department's.</summary>
internal sealed record YearDocuments(int Year, string Kind, bool Units);

/// <summary>增加的要目：with last year's of the same body, kind and scope, and how many there are in all.</summary>
internal sealed record RisenHeadline(RankedHeadline Now, RankedHeadline Before, int Both)
{
    public long By => Now.Headline.Fen - Before.Headline.Fen;
}

/// <summary>项目与它的文件、金额; its amount stands in the statement named, both null where none is stated.</summary>
internal sealed record RankedProject(ArchivedDocument Document, PerformanceObject Project, long? Fen, string? Statement);
