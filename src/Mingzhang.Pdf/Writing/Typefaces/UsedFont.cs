using System.Text;
using Mingzhang.Pdf.Writing.Structure;

namespace Mingzhang.Pdf.Writing.Typefaces;

/// <summary>用到的字体：one face in one book, with the characters that were drawn. Every character has a code of its own, so that the text comes back as it was given.</summary>
internal sealed class UsedFont(FontFace face, int index)
{
    private readonly Dictionary<int, int> _codes = [];
    private readonly List<int> _runes = [-1];
    private readonly List<int> _glyphs = [0];

    public FontFace Face => face;

    public int Index => index;

    public int Number { get; private set; }

    public int Code(int rune)
    {
        if (!_codes.TryGetValue(rune, out var code))
        {
            code = _runes.Count;
            _codes[rune] = code;
            _runes.Add(rune);
            _glyphs.Add(face.Glyph(rune));
        }

        return code;
    }

    /// <summary>写出：program, widths, text map.</summary>
    public void Write(ObjectBag bag)
    {
        var count = _glyphs.Count;
        var program = FontSubset.Cut(face, _glyphs);
        var length = new ByteText().Add("/Length1 "u8).Add(program.Length);
        var file = bag.Stream(length.Memory.Span, program);
        var name = Prefix(count) + face.Name;
        var descriptor = new ByteText().Add("<</Type/FontDescriptor/FontName"u8).Name(name).Add("/Flags 4/FontBBox["u8);
        foreach (var edge in face.Box)
        {
            descriptor.Add(edge).Add(" "u8);
        }

        descriptor.Add("]/ItalicAngle 0/StemV 80/Ascent "u8).Add(face.Ascent).Add("/Descent "u8).Add(face.Descent).Add("/CapHeight "u8).Add(face.Ascent).Add("/FontFile2 "u8).Ref(file).Add(">>"u8);
        var cid = new ByteText().Add("<</Type/Font/Subtype/CIDFontType2/BaseFont"u8).Name(name).Add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/DW 1000/W[0["u8);
        for (var i = 0; i < count; i++)
        {
            cid.Add(face.Scaled(face.Advance(_glyphs[i]))).Add(" "u8);
        }

        var child = bag.Add(cid.Add("]]/FontDescriptor "u8).Ref(bag.Add(descriptor)).Add(">>"u8));
        var texts = bag.Stream(default, TextMap().Memory.Span);
        Number = bag.Add(new ByteText().Add("<</Type/Font/Subtype/Type0/BaseFont"u8).Name(name).Add("/Encoding/Identity-H/DescendantFonts["u8).Ref(child).Add("]/ToUnicode "u8).Ref(texts).Add(">>"u8));
    }

    /// <summary>子集前缀：six letters; by place and size, so that equal books have equal names.</summary>
    private string Prefix(int count)
    {
        var letters = new char[6];
        var rest = (count * 26) + index;
        for (var i = 0; i < 6; i++)
        {
            letters[i] = (char)('A' + (rest % 26));
            rest /= 26;
        }

        return new string(letters) + "+";
    }

    private ByteText TextMap()
    {
        var text = new ByteText().Add("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n1 begincodespacerange<0000><FFFF>endcodespacerange\n"u8);
        foreach (var group in Enumerable.Range(1, _runes.Count - 1).Chunk(100))
        {
            text.Add(group.Length).Add(" beginbfchar\n"u8);
            foreach (var code in group)
            {
                text.Add("<"u8).Hex(code).Add("><"u8);
                foreach (var unit in new Rune(_runes[code]).ToString())
                {
                    text.Hex(unit);
                }

                text.Add(">\n"u8);
            }

            text.Add("endbfchar\n"u8);
        }

        return text.Add("endcmap CMapName currentdict/CMap defineresource pop end end"u8);
    }
}
