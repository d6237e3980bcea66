using System.Text.RegularExpressions;

namespace Mingzhang.Pdf.Layout;

/// <summary>断行与分段：whether a line goes on with the paragraph above, by where both begin and end; headings by size, weight and
/// place.</summary>
internal static partial class LineJoins
{
    private const double OtherSize = 1.12;
    private const string Ends = "。；：！？;:!?…";

    public static void Mark(IReadOnlyList<LaidPage> pages)
    {
        var columns = TextColumn.Of(pages);
        var (size, bold) = BodyText(pages);
        LaidLine? above = null;
        TextColumn? aboveColumn = null;
        for (var p = 0; p < pages.Count; p++)
        {
            var pitch = Pitch(pages[p].Blocks);
            foreach (var block in pages[p].Blocks)
            {
                if (block is not LaidLine line)
                {
                    above = null;
                    continue;
                }

                if (line.Furniture)
                {
                    continue;
                }

                var column = line.Column ?? columns[p];
                line.Prominent = line.Size >= size * OtherSize || (line.Bold && !bold) || Centred(line, column);
                if (above is not null && aboveColumn is not null)
                {
                    line.AfterGap = above.Page == line.Page && line.Baseline - above.Baseline > Math.Max(1.7 * pitch, 2 * line.Size);
                    line.Continues = !line.AfterGap && GoesOn(above, aboveColumn, line, column);
                }

                (above, aboveColumn) = (line, column);
            }
        }
    }

    private static bool GoesOn(LaidLine above, TextColumn aboveColumn, LaidLine line, TextColumn column)
    {
        if (Math.Max(above.Size, line.Size) > OtherSize * Math.Min(above.Size, line.Size) || above.Bold != line.Bold
            || Centred(above, aboveColumn) || ListNumber().IsMatch(line.Text) || Leader().IsMatch(above.Text))
        {
            return false;
        }

        // A heading that fills its line ends in the middle of the next.
        var full = aboveColumn.Right - above.Area.Right < line.Lead + (0.5 * line.Size);
        if (Centred(line, column))
        {
            return full && above.Prominent;
        }

        // An indented line begins a paragraph, unless the whole paragraph stands indented.
        var indent = line.Area.Left - column.Left;
        if (indent > 0.8 * line.Size && !(above.Continues && Math.Abs((above.Area.Left - aboveColumn.Left) - indent) < 0.3 * line.Size))
        {
            return false;
        }

        // Had the next word fitted into the line above, that line would have ended by choice. Producers keep a number and its unit together,
        // so that an open sentence may leave more room.
        const double Most = 0.7;
        var open = !Ends.Contains(above.Text[^1], StringComparison.Ordinal) && above.Area.Width > Most * (aboveColumn.Right - aboveColumn.Left);
        return open || full;
    }

    private static bool Centred(LaidLine line, TextColumn column)
    {
        var left = line.Area.Left - column.Left;
        var right = column.Right - line.Area.Right;
        return left > 2.6 * line.Size && right > 2.6 * line.Size && Math.Abs(left - right) < 1.2 * line.Size;
    }

    // The usual distance between lines: the lower third, since gaps between paragraphs are wider and nothing is narrower.
    private static double Pitch(IReadOnlyList<LaidBlock> blocks)
    {
        var steps = new List<double>();
        for (var i = 1; i < blocks.Count; i++)
        {
            if (blocks[i - 1] is LaidLine { Furniture: false } above && blocks[i] is LaidLine { Furniture: false } line && line.Baseline > above.Baseline)
            {
                steps.Add(line.Baseline - above.Baseline);
            }
        }

        steps.Sort();
        return steps.Count == 0 ? 0 : steps[steps.Count / 3];
    }

    private static (double Size, bool Bold) BodyText(IReadOnlyList<LaidPage> pages)
    {
        var sizes = new Dictionary<int, int>();
        var (bold, all) = (0, 0);
        foreach (var page in pages)
        {
            foreach (var block in page.Blocks)
            {
                if (block is LaidLine { Furniture: false } line)
                {
                    var size = (int)Math.Round(line.Size * 2);
                    sizes[size] = sizes.GetValueOrDefault(size) + line.Glyphs;
                    bold += line.Bold ? line.Glyphs : 0;
                    all += line.Glyphs;
                }
            }
        }

        var most = 0;
        foreach (var (size, count) in sizes)
        {
            most = count > sizes.GetValueOrDefault(most) ? size : most;
        }

        return (most / 2.0, bold * 2 > all);
    }

    // A line of the contents: dots and a page number.
    [GeneratedRegex(@"(?:…{3}|\.{4}|·{4}|．{4})\s*[-—]?\s*[0-9]*\s*[-—]?\s*$")]
    private static partial Regex Leader();

    [GeneratedRegex(@"^\s*(?:第[一二三四五六七八九十]{1,3}(?:部分|章|节)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|[0-9]{1,2}(?:[、．]|\.(?![0-9]))|[（(][0-9]{1,2}[)）]|[①-⑳])")]
    private static partial Regex ListNumber();
}
