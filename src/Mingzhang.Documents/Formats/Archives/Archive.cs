using System.Xml.Linq;

namespace Mingzhang.Documents.Formats.Archives;

/// <summary>打开的压缩包：its parts are inflated when they are asked for, within the limits. Not for use by several threads at once.</summary>
public sealed class Archive
{
    private readonly byte[] _bytes;
    private readonly Dictionary<string, ArchiveEntry> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _repeated = new(StringComparer.OrdinalIgnoreCase);

    internal Archive(byte[] bytes, IReadOnlyList<ArchiveEntry> entries, ArchiveLimits limits)
    {
        _bytes = bytes;
        Entries = entries;
        Limits = limits;
        foreach (var entry in entries)
        {
            if (!_byName.TryAdd(entry.Name, entry))
            {
                _repeated.Add(entry.Name);
            }
        }
    }

    /// <summary>成员，按目录的顺序: names may occur twice.</summary>
    public IReadOnlyList<ArchiveEntry> Entries { get; }

    /// <summary>成员的名称，大小写不论。</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    /// <summary>限度。</summary>
    public ArchiveLimits Limits { get; }

    /// <summary>已解压的字节数。</summary>
    public long Inflated { get; private set; }

    /// <summary>是否有某个成员。</summary>
    public bool Has(string name) => _byName.ContainsKey(name);

    /// <summary>某个成员的内容; null where there is none of this name.</summary>
    /// <exception cref="ArchiveException">It cannot be read, or goes beyond the limits.</exception>
    public byte[]? Part(string name) => Find(name) is { } entry ? Part(entry) : null;

    /// <summary>某个成员的内容。</summary>
    /// <exception cref="ArchiveException">It cannot be read, or goes beyond the limits.</exception>
    public byte[] Part(ArchiveEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        using var stream = Stream(entry);
        using var copy = new MemoryStream((int)Math.Min(entry.Declared, 1024 * 1024));
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>某个成员，边解压边读; null where there is none of this name. Reading throws <see cref="ArchiveException"/> beyond the limits.</summary>
    /// <exception cref="ArchiveException">It cannot be read.</exception>
    public Stream? Stream(string name) => Find(name) is { } entry ? Stream(entry) : null;

    /// <summary>某个成员的元素树; null where there is none of this name.</summary>
    /// <exception cref="ArchiveException">It cannot be read, is no XML, or goes beyond the limits.</exception>
    public XElement? Xml(string name)
    {
        using var stream = Stream(name);
        return stream is null ? null : SafeXml.Tree(stream);
    }

    /// <summary>计入已解压的。</summary>
    internal void Count(int bytes)
    {
        Inflated += bytes;
        if (Inflated > Limits.TotalBytes)
        {
            throw new ArchiveException(ArchiveProblem.TooLarge);
        }
    }

    private InflatingStream Stream(ArchiveEntry entry)
    {
        if (entry.Encrypted)
        {
            throw new ArchiveException(ArchiveProblem.Encrypted);
        }

        if (entry.Method is not (0 or 8))
        {
            throw new ArchiveException(ArchiveProblem.UnsupportedMethod);
        }

        if (entry.Declared > Limits.PartBytes || (entry.Declared > Limits.RatioBytes && entry.Declared / Math.Max(1, entry.Packed) > Limits.Ratio))
        {
            throw new ArchiveException(ArchiveProblem.TooLarge);
        }

        return new InflatingStream(this, entry, new MemoryStream(_bytes, entry.Start, entry.Packed, writable: false));
    }

    private ArchiveEntry? Find(string name) => _repeated.Contains(name) ? throw new ArchiveException(ArchiveProblem.Ambiguous) : _byName.GetValueOrDefault(name);
}
