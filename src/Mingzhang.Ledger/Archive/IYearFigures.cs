namespace Mingzhang.Ledger.Archive;

/// <summary>按年度取数：the questions whose cost grows with the archive, answered with keys alone, so that a column store need hold no text; what is shown is read from the archive by them.</summary>
internal interface IYearFigures
{
    /// <summary>各年度各种文件的数量，新年度在前。</summary>
    IReadOnlyList<YearCount> Years();

    /// <summary>印出一个要目的文件，从多到少。</summary>
    IReadOnlyList<long> Ranked(string item, YearDocuments of, int skip, int most);

    /// <summary>印出一个要目的有多少份。</summary>
    int Ranked(string item, YearDocuments of);

    /// <summary>没有一个要目而有其他要目之一的文件，按名称。</summary>
    IReadOnlyList<long> Without(string item, IReadOnlyList<string> others, YearDocuments of, int skip, int most);

    /// <summary>比上年同一种文件增加最多的，从多到少。</summary>
    IReadOnlyList<Rise> Risen(string item, YearDocuments of, int skip, int most);

    /// <summary>公布的项目，按金额从多到少; those of no amount last.</summary>
    IReadOnlyList<RowKey> Projects(YearDocuments of, int skip, int most);

    /// <summary>印出一个科目的文件，从多到少。</summary>
    IReadOnlyList<long> Code(string dimension, string code, int year, int skip, int most);

    /// <summary>一点的陈述，各种写法合在一起，新归档的文件在前; the point is given by the number of its completed form.</summary>
    IReadOnlyList<RowKey> At(long completed, int year, string phase, int most);
}

/// <summary>增加：this year's document and last year's of the same body, kind and scope, and how many there are in all.</summary>
internal sealed record Rise(long Now, long Before, int Both);

/// <summary>文件中的一行。</summary>
internal sealed record RowKey(long Document, long Number);
