using System.Buffers.Binary;

namespace Mingzhang.Documents.Formats.Archives;

/// <summary>中央目录：the list of parts at the end of a zip file, read with every offset checked. Parts may not share bytes: that is how a small file unpacks to a huge one.</summary>
internal static class CentralDirectory
{
    private const int EndSize = 22;
    private const int EntrySize = 46;
    private const int LocalSize = 30;
    private const uint EndMark = 0x06054b50;
    private const uint EntryMark = 0x02014b50;
    private const uint LocalMark = 0x04034b50;

    /// <summary>读取。</summary>
    /// <exception cref="ArchiveException">The directory is damaged or hostile.</exception>
    public static List<ArchiveEntry> Read(ReadOnlySpan<byte> bytes, ArchiveLimits limits)
    {
        var end = FindEnd(bytes);
        long count = U16(bytes, end + 10);
        long size = U32(bytes, end + 12);
        long offset = U32(bytes, end + 16);
        var directoryEnd = (long)end;
        if (Zip64.End(bytes, end) is { } larger)
        {
            (count, size, offset, directoryEnd) = (larger.Count, larger.Size, larger.Offset, larger.At);
        }

        if (count > limits.Entries)
        {
            throw new ArchiveException(ArchiveProblem.TooManyEntries);
        }

        // Bytes before the archive, as of a program that unpacks itself, shift all its offsets.
        var shift = directoryEnd - size - offset;
        if (size < 0 || offset < 0 || size > directoryEnd || shift < 0)
        {
            throw new ArchiveException(ArchiveProblem.Damaged);
        }

        return Entries(bytes, (int)(directoryEnd - size), (int)directoryEnd, (int)count, shift);
    }

    private static List<ArchiveEntry> Entries(ReadOnlySpan<byte> bytes, int from, int to, int count, long shift)
    {
        var entries = new List<ArchiveEntry>(count);
        var taken = new List<Extent>(count);
        for (var at = from; at < to && entries.Count < count;)
        {
            if (at + EntrySize > to || U32(bytes, at) != EntryMark)
            {
                throw new ArchiveException(ArchiveProblem.Damaged);
            }

            int nameLength = U16(bytes, at + 28), extraLength = U16(bytes, at + 30), commentLength = U16(bytes, at + 32);
            var next = at + EntrySize + nameLength + extraLength + commentLength;
            if (next > to)
            {
                throw new ArchiveException(ArchiveProblem.Damaged);
            }

            var flags = U16(bytes, at + 8);
            var sizes = Zip64.Sizes(bytes.Slice(at + EntrySize + nameLength, extraLength), U32(bytes, at + 24), U32(bytes, at + 20), U32(bytes, at + 42));
            var name = EntryNames.Decode(bytes.Slice(at + EntrySize, nameLength), flags);
            var local = sizes.Offset + shift;
            var start = Data(bytes, local, from);
            if (sizes.Packed < 0 || sizes.Unpacked < 0 || sizes.Packed > from - start)
            {
                throw new ArchiveException(ArchiveProblem.Damaged);
            }

            taken.Add(new Extent(local, start + sizes.Packed));
            entries.Add(new ArchiveEntry(name, U16(bytes, at + 10), (flags & 1) != 0, (int)start, (int)sizes.Packed, sizes.Unpacked, U32(bytes, at + 16)));
            at = next;
        }

        if (entries.Count < count)
        {
            throw new ArchiveException(ArchiveProblem.Damaged);
        }

        Apart(taken);
        return entries;
    }

    // Where the data of a part begin, behind its own header.
    private static long Data(ReadOnlySpan<byte> bytes, long local, int directory)
    {
        if (local < 0 || local + LocalSize > directory || U32(bytes, (int)local) != LocalMark)
        {
            throw new ArchiveException(ArchiveProblem.Damaged);
        }

        var start = local + LocalSize + U16(bytes, (int)local + 26) + U16(bytes, (int)local + 28);
        return start <= directory ? start : throw new ArchiveException(ArchiveProblem.Damaged);
    }

    private static void Apart(List<Extent> taken)
    {
        taken.Sort(static (a, b) => a.From.CompareTo(b.From));
        for (var i = 1; i < taken.Count; i++)
        {
            if (taken[i].From < taken[i - 1].To)
            {
                throw new ArchiveException(ArchiveProblem.Overlapping);
            }
        }
    }

    // The end record stands last, before a comment of at most 65,535 bytes whose length it states.
    private static int FindEnd(ReadOnlySpan<byte> bytes)
    {
        var least = Math.Max(0, bytes.Length - EndSize - ushort.MaxValue);
        for (var at = bytes.Length - EndSize; at >= least; at--)
        {
            if (U32(bytes, at) == EndMark && at + EndSize + U16(bytes, at + 20) <= bytes.Length)
            {
                return at;
            }
        }

        throw new ArchiveException(ArchiveProblem.Damaged);
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private sealed record Extent(long From, long To);
}
