using System.Security.Cryptography;
using Mingzhang.Budget;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Documents.Formats.Csv;
using Mingzhang.Documents.Formats.Excel;
using Mingzhang.Documents.Formats.Html;
using Mingzhang.Documents.Formats.Markdown;
using Mingzhang.Documents.Formats.Office;
using Mingzhang.Documents.Formats.Pdf;
using Mingzhang.Documents.Formats.Scans;
using Mingzhang.Documents.Formats.Text;
using Mingzhang.Paper;

namespace Mingzhang.Documents;

/// <summary>打开：bytes to paper by content, never by name; what cannot be opened says why and what to do.</summary>
public static class Opening
{
    /// <summary>一份文件最多的字节: no disclosure comes near it.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    /// <summary>从磁盘打开; pages that are pictures are recognised where that is asked for.</summary>
    public static Opened File(string path, Recognition? recognition = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (Directory.Exists(path))
        {
            return Failed("是文件夹，不是文件", "is a folder, not a file", "请指明其中的文件", "name the files in it");
        }

        var info = new FileInfo(path);
        if (!info.Exists)
        {
            return Failed("文件不存在", "does not exist", "请检查路径", "check the path");
        }

        if (info.Length > MostBytes)
        {
            return Failed($"文件有 {info.Length / 1024 / 1024} MB，超过 {MostBytes / 1024 / 1024} MB 的上限", $"has {info.Length / 1024 / 1024} MB, more than the limit of {MostBytes / 1024 / 1024} MB", "公开文本不会这样大，请检查是否选错了文件", "no disclosure is this large; check that it is the right file");
        }

        try
        {
            // A device or pipe reports no length, and may have nothing to give.
            if (info.Length == 0)
            {
                return UnsizedFile.Read(info, MostBytes, UnsizedFile.Patience) is var (bytes, ended) && ended ? Bytes(Path.GetFileName(path), bytes, recognition)
                    : Failed("是管道或设备，一直没有内容", "is a pipe or device that gives nothing", "请指明普通文件", "name a regular file");
            }

            using var stream = info.OpenRead();
            return Bytes(Path.GetFileName(path), BoundedBytes.Read(stream, MostBytes, null), recognition);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failed("无法读取", "cannot be read", "请检查文件权限，或是否被其他程序占用", "check its permissions, and whether another program holds it");
        }
    }

    /// <summary>从内存打开。</summary>
    public static Opened Bytes(string name, byte[]? bytes, Recognition? recognition = null)
    {
        if (bytes is null)
        {
            return Failed("内容超过上限", "exceeds the size limit", "请检查是否选错了文件", "check that it is the right file");
        }

        if (bytes.Length == 0)
        {
            return Failed("文件是空的", "is empty", "请检查文件是否完整保存", "check that it was saved completely");
        }

        var id = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (HtmlFormat.Open(name, id, bytes) is { } page)
        {
            return page;
        }

        if (PdfFormat.Recognises(bytes))
        {
            return PdfFormat.Open(name, bytes, recognition);
        }

        if (ExcelFormat.Open(name, id, bytes) is { } book)
        {
            return book;
        }

        if (ArchiveFile.Recognises(bytes))
        {
            return ArchivedFormats.Open(name, id, bytes, recognition);
        }

        if (OfficeKind.Of(bytes) is { } old)
        {
            return OfficeFormat.Open(name, id, bytes, old);
        }

        if (OwnData.IsDatabase(bytes))
        {
            return OwnData.Database;
        }

        if (OfficeKind.Encrypted(bytes))
        {
            return OfficeFormat.Encrypted();
        }

        if (TextDecoding.Decode(bytes) is not var (text, encoding))
        {
            return Failed("不是可识别的文字（UTF-8、UTF-16、GB18030）", "is no text in a known encoding (UTF-8, UTF-16, GB18030)", "请另存为 UTF-8 编码的文本文件再检查", "save it as text in UTF-8 and try again");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Failed("文件中没有文字", "holds no text", "请检查文件是否完整保存", "check that it was saved completely");
        }

        return OwnData.Refused(OwnData.Kind(text)) ?? new Opened(Marked(name, id, encoding, text) ?? Plain(name, id, encoding, text), null, null);
    }

    // Where the columns of its tables can be told, a text is read as it is.
    private static PaperDocument Plain(string name, string id, string encoding, string text)
    {
        const int LeastRows = 4;
        var plain = TextFormat.Read(name, id, encoding, text);
        return SetText.Is(text) && (text.Contains('\f', StringComparison.Ordinal) || !plain.Blocks.Any(b => b is Grid { Rows.Count: >= LeastRows })) ? SetText.Read(name, id, encoding, text) ?? plain : plain;
    }

    // Marks and separators that plain text does not have.
    private static PaperDocument? Marked(string name, string id, string encoding, string text) =>
        MarkdownFormat.Read(name, id, encoding, text) ?? CsvFormat.Read(name, id, encoding, text);

    private static Opened Failed(string chinese, string english, string remedy, string remedyEnglish) =>
        new(null, new Reason(chinese, english), new Reason(remedy, remedyEnglish));
}

/// <summary>打开的结果：paper, or why there is none and what to do.</summary>
public sealed record Opened(PaperDocument? Paper, Reason? Problem, Reason? Remedy);
