using System.Runtime.CompilerServices;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Documents.Formats.Excel.Biff;

namespace Mingzhang.Documents.Formats.Excel;

/// <summary>工作簿 Excel：xlsx and xls to paper. No formula is computed, no macro run, no link followed.</summary>
public static class ExcelFormat
{
    /// <summary>打开；null where the bytes are no workbook.</summary>
    public static Opened? Open(string name, string contentId, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return ArchiveFile.Recognises(bytes) ? Archived(name, contentId, bytes) : CompoundFile.Recognises(bytes) || OldWorkbook.IsStream(bytes) ? Old(name, contentId, bytes) : null;
    }

    /// <summary>打开要整张导入的 xlsx 或 xls, of many more rows than a disclosure prints; null where the bytes are none.</summary>
    public static Opened? OpenRows(string name, string contentId, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (CompoundFile.Recognises(bytes) || OldWorkbook.IsStream(bytes))
        {
            return OldWorkbook.Read(name, contentId, bytes, SheetLimits.ForRows());
        }

        return ArchiveFile.Recognises(bytes) && ArchiveFile.Open(bytes, ArchiveLimits.Document) is { Archive: { } archive } && archive.Has("xl/workbook.xml") ? Workbook.Read(name, contentId, archive, SheetLimits.ForRows()) : null;
    }

    /// <summary>压缩包是否工作簿：by the parts it holds.</summary>
    internal static bool Recognises(Archive archive) => archive.Has("xl/workbook.bin") || archive.Has("xl/workbook.xml") || archive.Names.Any(n => n.StartsWith("xl/worksheets/", StringComparison.OrdinalIgnoreCase));

    // Not inlined, so that what reads archives and records is loaded only for them.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Opened? Archived(string name, string contentId, byte[] bytes)
    {
        if (ArchiveFile.Open(bytes, ArchiveLimits.Document) is not { Archive: { } archive })
        {
            return null;
        }

        return archive.Has("xl/workbook.bin") ? ExcelProblems.Binary : Recognises(archive) ? Workbook.Read(name, contentId, archive) : null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Opened? Old(string name, string contentId, byte[] bytes) => OldWorkbook.Read(name, contentId, bytes);
}
