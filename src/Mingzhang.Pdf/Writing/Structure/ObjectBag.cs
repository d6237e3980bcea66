using System.IO.Compression;
using System.Security.Cryptography;

namespace Mingzhang.Pdf.Writing.Structure;

/// <summary>待写的对象：objects of a new file. What is no stream goes into object streams, since a tagged document has thousands of small objects.</summary>
internal sealed class ObjectBag
{
    private const int PerStream = 250;
    private readonly List<ReadOnlyMemory<byte>> _objects = [default];
    private readonly List<bool> _isStream = [false];

    public int Reserve()
    {
        _objects.Add(default);
        _isStream.Add(false);
        return _objects.Count - 1;
    }

    public int Add(ByteText text)
    {
        var number = Reserve();
        Set(number, text);
        return number;
    }

    public void Set(int number, ByteText text) => _objects[number] = text.Memory;

    /// <summary>数据流：with the entries of its dictionary besides Length and Filter.</summary>
    public int Stream(ReadOnlySpan<byte> entries, ReadOnlySpan<byte> content, bool compress = true)
    {
        var number = Reserve();
        _objects[number] = Wrapped(entries, content, compress).Memory;
        _isStream[number] = true;
        return number;
    }

    /// <summary>成文件：objects, object streams, and the table of objects as a stream. The identifier is made from the content, so that equal books are equal files.</summary>
    public byte[] Finish(int root, int info)
    {
        var plain = Enumerable.Range(1, _objects.Count - 1).Where(i => !_isStream[i]).ToArray();
        var places = new Dictionary<int, ObjectPlace>();
        foreach (var group in plain.Chunk(PerStream))
        {
            Pack(group, places);
        }

        var file = new ByteText().Add("%PDF-1.7\n%"u8).Add([0xe6, 0x98, 0x8e, 0xe8, (byte)'\n']);
        for (var i = 1; i < _objects.Count; i++)
        {
            if (_isStream[i])
            {
                places[i] = new ObjectPlace(1, file.Length, 0);
                file.Add(i).Add(" 0 obj\n"u8).Add(_objects[i].Span).Add("\nendobj\n"u8);
            }
        }

        var table = Reserve();
        places[table] = new ObjectPlace(1, file.Length, 0);
        var id = Convert.ToHexString(SHA256.HashData(file.Memory.Span).AsSpan(0, 16));
        var entries = new ByteText().Add("/Type/XRef/Size "u8).Add(table + 1).Add("/W[1 4 2]/Root "u8).Ref(root).Add("/Info "u8).Ref(info).Add($"/ID[<{id}><{id}>]");
        var start = file.Length;
        file.Add(table).Add(" 0 obj\n"u8).Add(Wrapped(entries.Memory.Span, Rows(places, table + 1), compress: true).Memory.Span).Add("\nendobj\nstartxref\n"u8).Add(start).Add("\n%%EOF\n"u8);
        return file.Memory.ToArray();
    }

    private static byte[] Rows(Dictionary<int, ObjectPlace> places, int size)
    {
        var rows = new byte[size * 7];
        rows[5] = rows[6] = 0xff;
        for (var i = 1; i < size; i++)
        {
            var place = places[i];
            var row = rows.AsSpan(i * 7);
            row[0] = (byte)place.Kind;
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(row[1..], place.Where);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(row[5..], (ushort)place.Index);
        }

        return rows;
    }

    private void Pack(int[] group, Dictionary<int, ObjectPlace> places)
    {
        var index = new ByteText();
        var body = new ByteText();
        foreach (var number in group)
        {
            index.Add(number).Add(" "u8).Add(body.Length).Add(" "u8);
            body.Add(_objects[number].Length == 0 ? "null"u8 : _objects[number].Span).Add("\n"u8);
        }

        var entries = new ByteText().Add("/Type/ObjStm/N "u8).Add(group.Length).Add("/First "u8).Add(index.Length);
        var container = Stream(entries.Memory.Span, index.Add(body.Memory.Span).Memory.Span);
        for (var i = 0; i < group.Length; i++)
        {
            places[group[i]] = new ObjectPlace(2, container, i);
        }
    }

    /// <summary>压缩。</summary>
    internal static ByteText Wrapped(ReadOnlySpan<byte> entries, ReadOnlySpan<byte> content, bool compress)
    {
        var text = new ByteText().Add("<<"u8).Add(entries);
        if (!compress)
        {
            return text.Add("/Length "u8).Add(content.Length).Add(">>\nstream\n"u8).Add(content).Add("\nendstream"u8);
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(content);
        }

        return text.Add("/Filter/FlateDecode/Length "u8).Add((int)packed.Length).Add(">>\nstream\n"u8).Add(packed.GetBuffer().AsSpan(0, (int)packed.Length)).Add("\nendstream"u8);
    }

    /// <summary>对象的位置：kind 1 an offset, kind 2 a place in an object stream.</summary>
    private sealed record ObjectPlace(int Kind, int Where, int Index);
}
