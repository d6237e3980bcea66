using System.Text;

namespace Mingzhang.Tests.Pdf;

/// <summary>随机损坏的文件：a few hundred here, as many as MINGZHANG_FUZZ asks for.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    [Fact]
    public void Damaged_files_end_in_pages_or_in_our_exception()
    {
        var run = new FuzzRun([.. Written(), .. Real()]);
        run.Run(1, Fuzzing.Rounds);
        output.WriteLine($"{run.Read} read, {run.Refused} refused, longest {run.Longest.TotalMilliseconds:0} ms");
        Assert.Empty(run.Failures);
    }

    /// <summary>写出来的文件：one with nearly every feature, plain and compressed, so that small changes hit something.</summary>
    internal static IEnumerable<byte[]> Written()
    {
        var pdf = SmallPdf.OfPage(
                "q 0 0 150 90 re W n /OC /L BDC BT /F1 10 Tf 20 50 Td [(He) -20 (llo)] TJ ET EMC Q /Span << /ActualText <FEFF4E2D> >> BDC BT /F2 9 Tf 1 0 0 1 20 20 Tm <D6D0B9FA> Tj ET EMC BT /F3 10 Tf 5 5 Td <00050006> Tj /F4 10 Tf (A) ' ET /X Do 0.5 w 10 10 m 90 10 l 90 60 l s 10 20 80 0.5 re f 1 g 3 3 9 1 re B BI /W 4 /H 4 ID abcd EI",
                "/XObject << /X 6 0 R >> /Properties << /L 7 0 R >>", page: "/Annots [13 0 R] /Rotate 90 /CropBox [0 0 190 95]", root: "/OCProperties << /OCGs [7 0 R] /D << /OFF [] >> >>")
            .Stream("/Type /XObject /Subtype /Form /BBox [0 0 50 50] /Matrix [1 0 0 1 5 5] /Filter /FlateDecode", SmallPdf.Deflate(Encoding.Latin1.GetBytes("BT /F1 8 Tf 10 10 Td (form) Tj ET 0 0 20 20 re S")))
            .Add("<< /Type /OCG /Name (layer) >>")
            .Add("<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-V /DescendantFonts [9 0 R] >>")
            .Add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Ordering (GB1) >> /DW 1000 /W [1 [500 500] 814 939 500] /W2 [1 [-900 400 800] 5 9 -800 450 850] /CIDToGIDMap /Identity >>")
            .Add("<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /ToUnicode 11 0 R /DescendantFonts [9 0 R] >>")
            .Stream("/Filter /ASCIIHexDecode", Encoding.Latin1.GetBytes(Convert.ToHexString("1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <0009> <4E2D> endbfrange 1 beginbfchar <0006> <D842DFB7> endbfchar"u8) + ">"))
            .Add("<< /Type /Font /Subtype /Type3 /FontMatrix [0.1 0 0 0.1 0 0] /FontBBox [0 0 9 9] /FirstChar 65 /Widths [6] /Encoding << /Differences [65 /uni4E2D] >> >>")
            .Add("<< /Type /Annot /Subtype /Stamp /Rect [10 10 40 40] /AP << /N 6 0 R >> >>");
        var fonts = Encoding.Latin1.GetString(pdf.Build()).Replace("/Font << /F1 5 0 R", "/Font << /F1 5 0 R /F2 8 0 R /F3 10 0 R /F4 12 0 R", StringComparison.Ordinal);
        yield return Encoding.Latin1.GetBytes(fonts);
        yield return pdf.BuildCompressed();
    }

    private static IEnumerable<byte[]> Real()
    {
        var folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "corpus"));
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Select(File.ReadAllBytes) : [];
    }
}
