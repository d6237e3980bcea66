using System.Security.Cryptography;
using Mingzhang.Documents;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Publishing.Archiving;

/// <summary>交来的文件：its name and its bytes.</summary>
internal sealed record GivenFile(string Name, byte[] Bytes);

/// <summary>待归档的一份：a file as it was given, or a member of an archive, unpacked when its turn comes.</summary>
internal sealed class IntakeFile(string name, Func<byte[]?> bytes)
{
    private readonly Lazy<byte[]?> _bytes = new(bytes);

    public string Name => name;

    /// <summary>内容; null where it cannot be unpacked.</summary>
    public byte[]? Bytes => _bytes.Value;

    /// <summary>内容的哈希。</summary>
    public string Hash => field ??= Bytes is { } known ? Convert.ToHexStringLower(SHA256.HashData(known)) : "";

    /// <summary>不能解开的原因; null where it can be.</summary>
    public Opened? Problem { get; init; }

    /// <summary>附带时。</summary>
    public Attached Attached => new(Hash, Path.GetFileName(Name), Bytes ?? []);

    /// <summary>一组文件的一个成员。</summary>
    public static IntakeFile Of(ArchiveSet set, SetMember member) => new(member.Name, () => set.Bytes(member)) { Problem = member.Problem is { } problem ? ArchiveProblems.Of(problem) : null };
}
