using Mingzhang.Budget;

namespace Mingzhang.Documents.Formats.Excel;

/// <summary>打不开的工作簿：why, and what to do.</summary>
internal static class ExcelProblems
{
    public static Opened NotWorkbook { get; } = Failed("不是工作簿，尽管看起来像是", "is no workbook, although it looks like one", "请检查是否选错了文件，或重新导出", "check that it is the right file, or export it again");

    public static Opened Empty { get; } = Failed("工作簿中没有可见的内容", "is a workbook in which nothing is to be seen", "请检查文件是否完整保存，工作表是否隐藏", "check that it was saved completely, and that its sheets are not hidden");

    public static Opened Encrypted { get; } = Failed("文件已加密，需要口令才能打开", "is encrypted and needs a password", "请在 Excel 或 WPS 中去掉打开口令后另存；公开的文件不应加密", "open it and save it without the password; what is disclosed should not be encrypted");

    public static Opened Damaged { get; } = Failed("工作簿已损坏，无法读取", "is a damaged workbook and cannot be read", "请重新下载，或在 Excel 或 WPS 中修复后另存为 xlsx", "download it again, or repair it in Excel and save it as xlsx");

    public static Opened Binary { get; } = Failed("是二进制工作簿（xlsb），不支持", "is a binary workbook (xlsb), which is not supported", "请另存为 xlsx 再检查", "save it as xlsx and try again");

    public static Opened TooOld { get; } = Failed("是 Excel 95 以前的工作簿，不支持", "is a workbook older than Excel 95, which is not supported", "请另存为 xlsx 再检查", "save it as xlsx and try again");

    private static Opened Failed(string chinese, string english, string remedy, string remedyEnglish) =>
        new(null, new Reason(chinese, english), new Reason(remedy, remedyEnglish));
}
