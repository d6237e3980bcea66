using System.Diagnostics;
using System.Text;
using Mingzhang.Pdf;

namespace Mingzhang.Tests.Pdf;

/// <summary>恶意文件：each ends soon, in pages or in an exception of ours.</summary>
public class HostileTests
{
    private const string Hello = "BT /F1 10 Tf 20 50 Td (Hello) Tj ET";

    [Fact]
    public void No_pages() => Refused(PdfProblem.NoPages, new SmallPdf(pages: "<< /Type /Pages /Kids [] /Count 0 >>").Build());

    [Fact]
    public void A_page_tree_in_a_circle() =>
        Refused(PdfProblem.NoPages, new SmallPdf(pages: "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 >>").Add("<< /Type /Pages /Kids [2 0 R 3 0 R] >>").Build());

    [Fact]
    public void A_page_tree_that_doubles_at_every_level()
    {
        var pdf = new SmallPdf(pages: "<< /Type /Pages /Kids [3 0 R 3 0 R] >>");
        for (var i = 3; i < 60; i++)
        {
            pdf.Add($"<< /Type /Pages /Kids [{i + 1} 0 R {i + 1} 0 R] >>");
        }

        Refused(PdfProblem.TooManyPages, pdf.Add("<< /Type /Page >>").Build());
    }

    [Fact]
    public void Forms_that_double_at_every_level()
    {
        var pdf = SmallPdf.OfPage("/X Do", "/XObject << /X 6 0 R >>");
        for (var i = 6; i < 40; i++)
        {
            pdf.Stream($"/Subtype /Form /Resources << /XObject << /X {i + 1} 0 R >> >>", "/X Do /X Do");
        }

        Ends(pdf.Stream("/Subtype /Form", "0 0 m").Build());
    }

    [Fact]
    public void A_form_that_draws_itself() =>
        Assert.Equal("Hello", SmallPdf.OfPage("/X Do", "/XObject << /X 6 0 R >>").Stream("/Subtype /Form /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>", Hello + " /X Do").Text()[..5]);

    [Fact]
    public void Ten_thousand_pages_are_read_one_by_one()
    {
        var pdf = new SmallPdf(pages: $"<< /Type /Pages /MediaBox [0 0 200 100] /Resources << /Font << /F1 4 0 R >> >> /Kids [{string.Concat(Enumerable.Range(5, 10_000).Select(i => $"{i} 0 R "))}] >>")
            .Stream("", Hello).Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (var i = 0; i < 10_000; i++)
        {
            pdf.Add("<< /Type /Page /Contents 3 0 R >>");
        }

        var document = PdfDocument.Open(pdf.Build());
        Assert.Equal(10_000, document.PageCount);
        Assert.All(document.ReadPages(), p => Assert.Equal(5, p.Glyphs.Count));
    }

    [Fact]
    public void A_bomb_of_a_few_kilobytes()
    {
        var bomb = SmallPdf.Deflate(SmallPdf.Deflate(SmallPdf.Deflate(new byte[400_000_000])));
        Assert.InRange(bomb.Length, 1, 10_000);
        Ends(Page("/Filter [/Fl /Fl /Fl]", bomb), PdfProblem.TooLarge);
        var text = SmallPdf.Deflate(Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat("(AAAA) Tj ", 9_000_000))));
        Ends(Page("/Filter /Fl", text));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("<<")]
    [InlineData("<</A ")]
    [InlineData("(")]
    [InlineData("> ")]
    public void A_million_opening_brackets(string bracket)
    {
        var deep = string.Concat(Enumerable.Repeat(bracket, 1_000_000));
        Ends(new SmallPdf(pages: deep).Build());
        Ends(Page("", Encoding.Latin1.GetBytes(deep)));
        Ends(SmallPdf.OfPage(Hello).Build(deep));
    }

    [Theory]
    [InlineData("/ObjStm", "/ObjStm /Extends 6 0 R")]
    [InlineData("/N 4", "/N 2000000000")]
    [InlineData("/First ", "/First 99999")]
    [InlineData("/Size 8", "/Size 2000000000")]
    [InlineData("/W [1 2 1]", "/W [8 8 8]")]
    [InlineData("/W [1 2 1]", "/W [0 0 0]")]
    [InlineData("/Index", "/Index [2147483647 2147483647]")]
    [InlineData("/Columns 4", "/Columns 1000000 /Colors 32 /BitsPerComponent 16")]
    public void Numbers_that_make_no_sense(string from, string to)
    {
        var text = Encoding.Latin1.GetString(SmallPdf.OfPage(Hello).BuildCompressed());
        text = from == "/Index" ? text.Replace("/Type /XRef", "/Type /XRef " + to, StringComparison.Ordinal) : text.Replace(from, to, StringComparison.Ordinal);
        Ends(Encoding.Latin1.GetBytes(text));
    }

    [Fact]
    public void An_object_stream_that_is_said_to_lie_in_itself()
    {
        var file = SmallPdf.OfPage(Hello).BuildCompressed();
        byte[] rows = [.. Enumerable.Range(0, 8).SelectMany(i => new byte[] { 2, 0, 6, 0 })];
        var start = file.Length;
        Ends([.. file, .. Encoding.Latin1.GetBytes($"9 0 obj\n<< /Type /XRef /Size 8 /W [1 2 1] /Root 1 0 R /Length {rows.Length} >>\nstream\n"), .. rows, .. Encoding.Latin1.GetBytes($"\nendstream\nendobj\nstartxref\n{start}\n%%EOF")]);
    }

    [Theory]
    [InlineData("1e308 0 0 1e308 0 0 cm 99999999999999999999 0 0 99999999999999999999 0 0 cm BT /F1 99999999999999999999 Tf (A) Tj ET 0 0 1 1 re S")]
    [InlineData("BT /F1 10 Tf 1 0 0 1 20 30 Tm 2147483648 Tr (A) Tj (A) ' T* ET Q Q Q EMC EMC")]
    [InlineData("/F1 Tf Tf Tj TJ Td Tm cm w re l c v y h S f B W n sc scn cs gs Do BDC BMC BI ID")]
    [InlineData("0 0 0 0 0 0 cm BT /F1 0 Tf 0 0 0 0 0 0 Tm (A) Tj ET 0 0 10 10 re S f")]
    public void Operators_that_make_no_sense(string content) => Ends(SmallPdf.OfPage(content).Build());

    [Fact]
    public void Cut_off_anywhere()
    {
        foreach (var file in new[] { SmallPdf.OfPage(Hello).Build(), SmallPdf.OfPage(Hello).BuildCompressed() })
        {
            for (var i = 0; i < 50; i++)
            {
                Ends(file[..(file.Length * i / 50)]);
            }
        }
    }

    [Fact]
    public void A_real_file_cut_off_anywhere()
    {
        var file = File.ReadAllBytes(Shared.File("corpus/SG24f_社会工作部_2024部门决算.pdf"));
        for (var i = 0; i < 50; i++)
        {
            Ends(file[..(file.Length * i / 50)]);
        }
    }

    private static byte[] Page(string filter, byte[] data) => new SmallPdf()
        .Add("<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>")
        .Stream(filter, data).Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>").Build();

    private static void Refused(PdfProblem problem, byte[] file) => Assert.Equal(problem, Assert.Throws<PdfException>(() => PdfDocument.Open(file)).Problem);

    private static void Ends(byte[] file, PdfProblem? problem = null)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            foreach (var page in PdfDocument.Open(file).ReadPages())
            {
                Assert.NotNull(page);
            }

            Assert.Null(problem);
        }
        catch (PdfException e)
        {
            // An inner exception is one that nobody foresaw: it was caught, but is a bug.
            Assert.Null(e.InnerException);
            Assert.Equal(problem ?? e.Problem, e.Problem);
        }

        // About 6 seconds of work at most; the rest is for machines that do much else.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }
}
