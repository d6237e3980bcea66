namespace Mingzhang.Pdf.Layout;

/// <summary>页面排版：one page to lines and tables in reading order.</summary>
internal static class PageLayout
{
    public static List<LaidBlock> Of(PdfPage page)
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

        var lattices = new List<Lattice>();
        foreach (var web in Web.Of(page.Rulings))
        {
            // One box round a text, or one row without a division, is a frame and no table.
            if (Lattice.Of(web) is { Cells.Count: > 1 } lattice)
            {
                lattices.Add(lattice);
            }
        }

        var filling = new TableFilling(lattices);
        filling.Fill(upright, turned);
        var blocks = new List<LaidBlock>(filling.Tables(page.Number));
        blocks.AddRange(LineLayout.Of(page.Number, filling.Rest));
        blocks.Sort(static (a, b) => a.Area.Top != b.Area.Top ? a.Area.Top.CompareTo(b.Area.Top) : a.Area.Left.CompareTo(b.Area.Left));
        return blocks;
    }
}
