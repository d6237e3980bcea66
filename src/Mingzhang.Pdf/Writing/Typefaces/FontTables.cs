using System.Buffers.Binary;

namespace Mingzhang.Pdf.Writing.Typefaces;

/// <summary>字体的表：the tables of one face. Every offset is checked, since a font may be cut or forged.</summary>
internal sealed class FontTables
{
    private const int MostTables = 256;
    private const int MostFaces = 256;
    private const int LargestTable = 64 << 20;
    private readonly PdfFontFile _file;
    private readonly Dictionary<string, TablePlace> _places = new(StringComparer.Ordinal);

    private FontTables(PdfFontFile file) => _file = file;

    /// <summary>文件里的各个字体：one, or those of a collection; none where it is no font.</summary>
    public static IReadOnlyList<FontTables> Of(PdfFontFile file)
    {
        var head = file.Read(0, 12);
        if (UInt32(head.Span, 0) != 0x74746366)
        {
            return Face(file, 0) is { } only ? [only] : [];
        }

        var count = (int)Math.Min(UInt32(head.Span, 8), MostFaces);
        var offsets = file.Read(12, 4 * count);
        return [.. Enumerable.Range(0, count).Select(i => Face(file, UInt32(offsets.Span, 4 * i))).OfType<FontTables>()];
    }

    public bool Has(string tag) => _places.ContainsKey(tag);

    /// <summary>表：empty where there is none.</summary>
    public ReadOnlyMemory<byte> Table(string tag) => _places.TryGetValue(tag, out var place) ? _file.Read(place.Offset, place.Length) : default;

    public static int Byte(ReadOnlySpan<byte> data, long at) => at >= 0 && at < data.Length ? data[(int)at] : 0;

    public static int UInt16(ReadOnlySpan<byte> data, long at) => at >= 0 && at <= data.Length - 2 ? BinaryPrimitives.ReadUInt16BigEndian(data[(int)at..]) : 0;

    public static int Int16(ReadOnlySpan<byte> data, long at) => at >= 0 && at <= data.Length - 2 ? BinaryPrimitives.ReadInt16BigEndian(data[(int)at..]) : 0;

    public static uint UInt32(ReadOnlySpan<byte> data, long at) => at >= 0 && at <= data.Length - 4 ? BinaryPrimitives.ReadUInt32BigEndian(data[(int)at..]) : 0;

    private static FontTables? Face(PdfFontFile file, uint offset)
    {
        var head = file.Read(offset, 12).Span;
        if (UInt32(head, 0) is not (0x00010000 or 0x74727565 or 0x4f54544f))
        {
            return null;
        }

        var count = Math.Min(UInt16(head, 4), MostTables);
        var directory = file.Read(offset + 12L, 16 * count).Span;
        var face = new FontTables(file);
        for (var i = 0; i < count && (16 * i) + 16 <= directory.Length; i++)
        {
            var tag = System.Text.Encoding.Latin1.GetString(directory.Slice(16 * i, 4));
            var start = UInt32(directory, (16 * i) + 8);
            var length = UInt32(directory, (16 * i) + 12);
            if (start < file.Length && length <= LargestTable)
            {
                face._places[tag] = new TablePlace(start, (int)Math.Min(length, file.Length - start));
            }
        }

        return face;
    }

    private sealed record TablePlace(long Offset, int Length);
}
