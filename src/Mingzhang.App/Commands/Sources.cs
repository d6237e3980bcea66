using System.Security.Cryptography;
using Mingzhang.Documents;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Documents.Formats.Scans;

namespace Mingzhang.App.Commands;

/// <summary>文件的来源：the disk, an archive of documents, or standard input. The documents of an archive are named archive/name; which archive holds which is
/// remembered for the run, and the bytes of one archive at a time.</summary>
internal static class Sources
{
    /// <summary>标准输入的名称。</summary>
    public const string Input = "-";

    private const long MostArchiveBytes = 256L * 1024 * 1024;

    /// <summary>识别图片页的程序; null where that is not asked for.</summary>
    public static Recognition? Recognition { get; set; }

    // Filled before the first document is opened, and only read from then on.
    private static readonly Dictionary<string, Held> Archived = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();
    private static readonly Lazy<byte[]?> Given = new(() =>
    {
        using var input = Console.OpenStandardInput();
        return BoundedBytes.Read(input, MostArchiveBytes);
    });

    private static string? _path;
    private static ArchiveSet? _set;

    /// <summary>压缩包展开为其中的文件; one that cannot be opened stays, and says why when its turn comes.</summary>
    public static IEnumerable<string> Expand(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            if (!Seems(file) || Set(file) is not { Members.Count: > 0 } set)
            {
                yield return file;
                continue;
            }

            if (set.Aside.Count > 0)
            {
                const int MostNamed = 5;
                var some = string.Join("、", set.Aside.Take(MostNamed));
                Messages.Fail($"{file}：{set.Aside.Count} 个成员不是可读的格式，未检查（{some}{(set.Aside.Count > MostNamed ? " 等" : "")}）", $"{file}: {set.Aside.Count} members are of no readable format and were left aside", "需要检查的，请另存为 PDF、Word、Excel、OFD 或文本", "save those to be checked as PDF, Word, Excel, OFD or text");
            }

            foreach (var member in set.Members)
            {
                var name = Path.Join(Path.GetDirectoryName(file), member.Name);
                Archived[name] = new Held(file, member);
                yield return name;
            }
        }
    }

    /// <summary>打开一份文件。</summary>
    public static Opened Open(string file) => Archived.TryGetValue(file, out var held) ? Set(held.Archive)?.Open(held.Member, Recognition) ?? Opening.File(held.Archive, Recognition)
        : file == Input ? Opening.Bytes(Input, Given.Value, Recognition) : Opening.File(file, Recognition);

    /// <summary>内容的哈希, as the report of it says; null where it cannot be read.</summary>
    public static string? Id(string file) => Bytes(file) is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes)) : null;

    /// <summary>文件的字节; null where they cannot be read.</summary>
    public static byte[]? Bytes(string file) => Archived.TryGetValue(file, out var held) ? Set(held.Archive)?.Bytes(held.Member) : OnDisk(file);

    private static ArchiveSet? Set(string file)
    {
        lock (Gate)
        {
            if (_path != file)
            {
                (_path, _set) = (null, null);
                _set = OnDisk(file) is { } bytes ? ArchiveSet.Of(file == Input ? file : Path.GetFileName(file), bytes) : null;
                _path = file;
            }

            return _set;
        }
    }

    private static byte[]? OnDisk(string file)
    {
        if (file == Input)
        {
            return Given.Value;
        }

        try
        {
            using var stream = File.OpenRead(file);
            return BoundedBytes.Read(stream, MostArchiveBytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // By its first bytes: a pipe would lose them, and only what is named as an archive is worth looking into.
    private static bool Seems(string file)
    {
        if (file == Input)
        {
            return Given.Value is { } given && ArchiveFile.Recognises(given);
        }

        try
        {
            var info = new FileInfo(file);
            if (!info.Exists || info.Length == 0)
            {
                return false;
            }

            Span<byte> head = stackalloc byte[4];
            using var stream = info.OpenRead();
            return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && ArchiveFile.Recognises(head);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed record Held(string Archive, SetMember Member);
}
