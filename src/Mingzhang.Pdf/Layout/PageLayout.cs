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
        var few = lines.Count <= MostLines;
        var (whole, partly) = RuledTables.Of(webs, few ? lines : []);
        Fill(whole);
        if (few)
        {
            var alone = webs.Where(static w => w.Down.Count == 0).SelectMany(static w => w.Across).ToList();
            foreach (var web in partly)
            {
                if (PartlyRuled.Table(page.Number, PartlyRuled.Extended(web.Across, alone, lines), web.Down, lines) is { } found)
                {
                    Take([found]);
                }
                else
                {
                    Fill([Lattice.Of(web)!]);
                }
            }

            Take(StripedTables.Of(page.Number, webs, lines));
        }

        blocks = PageBlocks.Of(page.Number, lines, turned, blocks, few);
        return new LaidPage(page.Number, page.Width, page.Height, glyphs, page.PictureShare, blocks);

        void Take(List<FoundTable> tables)
        {
            if (tables.Count > 0)
            {
                var used = tables.SelectMany(static t => t.Lines).Select(static l => l.Line).ToHashSet();
                lines = lines.FindAll(l => !used.Contains(l.Line));
                blocks.AddRange(tables.Select(static t => t.Table));
            }
        }

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
