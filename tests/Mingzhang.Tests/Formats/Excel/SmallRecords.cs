using System.Buffers.Binary;
using System.Text;

namespace Mingzhang.Tests.Formats.Excel;

/// <summary>小旧工作簿：the records of an xls, one sheet, without the compound file around them.</summary>
internal sealed class SmallRecords
{
    private readonly List<byte> _sheet = [];
    private readonly List<string> _texts = [];

    public bool Encrypted { get; init; }

    public static byte[] Table
    {
        get
        {
            var book = new SmallRecords();
            var lines = "部门收入总表\n单位：万元\n科目编码\t科目名称\t总计\t一般公共预算拨款收入\n\t合计\t12.5\t12.5\n201\t一般公共服务支出\t12.5\t12.5\n20126\t档案事务\t12.5\t12.5\n2012601\t行政运行\t12.5\t12.5".Split('\n');
            for (var r = 0; r < lines.Length; r++)
            {
                var cells = lines[r].Split('\t');
                for (var c = 0; c < cells.Length; c++)
                {
                    if (double.TryParse(cells[c], System.Globalization.CultureInfo.InvariantCulture, out var number))
                    {
                        book.Record(0x203, [.. Place(r, c, c > 1 ? 1 : 0), .. BitConverter.GetBytes(number)]);
                    }
                    else if (cells[c].Length > 0)
                    {
                        book._texts.Add(cells[c]);
                        book.Record(0xFD, [.. Place(r, c, 0), .. BitConverter.GetBytes(book._texts.Count - 1)]);
                    }
                }
            }

            return book.Bytes();
        }
    }

    public static byte[] Place(int row, int column, int style) => [.. Word(row), .. Word(column), .. Word(style)];

    public static byte[] Word(int value) => BitConverter.GetBytes((ushort)value);

    public SmallRecords Record(int kind, byte[] data)
    {
        _sheet.AddRange([.. Word(kind), .. Word(data.Length), .. data]);
        return this;
    }

    public byte[] Bytes()
    {
        using var book = new MemoryStream();
        Write(book, 0x809, [0, 6, 5, 0, 0, 0, 0, 0]);
        if (Encrypted)
        {
            Write(book, 0x2F, [1, 0, 1, 0, 1, 0]);
        }

        Write(book, 0xE0, [0, 0, 0, 0]);
        Write(book, 0xE0, [0, 0, 4, 0]);
        var at = (int)book.Length + 4;
        Write(book, 0x85, [0, 0, 0, 0, 0, 0, 2, 1, .. Encoding.Unicode.GetBytes("总表")]);
        Write(book, 0xFC, [.. BitConverter.GetBytes(_texts.Count), .. BitConverter.GetBytes(_texts.Count), .. _texts.SelectMany(t => (byte[])[.. Word(t.Length), 1, .. Encoding.Unicode.GetBytes(t)])]);
        Write(book, 0x0A, []);
        var sheet = (int)book.Length;
        Write(book, 0x809, [0, 6, 16, 0, 0, 0, 0, 0]);
        book.Write([.. _sheet]);
        Write(book, 0x0A, []);
        var bytes = book.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(at), sheet);
        return bytes;
    }

    private static void Write(Stream stream, int kind, byte[] data) => stream.Write([.. Word(kind), .. Word(data.Length), .. data]);
}
