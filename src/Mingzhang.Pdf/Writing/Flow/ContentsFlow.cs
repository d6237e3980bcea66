using System.Globalization;
using Mingzhang.Pdf.Writing.Structure;
using Look = Mingzhang.Pdf.Writing.Flow.ParagraphFlow.Look;

namespace Mingzhang.Pdf.Writing.Flow;

/// <summary>排目录：the height of an entry does not depend on its page number, so that the second setting turns pages where the first did.</summary>
internal static class ContentsFlow
{
    private const double NumberEms = 2.5;

    public static void Place(PdfContents contents, Pages pages, IReadOnlyList<HeadingMark> headings, Tag root, Look title, Look entry)
    {
        ParagraphFlow.Place(contents.Title, title, pages, root.Child("P"), whole: true);
        var list = root.Child("TOC");
        for (var i = 0; i < headings.Count; i++)
        {
            if (headings[i].Level <= contents.Depth)
            {
                Entry(headings[i], i, pages, list, entry);
            }
        }
    }

    private static void Entry(HeadingMark heading, int index, Pages pages, Tag list, Look look)
    {
        var indent = 1.5 * look.Size * (heading.Level - 1);
        var width = (pages.Width - indent) / look.Size;
        var glyphs = pages.Fonts.Set(heading.Text.ReplaceLineEndings(" "), look.Role);
        var lines = LineBreaker.Break(glyphs, width - NumberEms - 1, width - NumberEms - 1);
        pages.Need(lines.Count * look.Leading);
        var link = list.Child("TOCI").Child("Link");
        var top = pages.Y;
        pages.Current.Begin(link);
        for (var i = 0; i < lines.Count; i++)
        {
            var baseline = ParagraphFlow.Baseline(pages.Y, look.Leading, look.Size);
            pages.Current.Text(lines[i], pages.Left + indent, baseline, look.Size);
            if (i == lines.Count - 1)
            {
                Leader(heading, lines[i], pages, baseline, look, indent);
            }

            pages.Y += look.Leading;
        }

        pages.Current.End();
        pages.Current.Link(pages.Left + indent, top, pages.Right, pages.Y, index, link);
    }

    private static void Leader(HeadingMark heading, TextLine last, Pages pages, double baseline, Look look, double indent)
    {
        var number = pages.Fonts.Set((heading.Page + 1).ToString(CultureInfo.InvariantCulture), look.Role);
        var numberWidth = LineBreaker.Width(number);
        var dot = pages.Fonts.Set(".", look.Role)[0];
        var pitch = Math.Max(dot.Width, 0.1);
        var room = ((pages.Width - indent) / look.Size) - last.Width - numberWidth - 1;
        var dots = Enumerable.Repeat(dot, (int)Math.Max(0, room / pitch)).ToArray();
        var start = pages.Right - ((numberWidth + 0.4 + (dots.Length * pitch)) * look.Size);
        pages.Current.Text(new TextLine(dots, 0, dots.Length, 0, Last: true), start, baseline, look.Size);
        pages.Current.Text(new TextLine(number, 0, number.Length, numberWidth, Last: true), pages.Right - (numberWidth * look.Size), baseline, look.Size);
    }
}
