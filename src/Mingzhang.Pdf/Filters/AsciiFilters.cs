using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Filters;

/// <summary>文本编码的数据：hexadecimal and base 85.</summary>
internal static class AsciiFilters
{
    public static ReadOnlyMemory<byte> Hex(ReadOnlySpan<byte> data, Work work)
    {
        var end = data.IndexOf((byte)'>');
        var bytes = StringTokens.HexBytes(end < 0 ? data : data[..end]);
        work.Decoded(bytes.Length);
        return bytes;
    }

    public static ReadOnlyMemory<byte> Base85(ReadOnlySpan<byte> data, Work work)
    {
        var output = new DecodedBytes(work, data.Length);
        Span<byte> group = stackalloc byte[5];
        var count = 0;
        foreach (var b in data)
        {
            if (b == '~')
            {
                break;
            }

            if (b == 'z' && count == 0)
            {
                output.Add([0, 0, 0, 0]);
            }
            else if (b is >= (byte)'!' and <= (byte)'u')
            {
                group[count++] = (byte)(b - '!');
                if (count == 5)
                {
                    Put(group, 4, output);
                    count = 0;
                }
            }
        }

        if (count > 1)
        {
            // A short last group is filled up with the highest digit.
            group[count..].Fill(84);
            Put(group, count - 1, output);
        }

        return output.Finish();
    }

    private static void Put(ReadOnlySpan<byte> group, int count, DecodedBytes output)
    {
        ulong value = 0;
        foreach (var digit in group)
        {
            value = (value * 85) + digit;
        }

        for (var i = 0; i < count; i++)
        {
            output.Add((byte)((value >> (24 - (8 * i))) & 0xff));
        }
    }
}
