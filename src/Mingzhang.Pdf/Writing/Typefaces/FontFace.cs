namespace Mingzhang.Pdf.Writing.Typefaces;

/// <summary>字体：one face with outlines in glyf, ready to be measured and cut. Made once and shared.</summary>
internal sealed class FontFace
{
    private readonly ReadOnlyMemory<byte> _metrics;
    private readonly int _metricCount;
    private readonly ReadOnlyMemory<byte> _places;
    private readonly bool _longPlaces;
    private readonly CharacterMap _map;

    private FontFace(FontTables tables, string name)
    {
        Tables = tables;
        Name = name;
        var head = tables.Table("head").Span;
        UnitsPerEm = FontTables.UInt16(head, 18) is >= 16 and <= 16384 and var units ? units : 1000;
        Box = [.. Enumerable.Range(0, 4).Select(i => Scaled(FontTables.Int16(tables.Table("head").Span, 36 + (2 * i))))];
        _longPlaces = FontTables.Int16(head, 50) != 0;
        var hhea = tables.Table("hhea").Span;
        Ascent = Scaled(FontTables.Int16(hhea, 4));
        Descent = Scaled(FontTables.Int16(hhea, 6));
        Glyphs = FontTables.UInt16(tables.Table("maxp").Span, 4);
        _metrics = tables.Table("hmtx");
        _metricCount = Math.Max(1, FontTables.UInt16(hhea, 34));
        _places = tables.Table("loca");
        Outlines = tables.Table("glyf");
        _map = new CharacterMap(tables.Table("cmap").Span, Glyphs);
    }

    public FontTables Tables { get; }

    public string Name { get; }

    public int UnitsPerEm { get; }

    public int Glyphs { get; }

    public ReadOnlyMemory<byte> Outlines { get; }

    /// <summary>外框：in thousandths.</summary>
    public IReadOnlyList<int> Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    /// <summary>打开：null where it has no TrueType outlines, or its licence bits forbid embedding or cutting.</summary>
    public static FontFace? Open(FontTables tables, IReadOnlyList<string> names)
    {
        var mayNot = FontTables.UInt16(tables.Table("OS/2").Span, 8);
        var restricted = (mayNot & 0x000e) == 0x0002 || (mayNot & 0x0300) != 0;
        return !restricted && HasOutlines(tables) ? new FontFace(tables, FaceNames.PostScript(names)) : null;
    }

    public static bool HasOutlines(FontTables tables) => tables.Has("glyf") && tables.Has("loca") && tables.Has("cmap") && tables.Has("head") && tables.Has("hhea") && tables.Has("hmtx") && tables.Has("maxp");

    /// <summary>字形：0 for none.</summary>
    public int Glyph(int rune) => _map.Glyph(rune);

    /// <summary>字宽：in the font's own units.</summary>
    public int Advance(int glyph) => FontTables.UInt16(_metrics.Span, 4L * Math.Min(glyph, _metricCount - 1));

    public int Bearing(int glyph) => glyph < _metricCount ? FontTables.Int16(_metrics.Span, (4L * glyph) + 2) : FontTables.Int16(_metrics.Span, (4L * _metricCount) + (2L * (glyph - _metricCount)));

    /// <summary>轮廓：empty for a space or a place that makes no sense.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var places = _places.Span;
        var start = _longPlaces ? FontTables.UInt32(places, 4L * glyph) : 2L * FontTables.UInt16(places, 2L * glyph);
        var end = _longPlaces ? FontTables.UInt32(places, (4L * glyph) + 4) : 2L * FontTables.UInt16(places, (2L * glyph) + 2);
        return start < end && end <= Outlines.Length && glyph < Glyphs ? Outlines.Span[(int)start..(int)end] : default;
    }

    /// <summary>千分之一字身。</summary>
    public int Scaled(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);
}
