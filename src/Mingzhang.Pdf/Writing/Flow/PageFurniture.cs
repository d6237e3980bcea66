using Mingzhang.Pdf.Writing.Typefaces;

namespace Mingzhang.Pdf.Writing.Flow;

/// <summary>页眉、页码与水印：ornaments that a screen reader leaves out.</summary>
internal static class PageFurniture
{
    private const double HeaderSize = 9;
    private const double NumberSize = 14;

    public static void Draw(PdfBook book, Pages pages)
    {
        foreach (var page in pages.All)
        {
            if (book.Watermark is { Length: > 0 } mark)
            {
                var line = Line(mark, PdfFontRole.Heading, pages.Fonts);
                page.Slanted(line, Math.Min(120, Math.Min(page.Width, page.Height) * 0.9 / Math.Max(line.Width, 1)));
            }

            if (page.Header is { Length: > 0 } header)
            {
                Centred(page, Line(header, PdfFontRole.Table, pages.Fonts), page.Margins.Top * 0.6, HeaderSize);
            }

            if (page.Numbered)
            {
                Centred(page, Line(FormattableString.Invariant($"— {page.Index + 1} —"), PdfFontRole.Table, pages.Fonts), page.Height - (page.Margins.Bottom * 0.5), NumberSize);
            }
        }
    }

    private static void Centred(PageCanvas page, TextLine line, double baseline, double size)
    {
        size = Math.Min(size, page.Width * 0.9 / Math.Max(line.Width, 1));
        page.BeginArtifact(ofPage: true);
        page.Text(line, (page.Width - (line.Width * size)) / 2, baseline, size);
        page.End();
    }

    private static TextLine Line(string text, PdfFontRole role, FontCase fonts)
    {
        var glyphs = fonts.Set(text, role);
        return new TextLine(glyphs, 0, glyphs.Length, LineBreaker.Width(glyphs), Last: true);
    }
}
