using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Filters;

/// <summary>行程编码。</summary>
internal static class RunLengthFilter
{
    public static ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> data, Work work)
    {
        var output = new DecodedBytes(work, data.Length);
        for (var i = 0; i < data.Length && data[i] != 128;)
        {
            var length = data[i++];
            if (length < 128)
            {
                var count = Math.Min(length + 1, data.Length - i);
                output.Add(data.Slice(i, count));
                i += count;
            }
            else if (i < data.Length)
            {
                output.Room(257 - length)[..(257 - length)].Fill(data[i++]);
                output.Skip(257 - length);
            }
        }

        return output.Finish();
    }
}
