using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Formats.Pdf;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats;

/// <summary>PDF 成纸面：what is a PDF, what cannot be read, and what the paper says.</summary>
public class PdfFormatTests
{
    [Fact]
    public void What_is_a_PDF_is_told_by_its_content()
    {
        Assert.True(PdfFormat.Recognises(Bytes("%PDF-1.7\n")));
        Assert.True(PdfFormat.Recognises(Bytes("HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n1 0 obj\n")));
        Assert.False(PdfFormat.Recognises(Bytes("某局部门预算，原件为 %PDF-1.7 文件")));
        Assert.False(PdfFormat.Recognises(Bytes(new string(' ', 2000) + "%PDF-1.7 obj")));
        Assert.Equal("text", Opening.Bytes("预算.pdf", Bytes("某局2025年部门预算情况说明\n")).Paper!.Format);
    }

    [Fact]
    public void A_PDF_that_cannot_be_read_says_why_and_what_to_do()
    {
        Assert.All(Enum.GetValues<Mingzhang.Pdf.PdfProblem>(), p =>
        {
            var opened = PdfProblems.Of(p);
            Assert.Null(opened.Paper);
            Assert.True(opened.Problem!.Chinese.Length > 0 && opened.Problem.English.Length > 0 && opened.Remedy!.Chinese.Length > 0 && opened.Remedy.English.Length > 0);
        });
        Assert.Null(Opening.Bytes("a.pdf", Bytes("%PDF-1.7\nnothing follows")).Paper);
    }

    [Fact]
    public void Pages_without_text_are_refused_never_clean()
    {
        Assert.Contains("没有文字", Opening.Bytes("a.pdf", OnePage("")).Problem!.Chinese, StringComparison.Ordinal);
        Assert.Contains("每一页都是图片", Opening.Bytes("a.pdf", OnePage("q 500 0 0 700 0 0 cm /Scan Do Q")).Problem!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_printed_on_a_scan_does_not_make_it_text() =>
        Assert.Contains("每一页都是图片", Opening.Bytes("a.pdf", OnePage("q 500 0 0 700 0 0 cm /Scan Do Q BT /F 12 Tf 300 30 Td (12) Tj ET")).Problem!.Chinese, StringComparison.Ordinal);

    [Fact]
    public void Lines_grids_and_pages_become_paper()
    {
        var rules = string.Concat(new[] { 600, 620, 640 }.Select(y => $"50 {y} m 250 {y} l S ")) + string.Concat(new[] { 50, 150, 250 }.Select(x => $"{x} 600 m {x} 640 l S "));
        var paper = Opening.Bytes("a.pdf", OnePage(rules + "BT /F 12 Tf 50 700 Td (Budget of a bureau) Tj ET BT /F 10 Tf 55 626 Td (Total) Tj 100 0 Td (1.50) Tj -100 -20 Td (Wages) Tj 100 0 Td (0.50) Tj ET")).Paper!;
        Assert.Equal("pdf", paper.Format);
        Assert.Equal("PDF", paper.Encoding);
        Assert.Equal([new PaperPage(1, 595, 842, PageContent.Text)], paper.Pages);
        var line = Assert.IsType<TextLine>(paper.Blocks[0]);
        Assert.Equal(("Budget of a bureau", 1, 1, LineJoin.New), (line.Text, line.Line, line.Page, line.Join));
        var grid = Assert.IsType<Grid>(paper.Blocks[1]);
        Assert.True(grid is { Ruled: true, Guessed: false, Continues: false, Width: 2 });
        Assert.Equal(["Total|1.50", "Wages|0.50"], grid.Rows.Select(r => string.Join('|', r.Cells.Select(c => c.Text))));
        Assert.Equal([2, 3], grid.Rows.Select(r => r.Line));
        Assert.Equal(new PaperBox(150, 202, 100, 20), grid.Rows[0].Cells[1].Box);
    }

    [Theory]
    [InlineData("WL25_万里街道_2025部门预算", 31, 21)]
    [InlineData("JSwb18_江苏省委办公厅_2018部门预算", 13, 0)]
    public void Real_documents_open(string file, int pages, int grids)
    {
        var paper = Opening.File(Shared.File($"corpus/{file}.pdf")).Paper!;
        Assert.Equal((pages, grids), (paper.Pages.Count, paper.Blocks.OfType<Grid>().Count()));
        Assert.All(paper.Pages, p => Assert.Equal(PageContent.Text, p.Content));
        Assert.All(paper.Blocks.OfType<Grid>(), g => Assert.All(g.Rows, r => Assert.Equal(g.Width, r.Cells.Count)));
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    // The table of objects is left out: it is rebuilt.
    private static byte[] OnePage(string content) => Bytes("%PDF-1.4\n"
        + "1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
        + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</Scan 6 0 R>>>>>>\nendobj\n"
        + $"4 0 obj\n<</Length {content.Length}>>\nstream\n{content}\nendstream\nendobj\n5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n"
        + "6 0 obj\n<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>\nstream\nx\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n");
}
