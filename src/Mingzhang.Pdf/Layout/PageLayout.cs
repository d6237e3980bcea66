namespace Mingzhang.Pdf.Layout;

/// <summary>页面排版：one page to lines and tables in reading order.</summary>
internal static class PageLayout
{
    // No printed page has more lines; comparing them with each other would take a hostile one too long.
    private const int MostLines = 3000;

    public static LaidPage Of(PdfPage page) => TurnedPage.Of(page) is { } turned ? Upright(turned.Page) with { Turned = turned } : Upright(page);

    private static LaidPage Upright(PdfPage page)
    {
        var upright = new List<PdfGlyph>(page.Glyphs.Count);
        var turned = new List<PdfGlyph>();
        for (var i = 0; i < page.Glyphs.Count; i++)
        {
            var glyph = page.Glyphs[i];
            if (!string.IsNullOrWhiteSpace(glyph.Text) && double.IsFinite(glyph.Left + glyph.Right + glyph.Baseline + glyph.Size) && glyph.Size > 0)
            {
                (glyph.Upright ? upright : turned).Add(glyph);
            }
        }

        var glyphs = upright.Count + turned.Count;
        var blocks = new List<LaidBlock>();
        var webs = Web.Of(page.Rulings);
        var lines = PieceLine.Of(upright);
        Fill(RuledTables.Of(webs, lines.Count <= MostLines ? lines : []));
        if (lines.Count <= MostLines)
        {
            Fill(StripedTables.Of(webs, lines));
            Fill(AlignedTables.Of(lines.ConvertAll(static l => l.Tight()), tight: true));
            Fill(AlignedTables.Of(lines, tight: false));
        }

        blocks.AddRange(LineLayout.Of(page.Number, lines, turned));
        blocks.Sort(static (a, b) => a.Area.Top != b.Area.Top ? a.Area.Top.CompareTo(b.Area.Top) : a.Area.Left.CompareTo(b.Area.Left));
        return new LaidPage(page.Number, page.Width, page.Height, glyphs, page.PictureShare, blocks);

        void Fill(List<Lattice> lattices)
        {
            if (lattices.Count > 0)
            {
                var filling = new TableFilling(lattices);
                filling.Fill(lines, turned);
                blocks.AddRange(filling.Tables(page.Number));
                lines = PieceLine.Of(filling.Rest.FindAll(static g => g.Upright));
                turned = filling.Rest.FindAll(static g => !g.Upright);
            }
        }
    }
}
