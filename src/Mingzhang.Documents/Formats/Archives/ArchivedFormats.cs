using System.Runtime.CompilerServices;
using Mingzhang.Documents.Formats.Ofd;
using Mingzhang.Documents.Formats.Word;

namespace Mingzhang.Documents.Formats.Archives;

/// <summary>压缩包中的格式：which document a zip file is, told by the parts it holds.</summary>
internal static class ArchivedFormats
{
    /// <summary>打开。</summary>
    public static Opened Open(string name, string id, byte[] bytes)
    {
        var (archive, problem) = ArchiveFile.Open(bytes, ArchiveLimits.Document);
        return archive is null ? problem! : OfdFormat.Recognises(archive) ? OfdFormat.Open(name, id, archive, bytes.Length) : Word(name, id, archive) ?? ArchiveProblems.Of(ArchiveProblem.Damaged);
    }

    // Not inlined, so that what reads XML is loaded only for such files.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Opened? Word(string name, string id, Archive archive) => WordFormat.Open(name, id, archive);
}
