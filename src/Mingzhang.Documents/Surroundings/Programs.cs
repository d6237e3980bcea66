using Mingzhang.Budget;
using Mingzhang.Documents.Formats.Office;
using Mingzhang.Documents.Formats.Pdf;
using Mingzhang.Documents.Formats.Scans;
using Mingzhang.Pdf.Writing;

namespace Mingzhang.Documents.Surroundings;

/// <summary>外部程序和字体：what reading and writing find on this machine. Nothing is opened but to see that it answers.</summary>
public static class Programs
{
    /// <summary>逐项查看。</summary>
    public static IEnumerable<Surrounding> All()
    {
        yield return Fonts();
        var office = LibreOffice.Find();
        yield return new Surrounding("libreoffice", new Reason("LibreOffice，读 .doc、.wps、.et、.rtf、.odt", "LibreOffice, for .doc, .wps, .et, .rtf, .odt"), office,
            office is null ? new Reason("Debian/Ubuntu：apt install libreoffice-writer-nogui libreoffice-calc-nogui；其他系统从 libreoffice.org 安装", "Debian/Ubuntu: apt install libreoffice-writer-nogui libreoffice-calc-nogui; elsewhere from libreoffice.org") : null);
        var ocr = Recognition.Find();
        yield return new Surrounding("tesseract", new Reason("tesseract（简体中文）和 pdftoppm，用 --ocr 识别扫描页", "tesseract with chi_sim and pdftoppm, for scanned pages with --ocr"), ocr?.Reader,
            ocr is null ? new Reason("Debian/Ubuntu：apt install tesseract-ocr tesseract-ocr-chi-sim poppler-utils", "Debian/Ubuntu: apt install tesseract-ocr tesseract-ocr-chi-sim poppler-utils") : null);
    }

    // A page with one character says whether a book of a thousand could be written.
    private static Surrounding Fonts()
    {
        var what = new Reason("可嵌入的中文字体，写 PDF", "a Chinese font that may be embedded, for writing PDF");
        var library = SystemFonts.Library();
        return PdfWriter.Write(new PdfBook(new PdfMetadata("明"), [new PdfSection([new PdfParagraph("明")])]), library) is PdfNotWritten refused
            ? new Surrounding("fonts", what, null, new Reason(refused.Chinese, refused.English))
            : new Surrounding("fonts", what, string.Join(", ", library.Names), null);
    }
}
