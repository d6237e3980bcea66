using System.Security.Cryptography;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Certificates;
using Mingzhang.Documents.Writing.OpenData;

namespace Mingzhang.Documents.Formats.Archives;

/// <summary>自己写出的数据包：it is read by the text in it. Its tables are made from that text, so that one which was changed by itself would be passed over: then nothing is read.</summary>
public static class OwnPackage
{
    private const int HashLength = 64;

    /// <summary>是否数据包。</summary>
    public static bool Recognises(byte[] bytes) => ArchiveFile.Recognises(bytes) && ArchiveFile.Open(bytes, ArchiveLimits.Document).Archive is { } archive && Recognises(archive);

    internal static bool Recognises(Archive archive) => archive.Has(DataPackage.DescriptionName) && archive.Has(DataPackage.TextName) && archive.Has(DataPackage.SumsName);

    /// <summary>证书中不是文件本身的部分：what was read of a document is checked with it, not beside it.</summary>
    internal static bool IsBeside(Archive archive, string name) => archive.Has(PartNames.Manifest) && archive.Has(PartNames.Signature) && !Path.GetFileName(name).StartsWith(PartNames.OriginalStem, StringComparison.Ordinal);

    internal static Opened Open(string name, string id, Archive archive)
    {
        try
        {
            if (Changed(archive) is { } part)
            {
                return new Opened(null, new Reason($"是明账的数据包，其中的 {part} 与校验和不符，已被改动", $"is a data package of Mingzhang whose {part} does not have its checksum: it was changed"),
                    new Reason("数据由全文得出，要改数字请改文本或底稿后重新写出", "the data are made from the text; change the text or the model, and write the package again"));
            }

            var opened = Opening.Bytes(name, archive.Part(DataPackage.TextName));
            return opened.Paper is { } paper ? opened with { Paper = paper with { ContentId = id } } : opened;
        }
        catch (ArchiveException e)
        {
            return ArchiveProblems.Of(e.Problem);
        }
    }

    // The first part that is not what the list says, or not in it.
    private static string? Changed(Archive archive)
    {
        var listed = new HashSet<string>(StringComparer.Ordinal) { DataPackage.SumsName };
        foreach (var line in Encoding.UTF8.GetString(archive.Part(DataPackage.SumsName)!).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = line.Length > HashLength + 2 ? line[(HashLength + 2)..] : "";
            if (archive.Part(name) is not { } bytes || Convert.ToHexStringLower(SHA256.HashData(bytes)) != line[..HashLength])
            {
                return name.Length > 0 ? EntryNames.Shown(name) : DataPackage.SumsName;
            }

            listed.Add(name);
        }

        return archive.Entries.FirstOrDefault(e => !listed.Contains(e.Name))?.Shown;
    }
}
