namespace Mingzhang.Pdf.Layout;

/// <summary>侧放的页：a page whose whole text is turned by a quarter without saying so is laid out as the reader holds it, and its boxes are
/// turned back.</summary>
internal sealed class TurnedPage
{
    private const double MostOfIt = 0.8;
    private const int LeastGlyphs = 20;

    private readonly double _width;
    private readonly double _height;
    private readonly bool _upwards;

    private TurnedPage(PdfPage page, bool upwards)
    {
        (_width, _height, _upwards) = (page.Width, page.Height, upwards);
        var glyphs = new PdfGlyph[page.Glyphs.Count];
        for (var i = 0; i < glyphs.Length; i++)
        {
            glyphs[i] = Turn(page.Glyphs[i]);
        }

        var rulings = new PdfRuling[page.Rulings.Count];
        for (var i = 0; i < rulings.Length; i++)
        {
            var r = page.Rulings[i];
            var (x1, y1, x2, y2) = upwards ? (_height - r.Y2, r.X1, _height - r.Y1, r.X2) : (r.Y1, _width - r.X2, r.Y2, _width - r.X1);
            rulings[i] = new PdfRuling(x1, y1, x2, y2, r.Thickness);
        }

        Page = page with { Width = page.Height, Height = page.Width, Glyphs = glyphs, Rulings = rulings };
    }

    /// <summary>转正后的页。</summary>
    public PdfPage Page { get; }

    /// <summary>侧放的页; null for one that is upright.</summary>
    public static TurnedPage? Of(PdfPage page)
    {
        var (turned, all, up, down) = (0, 0, 0, 0);
        for (var i = 0; i < page.Glyphs.Count; i++)
        {
            var glyph = page.Glyphs[i];
            if (string.IsNullOrWhiteSpace(glyph.Text))
            {
                continue;
            }

            all++;
            turned += glyph.Upright ? 0 : 1;
            if (i > 0 && !glyph.Upright && Math.Abs(glyph.Left - page.Glyphs[i - 1].Left) < glyph.Size / 2 && Math.Abs(glyph.Baseline - page.Glyphs[i - 1].Baseline) < 2 * glyph.Size)
            {
                up += glyph.Baseline < page.Glyphs[i - 1].Baseline ? 1 : 0;
                down += glyph.Baseline > page.Glyphs[i - 1].Baseline ? 1 : 0;
            }
        }

        // Vertical writing runs downwards with upright characters: of a page turned so, figures show it, which never stand upright one above the other.
        return turned >= LeastGlyphs && turned >= MostOfIt * all && Math.Max(up, down) > MostOfIt * (up + down) && (up > down || Figures(page)) ? new TurnedPage(page, up > down) : null;
    }

    /// <summary>转回页面上的位置。</summary>
    public Area Back(Area a) => _upwards ? new Area(a.Top, _height - a.Right, a.Bottom, _height - a.Left) : new Area(_width - a.Bottom, a.Left, _width - a.Top, a.Right);

    private static bool Figures(PdfPage page)
    {
        var figures = 0;
        for (var i = 1; i < page.Glyphs.Count; i++)
        {
            figures += page.Glyphs[i].Text is [>= '0' and <= '9'] && page.Glyphs[i - 1].Text is [>= '0' and <= '9'] && Math.Abs(page.Glyphs[i].Baseline - page.Glyphs[i - 1].Baseline) < 0.8 * page.Glyphs[i].Size ? 1 : 0;
        }

        return figures > LeastGlyphs;
    }

    // The record of a turned glyph holds its box across the direction of reading, and its middle along it; the advance is the usual one.
    private PdfGlyph Turn(in PdfGlyph glyph)
    {
        const double Baseline = 0.12;
        var along = (glyph.Top + glyph.Bottom) / 2;
        var half = (glyph.Text is [< '\u2000', ..] ? glyph.Size / 2 : glyph.Size) / 2;
        return _upwards
            ? glyph with { Left = _height - along - half, Right = _height - along + half, Baseline = glyph.Right - (Baseline * glyph.Size), Upright = !glyph.Upright }
            : glyph with { Left = along - half, Right = along + half, Baseline = _width - glyph.Left - (Baseline * glyph.Size), Upright = !glyph.Upright };
    }
}
