using System.Text.RegularExpressions;
using Mingzhang.Pdf.Objects;
using Mingzhang.Pdf.Writing.Annotating;

namespace Mingzhang.Pdf.Writing;

/// <summary>批注器：appends remarks to a PDF as an incremental update; the bytes that were there stay as they are, so that the original can be had back.</summary>
public static partial class PdfAnnotator
{
    /// <summary>加批注：a file that would have to be repaired or decrypted first is refused.</summary>
    public static PdfWritten Annotate(ReadOnlyMemory<byte> original, IReadOnlyList<PdfNote> notes, PdfLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(notes);
        try
        {
            return original.Span.StartsWith("%PDF-"u8) ? Open(original, notes, limits ?? PdfLimits.Standard) : Damaged("%PDF-");
        }
        catch (PdfException e) when (e.Problem is PdfProblem.Encrypted or PdfProblem.UnsupportedEncryption)
        {
            return Encrypted;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Damaged(e.Message);
        }
    }

    private static PdfNotWritten Encrypted { get; } = new(
        PdfRefusal.Encrypted,
        "原文件已加密，不能追加批注；请先在制作软件中取消加密再试。",
        "The file is encrypted, so remarks cannot be appended; remove the encryption where it was made and try again.");

    private static PdfNotWritten Damaged(string detail) => new(
        PdfRefusal.Damaged,
        $"原文件的结构有损坏，追加批注会使它无法打开；请重新导出 PDF 再试（{detail}）。",
        $"The file's structure is damaged, and appended remarks would make it unreadable; export the PDF anew and try again ({detail}).");

    private static PdfWritten Open(ReadOnlyMemory<byte> original, IReadOnlyList<PdfNote> notes, PdfLimits limits)
    {
        var faults = new FaultLog();
        var store = new ObjectStore(original, new Work(limits, original.Length), faults);
        store.Load();
        if (store.Trailer.Has("Encrypt"))
        {
            return Encrypted;
        }

        var pages = NotedPages.Read(store);
        if (faults.All.Count > 0)
        {
            return Damaged(faults.All[0].Detail);
        }

        // Numbers that were used again have a generation, which is not kept while reading: what refers to them could not be written back.
        if (Regenerated().IsMatch(System.Text.Encoding.Latin1.GetString(original.Span)))
        {
            return Damaged("generation");
        }

        if (notes.FirstOrDefault(n => n.Page < 1 || n.Page > pages.Count) is { } lost)
        {
            return new PdfNotWritten(PdfRefusal.NoSuchPage, $"原文件没有第 {lost.Page} 页。", $"The file has no page {lost.Page}.");
        }

        var update = new Increment(original, store);
        foreach (var group in notes.GroupBy(n => n.Page).OrderBy(g => g.Key))
        {
            NotePainter.Paint(update, pages[group.Key - 1], [.. group]);
        }

        return new PdfMade(update.Finish(), pages.Count, []);
    }

    [GeneratedRegex(@"\d [1-9]\d{0,4} obj\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Regenerated();
}
