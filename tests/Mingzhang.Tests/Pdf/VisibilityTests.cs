namespace Mingzhang.Tests.Pdf;

/// <summary>看得见的：clips, layers, forms, invisible and replaced text, pictures.</summary>
public class VisibilityTests
{
    private const string Picture = "/XObject << /I 6 0 R >>";

    [Fact]
    public void Text_outside_the_clip_or_the_page_is_left_out() =>
        Assert.Equal("BD", Text("q 0 0 100 40 re W n BT /F1 10 Tf 20 60 Td (A) Tj 0 -40 Td (B) Tj ET Q BT /F1 10 Tf 190 20 Td (D) Tj 30 0 Td (C) Tj ET"));

    [Fact]
    public void Clips_narrow_and_are_restored() =>
        Assert.Equal("BC", Text("q 0 0 100 100 re W n 50 0 100 100 re W* n BT /F1 10 Tf 20 60 Td (A) Tj 50 0 Td (B) Tj 50 0 Td (A) Tj ET Q BT /F1 10 Tf 120 60 Td (C) Tj ET"));

    [Fact]
    public void Forms_have_their_own_matrix_box_and_resources()
    {
        var pdf = SmallPdf.OfPage("q 1 0 0 1 10 10 cm /X Do Q BT /F1 10 Tf 0 0 Td (B) Tj ET", "/XObject << /X 6 0 R >>")
            .Stream("/Type /XObject /Subtype /Form /BBox [0 0 40 40] /Matrix [2 0 0 2 0 0] /Resources << /Font << /G 5 0 R >> >>", "BT /G 5 Tf 5 5 Td (A) Tj 100 0 Td (C) Tj ET");
        var glyphs = pdf.Read().Glyphs;
        Assert.Equal("AB", string.Concat(glyphs.Select(g => g.Text)));
        Assert.Equal((20.0, 80.0, 10.0), (glyphs[0].Left, glyphs[0].Baseline, glyphs[0].Size));
    }

    [Theory]
    [InlineData("/Span << /ActualText <FEFF4E2D6587> >> BDC BT /F1 10 Tf 20 30 Td (ab) Tj ET EMC", "中|文")]
    [InlineData("/Span << /ActualText (xyz) >> BDC BT /F1 10 Tf 20 30 Td (a) Tj ET EMC", "xyz")]
    [InlineData("/Span << /ActualText (x) >> BDC BT /F1 10 Tf 20 30 Td (abc) Tj ET EMC BT /F1 10 Tf 20 30 Td (d) Tj ET", "x|d")]
    [InlineData("/Span << /ActualText (x) >> BDC /P << /ActualText (y) >> BDC BT /F1 10 Tf 20 30 Td (a) Tj ET EMC EMC", "x")]
    [InlineData("/Span << /ActualText () >> BDC BT /F1 10 Tf 20 30 Td (a) Tj ET EMC", "")]
    [InlineData("/P /M BDC BT /F1 10 Tf 20 30 Td (a) Tj ET EMC", "z")]
    public void ActualText_stands_for_what_is_drawn(string content, string texts) =>
        Assert.Equal(texts, string.Join('|', SmallPdf.OfPage(content, "/Properties << /M << /ActualText (z) >> >>").Read().Glyphs.Select(g => g.Text)));

    [Theory]
    [InlineData("/D << /OFF [6 0 R] >>", "B")]
    [InlineData("/D << /BaseState /OFF /ON [7 0 R] >>", "B")]
    [InlineData("/D << /ON [6 0 R] >>", "ACDB")]
    public void Layers_that_are_off_are_left_out(string setting, string text)
    {
        var pdf = SmallPdf.OfPage("/OC /L BDC BT /F1 10 Tf 20 30 Td (A) Tj ET 0 0 10 10 re S EMC /OC /M BDC BT /F1 10 Tf 20 30 Td (C) Tj ET EMC /X Do BT /F1 10 Tf 50 30 Td (B) Tj ET",
                "/Properties << /L 6 0 R /M 8 0 R >> /XObject << /X 9 0 R >>", root: $"/OCProperties << /OCGs [6 0 R 7 0 R] {setting} >>")
            .Add("<< /Type /OCG /Name (hidden) >>").Add("<< /Type /OCG /Name (shown) >>").Add("<< /Type /OCMD /OCGs [6 0 R] >>")
            .Stream("/Type /XObject /Subtype /Form /BBox [0 0 200 100] /OC 6 0 R", "BT /F1 10 Tf 20 30 Td (D) Tj ET");
        var page = pdf.Read();
        Assert.Equal(text, string.Concat(page.Glyphs.Select(g => g.Text)));
        Assert.Equal(text.Contains('A', StringComparison.Ordinal) ? 4 : 0, page.Rulings.Count);
    }

    [Fact]
    public void Invisible_text_counts_only_over_a_picture()
    {
        const string Ocr = "BT 3 Tr /F1 10 Tf 20 30 Td (A) Tj ET";
        Assert.Equal("", Text(Ocr));
        var page = SmallPdf.OfPage("q 200 0 0 90 0 0 cm /I Do Q " + Ocr, Picture).Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /Filter /DCTDecode", "x").Read();
        Assert.Equal("A", Assert.Single(page.Glyphs).Text);
        Assert.Equal(0.9, page.PictureShare, 0.02);
    }

    [Fact]
    public void Overlapping_and_cut_pictures_are_measured_once()
    {
        var page = SmallPdf.OfPage("q 100 0 0 100 0 0 cm /I Do /I Do Q q 150 0 0 100 100 0 cm /I Do Q 0 0 10 10 re W n 200 0 0 100 0 0 cm /I Do", Picture)
            .Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1", "x").Read();
        Assert.Equal(1, page.PictureShare, 0.01);
    }

    [Fact]
    public void Inline_pictures_are_skipped_whatever_their_bytes_say()
    {
        var page = SmallPdf.OfPage("q 100 0 0 100 0 0 cm BI /W 4 /H 4 /BPC 8 /CS /G ID \u0001 EI\u0002(\u0003 EI \u0090xx\nEI Q BT /F1 10 Tf 20 30 Td (A) Tj ET").Read();
        Assert.Equal("A", Assert.Single(page.Glyphs).Text);
        Assert.Equal(0.5, page.PictureShare, 0.02);
    }

    [Theory]
    [InlineData("/F 4", "S")]
    [InlineData("/F 2", "")]
    public void Stamps_and_fields_are_seen_unless_hidden(string flags, string text)
    {
        var pdf = SmallPdf.OfPage("", page: "/Annots [6 0 R]")
            .Add($"<< /Type /Annot /Subtype /Stamp /Rect [100 50 140 70] {flags} /AP << /N 7 0 R >> >>")
            .Stream("/Type /XObject /Subtype /Form /BBox [0 0 20 10] /Resources << /Font << /F1 5 0 R >> >>", "BT /F1 5 Tf 1 1 Td (S) Tj ET");
        var glyphs = pdf.Read().Glyphs;
        Assert.Equal(text, string.Concat(glyphs.Select(g => g.Text)));
        Assert.All(glyphs, g => Assert.Equal((102.0, 48.0, 10.0), (g.Left, g.Baseline, g.Size)));
    }

    private static string Text(string content) => SmallPdf.OfPage(content).Text();
}
