using System.Globalization;
using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Formats.Scans;
using Mingzhang.Documents.Reading;
using Mingzhang.Tests.Pdf;
using Mingzhang.Tests.Reading.Printed;

namespace Mingzhang.Tests.Formats.Scans;

/// <summary>扫描页：lines and words out of pictures, and what of them is marked as recognised.</summary>
public class ScanTests
{
    [Fact]
    public void Lines_are_taken_out_of_a_picture_and_characters_left()
    {
        var (width, height) = (600, 400);
        var pixels = Enumerable.Repeat((byte)255, width * height).ToArray();
        void Fill(int left, int top, int right, int bottom)
        {
            for (var y = top; y < bottom; y++)
            {
                pixels.AsSpan((y * width) + left, right - left).Clear();
            }
        }

        Fill(50, 100, 550, 103);
        Fill(200, 50, 203, 350);
        Fill(300, 200, 360, 206);
        Fill(20, 300, 580, 350);
        var picture = GreyPicture.Read([.. Encoding.ASCII.GetBytes($"P5\n{width} {height}\n255\n"), .. pixels])!;
        var lines = picture.TakeLines();
        Assert.Contains(lines, l => l is { X1: 50, X2: 550, Y1: 101.5, Thickness: 3 });
        Assert.Contains(lines, l => l is { Y1: 50, X1: 201.5 });
        Assert.Equal(2, lines.Count);
        var left = GreyPicture.Read(picture.Bytes())!;
        Assert.Empty(left.TakeLines());
        Assert.Null(GreyPicture.Read("P5 9 9 255 short"u8.ToArray()));
        Assert.Null(GreyPicture.Read("P6 1 1 255 xxx"u8.ToArray()));
    }

    [Fact]
    public void Words_of_one_line_close_up_and_keep_their_order()
    {
        string Line(int line, int word, int left, int width, string text, int sure = 90) => string.Create(CultureInfo.InvariantCulture, $"5\t1\t1\t1\t{line}\t{word}\t{left}\t100\t{width}\t40\t{sure}.5\t{text}");
        var words = TesseractTable.Words(["level\tpage_num", Line(1, 1, 100, 36, "预"), Line(1, 2, 130, 36, "算"), Line(1, 3, 300, 80, "12.50", 61), Line(2, 1, 100, 0, "x"), Line(2, 2, 100, 20, " ")], 0.5);
        Assert.Equal(["预", "算", "12.50"], words.Select(w => w.Text));
        Assert.Equal(words[0].Area.Right, words[1].Area.Left);
        Assert.Equal((150, 61), (words[2].Area.Left, words[2].Confidence));
        Assert.Equal("12.50", string.Concat(Scan.Glyphs(words[2]).Select(g => g.Text)));
    }

    [Fact]
    public void What_is_recognised_says_so()
    {
        var recognition = Recognition.Find();
        Assert.SkipWhen(recognition is null, "needs tesseract with chi_sim and pdftoppm, which are not here: apt-get install tesseract-ocr tesseract-ocr-chi-sim poppler-utils");
        var scan = Rasterised(Press.Chromium(PrintedDisclosure.Of("sample").Html), page: 1);
        Assert.Contains("每一页都是图片", Opening.Bytes("a.pdf", scan).Problem!.Chinese, StringComparison.Ordinal);
        var read = Reader.Read(Opening.Bytes("a.pdf", scan, recognition).Paper!, Documents.Library);
        Assert.Equal(2026, read.Facts.Year);
        var right = read.Statements.Select(s => s.Raw).Intersect(Documents.Read(Documents.Sample).Statements.Select(s => s.Raw), StringComparer.Ordinal).Count();
        Assert.True(right >= 10, $"{right} figures as they were printed, of {read.Statements.Count}");
        Assert.All(read.Statements, s => Assert.InRange(s.Place.Ocr ?? -1, 0, 100));
        Assert.Contains("识别把握", read.Statements[0].Place.Chinese, StringComparison.Ordinal);
        Assert.Contains(read.ReadingFindings, f => f.Message.Chinese.Contains("由图片识别得到", StringComparison.Ordinal));
    }

    [Fact]
    public void Text_that_is_in_the_file_is_not_recognised_again()
    {
        var recognition = Recognition.Find();
        Assert.SkipWhen(recognition is null, "needs tesseract with chi_sim and pdftoppm, which are not here: apt-get install tesseract-ocr tesseract-ocr-chi-sim poppler-utils");
        var paper = Opening.Bytes("a.pdf", SmallPdf.OfPage("BT /F1 12 Tf 10 50 Td (Budget) Tj ET").Build(), recognition).Paper!;
        Assert.False(Assert.Single(paper.Pages).Recognised);
        Assert.Null(((Paper.TextLine)paper.Blocks[0]).Confidence);
    }

    // One page as a picture of 200 pixels an inch, as an office scanner makes it.
    private static byte[] Rasterised(byte[] pdf, int page)
    {
        var pgm = Mingzhang.Documents.Formats.OutsideProgram.In(folder =>
        {
            File.WriteAllBytes(Path.Combine(folder, "a.pdf"), pdf);
            var number = page.ToString(CultureInfo.InvariantCulture);
            Mingzhang.Documents.Formats.OutsideProgram.Run("pdftoppm", folder, ["-gray", "-r", "200", "-f", number, "-l", number, "-singlefile", "a.pdf", "a"], TimeSpan.FromSeconds(60));
            return File.ReadAllBytes(Path.Combine(folder, "a.pgm"));
        })!;
        var picture = GreyPicture.Read(pgm)!;
        var pixels = pgm[^(picture.Width * picture.Height)..];
        var image = $"/Type /XObject /Subtype /Image /Width {picture.Width} /Height {picture.Height} /BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode";
        return SmallPdf.OfPage("q 595 0 0 842 0 0 cm /Scan Do Q", "/XObject << /Scan 6 0 R >>", page: "/CropBox [0 0 595 842] /MediaBox [0 0 595 842]").Stream(image, SmallPdf.Deflate(pixels)).Build();
    }
}
