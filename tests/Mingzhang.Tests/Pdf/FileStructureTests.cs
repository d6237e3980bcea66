using System.Text;
using Mingzhang.Pdf;

namespace Mingzhang.Tests.Pdf;

/// <summary>文件的结构：tables of objects in every form, and files whose table is broken.</summary>
public class FileStructureTests
{
    private const string Hello = "BT /F1 10 Tf 20 50 Td (Hello) Tj ET";

    [Fact]
    public void A_plain_file_is_read_without_fault()
    {
        var document = PdfDocument.Open(SmallPdf.OfPage(Hello).Add("<< /Title (T) /Producer <FEFF4E2D6587> >>").Build("/Info 6 0 R"));
        Assert.Equal("Hello", string.Concat(document.ReadPage(1).Glyphs.Select(g => g.Text)));
        Assert.Equal(("T", "中文"), (document.Title, document.Producer));
        Assert.Empty(document.Faults);
    }

    [Fact]
    public void Object_streams_and_table_streams_are_read()
    {
        var document = PdfDocument.Open(SmallPdf.OfPage(Hello).BuildCompressed());
        Assert.Equal("Hello", string.Concat(document.ReadPage(1).Glyphs.Select(g => g.Text)));
        Assert.Empty(document.Faults);
    }

    [Fact]
    public void Object_streams_are_found_where_the_table_is_lost()
    {
        var document = PdfDocument.Open(Replace(SmallPdf.OfPage(Hello).BuildCompressed(), "startxref\n", "startxref\n9"));
        Assert.Equal("Hello", string.Concat(document.ReadPage(1).Glyphs.Select(g => g.Text)));
        Assert.Contains(document.Faults, f => f.Kind == PdfFaultKind.RepairedXref);
    }

    [Fact]
    public void An_update_at_the_end_replaces_what_it_names()
    {
        var old = SmallPdf.OfPage(Hello).Build();
        var start = Encoding.Latin1.GetString(old).LastIndexOf("xref\n0", StringComparison.Ordinal);
        var update = "4 0 obj\n<< /Length 32 >>\nstream\nBT /F1 10 Tf 20 50 Td (New) Tj ET\nendstream\nendobj\n";
        var text = $"{update}xref\n4 1\n{old.Length:0000000000} 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev {start} >>\nstartxref\n{old.Length + update.Length}\n%%EOF\n";
        Assert.Equal("New", SmallPdf.Text([.. old, .. Encoding.Latin1.GetBytes(text)]));
    }

    [Fact]
    public void A_hybrid_file_finds_the_objects_of_its_table_stream()
    {
        var old = SmallPdf.OfPage(Hello).Build();
        var text = Encoding.Latin1.GetString(old);
        var font = text.IndexOf("5 0 obj", StringComparison.Ordinal);
        byte[] row = [1, (byte)(font >> 8), (byte)(font & 0xff), 0];
        var stream = $"7 0 obj\n<< /Type /XRef /W [1 2 1] /Index [5 1] /Size 8 /Length 4 >>\nstream\n{Encoding.Latin1.GetString(row)}\nendstream\nendobj\n";
        var table = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        for (var i = 1; i <= 4; i++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{text.IndexOf($"\n{i} 0 obj", StringComparison.Ordinal) + 1:0000000000} 00000 n \n");
        }

        var body = text[..text.IndexOf("xref\n0", StringComparison.Ordinal)];
        var file = $"{body}{stream}{table}trailer\n<< /Size 8 /Root 1 0 R /XRefStm {body.Length} >>\nstartxref\n{body.Length + stream.Length}\n%%EOF\n";
        var document = PdfDocument.Open(Encoding.Latin1.GetBytes(file));
        Assert.Equal("Hello", string.Concat(document.ReadPage(1).Glyphs.Select(g => g.Text)));
        Assert.Empty(document.Faults);
    }

    [Theory]
    [InlineData("xref\n0", "xrxf\n0", PdfFaultKind.RepairedXref)]
    [InlineData("startxref", "startxxxx", PdfFaultKind.Truncated)]
    [InlineData("0000000000 65535 f", "0000000000 65535 f \n0000000009 00000 n", PdfFaultKind.RepairedXref)]
    [InlineData("%PDF", "\u0000\u00ff junk of a mail server\n%PDF", PdfFaultKind.JunkBeforeHeader)]
    [InlineData("/Root 1 0 R", "/Rxxt 1 0 R", PdfFaultKind.RepairedXref)]
    [InlineData("/Pages 2 0 R", "/Pages 9 0 R", PdfFaultKind.DamagedPageTree)]
    public void A_broken_file_is_mended_and_says_so(string from, string to, PdfFaultKind fault)
    {
        var document = PdfDocument.Open(Replace(SmallPdf.OfPage(Hello).Build(), from, to));
        Assert.Equal("Hello", string.Concat(document.ReadPage(1).Glyphs.Select(g => g.Text)));
        Assert.Contains(document.Faults, f => f.Kind == fault);
    }

    [Theory]
    [InlineData("/Length 35", "/Length 3")]
    [InlineData("/Length 35", "/Length 99999999999")]
    [InlineData("/Length 35", "/Length 4 0 R")]
    [InlineData("\nendstream", "\n")]
    public void A_stream_ends_where_it_must_whatever_its_length_says(string from, string to) =>
        Assert.Equal("Hello", SmallPdf.Text(Replace(SmallPdf.OfPage(Hello).Build(), from, to)));

    [Fact]
    public void A_file_whose_tail_is_cut_off_gives_the_pages_that_are_left()
    {
        var whole = SmallPdf.OfPage(Hello).Build();
        var document = PdfDocument.Open(whole.AsMemory(0, whole.Length - 250));
        Assert.Equal(1, document.PageCount);
        Assert.Contains(document.Faults, f => f.Kind == PdfFaultKind.Truncated);
    }

    [Fact]
    public void A_page_inherits_box_resources_and_rotation()
    {
        var pdf = new SmallPdf(pages: "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 100] /Rotate 90 /Resources << /Font << /F1 5 0 R >> >> >>")
            .Add("<< /Type /Page /Parent 2 0 R /Contents [4 0 R 6 0 R] >>").Stream("", "BT /F1 10 Tf 20 50 Td (He").Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>").Stream("", "llo) Tj ET");
        var page = pdf.Read();
        Assert.Equal((100.0, 200.0), (page.Width, page.Height));
        Assert.Equal("Hello", string.Concat(page.Glyphs.Select(g => g.Text)));
    }

    [Fact]
    public void What_is_no_PDF_is_refused() =>
        Assert.Equal(PdfProblem.NotPdf, Assert.Throws<PdfException>(() => PdfDocument.Open("Dear all,"u8.ToArray())).Problem);

    private static byte[] Replace(byte[] file, string from, string to)
    {
        var text = Encoding.Latin1.GetString(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes(text.Replace(from, to, StringComparison.Ordinal));
    }
}
