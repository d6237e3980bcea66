using System.Buffers.Binary;

namespace Mingzhang.Documents.Formats.Archives;

/// <summary>大压缩包的附加字段：some packers write them for small archives too.</summary>
internal static class Zip64
{
    private const int LocatorSize = 20;
    private const int EndSize = 56;
    private const int ExtraId = 1;

    /// <summary>结尾记录; null where there is none.</summary>
    public static Zip64End? End(ReadOnlySpan<byte> bytes, int end)
    {
        var locator = end - LocatorSize;
        if (locator < EndSize || U32(bytes, locator) != 0x07064b50)
        {
            return null;
        }

        // Right before the locator: the offset that it states counts from the beginning of the archive, which may not be that of the file.
        var at = locator - EndSize;
        return U32(bytes, at) == 0x06064b50 ? new Zip64End(I64(bytes, at + 32), I64(bytes, at + 40), I64(bytes, at + 48), at) : null;
    }

    /// <summary>成员的大小和位置: each stands in the extra field only where the plain one is full.</summary>
    public static Zip64Sizes Sizes(ReadOnlySpan<byte> extra, uint unpacked, uint packed, uint offset)
    {
        var sizes = new Zip64Sizes(unpacked, packed, offset);
        while (extra.Length >= 4)
        {
            int id = BinaryPrimitives.ReadUInt16LittleEndian(extra), length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (length > extra.Length - 4)
            {
                break;
            }

            if (id == ExtraId)
            {
                var values = extra.Slice(4, length);
                sizes = new Zip64Sizes(Next(ref values, unpacked), Next(ref values, packed), Next(ref values, offset));
            }

            extra = extra[(4 + length)..];
        }

        return sizes;
    }

    private static long Next(ref ReadOnlySpan<byte> values, uint plain)
    {
        if (plain != uint.MaxValue || values.Length < 8)
        {
            return plain;
        }

        var value = I64(values, 0);
        values = values[8..];
        // What is beyond every limit stays so when offsets are added to it.
        return value is < 0 or > int.MaxValue ? int.MaxValue : value;
    }

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static long I64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);
}

/// <summary>大压缩包的结尾。</summary>
internal sealed record Zip64End(long Count, long Size, long Offset, int At);

/// <summary>成员的大小和位置。</summary>
internal sealed record Zip64Sizes(long Unpacked, long Packed, long Offset);
