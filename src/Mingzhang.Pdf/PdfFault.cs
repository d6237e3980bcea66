namespace Mingzhang.Pdf;

/// <summary>缺陷的种类：what was wrong in a file that could be read all the same.</summary>
public enum PdfFaultKind
{
    /// <summary>文件头之前有杂物。</summary>
    JunkBeforeHeader,

    /// <summary>交叉引用表已重建。</summary>
    RepairedXref,

    /// <summary>文件尾部缺失。</summary>
    Truncated,

    /// <summary>对象损坏。</summary>
    DamagedObject,

    /// <summary>数据流损坏：what could be decoded was used.</summary>
    DamagedStream,

    /// <summary>未知的过滤器。</summary>
    UnknownFilter,

    /// <summary>页树有误：a cycle, a missing or a nameless node.</summary>
    DamagedPageTree,

    /// <summary>字体缺失：text is shown in a font that the page does not have.</summary>
    MissingFont,

    /// <summary>字体没有文字对照：characters are drawn whose text is not known; they are given as U+FFFD.</summary>
    MissingFontMap,

    /// <summary>内容有误：operators of a page that could not be followed.</summary>
    DamagedContent,
}

/// <summary>缺陷：something that was wrong and may have cost content, so that a reader can say what it is not sure of.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Page">Page from 1, or 0 for the whole file.</param>
/// <param name="Detail">Which object, filter or font.</param>
public sealed record PdfFault(PdfFaultKind Kind, int Page, string Detail);
