using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Filters;

/// <summary>压缩（LZW）：of old files.</summary>
internal static class LzwFilter
{
    private const int Clear = 256;
    private const int End = 257;
    private const int Full = 4096;

    public static ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> data, int earlyChange, Work work)
    {
        var output = new DecodedBytes(work, data.Length);

        // Each code is a stretch of the output: where it was written first, and how long.
        var starts = new int[Full];
        var lengths = new int[Full];
        var next = End + 1;
        var width = 9;
        var previous = -1;
        var previousStart = 0;
        var bits = 0;
        var bitCount = 0;
        foreach (var b in data)
        {
            bits = ((bits << 8) | b) & 0xfffff;
            bitCount += 8;
            if (bitCount < width)
            {
                continue;
            }

            bitCount -= width;
            var code = (bits >> bitCount) & ((1 << width) - 1);
            if (code == End)
            {
                break;
            }

            if (code == Clear)
            {
                (next, width, previous) = (End + 1, 9, -1);
                continue;
            }

            if (code > next || (code == next && previous < 0))
            {
                break;
            }

            var start = output.Count;
            var previousLength = previous < Clear ? 1 : lengths[previous];
            if (previous >= 0 && next < Full)
            {
                (starts[next], lengths[next]) = (previousStart, previousLength + 1);
                next++;
            }

            if (code < Clear)
            {
                output.Add((byte)code);
            }
            else
            {
                Copy(output, starts[code], lengths[code]);
            }

            (previous, previousStart) = (code, start);
            width = next + earlyChange >= 2048 ? 12 : next + earlyChange >= 1024 ? 11 : next + earlyChange >= 512 ? 10 : 9;
        }

        return output.Finish();
    }

    /// <summary>重复已写的一段：byte by byte, since the stretch may reach into what it writes.</summary>
    private static void Copy(DecodedBytes output, int start, int length)
    {
        var room = output.Room(length);
        var from = output.Written.Span[start..];
        for (var i = 0; i < length; i++)
        {
            room[i] = i < from.Length ? from[i] : room[i - from.Length];
        }

        output.Skip(length);
    }
}
