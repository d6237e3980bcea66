using System.Security.Cryptography;
using System.Text;
using Mingzhang.Documents.Formats.Scans;
using Mingzhang.Paper;
using Mingzhang.Pdf;
using Mingzhang.Pdf.Layout;

namespace Mingzhang.Documents.Formats.Pdf;

/// <summary>版式文件 PDF：bytes to paper. A file in which nothing can be read is refused with a reason, never taken for an empty one.</summary>
public static class PdfFormat
{
    private const int HeadBytes = 1024;

    /// <summary>是否 PDF：by the mark at the beginning, before which other programs put up to a kilobyte of their own; a text that only speaks of the mark has no objects.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes)
    {
        var mark = bytes[..Math.Min(bytes.Length, HeadBytes)].IndexOf("%PDF-"u8);
        return mark == 0 || (mark > 0 && bytes[mark..].IndexOf(" obj"u8) >= 0);
    }

    /// <summary>打开。</summary>
    public static Opened Open(string name, byte[] bytes, Recognition? recognition = null)
    {
        try
        {
            var document = PdfDocument.Open(bytes);
            var words = new RecognisedWords();
            var read = document.ReadPages();
            var (blocks, pages) = LaidPaper.Of(DocumentLayout.Of(recognition is null ? read : recognition.Read(read, bytes, words)), words);
            if (!pages.Exists(p => p.Content == PageContent.Text))
            {
                return pages.Exists(p => p.Content == PageContent.Picture) ? PdfProblems.Pictures(pages.Count) : PdfProblems.NoText();
            }

            return new Opened(
                new PaperDocument(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), "PDF", blocks)
                {
                    Format = "pdf",
                    Pages = pages,
                    Faults = [.. document.Faults.Select(f => new PaperFault(Key(f.Kind), f.Page == 0 ? null : f.Page, f.Detail))],
                },
                null,
                null);
        }
        catch (PdfException e)
        {
            return PdfProblems.Of(e.Problem);
        }
    }

    // MissingFontMap → missing-font-map
    private static string Key(PdfFaultKind kind)
    {
        var key = new StringBuilder();
        foreach (var c in kind.ToString())
        {
            key.Append(char.IsUpper(c) && key.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(c));
        }

        return key.ToString();
    }
}
