using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Documents.Formats.Ofd;
using Mingzhang.Documents.Formats.Pdf;
using Mingzhang.Pdf;

namespace Mingzhang.Documents.Formats;

/// <summary>文件所画的线：by page, of formats that draw pages; to be shown, and empty where they cannot be had.</summary>
public static class DrawnRulings
{
    /// <summary>各页的线。</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<PdfRuling>> Of(byte[] bytes)
    {
        var rulings = new Dictionary<int, IReadOnlyList<PdfRuling>>();
        try
        {
            foreach (var page in Pages(bytes))
            {
                rulings[page.Number] = page.Rulings;
            }
        }
        catch (Exception e) when (e is PdfException or ArchiveException)
        {
            // The pages before it have theirs.
        }

        return rulings;
    }

    private static IEnumerable<PdfPage> Pages(byte[] bytes) => PdfFormat.Recognises(bytes) ? PdfDocument.Open(bytes).ReadPages()
        : ArchiveFile.Recognises(bytes) && ArchiveFile.Open(bytes, ArchiveLimits.Document).Archive is { } archive && OfdFormat.Recognises(archive) ? new OfdPages(new OfdPackage(archive), new Drawing(bytes.Length)).Read()
        : [];
}
