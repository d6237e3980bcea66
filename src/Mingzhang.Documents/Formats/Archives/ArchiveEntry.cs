namespace Mingzhang.Documents.Formats.Archives;

/// <summary>成员：one part of an archive as its directory lists it.</summary>
/// <param name="Name">Name for looking up: decoded, backslashes as slashes, nothing else changed. Never a path on a disk.</param>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="Encrypted">Whether a password is needed.</param>
/// <param name="Start">Where its data begin.</param>
/// <param name="Packed">Bytes of its data.</param>
/// <param name="Declared">Bytes it says that it unpacks to.</param>
/// <param name="Crc">Checksum.</param>
public sealed record ArchiveEntry(string Name, int Method, bool Encrypted, int Start, int Packed, long Declared, uint Crc)
{
    /// <summary>示人的名称：without what climbs out of a folder, controls characters or turns the direction of writing; short.</summary>
    public string Shown { get; } = EntryNames.Shown(Name);

    /// <summary>是否文件夹。</summary>
    public bool Folder => Name.EndsWith('/');
}
