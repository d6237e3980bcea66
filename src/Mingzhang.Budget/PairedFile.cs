namespace Mingzhang.Budget;

/// <summary>配对的文件：a file that was checked together with a document, or could not be, and why.</summary>
/// <param name="Role">What it is to the document.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Facts">What was recognised of it; null where it could not be read.</param>
/// <param name="Evidence">Why it was paired, or why not.</param>
/// <param name="Key">What stands before the ids of its figures; null where none of them is compared.</param>
public sealed record PairedFile(PairRole Role, string File, DocumentFacts? Facts, Reason Evidence, string? Key = null);

/// <summary>配对的身份：what a file is to the document that is checked.</summary>
public enum PairRole
{
    /// <summary>未配对。</summary>
    None,

    /// <summary>同一文本另行公布的表格, read as part of the document.</summary>
    Tables,

    /// <summary>上年文件。</summary>
    Previous,

    /// <summary>所属单位的文件。</summary>
    Unit,

    /// <summary>同年决算。</summary>
    Final,

    /// <summary>同年预算，对决算而言。</summary>
    Budget,

    /// <summary>下年文件, whose report tells what was found.</summary>
    Next,

    /// <summary>主管部门的文件, whose report tells what was found.</summary>
    Department,
}
