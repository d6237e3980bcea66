using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>查阅档案中的数：by what they measure and how large they are, for those who come with a figure instead of an address.</summary>
internal partial interface IArchive
{
    /// <summary>一点的陈述（年度和阶段以点为准），现行版本; of one body, or of all where none is given.</summary>
    IReadOnlyList<ArchivedStatement> At(Point point, Body? body, int most);

    /// <summary>一个部门印出的金额，在两数之间（以分计）; of one year where it is given, tables before sentences.</summary>
    IReadOnlyList<ArchivedStatement> Between(Body body, int? year, long low, long high, int most);
}
