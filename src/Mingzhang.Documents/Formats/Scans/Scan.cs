using Mingzhang.Pdf;
using Mingzhang.Pdf.Layout;

namespace Mingzhang.Documents.Formats.Scans;

/// <summary>扫描页：what is one, and the glyphs of the words that were recognised on it.</summary>
internal static class Scan
{
    private static readonly PdfFontFace Font = new("OCR", false);

    /// <summary>是否只有图片: a page number or a stamp printed on it does not make it text.</summary>
    public static bool Is(PdfPage page)
    {
        const double MostOfIt = 0.5;
        const int FewGlyphs = 20;
        var glyphs = page.Glyphs.Count(g => !string.IsNullOrWhiteSpace(g.Text));
        return glyphs == 0 ? page.PictureShare > 0 : page.PictureShare > MostOfIt && glyphs < FewGlyphs;
    }

    /// <summary>一词的字形: over its box, wide characters twice as wide as narrow ones.</summary>
    public static IEnumerable<PdfGlyph> Glyphs(RecognisedWord word)
    {
        const double Baseline = 0.88;
        var ems = word.Text.Sum(c => c < 0x2000 ? 0.5 : 1);
        var em = word.Area.Width / ems;

        // Digits are lower than the box of their font, Chinese characters nearly fill it.
        var size = word.Area.Height / (word.Text.Any(c => c >= 0x2e80) ? 0.95 : 0.75);
        var left = word.Area.Left;
        foreach (var c in word.Text)
        {
            var right = left + (em * (c < 0x2000 ? 0.5 : 1));
            yield return new PdfGlyph(c.ToString(), left, right, word.Area.Bottom - (word.Text.Any(w => w >= 0x2e80) ? (1 - Baseline) * size / 2 : 0), size, Font, Upright: true);
            left = right;
        }
    }
}

/// <summary>识别出的一词。</summary>
/// <param name="Text">What was recognised.</param>
/// <param name="Area">Where, in points.</param>
/// <param name="Confidence">How sure, 0 to 100.</param>
internal sealed record RecognisedWord(string Text, Area Area, int Confidence);

/// <summary>识别出的各词，按页。</summary>
internal sealed class RecognisedWords
{
    private readonly Dictionary<int, List<RecognisedWord>> _pages = [];

    public void Add(int page, List<RecognisedWord> words) => _pages[page] = words;

    /// <summary>是否识别出来的页。</summary>
    public bool Has(int page) => _pages.ContainsKey(page);

    /// <summary>一处的把握: that of its least certain word; null where nothing there was recognised.</summary>
    public int? Confidence(int page, Area area)
    {
        int? least = null;
        foreach (var word in _pages.GetValueOrDefault(page) ?? [])
        {
            var (x, y) = (word.Area.Middle, (word.Area.Top + word.Area.Bottom) / 2);
            if (x >= area.Left && x <= area.Right && y >= area.Top && y <= area.Bottom)
            {
                least = Math.Min(least ?? word.Confidence, word.Confidence);
            }
        }

        return least;
    }
}
