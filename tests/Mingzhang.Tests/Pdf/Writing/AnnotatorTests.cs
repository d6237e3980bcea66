using System.Text;
using Mingzhang.Pdf;
using Mingzhang.Pdf.Writing;

namespace Mingzhang.Tests.Pdf.Writing;

/// <summary>批注：appended, seen where they were put, and refused where they would do harm.</summary>
public class AnnotatorTests
{
    private static readonly PdfNote Note = new(1, [new PdfNoteBox(100, 50, 80, 20)], "MZ101", "合计与分项之和不符", new PdfColour(200, 0, 0));

    [Theory]
    [InlineData("")]
    [InlineData("/Rotate 90")]
    [InlineData("/Rotate 180")]
    [InlineData("/Rotate 270 /CropBox [20 30 400 500]")]
    [InlineData("/CropBox [20 30 400 500]")]
    public void A_frame_is_seen_where_it_was_put(string page)
    {
        var original = SmallPdf.OfPage("BT /F1 12 Tf 100 200 Td (Hello) Tj ET", page: "/MediaBox [0 0 500 600] " + page).Build();
        var made = Assert.IsType<PdfMade>(PdfAnnotator.Annotate(original, [Note]));
        Assert.True(made.Bytes.Span.StartsWith(original));
        var read = SmallPdf.Read(made.Bytes.ToArray());
        Assert.Equal("Hello", string.Concat(read.Glyphs.Select(g => g.Text)));
        Assert.Contains(read.Rulings, r => r.Horizontal && Math.Abs(r.Y1 - 50.5) < 0.1 && Math.Abs(r.X1 - 100.5) < 0.1 && Math.Abs(r.X2 - 179.5) < 0.1);
        Assert.Contains(read.Rulings, r => r.Horizontal && Math.Abs(r.Y1 - 69.5) < 0.1);
        Written.Check(made.Bytes);
    }

    [Fact]
    public void A_file_with_a_stream_as_table_takes_notes_twice()
    {
        var original = Written.Make(new PdfParagraph("部门预算")).Bytes;
        var once = Assert.IsType<PdfMade>(PdfAnnotator.Annotate(original, [Note])).Bytes;
        var twice = Assert.IsType<PdfMade>(PdfAnnotator.Annotate(once, [Note with { Highlight = true, Boxes = [new(10, 10, 50, 20)] }])).Bytes;
        Assert.True(twice.Span.StartsWith(once.Span));
        Assert.Equal("部门预算", string.Concat(PdfDocument.Open(twice).ReadPage(1).Glyphs.Select(g => g.Text)));
        Written.Check(twice);
    }

    [Fact]
    public void Damaged_files_and_pages_that_are_not_there_are_refused()
    {
        var original = SmallPdf.OfPage("").Build();
        Assert.Equal(PdfRefusal.NoSuchPage, Refused(original, Note with { Page = 2 }));
        Assert.Equal(PdfRefusal.Damaged, Refused(original[..^40], Note));
        Assert.Equal(PdfRefusal.Damaged, Refused(Encoding.ASCII.GetBytes("hello"), Note));
        for (var cut = 0; cut < original.Length; cut += 7)
        {
            PdfAnnotator.Annotate(original.AsMemory(cut), [Note]);
            PdfAnnotator.Annotate(original.AsMemory(0, cut), [Note]);
        }
    }

    private static PdfRefusal Refused(byte[] bytes, PdfNote note)
    {
        var refused = Assert.IsType<PdfNotWritten>(PdfAnnotator.Annotate(bytes, [note]));
        Assert.NotEmpty(refused.Chinese);
        Assert.NotEmpty(refused.English);
        return refused.Kind;
    }
}
