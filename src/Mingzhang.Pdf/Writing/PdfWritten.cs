namespace Mingzhang.Pdf.Writing;

/// <summary>写出的结果：a file, or why there is none.</summary>
public abstract record PdfWritten;

/// <summary>写成。</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Pages">Number of pages.</param>
/// <param name="Missing">Characters that no font here can draw; they are there as text, and are seen as an empty box.</param>
public sealed record PdfMade(ReadOnlyMemory<byte> Bytes, int Pages, IReadOnlyList<string> Missing) : PdfWritten;

/// <summary>未写成。</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Chinese">What is wrong and what to do, in Chinese.</param>
/// <param name="English">The same in English.</param>
public sealed record PdfNotWritten(PdfRefusal Kind, string Chinese, string English) : PdfWritten;

/// <summary>不写的原因。</summary>
public enum PdfRefusal
{
    /// <summary>没有可用的中文字体。</summary>
    NoFont,

    /// <summary>原文件已加密。</summary>
    Encrypted,

    /// <summary>原文件损坏。</summary>
    Damaged,

    /// <summary>原文件没有所说的页。</summary>
    NoSuchPage,

    /// <summary>表格没有列，或单元格越出表格。</summary>
    BadTable,
}
