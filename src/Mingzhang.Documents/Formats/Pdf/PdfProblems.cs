using Mingzhang.Budget;
using Mingzhang.Pdf;

namespace Mingzhang.Documents.Formats.Pdf;

/// <summary>打不开的说明：why, and what to do, for each problem.</summary>
internal static class PdfProblems
{
    public static Opened Pictures(int pages) => Failed(
        "每一页都是图片，没有文字可以核对", $"all {pages} pages are pictures; there is no text to check",
        "请改用由 Word、WPS 或 Excel 直接导出的 PDF，或原始文件；只有扫描件时请先做文字识别（OCR）并核对", "use the original file or a PDF exported from it; for a scan, recognise the text (OCR) and proofread it first");

    public static Opened NoText() => Failed(
        "每一页都没有文字", "no page holds any text",
        "如果能看到文字，它们是以图形画出的：请改用原始文件，或重新导出 PDF", "if text can be seen it is drawn as shapes: use the original file or export the PDF again");

    public static Opened Of(PdfProblem problem) => problem switch
    {
        PdfProblem.Encrypted => Failed("PDF 已加密，需要口令才能打开", "the PDF is encrypted and needs a password", "请在 PDF 软件中去掉口令后另存；公开的文件不应加密", "save it without the password; what is disclosed should not be encrypted"),
        PdfProblem.UnsupportedEncryption => Failed("PDF 使用了不支持的加密方式", "the PDF is encrypted in a way that is not supported", "请在 PDF 软件中去掉加密后另存", "save it without encryption"),
        PdfProblem.NoPages => Failed("PDF 中没有页面", "the PDF has no pages", "请检查文件是否完整，或重新导出", "check that the file is complete, or export it again"),
        PdfProblem.TooManyPages => Failed("PDF 页数过多，超过上限", "the PDF has more pages than the limit", "请检查是否选错了文件，或拆分后再检查", "check that it is the right file, or split it"),
        PdfProblem.TooLarge => Failed("PDF 解压后的内容超过上限", "the PDF unpacks to more than the limit", "请检查是否选错了文件，或重新导出", "check that it is the right file, or export it again"),
        PdfProblem.WorkLimit => Failed("PDF 的内容过于复杂，超过处理上限", "the PDF takes more work than the limit", "请重新导出，或改用原始文件", "export it again, or use the original file"),
        PdfProblem.NotPdf => Failed("不是 PDF 文件，尽管开头像是", "is no PDF, although it begins like one", "请检查文件，或重新下载", "check the file, or download it again"),
        _ => Failed("PDF 已损坏，无法修复", "the PDF is damaged and cannot be repaired", "请重新下载或重新导出", "download or export it again"),
    };

    private static Opened Failed(string chinese, string english, string remedy, string remedyEnglish) =>
        new(null, new Reason(chinese, english), new Reason(remedy, remedyEnglish));
}
