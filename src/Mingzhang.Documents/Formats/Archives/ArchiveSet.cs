using Mingzhang.Documents.Formats.Scans;

namespace Mingzhang.Documents.Formats.Archives;

/// <summary>一组文件：a plain archive of documents, archives within it included. What it lists is known at once; a member is unpacked when it is opened, and the
/// sizes that all members declare, beyond which none unpacks, are bounded together.</summary>
public sealed class ArchiveSet
{
    private readonly Archive _archive;
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<SetMember> _members = [];
    private readonly List<string> _aside = [];
    private readonly Lock _gate = new();
    private long _declared;
    private int[] _innerPath = [];
    private Archive? _inner;

    private ArchiveSet(string name, Archive archive)
    {
        _archive = archive;
        List(archive, name, []);
    }

    /// <summary>成员：documents in the order of their archives.</summary>
    public IReadOnlyList<SetMember> Members => _members;

    /// <summary>不是可读格式的成员：left aside, to be told.</summary>
    public IReadOnlyList<string> Aside => _aside;

    /// <summary>列出成员; null where the bytes are no plain archive, or one that cannot be opened.</summary>
    public static ArchiveSet? Of(string name, byte[] bytes)
    {
        if (!ArchiveFile.Recognises(bytes) || ArchiveFile.Open(bytes, ArchiveLimits.Set).Archive is not { } archive || ArchivedFormats.Recognises(archive))
        {
            return null;
        }

        try
        {
            return new ArchiveSet(name, archive);
        }
        catch (ArchiveException)
        {
            return null;
        }
    }

    /// <summary>打开一个成员。</summary>
    public Opened Open(SetMember member, Recognition? recognition = null)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (member.Problem is { } problem)
        {
            return ArchiveProblems.Of(problem);
        }

        try
        {
            return Opening.Bytes(member.Name, Unpacked(member), recognition);
        }
        catch (ArchiveException e)
        {
            return ArchiveProblems.Of(e.Problem);
        }
    }

    /// <summary>成员的字节; null where it cannot be unpacked.</summary>
    public byte[]? Bytes(SetMember member)
    {
        ArgumentNullException.ThrowIfNull(member);
        try
        {
            return Unpacked(member);
        }
        catch (ArchiveException)
        {
            return null;
        }
    }

    private byte[] Unpacked(SetMember member)
    {
        lock (_gate)
        {
            var archive = Inner(member.Path[..^1]);
            return archive.Part(archive.Entries[member.Path[^1]]);
        }
    }

    private void List(Archive archive, string prefix, int[] path)
    {
        for (var i = 0; i < archive.Entries.Count; i++)
        {
            var entry = archive.Entries[i];
            if (entry.Folder || ReadableNames.IsLitter(entry.Name) || OwnPackage.IsBeside(archive, entry.Name))
            {
                continue;
            }

            var name = Unique(prefix + "/" + entry.Shown);
            if (!ReadableNames.Is(entry.Name))
            {
                _aside.Add(name);
                continue;
            }

            _declared += entry.Declared;
            if (_declared > ArchiveLimits.SetBytes || _members.Count >= ArchiveLimits.Set.Entries)
            {
                throw new ArchiveException(ArchiveProblem.TooLarge);
            }

            int[] here = [.. path, i];
            if (!ReadableNames.IsArchive(entry.Name))
            {
                _members.Add(new SetMember(name, here, null));
            }
            else
            {
                Within(archive, entry, name, here);
            }
        }
    }

    private void Within(Archive archive, ArchiveEntry entry, string name, int[] path)
    {
        try
        {
            if (path.Length >= ArchiveLimits.Depth)
            {
                throw new ArchiveException(ArchiveProblem.TooDeep);
            }

            if (ArchiveFile.Open(archive.Part(entry), ArchiveLimits.Set).Archive is { } inner && !ArchivedFormats.Recognises(inner))
            {
                List(inner, name, path);
                return;
            }

            _members.Add(new SetMember(name, path, null));
        }
        catch (ArchiveException e) when (_declared <= ArchiveLimits.SetBytes && _members.Count < ArchiveLimits.Set.Entries)
        {
            _members.Add(new SetMember(name, path, e.Problem));
        }
    }

    // The archive within which members follow each other is kept, so that it is unpacked once.
    private Archive Inner(int[] path)
    {
        if (path.Length == 0)
        {
            return _archive;
        }

        if (_inner is null || !_innerPath.AsSpan().SequenceEqual(path))
        {
            var outer = Inner(path[..^1]);
            _inner = ArchiveFile.Open(outer.Part(outer.Entries[path[^1]]), ArchiveLimits.Set).Archive ?? throw new ArchiveException(ArchiveProblem.Damaged);
            _innerPath = path;
        }

        return _inner;
    }

    private string Unique(string name)
    {
        var unique = name;
        for (var n = 2; !_names.Add(unique); n++)
        {
            unique = Path.ChangeExtension(name, null) + "-" + n.ToString(System.Globalization.CultureInfo.InvariantCulture) + Path.GetExtension(name);
        }

        return unique;
    }
}

/// <summary>一组中的一份。</summary>
/// <param name="Name">Name of the set, then the names of archives and folders within: set.zip/inner/name.</param>
/// <param name="Path">Which entry of which archive within which.</param>
/// <param name="Problem">Why an archive within was not listed; null for a document.</param>
public sealed record SetMember(string Name, int[] Path, ArchiveProblem? Problem);
