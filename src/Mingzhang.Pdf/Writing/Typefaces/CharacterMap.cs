namespace Mingzhang.Pdf.Writing.Typefaces;

/// <summary>字符到字形：formats 4 and 12, which all fonts of today have.</summary>
internal sealed class CharacterMap
{
    private const int MostPairs = 400_000;
    private readonly ushort[] _plane = new ushort[0x10000];
    private readonly Dictionary<int, ushort> _beyond = [];
    private int _left = MostPairs;

    public CharacterMap(ReadOnlySpan<byte> table, int glyphs)
    {
        var count = Math.Min(FontTables.UInt16(table, 2), 64);
        for (var i = 0; i < count; i++)
        {
            var record = 4 + (8 * i);
            var (platform, encoding) = (FontTables.UInt16(table, record), FontTables.UInt16(table, record + 2));
            if ((platform == 3 && encoding is 1 or 10) || platform == 0)
            {
                var at = FontTables.UInt32(table, record + 4);
                switch (FontTables.UInt16(table, at))
                {
                    case 4:
                        Segments(table, at, glyphs);
                        break;
                    case 12:
                        Groups(table, at, glyphs);
                        break;
                }
            }
        }
    }

    /// <summary>字形：0 for none.</summary>
    public int Glyph(int rune) => rune is >= 0 and < 0x10000 ? _plane[rune] : _beyond.GetValueOrDefault(rune);

    private void Segments(ReadOnlySpan<byte> table, long at, int glyphs)
    {
        var size = FontTables.UInt16(table, at + 6) & ~1;
        for (var i = 0; i < size; i += 2)
        {
            var end = FontTables.UInt16(table, at + 14 + i);
            var start = FontTables.UInt16(table, at + 16 + size + i);
            var delta = FontTables.UInt16(table, at + 16 + (2 * size) + i);
            var rangeAt = at + 16 + (3L * size) + i;
            var range = FontTables.UInt16(table, rangeAt);
            for (var code = start; code <= end && code != 0xffff && --_left > 0; code++)
            {
                var glyph = range == 0 ? code : FontTables.UInt16(table, rangeAt + range + (2L * (code - start)));
                Pair(code, glyph == 0 && range != 0 ? 0 : (glyph + delta) & 0xffff, glyphs);
            }
        }
    }

    private void Groups(ReadOnlySpan<byte> table, long at, int glyphs)
    {
        var count = Math.Min(FontTables.UInt32(table, at + 12), MostPairs);
        for (long i = 0; i < count && _left > 0 && at + 28 + (12 * i) <= table.Length; i++)
        {
            var group = at + 16 + (12 * i);
            var (start, end, glyph) = (FontTables.UInt32(table, group), Math.Min(FontTables.UInt32(table, group + 4), 0x10ffff), FontTables.UInt32(table, group + 8));
            for (var code = start; code <= end && --_left > 0; code++)
            {
                Pair((int)code, (int)Math.Min((long)glyph + (code - start), int.MaxValue), glyphs);
            }
        }
    }

    private void Pair(int code, int glyph, int glyphs)
    {
        if (glyph <= 0 || glyph >= glyphs)
        {
            return;
        }

        if (code >= 0x10000)
        {
            _beyond.TryAdd(code, (ushort)glyph);
        }
        else if (_plane[code] == 0)
        {
            _plane[code] = (ushort)glyph;
        }
    }
}
