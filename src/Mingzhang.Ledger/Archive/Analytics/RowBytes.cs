using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Mingzhang.Ledger.Archive.Analytics;

/// <summary>写入的行：ClickHouse's RowBinary, in which no text can be taken for anything but text.</summary>
internal sealed class RowBytes
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>行数。</summary>
    public long Rows { get; private set; }

    /// <summary>已写的字节。</summary>
    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    /// <summary>清空，以便再用。</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        Rows = 0;
    }

    /// <summary>整数。</summary>
    public RowBytes Whole(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
        return this;
    }

    /// <summary>可以没有的整数。</summary>
    public RowBytes Maybe(long? value) => value is { } given ? Byte(0).Whole(given) : Byte(1);

    /// <summary>年度; zero where there is none.</summary>
    public RowBytes Year(long? value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(sizeof(int)), checked((int)(value ?? 0)));
        _bytes.Advance(sizeof(int));
        return this;
    }

    /// <summary>文字。</summary>
    public RowBytes Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        for (var rest = (uint)length; ; rest >>= 7)
        {
            if (rest < 0x80)
            {
                Byte((byte)rest);
                break;
            }

            Byte((byte)(rest | 0x80));
        }

        Encoding.UTF8.GetBytes(value, _bytes.GetSpan(length));
        _bytes.Advance(length);
        return this;
    }

    /// <summary>一行的结尾：whether its document was replaced, and where it stands.</summary>
    public void End(bool replaced, string region)
    {
        Byte(replaced ? (byte)1 : (byte)0).Text(region);
        Rows++;
    }

    private RowBytes Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
        return this;
    }
}
