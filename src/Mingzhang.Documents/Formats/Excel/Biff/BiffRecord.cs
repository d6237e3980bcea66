using System.Buffers.Binary;

namespace Mingzhang.Documents.Formats.Excel.Biff;

/// <summary>一条记录：its kind, where its data begin and how many bytes they are.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct BiffRecord(int Kind, int Start, int Length);

/// <summary>逐条读取：a stream of records; the end of the stream ends the last of them.</summary>
internal sealed class BiffStream(byte[] bytes)
{
    public const int Bof = 0x809;
    public const int Eof = 0x0A;
    public const int FilePass = 0x2F;
    public const int CodePage = 0x42;
    public const int DateMode = 0x22;
    public const int BoundSheet = 0x85;
    public const int Format = 0x41E;
    public const int Xf = 0xE0;
    public const int Sst = 0xFC;
    public const int Continue = 0x3C;
    public const int SupBook = 0x1AE;
    public const int Row = 0x208;
    public const int ColInfo = 0x7D;
    public const int Number = 0x203;
    public const int Rk = 0x27E;
    public const int MulRk = 0xBD;
    public const int LabelSst = 0xFD;
    public const int Label = 0x204;
    public const int RString = 0xD6;
    public const int Formula = 0x06;
    public const int String = 0x207;
    public const int BoolErr = 0x205;
    public const int MergedCells = 0xE5;
    public const int Window2 = 0x23E;

    public byte[] Bytes => bytes;

    /// <summary>从某处起的各条记录。</summary>
    public IEnumerable<BiffRecord> From(int at)
    {
        const int Head = 4;
        while (at >= 0 && at <= bytes.Length - Head)
        {
            var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at + 2)), bytes.Length - at - Head);
            yield return new BiffRecord(BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at)), at + Head, length);
            at += Head + length;
        }
    }

    /// <summary>记录中的一个字; 0 beyond its end.</summary>
    public int Word(BiffRecord record, int offset) => offset + 2 <= record.Length ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(record.Start + offset)) : 0;

    /// <summary>记录中的一个双字; 0 beyond its end.</summary>
    public uint Long(BiffRecord record, int offset) => offset + 4 <= record.Length ? BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(record.Start + offset)) : 0;

    /// <summary>记录中的一个字节; 0 beyond its end.</summary>
    public int Byte(BiffRecord record, int offset) => offset < record.Length ? bytes[record.Start + offset] : 0;

    /// <summary>记录中的一个双精度数。</summary>
    public double Double(BiffRecord record, int offset) => offset + 8 <= record.Length ? BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(record.Start + offset)) : 0;
}
