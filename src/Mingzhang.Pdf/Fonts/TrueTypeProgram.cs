using System.Buffers.Binary;

namespace Mingzhang.Pdf.Fonts;

/// <summary>字体程序（TrueType）：its character map, read backwards. Offsets are checked, since programs in files may be cut or forged.</summary>
internal sealed class TrueTypeProgram
{
    private const int MostPairs = 200_000;
    private ReadOnlyMemory<byte> _data;
    private readonly Dictionary<int, string> _texts = [];
    private readonly Dictionary<int, int> _symbols = [];

    private TrueTypeProgram(ReadOnlyMemory<byte> data) => _data = data;

    /// <summary>打开：null where it has no character map.</summary>
    public static TrueTypeProgram? Open(ReadOnlyMemory<byte> data)
    {
        var program = new TrueTypeProgram(data);
        var tables = program.UInt16(4);
        for (var i = 0; i < tables; i++)
        {
            var entry = 12 + (16 * i);
            if (program.UInt32(entry) == 0x636d6170)
            {
                program.Maps((int)Math.Min(program.UInt32(entry + 8), int.MaxValue / 2));

                // The program itself may be large and is not needed any more.
                program._data = default;
                return program;
            }
        }

        return null;
    }

    /// <summary>字形的文字：the first that maps to it.</summary>
    public string? Text(int glyph) => _texts.GetValueOrDefault(glyph);

    /// <summary>单字节编码的字形：0 for none.</summary>
    public int SymbolGlyph(int code) => _symbols.GetValueOrDefault(code);

    private void Maps(int cmap)
    {
        var count = UInt16(cmap + 2);
        for (var i = 0; i < count && i < 64; i++)
        {
            var record = cmap + 4 + (8 * i);
            var kind = (UInt16(record), UInt16(record + 2));
            var offset = cmap + (int)Math.Min(UInt32(record + 4), int.MaxValue / 2);
            var unicode = kind is (3, 1 or 10) or (0, _);
            if (unicode || kind is (3, 0) or (1, 0))
            {
                Map(offset, unicode, symbol: kind is (3, 0));
            }
        }
    }

    private void Map(int at, bool unicode, bool symbol)
    {
        var left = MostPairs;
        switch (UInt16(at))
        {
            case 0:
                for (var code = 0; code < 256; code++)
                {
                    Pair(code, Byte(at + 6 + code), unicode, symbol);
                }

                break;
            case 4:
                Segments(at, unicode, symbol, ref left);
                break;
            case 6:
                var first = UInt16(at + 6);
                var count = UInt16(at + 8);
                for (var i = 0; i < count; i++)
                {
                    Pair(first + i, UInt16(at + 10 + (2 * i)), unicode, symbol);
                }

                break;
            case 12:
                Groups(at, unicode, symbol, ref left);
                break;
        }
    }

    private void Segments(int at, bool unicode, bool symbol, ref int left)
    {
        var size = UInt16(at + 6) & ~1;
        for (var i = 0; i < size; i += 2)
        {
            var end = UInt16(at + 14 + i);
            var start = UInt16(at + 16 + size + i);
            var delta = UInt16(at + 16 + (2 * size) + i);
            var rangeAt = at + 16 + (3 * size) + i;
            var range = UInt16(rangeAt);
            for (var code = start; code <= end && code != 0xffff && --left > 0; code++)
            {
                var glyph = range == 0 ? code : UInt16(rangeAt + range + (2 * (code - start)));
                Pair(code, glyph == 0 ? 0 : (glyph + delta) & 0xffff, unicode, symbol);
            }
        }
    }

    private void Groups(int at, bool unicode, bool symbol, ref int left)
    {
        var count = UInt32(at + 12);
        for (var i = 0; i < count && i < MostPairs; i++)
        {
            var group = at + 16 + (12 * i);
            var (start, end, glyph) = (UInt32(group), UInt32(group + 4), UInt32(group + 8));
            for (var code = start; code <= end && code <= 0x10ffff && --left > 0; code++)
            {
                Pair((int)code, (int)Math.Min(glyph + (code - start), 0xffff), unicode, symbol);
            }

            if (left <= 0)
            {
                return;
            }
        }
    }

    private void Pair(int code, int glyph, bool unicode, bool symbol)
    {
        if (glyph == 0)
        {
            return;
        }

        if (!unicode)
        {
            // Symbol fonts keep their codes in the private area F000–F0FF.
            _symbols.TryAdd(symbol ? code & 0xff : code, glyph);
        }
        else if (code is > 0x1f and not (>= 0xd800 and <= 0xdfff))
        {
            // A glyph that is both a radical and a character is the character.
            if (!_texts.TryGetValue(glyph, out var known) || (known[0] is >= '\u2e80' and <= '\u2fdf' or '\u00a0' or '\u00ad'))
            {
                _texts[glyph] = char.ConvertFromUtf32(code);
            }
        }
    }

    private int Byte(int offset) => offset >= 0 && offset < _data.Length ? _data.Span[offset] : 0;

    private int UInt16(int offset) => offset >= 0 && offset <= _data.Length - 2 ? BinaryPrimitives.ReadUInt16BigEndian(_data.Span[offset..]) : 0;

    private uint UInt32(int offset) => offset >= 0 && offset <= _data.Length - 4 ? BinaryPrimitives.ReadUInt32BigEndian(_data.Span[offset..]) : 0;
}
