namespace Mingzhang.Pdf.Writing;

/// <summary>字体文件：a font of the system, read in pieces by whoever has the disk; this assembly itself opens no file.</summary>
/// <param name="Path">Path, for messages.</param>
/// <param name="Length">Length in bytes.</param>
/// <param name="Read">Bytes from an offset; fewer than asked for, or none, at the end of the file or where it cannot be read.</param>
public sealed record PdfFontFile(string Path, long Length, Func<long, int, ReadOnlyMemory<byte>> Read)
{
    /// <summary>内存里的字体。</summary>
    public static PdfFontFile Of(string path, ReadOnlyMemory<byte> bytes) =>
        new(path, bytes.Length, (offset, count) => offset < 0 || offset >= bytes.Length || count <= 0 ? default : bytes.Slice((int)offset, (int)Math.Min(count, bytes.Length - offset)));
}
