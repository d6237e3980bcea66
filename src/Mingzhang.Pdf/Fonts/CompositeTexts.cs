using Mingzhang.Pdf.Objects;

namespace Mingzhang.Pdf.Fonts;

/// <summary>复合字体的文字：by ToUnicode, else by the character collection or the embedded font's own character map.</summary>
internal sealed class CompositeTexts
{
    private readonly ObjectStore _store;
    private readonly string _name;
    private readonly ToUnicodeMap? _map;
    private readonly Lazy<TrueTypeProgram?> _program;
    private readonly ReadOnlyMemory<byte> _glyphOfCid;
    private readonly bool _gb1;

    public CompositeTexts(PdfDictionary font, PdfDictionary descendant, FontDescription description, ObjectStore store)
    {
        _store = store;
        _name = description.Name;
        _map = font["ToUnicode"].Stream is { } stream ? ToUnicodeMap.Read(stream, store) : null;
        _program = new Lazy<TrueTypeProgram?>(() => description.TrueType is { } program ? TrueTypeProgram.Open(store.Decode(program)) : null);
        _gb1 = descendant["CIDSystemInfo"].Dictionary?["Ordering"].Text is { } ordering && ordering.AsSpan().SequenceEqual("GB1"u8);
        _glyphOfCid = descendant["CIDToGIDMap"].Stream is { } table ? First(store.Decode(table).Span) : default;
    }

    /// <summary>一个编码的文字：null where the map does not tell it.</summary>
    public string? Of(int code) => _map?.Text(code) is { } text && text is not ("\0" or "") ? text : null;

    /// <summary>一个字形号的文字：null where it is not known.</summary>
    public string? OfCid(int cid) => cid < 0 ? null : _gb1 ? Gb1.Text(cid) ?? _program.Value?.Text(Glyph(cid)) : _program.Value?.Text(Glyph(cid));

    /// <summary>没有文字：said once for the font.</summary>
    public string Missing()
    {
        _store.Faults.Add(PdfFaultKind.MissingFontMap, _name);
        return PdfFont.Unknown;
    }

    private static byte[] First(ReadOnlySpan<byte> table) => table[..Math.Min(table.Length, 2 * 0x10000)].ToArray();

    private int Glyph(int cid)
    {
        var table = _glyphOfCid.Span;
        return table.IsEmpty ? cid : cid < table.Length / 2 ? (table[2 * cid] << 8) | table[(2 * cid) + 1] : 0;
    }
}
