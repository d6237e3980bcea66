using Mingzhang.Budget;

namespace Mingzhang.Documents.Formats.Office;

/// <summary>旧格式文件：.doc, .wps, .et, .rtf, .odt, .ods: converted by LibreOffice where it is installed and then read like any other; else the reader is told what to do.</summary>
internal static class OfficeFormat
{
    /// <summary>打开。</summary>
    public static Opened Open(string name, string id, byte[] bytes, OfficeKind kind) => Open(name, id, bytes, kind, LibreOffice.Find());

    /// <summary>打开，用某处的程序; null where there is none.</summary>
    internal static Opened Open(string name, string id, byte[] bytes, OfficeKind kind, string? program)
    {
        if (program is null)
        {
            return Failed($"是{kind.Chinese}，需要 LibreOffice 才能读取，而这里没有安装", $"is {kind.English}, which needs LibreOffice to be read, and that is not installed here");
        }

        if (LibreOffice.Convert(program, bytes, kind, LibreOffice.Patience) is not { } converted)
        {
            return Failed($"是{kind.Chinese}，LibreOffice 未能转换（可能已损坏或加密）", $"is {kind.English}, which LibreOffice could not convert (it may be damaged or encrypted)");
        }

        var opened = Opening.Bytes(name, converted);
        return opened.Paper is { } paper ? opened with { Paper = paper with { ContentId = id, Format = kind.Key, Encoding = "LibreOffice" } } : opened;
    }

    /// <summary>加密的文件。</summary>
    public static Opened Encrypted() => new(null,
        new Reason("已加密，需要口令才能打开", "is encrypted and needs a password"), new Reason("请去掉口令后另存；公开的文件不应加密", "save it without the password; what is disclosed should not be encrypted"));

    private static Opened Failed(string chinese, string english) => new(null, new Reason(chinese, english),
        new Reason("请用 Word、WPS 或 Excel 另存为 .docx、.xlsx 或 PDF；或安装 LibreOffice 后再试", "save it as .docx, .xlsx or PDF, or install LibreOffice and try again"));
}
