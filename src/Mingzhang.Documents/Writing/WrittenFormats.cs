using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Formats.Text;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Excel;
using Mingzhang.Documents.Writing.Html;
using Mingzhang.Documents.Writing.Markdown;
using Mingzhang.Documents.Writing.OpenData;
using Mingzhang.Documents.Writing.Pdf;
using Mingzhang.Documents.Writing.Word;
using Mingzhang.Forms;
using Mingzhang.Pdf.Writing;

namespace Mingzhang.Documents.Writing;

/// <summary>所写的东西：the composed document, and its figures as they are read.</summary>
/// <param name="Library">Codes, forms and words.</param>
/// <param name="Composed">What is printed.</param>
/// <param name="Disclosure">What a reader understands of it.</param>
public sealed record Written(Library Library, Composed Composed, Lazy<Disclosure> Disclosure)
{
    /// <summary>由成稿：its figures are those that its text is read to hold.</summary>
    public static Written Of(Library library, Composed composed)
    {
        ArgumentNullException.ThrowIfNull(composed);
        return new Written(library, composed, new Lazy<Disclosure>(() =>
        {
            // Known to be text: nothing in it may pass for another format.
            var text = ComposedText.Write(composed);
            return Reader.Read(TextFormat.Read(composed.Title + ".txt", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))), "UTF-8", text), library);
        }));
    }
}

/// <summary>可写的格式。</summary>
/// <param name="Extension">Of the file, with its dot.</param>
/// <param name="Publication">Whether people read it: such a file is a draft while words are missing.</param>
/// <param name="Write">Makes the bytes.</param>
public sealed record WrittenFormat(string Extension, bool Publication, Func<Written, WrittenFile> Write);

/// <summary>写出的结果：the bytes, or why there are none and what to do.</summary>
public sealed record WrittenFile(byte[]? Bytes, Reason? Problem = null)
{
    /// <summary>写成的字节。</summary>
    public static implicit operator WrittenFile(byte[] bytes) => new(bytes);

    /// <summary>书写或批注 PDF 的结果。</summary>
    internal static WrittenFile Of(PdfWritten written) => written switch
    {
        PdfMade made => new WrittenFile(made.Bytes.ToArray()),
        PdfNotWritten not => new WrittenFile(null, new Reason(not.Chinese.TrimEnd('。'), not.English)),
        _ => throw new InvalidOperationException("a PDF is made or not"),
    };

    /// <summary>写成的字节。</summary>
    public static WrittenFile FromBytes(byte[] bytes) => new(bytes);
}

/// <summary>可写的各种格式：one line each; what an Office file needs is only loaded when one is written.</summary>
public static class WrittenFormats
{
    /// <summary>全部格式的后缀，用于说明: known without making the list, which no other command needs.</summary>
    public const string Endings = ".txt .md .html .docx .xlsx .pdf .csv .json .sqlite .zip";

    /// <summary>全部格式。</summary>
    public static IReadOnlyList<WrittenFormat> All { get; } =
    [
        new(".txt", true, w => Encoding.UTF8.GetBytes(ComposedText.Write(w.Composed))),
        new(".md", true, w => Encoding.UTF8.GetBytes(ComposedMarkdown.Write(w.Composed))),
        new(".html", true, w => Encoding.UTF8.GetBytes(ComposedHtml.Write(w.Composed))),
        new(".docx", true, Word),
        new(".xlsx", true, Excel),
        new(".pdf", true, Pdf),
        new(".csv", false, w => OpenFigures.CsvBytes(w.Library, w.Disclosure.Value)),
        new(".json", false, w => OpenFigures.Json(w.Library, w.Disclosure.Value)),
        new(".sqlite", false, Database),
        new(".zip", false, w => DataPackage.Write(w.Library, w.Composed, w.Disclosure.Value)),
    ];

    /// <summary>按文件名取格式; null where the name's ending is none of them.</summary>
    public static WrittenFormat? Of(string path) => All.FirstOrDefault(f => string.Equals(f.Extension, Path.GetExtension(path), StringComparison.OrdinalIgnoreCase));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WrittenFile Pdf(Written written) => ComposedPdf.Write(written);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WrittenFile Word(Written written) => ComposedWord.Write(written.Composed);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WrittenFile Database(Written written) => OpenDatabase.Write(written.Library, written.Composed, written.Disclosure.Value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WrittenFile Excel(Written written) => ComposedExcel.Write(written.Composed);
}
