using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>查阅档案：all that pages, files and interfaces ask of it.</summary>
internal partial interface IArchive
{
    /// <summary>档案的状态：changes with every document that is filed.</summary>
    string Stamp();

    /// <summary>全部部门，按名称。</summary>
    IReadOnlyList<BodyName> Bodies();

    /// <summary>按地址码取部门; null where there is none.</summary>
    Body? Body(string code);

    /// <summary>一个部门的文件，新年度在前; versions that were corrected only where asked for.</summary>
    IReadOnlyList<ArchivedDocument> Documents(Body body, bool replaced = false);

    /// <summary>一个年度的文件，现行版本，至多若干份; all years where none is given.</summary>
    IReadOnlyList<ArchivedDocument> Documents(int? year, int most = int.MaxValue, int skip = 0);

    /// <summary>各年度各种文件的数量，新年度在前。</summary>
    IReadOnlyList<YearCount> Years();

    /// <summary>最近归入的文件。</summary>
    IReadOnlyList<ArchivedDocument> Latest(int most);

    /// <summary>按哈希或其开头取文件; null where there is none or it is not unique.</summary>
    ArchivedDocument? Document(string key);

    /// <summary>同一文件的各版本，旧的在前。</summary>
    IReadOnlyList<ArchivedDocument> Versions(ArchivedDocument document);

    /// <summary>全部陈述，按次序。</summary>
    IReadOnlyList<ArchivedStatement> Statements(ArchivedDocument document);

    /// <summary>印出的陈述，空白格除外；only the amounts of its own year where no more is needed.</summary>
    IReadOnlyList<ArchivedStatement> Printed(ArchivedDocument document, bool amounts = false);

    /// <summary>按编号取陈述。</summary>
    ArchivedStatement? Statement(ArchivedDocument document, string id);

    /// <summary>若干份文件所数的事物。</summary>
    IReadOnlyList<ArchivedStatement> Counts(params IReadOnlyList<ArchivedDocument> documents);

    /// <summary>同一份文件中同一点的陈述（含自身）。</summary>
    IReadOnlyList<ArchivedStatement> Same(ArchivedDocument document, Point point);

    /// <summary>一个部门的同一点，各年各阶段; each with a note where its code had another name.</summary>
    IReadOnlyList<SeriesPoint> Series(Body body, Point point, Bridges bridges);

    /// <summary>某一科目各年度各种文件合计，新年度在前。</summary>
    IReadOnlyList<CodeYear> CodeYears(string dimension, string code);

    /// <summary>某一科目在各部门的支出，从多到少：whole bodies only, one figure of each document, all funds before one.</summary>
    IReadOnlyList<RankedHeadline> Code(string dimension, string code, int year, int skip, int most);

    /// <summary>一个文件的文字，按次序。</summary>
    IReadOnlyList<ArchivedText> Texts(ArchivedDocument document);

    /// <summary>一个文件的各表。</summary>
    IReadOnlyList<Table> Tables(ArchivedDocument document, Func<string, Statement?> statement);

    /// <summary>一个文件的项目和绩效目标。</summary>
    IReadOnlyList<PerformanceObject> Projects(ArchivedDocument document, Func<string, Statement?> statement);

    /// <summary>一个文件的问题。</summary>
    IReadOnlyList<ArchivedFinding> Findings(ArchivedDocument document);

    /// <summary>涉及某一陈述的核对。</summary>
    IReadOnlyList<ArchivedCheck> Checks(ArchivedDocument document, string statement);

    /// <summary>某些要目，一个年度的全部文件。</summary>
    IReadOnlyList<Headline> Headlines(int year, params string[] items);

    /// <summary>同类的文件：same year, kind and scope, the same largest function, and spending on it within a factor; the own one among them, those nearest to it where there are too many, smallest first.</summary>
    IReadOnlyList<RankedHeadline> Peers(ArchivedDocument document, decimal factor, int most);

    /// <summary>单位的文件，一个年度一种，其名称以某些字开头。</summary>
    IReadOnlyList<ArchivedDocument> Units(int year, string kind, string beginning);

    /// <summary>未识别主体的文件，新归档的在前。</summary>
    IReadOnlyList<ArchivedDocument> Unnamed(int most);

    /// <summary>若干份文件的某些要目。</summary>
    IReadOnlyList<Headline> Headlines(IReadOnlyList<ArchivedDocument> documents, params string[] items);

    /// <summary>一份文件的要目。</summary>
    IReadOnlyList<Headline> Headlines(ArchivedDocument document);

    /// <summary>按词查找文字，新的在前，至多若干条; of one year where it is given.</summary>
    IReadOnlyList<FoundText> Search(string query, int most, int? year = null);

    /// <summary>原始字节; null where there are none.</summary>
    byte[]? Bytes(string hash);

    /// <summary>附带的文件。</summary>
    IReadOnlyList<AttachedFile> Attachments(ArchivedDocument document);

    /// <summary>是否已有这些字节：as a document, or as the tables of one.</summary>
    bool Knows(string hash);

    /// <summary>未能归档的。</summary>
    IReadOnlyList<Refusal> Refusals();

    /// <summary>档案中的数量。</summary>
    ArchiveCounts Counts();
}

/// <summary>找到的文字：with its document.</summary>
internal sealed record FoundText(ArchivedDocument Document, ArchivedText Text);

/// <summary>一个年度一种文件的数量，其中没有错误的，其中不是单位自己的。</summary>
internal sealed record YearCount(int Year, string Kind, int Documents, int Clean, int Departments);

/// <summary>一个科目一个年度一种文件的合计：how many documents state it; the sum is of departments alone, since a unit's money is in its department's.</summary>
internal sealed record CodeYear(int Year, string Kind, int Documents, int Departments, long Fen);

/// <summary>要目与它的文件。</summary>
internal sealed record RankedHeadline(Headline Headline, ArchivedDocument Document);

/// <summary>附带的文件，不含字节。</summary>
internal sealed record AttachedFile(string Hash, string Name, string Role);

/// <summary>数量。</summary>
internal sealed record ArchiveCounts(int Documents, int Bodies, long Statements, int Refusals);
