using System.Text;
using Mingzhang.Documents.Formats.Archives;

namespace Mingzhang.Documents.Formats.Office;

/// <summary>办公软件的旧格式：what only an office program reads, and what it is converted to here.</summary>
/// <param name="Key">Key of the format, and the extension under which the program is given it.</param>
/// <param name="Chinese">Its name.</param>
/// <param name="English">Its name in English.</param>
/// <param name="Target">What the program is asked to make of it: extension, and where needed the filter.</param>
internal sealed record OfficeKind(string Key, string Chinese, string English, string Target)
{
    private const string TextTarget = "pdf:writer_pdf_Export";
    private const string SheetTarget = "html:HTML (StarCalc)";

    private static readonly OfficeKind Doc = new("doc", "Word 97—2003（或 WPS 文字）文件", "a Word 97–2003 (or WPS) file", TextTarget);
    private static readonly OfficeKind Xls = new("xls", "Excel 97—2003（或 WPS 表格）文件", "an Excel 97–2003 (or WPS) file", SheetTarget);
    private static readonly OfficeKind Rtf = new("rtf", "RTF 文件", "an RTF file", TextTarget);
    private static readonly OfficeKind Odt = new("odt", "ODF 文本文件", "an ODF text", TextTarget);
    private static readonly OfficeKind Ods = new("ods", "ODF 电子表格", "an ODF spreadsheet", SheetTarget);

    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>所制文件的扩展名。</summary>
    public string Extension => Target.Split(':')[0];

    /// <summary>辨认: by the mark at the beginning and, of compound files, the streams that their directory names; null for all else.</summary>
    public static OfficeKind? Of(ReadOnlySpan<byte> bytes) => bytes.StartsWith("{\\rtf"u8) ? Rtf
        : !bytes.StartsWith(Compound) ? null
        : Names(bytes, "WordDocument") ? Doc
        : Names(bytes, "Workbook") || Names(bytes, "Book") ? Xls : null;

    /// <summary>辨认压缩包中的 ODF, by its type; null for all else.</summary>
    /// <exception cref="ArchiveException">The type cannot be read.</exception>
    public static OfficeKind? Of(Archive archive)
    {
        const string Prefix = "application/vnd.oasis.opendocument.";
        const int Longest = 100;
        var type = archive.Part("mimetype") is { Length: < Longest } part ? Encoding.ASCII.GetString(part).Trim() : "";
        return type.StartsWith(Prefix + "text", StringComparison.Ordinal) ? Odt : type.StartsWith(Prefix + "spreadsheet", StringComparison.Ordinal) ? Ods : null;
    }

    /// <summary>加了密的新格式：an encrypted docx or xlsx is a compound file with nothing to see.</summary>
    public static bool Encrypted(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Compound) && Names(bytes, "EncryptedPackage");

    // A name stands in an entry of 128 bytes, in 64 bytes of UTF-16 that end with zeros.
    private static bool Names(ReadOnlySpan<byte> bytes, string name)
    {
        const int Entry = 128;
        var wanted = Encoding.Unicode.GetBytes(name + "\0");
        for (var at = 512; at + Entry <= bytes.Length; at += Entry)
        {
            if (bytes[at..].StartsWith(wanted))
            {
                return true;
            }
        }

        return false;
    }
}
