namespace Mingzhang.Pdf.Objects;

/// <summary>名字池：every name and operator of a document is one string, so that reading contents allocates none.</summary>
internal sealed class NamePool
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public NamePool() => _lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>字节逐个成为字符：names in GBK or UTF-8 are decoded by whoever shows them.</summary>
    public string Get(ReadOnlySpan<byte> bytes)
    {
        Span<char> chars = bytes.Length <= 128 ? stackalloc char[bytes.Length] : new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            chars[i] = (char)bytes[i];
        }

        if (_lookup.TryGetValue(chars, out var known))
        {
            return known;
        }

        var name = new string(chars);
        _names.Add(name);
        return name;
    }
}
