using System.Runtime.CompilerServices;
using Mingzhang.Budget;
using Mingzhang.Documents.Formats.Excel;
using Mingzhang.Documents.Formats.Ofd;
using Mingzhang.Documents.Formats.Office;
using Mingzhang.Documents.Formats.Scans;
using Mingzhang.Documents.Formats.Word;

namespace Mingzhang.Documents.Formats.Archives;

/// <summary>压缩包中的格式：which document a zip file is, told by the parts it holds. A plain archive with one document acts like the document.</summary>
internal static class ArchivedFormats
{
    /// <summary>是否本身就是文件。</summary>
    public static bool Recognises(Archive archive) => OfdFormat.Recognises(archive) || WordFormat.Recognises(archive) || ExcelFormat.Recognises(archive) || OwnPackage.Recognises(archive) || Office(archive) is not null;

    /// <summary>打开。</summary>
    public static Opened Open(string name, string id, byte[] bytes, Recognition? recognition)
    {
        var (archive, problem) = ArchiveFile.Open(bytes, ArchiveLimits.Document);
        return archive is null ? problem!
            : OwnPackage.Recognises(archive) ? OwnPackage.Open(name, id, archive)
            : OfdFormat.Recognises(archive) ? OfdFormat.Open(name, id, archive, bytes.Length)
            : Office(archive) is { } kind ? OfficeFormat.Open(name, id, bytes, kind) : Word(name, id, archive) ?? Plain(name, bytes, recognition);
    }

    // Not inlined, so that what reads XML is loaded only for such files.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Opened? Word(string name, string id, Archive archive) => WordFormat.Open(name, id, archive);

    private static OfficeKind? Office(Archive archive)
    {
        try
        {
            return OfficeKind.Of(archive);
        }
        catch (ArchiveException)
        {
            return null;
        }
    }

    private static Opened Plain(string name, byte[] bytes, Recognition? recognition) => ArchiveSet.Of(name, bytes) switch
    {
        null => ArchiveProblems.Of(ArchiveProblem.TooLarge),
        { Members: [var only] } set => set.Open(only, recognition),
        { Members.Count: 0 } => Failed("压缩包中没有可读的文件", "the archive holds no file that can be read", "请检查是否选错了文件", "check that it is the right file"),
        _ => Failed("压缩包中有多份文件", "the archive holds several documents", "请指明其中一份，或直接检查整个压缩包", "name one of them, or check the archive itself"),
    };

    private static Opened Failed(string chinese, string english, string remedy, string remedyEnglish) =>
        new(null, new Reason(chinese, english), new Reason(remedy, remedyEnglish));
}
