using Mingzhang.Pdf;

namespace Mingzhang.Tests.Pdf;

/// <summary>文字的位置：on a page of 200 × 100 points, from its top left corner.</summary>
public class TextPlacementTests
{
    private const string Monospaced = "<< /Type /Font /Subtype /Type1 /BaseFont /Courier-Bold /Encoding /WinAnsiEncoding >>";

    [Fact]
    public void A_glyph_stands_between_its_origin_and_its_advance()
    {
        var glyph = Assert.Single(Glyphs("BT /F1 10 Tf 20 30 Td (A) Tj ET"));
        Place(glyph, "A", 20, 26, 70);
        Assert.Equal((10.0, true, "Courier-Bold", true), (glyph.Size, glyph.Upright, glyph.Font.Name, glyph.Font.Bold));
    }

    [Fact]
    public void Kerning_spacing_scale_and_rise_move_what_follows()
    {
        Place(Glyphs("BT /F1 10 Tf 20 30 Td [(A) -1000 (B)] TJ ET")[1], "B", 36, 42, 70);
        Place(Glyphs("BT /F1 10 Tf 2 Tc 20 30 Td (AB) Tj ET")[1], "B", 28, 34, 70);
        Place(Glyphs("BT /F1 10 Tf 5 Tw 20 30 Td (A B) Tj ET")[2], "B", 37, 43, 70);
        Place(Glyphs("BT /F1 10 Tf 50 Tz 20 30 Td (AB) Tj ET")[1], "B", 23, 26, 70);
        Place(Glyphs("BT /F1 10 Tf 4 Ts 20 30 Td (A) Tj ET")[0], "A", 20, 26, 66);
    }

    [Fact]
    public void Lines_follow_one_another()
    {
        var glyphs = Glyphs("BT /F1 10 Tf 20 80 Td 12 TL (A) Tj T* (B) Tj (C) ' 1 0 (D) \" 3 -20 TD (E) Tj T* (F) Tj ET");
        Assert.Equal("ABCDEF", string.Concat(glyphs.Select(g => g.Text)));
        Assert.Equal([20, 32, 44, 56, 76, 96], glyphs.Select(g => g.Baseline));
        Assert.Equal([20, 20, 20, 20, 23, 23], glyphs.Select(g => g.Left));
    }

    [Fact]
    public void Matrices_of_page_and_text_are_joined_and_restored()
    {
        var glyphs = Glyphs("q 2 0 0 2 10 10 cm BT /F1 5 Tf 1 0 0 1 5 5 Tm (A) Tj ET Q BT /F1 10 Tf 20 30 Td (B) Tj ET");
        Place(glyphs[0], "A", 20, 26, 80);
        Assert.Equal(10, glyphs[0].Size);
        Place(glyphs[1], "B", 20, 26, 70);
    }

    [Theory]
    [InlineData(0, 200, 100, 20, 70, true)]
    [InlineData(90, 100, 200, 30, 20, false)]
    [InlineData(-90, 100, 200, 70, 180, false)]
    [InlineData(180, 200, 100, 180, 30, false)]
    public void A_turned_page_is_seen_turned(int turn, double width, double height, double x, double y, bool upright)
    {
        var page = SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td (A) Tj ET", page: $"/Rotate {turn}", font: Monospaced).Read();
        Assert.Equal((width, height), (page.Width, page.Height));
        var glyph = Assert.Single(page.Glyphs);
        Assert.Equal(upright, glyph.Upright);
        Assert.InRange((glyph.Left + glyph.Right) / 2, x - 10, x + 10);
        Assert.InRange((glyph.Top + glyph.Bottom) / 2, y - 10, y + 10);
    }

    [Fact]
    public void Text_turned_with_its_page_is_upright() =>
        Place(Assert.Single(SmallPdf.OfPage("BT /F1 10 Tf 0 1 -1 0 80 20 Tm (A) Tj ET", page: "/Rotate 90", font: Monospaced).Read().Glyphs), "A", 20, 26, 80);

    [Fact]
    public void Turned_text_has_the_box_where_it_is_seen()
    {
        var glyph = Assert.Single(Glyphs("BT /F1 10 Tf 0 1 -1 0 50 40 Tm (A) Tj ET"));
        Assert.False(glyph.Upright);
        Assert.Equal((41.2, 51.2), (Math.Round(glyph.Left, 3), Math.Round(glyph.Right, 3)));
        Assert.Equal(57, (glyph.Top + glyph.Bottom) / 2, 3);
    }

    [Fact]
    public void Mirrored_sizes_are_sizes() => Place(Assert.Single(Glyphs("BT /F1 -10 Tf -1 0 0 -1 20 30 Tm (A) Tj ET")), "A", 20, 26, 70);

    [Fact]
    public void Crop_box_and_user_unit_are_applied()
    {
        var page = SmallPdf.OfPage("BT /F1 10 Tf 20 30 Td (A) Tj ET", page: "/CropBox [10 20 110 70] /UserUnit 2", font: Monospaced).Read();
        Assert.Equal((200.0, 100.0), (page.Width, page.Height));
        Place(page.Glyphs[0], "A", 20, 32, 80);
        Assert.Equal(20, page.Glyphs[0].Size);
    }

    [Fact]
    public void Vertical_text_goes_down()
    {
        var font = "<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-V /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>";
        var glyphs = SmallPdf.OfPage("BT /F1 10 Tf 50 80 Td <D6D0CEC4> Tj ET", font: font).Read().Glyphs;
        Assert.Equal(["中", "文"], glyphs.Select(g => g.Text));
        Assert.All(glyphs, g => Assert.Equal((45.0, 55.0, false), (g.Left, g.Right, g.Upright)));
        Assert.Equal([28.8, 38.8], glyphs.Select(g => Math.Round(g.Baseline, 6)));
    }

    private static IReadOnlyList<PdfGlyph> Glyphs(string content) => SmallPdf.OfPage(content, font: Monospaced).Read().Glyphs;

    private static void Place(PdfGlyph glyph, string text, double left, double right, double baseline)
    {
        Assert.Equal(text, glyph.Text);
        Assert.Equal((left, right, baseline), (Math.Round(glyph.Left, 6), Math.Round(glyph.Right, 6), Math.Round(glyph.Baseline, 6)));
    }
}
