using Mingzhang.Pdf.Writing.Flow;
using Mingzhang.Pdf.Writing.Structure;
using Mingzhang.Pdf.Writing.Tables;
using Mingzhang.Pdf.Writing.Typefaces;

namespace Mingzhang.Pdf.Writing;

/// <summary>写 PDF：a book to bytes; the same book with the same fonts gives the same bytes.</summary>
public static class PdfWriter
{
    /// <summary>写。</summary>
    public static PdfWritten Write(PdfBook book, PdfFontLibrary library)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(library);
        if (Enum.GetValues<PdfFontRole>().Any(r => library.Chain(r).Count == 0))
        {
            return NoFont;
        }

        var fonts = new FontCase(library);
        try
        {
            var flow = BookFlow.Run(book.Sections.Count > 0 ? book : book with { Sections = [new PdfSection([])] }, fonts);
            return new PdfMade(BookFile.Write(book, flow, fonts), flow.Pages.All.Count, [.. fonts.Missing]);
        }
        catch (TablePlacing.BadTableException e)
        {
            return new PdfNotWritten(PdfRefusal.BadTable, "表格无法排版，单元格越出或重叠：" + e.Message, "A table cannot be set, since a cell reaches beyond it or over another: " + e.Message);
        }
    }

    private static PdfNotWritten NoFont { get; } = new(
        PdfRefusal.NoFont,
        "没有找到可嵌入的中文字体（TrueType 轮廓）。Debian/Ubuntu：apt install fonts-wqy-microhei；Windows：在“设置→应用→可选功能”中安装“简体中文补充字体”；macOS：在“字体册”中下载“宋体-简”。也可把 .ttf 或 .ttc 文件放入一个文件夹，由环境变量 MINGZHANG_FONTS 指明。",
        "No Chinese font with TrueType outlines that may be embedded was found. Debian/Ubuntu: apt install fonts-wqy-microhei; Windows: Settings → Apps → Optional features → Chinese (Simplified) Supplemental Fonts; macOS: download Songti SC in Font Book. Or put .ttf or .ttc files into a folder and name it in the environment variable MINGZHANG_FONTS.");
}
