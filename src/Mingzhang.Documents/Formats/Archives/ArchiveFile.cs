namespace Mingzhang.Documents.Formats.Archives;

/// <summary>压缩包：zip files, and the documents that are zip files (docx, xlsx, OFD), opened from bytes that nobody vouches for.
/// <para>A reader of such a format writes
/// <code>
/// var (archive, problem) = ArchiveFile.Open(bytes, ArchiveLimits.Document);
/// if (archive is null) { return problem!; }
/// try { var body = archive.Xml("word/document.xml"); … }           // an element tree, or null where there is no such part
/// catch (ArchiveException e) { return ArchiveProblems.Of(e.Problem); }
/// </code>
/// and for parts too large for a tree <c>using var stream = archive.Stream(name); using var reader = SafeXml.Reader(stream);</c>, stepping with
/// <see cref="SafeXml.Step"/>, all of it within <see cref="SafeXml.Guarded"/>. Nothing is inflated before it is asked for; every byte that is, counts against the limits of the archive; and the one
/// exception that comes is <see cref="ArchiveException"/>. Relationships that point outside the archive are the reader's to ignore: nothing here follows any.</para></summary>
public static class ArchiveFile
{
    /// <summary>是否压缩包：by the mark at its beginning.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\x3\x4"u8) || bytes.StartsWith("PK\x5\x6"u8);

    /// <summary>打开：the directory is read and checked, nothing is inflated.</summary>
    public static OpenedArchive Open(byte[] bytes, ArchiveLimits limits)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            return new OpenedArchive(new Archive(bytes, CentralDirectory.Read(bytes, limits), limits), null);
        }
        catch (ArchiveException e)
        {
            return new OpenedArchive(null, ArchiveProblems.Of(e.Problem));
        }
    }
}

/// <summary>打开压缩包的结果：the archive, or why there is none.</summary>
public sealed record OpenedArchive(Archive? Archive, Opened? Problem);
