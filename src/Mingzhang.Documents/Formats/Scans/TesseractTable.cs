using System.Globalization;
using Mingzhang.Pdf.Layout;

namespace Mingzhang.Documents.Formats.Scans;

/// <summary>识别结果的表：the tab separated words of tesseract: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.</summary>
internal static class TesseractTable
{
    private const string Word = "5";
    private const int Columns = 12;
    private const int MostWords = 50_000;

    /// <summary>各词，换算成磅。</summary>
    public static List<RecognisedWord> Words(IEnumerable<string> lines, double scale)
    {
        var words = new List<RecognisedWord>();
        var (line, from) = ("", 0);
        foreach (var cells in lines.Take(MostWords).Select(l => l.Split('\t')))
        {
            if (cells.Length != Columns || cells[0] != Word || cells[11].Trim() is not { Length: > 0 } text
                || Number(cells[6]) is not { } left || Number(cells[7]) is not { } top || Number(cells[8]) is not (> 0 and var width) || Number(cells[9]) is not (> 0 and var height) || Number(cells[10]) is not { } sure)
            {
                continue;
            }

            var its = string.Join(' ', cells[2..5]);
            if (its != line)
            {
                Close(words, from);
                (line, from) = (its, words.Count);
            }

            words.Add(new RecognisedWord(text, new Area(left * scale, top * scale, (left + width) * scale, (top + height) * scale), (int)Math.Clamp(sure, 0, 100)));
        }

        Close(words, from);
        return words;
    }

    // Boxes are of the ink, and not exact: what is one line in the order of reading neither overlaps nor has gaps narrower than a character.
    private static void Close(List<RecognisedWord> words, int from)
    {
        const double Narrow = 0.9;
        for (var i = from; i + 1 < words.Count; i++)
        {
            var (a, b) = (words[i].Area, words[i + 1].Area);
            if (b.Left - a.Right > Narrow * Math.Max(a.Height, b.Height))
            {
                continue;
            }

            var between = b.Left > a.Left ? Math.Max(a.Left + (0.2 * a.Width), (a.Right + b.Left) / 2) : a.Right;
            words[i] = words[i] with { Area = a with { Right = between } };
            words[i + 1] = words[i + 1] with { Area = b with { Left = between, Right = Math.Max(b.Right, between + (0.5 * b.Height)) } };
        }
    }

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
