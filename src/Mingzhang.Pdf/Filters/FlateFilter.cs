using System.IO.Compression;
using System.Runtime.InteropServices;
using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Filters;

/// <summary>压缩（Deflate）：damaged data give what could be decoded; a wrong checksum is no matter.</summary>
internal static class FlateFilter
{
    private const int Chunk = 16384;

    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> data, int number, ObjectStore store)
    {
        // Some producers put line ends before the data.
        while (data.Length > 0 && data.Span[0] is 10 or 13)
        {
            data = data[1..];
        }

        var output = new DecodedBytes(store.Work, (int)Math.Min(data.Length * 4L, int.MaxValue));
        var hasHeader = data.Length >= 2 && (data.Span[0] & 0x0f) == 8 && ((data.Span[0] << 8) | data.Span[1]) % 31 == 0;
        var whole = Inflate(hasHeader ? data[2..] : data, output);
        if (!whole && output.Count == 0 && !hasHeader && data.Length > 2)
        {
            // The two bytes of the header may be what is damaged.
            whole = Inflate(data[2..], output);
        }

        if (!whole)
        {
            store.Faults.Add(PdfFaultKind.DamagedStream, $"object {number}: {output.Count} bytes could be decoded");
        }

        return output.Written;
    }

    /// <summary>解压：false where the data are damaged; what came before the damage stays.</summary>
    private static bool Inflate(ReadOnlyMemory<byte> data, DecodedBytes output)
    {
        using var source = Source(data);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        try
        {
            while (true)
            {
                var count = inflater.Read(output.Room(Chunk));
                if (count == 0)
                {
                    return true;
                }

                output.Advance(count);
            }
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static MemoryStream Source(ReadOnlyMemory<byte> data) => MemoryMarshal.TryGetArray(data, out var segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(data.ToArray(), writable: false);
}
