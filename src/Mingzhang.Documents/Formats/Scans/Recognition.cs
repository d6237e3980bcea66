using System.Globalization;
using Mingzhang.Pdf;

namespace Mingzhang.Documents.Formats.Scans;

/// <summary>文字识别：pages that are pictures, drawn by pdftoppm and read by tesseract where both are installed. What was read so is marked with how sure the program was, since
/// digits are easily mistaken.</summary>
public sealed class Recognition
{
    // More than any disclosure prints; the rest stays unread, and is told.
    private const int MostPages = 300;
    private const int LongSide = 4678;

    // Of a character sure to be wrong nothing is gained.
    private const int LeastConfidence = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly string _draughtsman;

    private Recognition(string reader, string draughtsman) => (Reader, _draughtsman) = (reader, draughtsman);

    /// <summary>识别程序的位置。</summary>
    public string Reader { get; }

    /// <summary>寻找程序; null where one of them, or its knowledge of Chinese, is not installed.</summary>
    public static Recognition? Find()
    {
        string[] extension = OperatingSystem.IsWindows() ? [".exe"] : [""];
        var reader = OutsideProgram.Find(extension.Select(e => "tesseract" + e), [@"C:\Program Files\Tesseract-OCR", "/opt/homebrew/bin"]);
        var draughtsman = OutsideProgram.Find(extension.Select(e => "pdftoppm" + e), ["/opt/homebrew/bin"]);
        return reader is not null && draughtsman is not null && OutsideProgram.In(folder => OutsideProgram.Run(reader, folder, ["-l", "chi_sim", "--print-parameters"], Patience) ? reader : null) is not null
            ? new Recognition(reader, draughtsman) : null;
    }

    /// <summary>读图片页：pages that hold text are given as they are.</summary>
    internal IEnumerable<PdfPage> Read(IEnumerable<PdfPage> pages, byte[] pdf, RecognisedWords words)
    {
        var read = 0;
        foreach (var page in pages)
        {
            yield return Scan.Is(page) && read++ < MostPages ? Read(page, pdf, words) : page;
        }
    }

    private PdfPage Read(PdfPage page, byte[] pdf, RecognisedWords words) => OutsideProgram.In(folder =>
    {
        var number = page.Number.ToString(CultureInfo.InvariantCulture);
        File.WriteAllBytes(Path.Combine(folder, "scan.pdf"), pdf);
        OutsideProgram.Run(_draughtsman, folder, ["-gray", "-cropbox", "-scale-to", LongSide.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number, "-singlefile", "scan.pdf", "page"], Patience);
        var picture = Path.Combine(folder, "page.pgm");
        if (!File.Exists(picture) || GreyPicture.Read(File.ReadAllBytes(picture)) is not { } grey)
        {
            return page;
        }

        // Lines are found first and wiped out: they are needed for cells, and mistaken for strokes.
        var scale = page.Width / grey.Width;
        var rulings = grey.TakeLines().ConvertAll(l => new PdfRuling(l.X1 * scale, l.Y1 * scale, l.X2 * scale, l.Y2 * scale, l.Thickness * scale));
        File.WriteAllBytes(picture, grey.Bytes());
        OutsideProgram.Run(Reader, folder, ["page.pgm", "page", "-l", "chi_sim", "--psm", "11", "tsv"], Patience);
        var table = Path.Combine(folder, "page.tsv");
        if (!File.Exists(table))
        {
            return page;
        }

        var found = TesseractTable.Words(File.ReadLines(table), scale).Where(w => w.Confidence >= LeastConfidence).ToList();
        words.Add(page.Number, found);
        return page with { Glyphs = [.. found.SelectMany(Scan.Glyphs)], Rulings = rulings };
    }) ?? page;
}
