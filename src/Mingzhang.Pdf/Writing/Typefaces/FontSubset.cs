using System.Buffers.Binary;

namespace Mingzhang.Pdf.Writing.Typefaces;

/// <summary>子集：a font program with only the glyphs that are used, numbered anew; parts of composed glyphs come along.</summary>
internal static class FontSubset
{
    private const int MostParts = 64;
    private static readonly string[] Copied = ["cvt ", "fpgm", "prep"];

    /// <summary>裁出：glyphs are the old numbers by new number; parts of composed glyphs are appended.</summary>
    public static byte[] Cut(FontFace face, IEnumerable<int> glyphs)
    {
        var old = new List<int>(glyphs);
        var numbers = new Dictionary<int, int>();
        for (var i = 0; i < old.Count; i++)
        {
            numbers.TryAdd(old[i], i);
        }

        // A forged table of places may let all glyphs share one huge outline.
        var left = (2L * face.Outlines.Length) + 65536;
        var outlines = new List<byte[]>();
        for (var i = 0; i < old.Count; i++)
        {
            var outline = face.Outline(old[i]).ToArray();
            left -= outline.Length;
            outline = left < 0 ? [] : outline;
            Renumber(outline, face, old, numbers);
            outlines.Add(outline);
        }

        return Assemble(face, old, outlines);
    }

    private static void Renumber(byte[] outline, FontFace face, List<int> old, Dictionary<int, int> numbers)
    {
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return;
        }

        var at = 10;
        for (var part = 0; part < MostParts && at + 4 <= outline.Length; part++)
        {
            var flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var glyph = (int)BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            glyph = glyph < face.Glyphs ? glyph : 0;
            if (!numbers.TryGetValue(glyph, out var number))
            {
                number = old.Count;
                if (number > ushort.MaxValue)
                {
                    return;
                }

                numbers[glyph] = number;
                old.Add(glyph);
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)number);
            at += 4 + ((flags & 1) != 0 ? 4 : 2) + ((flags & 8) != 0 ? 2 : (flags & 0x40) != 0 ? 4 : (flags & 0x80) != 0 ? 8 : 0);
            if ((flags & 0x20) == 0)
            {
                return;
            }
        }
    }

    private static byte[] Assemble(FontFace face, List<int> old, List<byte[]> outlines)
    {
        var glyf = new byte[outlines.Sum(o => (o.Length + 3) & ~3)];
        var loca = new byte[4 * (old.Count + 1)];
        var hmtx = new byte[4 * old.Count];
        var at = 0;
        for (var i = 0; i < old.Count; i++)
        {
            outlines[i].CopyTo(glyf, at);
            at += (outlines[i].Length + 3) & ~3;
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * (i + 1)), at);
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), (ushort)face.Advance(old[i]));
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan((4 * i) + 2), (short)face.Bearing(old[i]));
        }

        var head = Padded(face.Tables.Table("head"), 54);
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(8), 0);
        var hhea = Padded(face.Tables.Table("hhea"), 36);
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)old.Count);
        var maxp = Padded(face.Tables.Table("maxp"), 32);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)old.Count);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { ["glyf"] = glyf, ["loca"] = loca, ["hmtx"] = hmtx, ["head"] = head, ["hhea"] = hhea, ["maxp"] = maxp };
        foreach (var tag in Copied)
        {
            if (face.Tables.Table(tag) is { Length: > 0 } table)
            {
                tables[tag] = table.ToArray();
            }
        }

        return File(tables);
    }

    private static byte[] Padded(ReadOnlyMemory<byte> table, int length)
    {
        var bytes = new byte[Math.Max(length, table.Length)];
        table.CopyTo(bytes);
        return bytes;
    }

    private static byte[] File(SortedDictionary<string, byte[]> tables)
    {
        var directory = 12 + (16 * tables.Count);
        var file = new byte[directory + tables.Values.Sum(t => (t.Length + 3) & ~3)];
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteInt32BigEndian(file, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4), (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(10), (ushort)((16 * tables.Count) - (16 << power)));
        var (entry, at, head) = (12, directory, 0);
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(file, at);
            System.Text.Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Sum(file.AsSpan(at, (table.Length + 3) & ~3)));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), at);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), table.Length);
            head = tag == "head" ? at : head;
            at += (table.Length + 3) & ~3;
            entry += 16;
        }

        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(head + 8), unchecked(0xB1B0AFBAu - Sum(file)));
        return file;
    }

    private static uint Sum(ReadOnlySpan<byte> data)
    {
        var sum = 0u;
        for (var i = 0; i + 4 <= data.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(data[i..]));
        }

        return sum;
    }
}
