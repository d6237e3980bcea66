using Mingzhang.Pdf;

namespace Mingzhang.Tests.Pdf;

/// <summary>字体：what text the codes of each kind of font stand for, and how wide they are.</summary>
public class FontTests
{
    [Theory]
    [InlineData("GBK-EUC-H", "D6D0B9FA41", "中国A")]
    [InlineData("GBKp-EUC-H", "8140D6D0", "丂中")]
    [InlineData("GB-EUC-H", "D4A4CBE3", "预算")]
    [InlineData("GBK2K-H", "D6D08139EE3941", "中㐀A")]
    [InlineData("UniGB-UCS2-H", "4E2D0041", "中A")]
    [InlineData("UniGB-UTF16-H", "4E2DD842DFB7", "中𠮷")]
    [InlineData("UniGB-UTF8-H", "E4B8AD41", "中A")]
    [InlineData("B5pc-H", "A4A4", "中")]
    [InlineData("90ms-RKSJ-H", "93FA967B", "日本")]
    [InlineData("KSC-EUC-H", "C7D1", "한")]
    public void Predefined_character_maps(string map, string codes, string text) =>
        Assert.Equal(text, Composite($"/Encoding /{map}", "", codes));

    [Fact]
    public void Latin_letters_of_a_Chinese_font_have_their_own_width()
    {
        var font = Font("/Encoding /GBK-EUC-H", "/W [7716 [500] 814 939 500]");
        var glyphs = SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td <D6D0413120> Tj ET", font: font).Read().Glyphs;
        Assert.Equal([10, 5, 5, 5], glyphs.Select(g => Math.Round(g.Right - g.Left, 6)));
    }

    [Fact]
    public void Widths_by_list_and_range()
    {
        var font = Font("/Encoding /Identity-H", "/DW 900 /W [1 [250 300] 5 7 400]");
        var glyphs = SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td <0001000200030006> Tj ET", font: font).Read().Glyphs;
        Assert.Equal([2.5, 3, 9, 4], glyphs.Select(g => Math.Round(g.Right - g.Left, 6)));
    }

    [Theory]
    [InlineData("1 beginbfchar <0005> <4E2D> endbfchar", "中")]
    [InlineData("1 beginbfchar <0005> <D842DFB7> endbfchar", "𠮷")]
    [InlineData("1 beginbfchar <0005> <00660069> endbfchar", "fi")]
    [InlineData("1 beginbfchar <0005> <2EDA> endbfchar", "⻚")]
    [InlineData("1 beginbfrange <0003> <0009> <4E2B> endbfrange", "中")]
    [InlineData("1 beginbfrange <0004> <0005> [<0041> <4E2D>] endbfrange", "中")]
    [InlineData("1 beginbfrange <0004> <0005> <D842DFB6> endbfrange", "𠮷")]
    public void ToUnicode(string map, string text)
    {
        var pdf = SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td <0005> Tj ET", font: Font("/Encoding /Identity-H /ToUnicode 6 0 R", "")).Stream("", $"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange {map} endcmap");
        Assert.Equal(text, pdf.Text());
    }

    [Fact]
    public void An_embedded_character_map_has_codes_of_several_lengths()
    {
        var pdf = SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td <41 8142 41> Tj ET", font: Font("/Encoding 6 0 R /ToUnicode 7 0 R", "/W [65 [400] 700 [600]]"))
            .Stream("/Type /CMap", "2 begincodespacerange <00> <7F> <8100> <81FF> endcodespacerange 1 begincidrange <20> <7E> 32 endcidrange 1 begincidchar <8142> 700 endcidchar")
            .Stream("", "2 beginbfchar <41> <0041> <8142> <4E2D> endbfchar");
        var glyphs = pdf.Read().Glyphs;
        Assert.Equal("A中A", string.Concat(glyphs.Select(g => g.Text)));
        Assert.Equal([4, 6, 4], glyphs.Select(g => Math.Round(g.Right - g.Left, 6)));
    }

    [Fact]
    public void A_Chinese_collection_tells_the_text_of_its_numbers()
    {
        var font = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>";
        Assert.Equal("A啊座亍1", SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td <0022 03AC 1256 1257 033E> Tj ET", font: font).Text());
    }

    [Fact]
    public void A_font_without_text_gives_replacement_characters_and_a_fault()
    {
        var document = PdfDocument.Open(SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td <00050006> Tj ET", font: Font("/Encoding /Identity-H", "")).Build());
        Assert.Equal("\ufffd\ufffd", string.Concat(document.ReadPage(1).Glyphs.Select(g => g.Text)));
        Assert.Equal(new PdfFault(PdfFaultKind.MissingFontMap, 1, "TestSong"), Assert.Single(document.Faults));
    }

    [Fact]
    public void Differences_name_glyphs()
    {
        var font = "<< /Type /Font /Subtype /Type1 /BaseFont /Odd /FirstChar 65 /Widths [500 600 700 800 900 100] /Encoding << /Type /Encoding /Differences [65 /uni4E2D /eacute 67 /f_i /u1F600 /a.alt /Euro] >> >>";
        var glyphs = SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td (ABCDEFG) Tj ET", font: font).Read().Glyphs;
        Assert.Equal(["中", "é", "fi", "😀", "a", "€", "G"], glyphs.Select(g => g.Text));
        Assert.Equal([5, 6, 7, 8, 9, 1, 0], glyphs.Select(g => Math.Round(g.Right - g.Left, 6)));
    }

    [Theory]
    [InlineData("WinAnsiEncoding", "Ä€•")]
    [InlineData("MacRomanEncoding", "ƒÄï")]
    public void Single_byte_encodings(string encoding, string text) =>
        Assert.Equal(text, SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td <C48095> Tj ET", font: $"<< /Type /Font /Subtype /TrueType /BaseFont /Arial /Encoding /{encoding} >>").Text());

    [Theory]
    [InlineData("Symbol", "<6162B7>", "αβ•")]
    [InlineData("ZapfDingbats", "<336EAC>", "✓■①")]
    [InlineData("Times-Roman", "<27E9A9>", "’Ø'")]
    public void Fonts_with_an_encoding_of_their_own(string font, string codes, string text) =>
        Assert.Equal(text, SmallPdf.OfPage($"BT /F1 10 Tf 20 30 Td {codes} Tj ET", font: $"<< /Type /Font /Subtype /Type1 /BaseFont /{font} >>").Text());

    [Fact]
    public void Standard_fonts_know_their_widths()
    {
        var glyphs = SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td (iW1) Tj ET").Read().Glyphs;
        Assert.Equal([2.22, 9.44, 5.56], glyphs.Select(g => Math.Round(g.Right - g.Left, 6)));
    }

    [Fact]
    public void Type_3_glyphs_are_text_of_the_size_that_is_seen()
    {
        var font = "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 65 /LastChar 65 /Widths [6] /Encoding << /Differences [65 /uni4E2D] >> /CharProcs << /uni4E2D 6 0 R >> >>";
        var glyph = Assert.Single(SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td (A) Tj ET", font: font).Stream("", "6 0 d0 0 0 6 6 re f").Read().Glyphs);
        Assert.Equal(("中", 20.0, 26.0, 10.0), (glyph.Text, glyph.Left, Math.Round(glyph.Right, 6), Math.Round(glyph.Size, 6)));
    }

    [Fact]
    public void Font_names_lose_their_subset_mark_and_may_be_Chinese()
    {
        var font = "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+#CB#CE#CC#E5,Bold /Encoding /WinAnsiEncoding >>";
        Assert.Equal(new PdfFontFace("宋体,Bold", Bold: true), SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td (A) Tj ET", font: font).Read().Glyphs[0].Font);
    }

    [Fact]
    public void An_embedded_TrueType_program_tells_the_text_of_its_glyphs()
    {
        var font = "<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /FontDescriptor << /FontFile2 6 0 R >> >>] >>";
        Assert.Equal("中", SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td <0007> Tj ET", font: font).Stream("", TrueType((3, 10, 0x4e2d, 7))).Text());
    }

    [Fact]
    public void A_symbolic_TrueType_font_goes_by_its_two_maps()
    {
        var font = "<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor << /Flags 4 /FontFile2 6 0 R >> >>";
        Assert.Equal("中", SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td (A) Tj ET", font: font).Stream("", TrueType((3, 0, 0xf041, 7), (3, 1, 0x4e2d, 7))).Text());
    }

    [Fact]
    public void An_embedded_Type_1_program_tells_its_encoding()
    {
        var font = "<< /Type /Font /Subtype /Type1 /BaseFont /X /FontDescriptor << /FontFile 6 0 R >> >>";
        Assert.Equal("中", SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td <01> Tj ET", font: font).Stream("", "%!PS /Encoding 256 array 0 1 255 {1 index exch /.notdef put} for dup 1 /uni4E2D put readonly def currentfile eexec x").Text());
    }

    [Fact]
    public void A_missing_font_is_a_fault()
    {
        var document = PdfDocument.Open(SmallPdf.OfPage("BT /F9 10 Tf 20 30 Td (A) Tj ET").Build());
        Assert.Empty(document.ReadPage(1).Glyphs);
        Assert.Contains(document.Faults, f => f.Kind == PdfFaultKind.MissingFont);
    }

    private static string Font(string type0, string descendant) =>
        $"<< /Type /Font /Subtype /Type0 /BaseFont /TestSong {type0} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /TestSong {descendant} >>] >>";

    /// <summary>字体程序：with nothing but character maps of one group each.</summary>
    private static byte[] TrueType(params (int Platform, int Encoding, int Code, int Glyph)[] maps)
    {
        static byte[] Numbers(int size, params int[] values) => [.. values.SelectMany(v => Enumerable.Range(0, size).Select(i => (byte)((v >> (8 * (size - 1 - i))) & 0xff)))];
        byte[] cmap = [.. Numbers(2, 0, maps.Length), .. maps.SelectMany((m, i) => (byte[])[.. Numbers(2, m.Platform, m.Encoding), .. Numbers(4, 4 + (8 * maps.Length) + (28 * i))]),
            .. maps.SelectMany(m => (byte[])[.. Numbers(2, 12, 0), .. Numbers(4, 28, 0, 1, m.Code, m.Code, m.Glyph)])];
        return [.. Numbers(4, 0x10000), .. Numbers(2, 1, 0, 0, 0), .. "cmap"u8, .. Numbers(4, 0, 28, cmap.Length), .. cmap];
    }

    private static string Composite(string type0, string descendant, string codes) =>
        SmallPdf.OfPage($"BT /F1 10 Tf 20 30 Td <{codes}> Tj ET", font: Font(type0, descendant)).Text();
}
