using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Documents.Formats.Pdf;
using Mingzhang.Paper;
using Mingzhang.Pdf;
using Mingzhang.Pdf.Layout;

namespace Mingzhang.Documents.Formats.Text;

/// <summary>排成版面的文本：what programs make of the pages of a PDF: lines broken where those of the page were, perhaps a page feed between pages. Every character is put where it
/// stands and the pages are laid out like those of a PDF, so that broken sentences join again and running heads are known. Tables have lost their columns on the way (a blank
/// cell leaves no trace, a Chinese character is as wide as a digit): they are told as not read instead of being guessed.</summary>
internal static partial class SetText
{
    private const double Size = 10;
    private const double Leading = 14;
    private const int First = 2;
    private static readonly PdfFontFace Font = new("text", false);

    /// <summary>是否如此：with page feeds and hardly a sentence; or most long lines end at the right edge in the middle of a sentence.</summary>
    public static bool Is(string text)
    {
        const int LeastWidth = 30;
        const int MostWidth = 200;
        const int LeastLines = 12;
        if (text.Contains('\t', StringComparison.Ordinal))
        {
            return false;
        }

        // Widths of all long lines, and of those that end in the middle of a sentence.
        var (widths, open) = (new List<int>(), new List<int>());
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (Width(trimmed) is >= LeastWidth and var width && trimmed.IndexOf("  ") < 0)
            {
                widths.Add(width);
                if (!Ends(trimmed[^1]))
                {
                    open.Add(width);
                }
            }
        }

        if (widths.Count < LeastLines)
        {
            return text.Contains('\f', StringComparison.Ordinal);
        }

        widths.Sort();
        var edge = widths[widths.Count * 9 / 10];
        return edge <= MostWidth && open.Count(w => w * 10 >= edge * 9) * 3 >= widths.Count;
    }

    /// <summary>读成纸面; null where it takes more work than the limit.</summary>
    public static PaperDocument? Read(string name, string contentId, string encoding, string text)
    {
        try
        {
            var drawing = new Drawing(text.Length);
            var starts = new List<int>();
            var pages = new List<PdfPage>();
            var all = new List<string> { "" };
            foreach (var page in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\f'))
            {
                // A feed stands at the beginning of a line.
                var lines = page.Split('\n');
                starts.Add(Math.Max(0, all.Count - 1));
                all[^1] += lines[0];
                all.AddRange(lines.Skip(1));
                pages.Add(Page(drawing, lines, pages.Count + 1));
            }

            var lost = 0;
            var blocks = Kept(LaidPaper.Of(DocumentLayout.Of(pages)).Blocks, all, starts, ref lost);
            return new PaperDocument(name, contentId, encoding, blocks)
            {
                Faults = lost == 0 ? [] : [new PaperFault("lost-columns", null, lost.ToString(CultureInfo.InvariantCulture))],
            };
        }
        catch (PdfException)
        {
            return null;
        }
    }

    // Lines of narrative with the numbers that they have in the file; rows of tables are counted and left out.
    private static List<Block> Kept(IReadOnlyList<Block> laid, List<string> lines, List<int> starts, ref int lost)
    {
        var blocks = new List<Block>();
        foreach (var block in laid)
        {
            if (block is TextLine line && !Row().IsMatch(line.Text))
            {
                var row = (int)Math.Round((line.Box!.Value.Top + (0.88 * Size)) / Leading) - First;
                var number = starts[(line.Page ?? 1) - 1] + row;
                var before = blocks is [.., TextLine above] ? above.Text.TrimEnd()[^1] : '。';
                var goesOn = line.Join == LineJoin.Continues ? before != '。' || !char.IsWhiteSpace(lines[number][0]) : Open(before) && !line.AfterGap;
                blocks.Add(line with { Line = number + 1, Page = null, Box = null, Join = goesOn ? LineJoin.Continues : LineJoin.New });
            }
            else
            {
                lost += block is Grid grid ? grid.Rows.Count : 1;
            }
        }

        return blocks;
    }

    private static PdfPage Page(Drawing drawing, string[] lines, int number)
    {
        var page = drawing.Page((lines.Max(l => Width(l) + l.Length - l.TrimStart().Length) + First + First) * Size / 2, (lines.Length + First + First) * Leading);
        for (var i = 0; i < lines.Length; i++)
        {
            // A blank at the beginning is part of an indent: programs write one for a whole character.
            var indent = lines[i].Length - lines[i].TrimStart().Length;
            var left = Size * (1 + indent);
            foreach (var c in lines[i].AsSpan(indent))
            {
                var right = left + (Size / 2 * Width(c));
                if (!char.IsWhiteSpace(c))
                {
                    page.Glyph(new PdfGlyph(c.ToString(), left, right, (i + First) * Leading, Size, Font, Upright: true), invisible: false);
                }

                left = right;
            }
        }

        return page.Finish(number);
    }

    private static int Width(ReadOnlySpan<char> line)
    {
        var width = 0;
        foreach (var c in line)
        {
            width += Width(c);
        }

        return width;
    }

    private static int Width(char c) => c >= 0x2e80 ? 2 : 1;

    private static bool Ends(char c) => c is '。' or '；' or '：' or '！' or '？' or ';' or ':' or '”' or '）' or ')' or '》';

    // No paragraph ends so, wherever the line was broken.
    private static bool Open(char c) => c is '，' or '、' or '（' or '“' or '《';

    // An amount by itself, or several words of which two are amounts, without the marks of a sentence.
    [GeneratedRegex(@"^\s*-?[\d,]+(?:\.\d+)?%?\s*$|^[^。；，：]*\s-?[\d,]+\.\d+\s+(?:[^。；，：]*\s)?-?[\d,]+(?:\.\d+)?%?\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Row();
}
