using System.Text;
using Mingzhang.Pdf;
using Mingzhang.Pdf.Writing;

namespace Mingzhang.Tests.Pdf.Writing;

/// <summary>写书：paragraphs, contents, attachments, fonts.</summary>
public class BookTests
{
    private const string Sentence = "2024年收入预算1,234,567.89万元，比上年增加（含追加）123.45万元，增长10.5%；主要原因是“十四五”规划项目增加。";

    [Fact]
    public void Lines_do_not_begin_or_end_with_forbidden_marks_and_numbers_stay_whole()
    {
        var lines = Written.Pages(Written.Make(new PdfParagraph(string.Concat(Enumerable.Repeat(Sentence, 12))))).SelectMany(Written.Lines).ToList();
        Assert.True(lines.Count > 10);
        Assert.All(lines, l => Assert.DoesNotContain(l[0], "，。、；：）》”%"));
        Assert.All(lines, l => Assert.DoesNotContain(l[^1], "（《“"));
        Assert.Equal(12, lines.Count(l => l.Contains("1,234,567.89万元", StringComparison.Ordinal)));
    }

    [Fact]
    public void Text_comes_back_as_it_was_given()
    {
        var text = string.Concat(Enumerable.Repeat(Sentence, 60));
        Assert.Equal(text, Written.Text(Written.Make(new PdfParagraph(text))));
    }

    [Fact]
    public void The_same_book_is_the_same_bytes_and_qpdf_finds_no_fault()
    {
        var book = Book();
        var one = Written.Make(book);
        Assert.True(one.Bytes.Span.SequenceEqual(Written.Make(book).Bytes.Span));
        Written.Check(one.Bytes);
    }

    [Fact]
    public void Contents_print_the_pages_of_the_headings()
    {
        var pages = Written.Pages(Written.Make(Book()));
        for (var chapter = 1; chapter <= 5; chapter++)
        {
            var heading = $"第{chapter}章";
            var page = pages.Skip(1).First(p => Written.Lines(p).Any(l => l == heading)).Number;
            Assert.Contains(Written.Lines(pages[0]), l => l.StartsWith(heading, StringComparison.Ordinal) && l.EndsWith("." + page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_heading_is_never_the_last_line_of_a_page()
    {
        var blocks = Enumerable.Range(1, 80).SelectMany(i => new PdfBlock[] { new PdfHeading(1 + (i % 3), "标题"), new PdfParagraph(string.Concat(Enumerable.Repeat(Sentence, i % 4 + 1))) });
        Assert.All(Written.Pages(Written.Make([.. blocks])), p => Assert.NotEqual("标题", Written.Lines(p).Last()));
    }

    [Fact]
    public void A_font_is_embedded_and_attachments_travel_along()
    {
        var text = Encoding.Latin1.GetString(Written.Make(Book()).Bytes.Span);
        Assert.Contains("/Length1", text, StringComparison.Ordinal);
        Assert.Contains("/EmbeddedFile", text, StringComparison.Ordinal);
        Assert.Equal("部门预算", PdfDocument.Open(Written.Make(Book()).Bytes).Title);
    }

    [Fact]
    public void Without_a_font_it_is_said_what_to_install()
    {
        var refused = Assert.IsType<PdfNotWritten>(PdfWriter.Write(Book(), new PdfFontLibrary([])));
        Assert.Equal(PdfRefusal.NoFont, refused.Kind);
        Assert.Contains("fonts-wqy-microhei", refused.Chinese, StringComparison.Ordinal);
        Assert.Contains("MINGZHANG_FONTS", refused.English, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_font_is_no_font()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[300];
            random.NextBytes(bytes);
            (i % 2 == 0 ? "\0\u0001\0\0\0\u0010"u8 : "ttcf\0\u0001\0\0\u00ff\u00ff"u8).CopyTo(bytes);
            Assert.IsType<PdfNotWritten>(PdfWriter.Write(Book(), new PdfFontLibrary([PdfFontFile.Of("broken.ttf", bytes)])));
        }
    }

    private static PdfBook Book() => new(new PdfMetadata("部门预算"),
    [
        new PdfSection([new PdfContents("目录")]),
        new PdfSection([.. Enumerable.Range(1, 5).SelectMany(i => new PdfBlock[] { new PdfHeading(1, $"第{i}章"), new PdfParagraph(string.Concat(Enumerable.Repeat(Sentence, 9))) })]),
    ])
    {
        Attachments = [new PdfAttachment("数据.json", "{}"u8.ToArray(), "application/json", PdfRelationship.Data)],
        Watermark = null,
    };

    [Fact]
    public void A_small_table_is_not_torn_apart_and_a_closing_line_not_left_alone()
    {
        for (var before = 20; before < 25; before++)
        {
            var lines = string.Join('\n', Enumerable.Repeat("说明文字", before));
            var pages = Written.Pages(Written.Make(new PdfParagraph(lines), new PdfTable(2, [Written.Row("项目", "金额")], [.. Enumerable.Range(1, 8).Select(i => Written.Row("项目", "10" + i))])));
            Assert.Single(pages, p => Written.Lines(p).Any(l => l.Contains("101", StringComparison.Ordinal) || l.Contains("108", StringComparison.Ordinal)));

            pages = Written.Pages(Written.Make(new PdfParagraph(lines), new PdfParagraph("最后一段"), new PdfParagraph("联系人") { KeptWithPrevious = true }));
            Assert.Single(pages, p => Written.Lines(p).Any(l => l.Contains("联系人", StringComparison.Ordinal)) && Written.Lines(p).Any(l => l.Contains("最后一段", StringComparison.Ordinal)));
        }
    }
}
