using Mingzhang.Documents.Formats.Ofd;

namespace Mingzhang.Documents.Formats.Archives;

/// <summary>压缩包中的格式：which document a zip file is, told by the parts it holds.</summary>
internal static class ArchivedFormats
{
    /// <summary>打开。</summary>
    public static Opened Open(string name, string id, byte[] bytes)
    {
        var (archive, problem) = ArchiveFile.Open(bytes, ArchiveLimits.Document);
        return archive is null ? problem! : OfdFormat.Recognises(archive) ? OfdFormat.Open(name, id, archive, bytes.Length) : ArchiveProblems.Of(ArchiveProblem.Damaged);
    }
}
