using System.Buffers.Binary;
using System.Text;

namespace Mingzhang.Documents.Formats.Excel.Biff;

/// <summary>复合文件：the file system inside one file that Excel 97 and its contemporaries wrote. Chains that go round or lead out of the file end
/// where they do; no stream is longer than the file.</summary>
internal sealed class CompoundFile
{
    private const int HeaderBytes = 512;
    private const int EntryBytes = 128;
    private const int MostEntries = 10_000;
    private const uint LastSector = 0xFFFFFFFA;
    private readonly byte[] _bytes;
    private readonly int _sector;
    private readonly int _mini;
    private readonly uint _cutoff;
    private readonly List<uint> _table = [];
    private readonly List<uint> _miniTable = [];
    private readonly List<CompoundEntry> _entries = [];
    private byte[] _miniStream = [];

    private CompoundFile(byte[] bytes)
    {
        _bytes = bytes;
        _sector = 1 << Math.Clamp((int)Word(30), 7, 12);
        _mini = 1 << Math.Clamp((int)Word(32), 4, 9);
        _cutoff = Long(56);
    }

    /// <summary>是否复合文件。</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes.Length > HeaderBytes && bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    public static CompoundFile Open(byte[] bytes)
    {
        var file = new CompoundFile(bytes);
        file.Tables();
        return file;
    }

    /// <summary>是否有某个流或文件夹。</summary>
    public bool Has(string name) => _entries.Exists(e => e.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>某个流的内容; null where there is none.</summary>
    public byte[]? Stream(string name)
    {
        var entry = _entries.Find(e => e.Kind == StreamKind && e.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return entry is null ? null
            : entry.Size < _cutoff ? Chain(_miniStream, _miniTable, entry.Start, _mini, 0, entry.Size) : Chain(_bytes, _table, entry.Start, _sector, HeaderShift, entry.Size);
    }

    private const int StreamKind = 2;
    private const int RootKind = 5;

    // Sector 0 begins behind the header.
    private int HeaderShift => Math.Max(HeaderBytes, _sector);

    private void Tables()
    {
        const int InHeader = 109;
        var sectors = new List<uint>();
        for (var i = 0; i < InHeader; i++)
        {
            sectors.Add(Long(76 + (4 * i)));
        }

        // More sectors of the table are listed in a chain of their own; the last word of each leads to the next.
        var next = Long(68);
        for (var steps = _bytes.Length / _sector; next < LastSector && steps > 0; steps--)
        {
            var list = Sector(next);
            for (var i = 0; i + 8 <= list.Length; i += 4)
            {
                sectors.Add(BinaryPrimitives.ReadUInt32LittleEndian(list[i..]));
            }

            next = list.Length < _sector ? LastSector : BinaryPrimitives.ReadUInt32LittleEndian(list[(_sector - 4)..]);
        }

        var most = _bytes.Length / _sector;
        foreach (var sector in sectors.Where(s => s < LastSector).Take(most))
        {
            Numbers(Sector(sector), _table, most);
        }

        Numbers(Chain(_bytes, _table, Long(60), _sector, HeaderShift, (uint)_bytes.Length), _miniTable, _bytes.Length / _mini);
        var directory = Chain(_bytes, _table, Long(48), _sector, HeaderShift, (uint)Math.Min(_bytes.Length, MostEntries * EntryBytes));
        for (var at = 0; at + EntryBytes <= directory.Length; at += EntryBytes)
        {
            Entry(directory.AsSpan(at, EntryBytes));
        }

        if (_entries.Find(e => e.Kind == RootKind) is { } root)
        {
            _miniStream = Chain(_bytes, _table, root.Start, _sector, HeaderShift, root.Size);
        }
    }

    private void Entry(ReadOnlySpan<byte> entry)
    {
        const int LongestName = 64;
        var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(entry[64..]) - 2, 0, LongestName);
        if (entry[66] != 0)
        {
            _entries.Add(new CompoundEntry(Encoding.Unicode.GetString(entry[..(length & ~1)]), entry[66], BinaryPrimitives.ReadUInt32LittleEndian(entry[116..]), BinaryPrimitives.ReadUInt32LittleEndian(entry[120..])));
        }
    }

    private static void Numbers(ReadOnlySpan<byte> bytes, List<uint> numbers, int most)
    {
        for (var i = 0; i + 4 <= bytes.Length && numbers.Count < most + 1; i += 4)
        {
            numbers.Add(BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]));
        }
    }

    private ReadOnlySpan<byte> Sector(uint number)
    {
        var at = HeaderShift + ((long)number * _sector);
        return at >= _bytes.Length ? [] : _bytes.AsSpan((int)at, (int)Math.Min(_sector, _bytes.Length - at));
    }

    private static byte[] Chain(byte[] source, List<uint> table, uint first, int sector, int shift, uint size)
    {
        using var copy = new MemoryStream();
        var at = first;
        for (var steps = (source.Length / sector) + 1; at < LastSector && copy.Length < size && steps > 0; steps--)
        {
            var from = shift + ((long)at * sector);
            if (from >= source.Length)
            {
                break;
            }

            copy.Write(source, (int)from, (int)Math.Min(Math.Min(sector, source.Length - from), size - copy.Length));
            at = at < table.Count ? table[(int)at] : LastSector;
        }

        return copy.ToArray();
    }

    private ushort Word(int at) => BinaryPrimitives.ReadUInt16LittleEndian(_bytes.AsSpan(at));

    private uint Long(int at) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes.AsSpan(at));

    private sealed record CompoundEntry(string Name, int Kind, uint Start, uint Size);
}
