using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Filters;

/// <summary>解码所得：grows as needed, and refuses to grow beyond the limits.</summary>
internal sealed class DecodedBytes(Work work, int expected)
{
    private byte[] _bytes = new byte[Math.Clamp(expected, 256, 1 << 20)];

    public int Count { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Count);

    /// <summary>可写的空间：at least of the size.</summary>
    public Span<byte> Room(int size)
    {
        if (_bytes.Length - Count < size)
        {
            if (Count + (long)size > work.Limits.StreamBytes)
            {
                throw new PdfException(PdfProblem.TooLarge, "A stream of the PDF is larger than is allowed.");
            }

            Array.Resize(ref _bytes, (int)Math.Min(work.Limits.StreamBytes, Math.Max(2L * _bytes.Length, Count + (long)size)));
        }

        return _bytes.AsSpan(Count);
    }

    /// <summary>写在空间里的，立即计数：so that a bomb is noticed while it goes off.</summary>
    public void Advance(int count)
    {
        Count += count;
        work.Decoded(count);
    }

    public void Add(byte b)
    {
        Room(1)[0] = b;
        Count++;
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Count += bytes.Length;
    }

    /// <summary>写在空间里的，不计数。</summary>
    public void Skip(int count) => Count += count;

    /// <summary>写完：counts what was written byte by byte.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        work.Decoded(Count);
        return Written;
    }
}
