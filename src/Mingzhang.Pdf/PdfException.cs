namespace Mingzhang.Pdf;

/// <summary>打不开的原因：why a file or a page cannot be read at all. What is only partly lost is a <see cref="PdfFault"/>.</summary>
public enum PdfProblem
{
    /// <summary>不是 PDF。</summary>
    NotPdf,

    /// <summary>损坏，无法修复。</summary>
    Damaged,

    /// <summary>需要口令。</summary>
    Encrypted,

    /// <summary>不支持的加密方式。</summary>
    UnsupportedEncryption,

    /// <summary>没有页面。</summary>
    NoPages,

    /// <summary>页数过多。</summary>
    TooManyPages,

    /// <summary>内容过大：decompressed data, objects or drawing beyond the limits.</summary>
    TooLarge,

    /// <summary>工作量超限：the file would take too long, as hostile files do.</summary>
    WorkLimit,
}

/// <summary>读取失败：the only exception that reading PDF throws for what a file contains.</summary>
public sealed class PdfException : Exception
{
    /// <summary>原因不明的损坏。</summary>
    public PdfException()
        : this(PdfProblem.Damaged, "The PDF is damaged.")
    {
    }

    /// <summary>损坏。</summary>
    public PdfException(string message)
        : this(PdfProblem.Damaged, message)
    {
    }

    /// <summary>损坏，附原因。</summary>
    public PdfException(string message, Exception innerException)
        : base(message, innerException) => Problem = PdfProblem.Damaged;

    /// <summary>某种原因。</summary>
    public PdfException(PdfProblem problem, string message)
        : base(message) => Problem = problem;

    /// <summary>原因。</summary>
    public PdfProblem Problem { get; }
}
