using System.Globalization;
using System.Numerics;
using System.Text;
using System.Xml.Linq;
using Mingzhang.Pdf;

namespace Mingzhang.Documents.Formats.Ofd;

/// <summary>文字对象：each character stands where the offsets put it. Fonts are not opened: how wide a character is, its offset to the next tells, or its kind.</summary>
internal sealed class OfdText(DrawnPage page, OfdResources resources, OfdPackage package, int number)
{
    private const double Above = 0.88, Below = 0.12, Middle = (Above - Below) / 2;
    private const double Narrow = 0.5, MostNarrow = 0.75;

    // As of a PDF: text of a scan that was set straight is a little askew.
    private const double Slope = 0.1;

    private bool _told;

    /// <summary>画文字。</summary>
    public void Draw(XElement item, Matrix3x2 toPage)
    {
        var size = item.Number("Size") ?? 0;
        var scale = item.Number("HScale") is > 0 and var s ? s : 1;
        var weight = item.Number("Weight") ?? 0;
        var font = resources.Font(item.Text("Font"));
        font = weight >= 600 && !font.Bold ? font with { Bold = true } : font;
        var invisible = item.Number("Alpha") == 0 || (item.Flag("Fill") == false && item.Flag("Stroke") != true);
        var turned = (item.Number("CharDirection") ?? 0) != 0;
        foreach (var code in item.Named("TextCode"))
        {
            Code(code, toPage, new Style(size, scale, font, invisible, turned));
        }
    }

    private void Code(XElement code, Matrix3x2 toPage, Style style)
    {
        var text = code.Value.Trim('\r', '\n', '\t');
        var (x, y) = (code.Number("X") ?? 0, code.Number("Y") ?? 0);
        using var across = OfdDeltas.Of(code.Text("DeltaX")).GetEnumerator();
        using var down = OfdDeltas.Of(code.Text("DeltaY")).GetEnumerator();
        var vertical = code.Text("DeltaY") is not null && code.Text("DeltaX") is null;
        foreach (var rune in text.EnumerateRunes())
        {
            var usual = Width(rune) * style.Size * style.Scale;
            var given = across.MoveNext() ? across.Current : (double?)null;
            var advance = given > 0 && given <= MostNarrow * style.Size * style.Scale && Width(rune) < 1 ? given.Value : given > 0 ? Math.Min(given.Value, usual) : usual;
            Tell(rune);
            page.Glyph(Placed(rune.ToString(), x, y, advance, vertical, toPage, style), style.Invisible);
            x += given ?? (vertical ? 0 : usual);
            y += down.MoveNext() ? down.Current : vertical ? style.Size : 0;
        }
    }

    private static PdfGlyph Placed(string text, double x, double y, double advance, bool vertical, Matrix3x2 toPage, Style style)
    {
        var along = Vector2.Normalize(Vector2.TransformNormal(Vector2.UnitX, toPage));
        var length = Vector2.TransformNormal(Vector2.UnitX, toPage).Length();
        var size = length > 0 ? style.Size * Math.Abs(toPage.GetDeterminant()) / length : 0;
        var start = Vector2.Transform(new Vector2((float)x, (float)y), toPage);
        var end = Vector2.Transform(new Vector2((float)(x + advance), (float)y), toPage);
        if (!style.Turned && along.X > 0 && Math.Abs(along.Y) <= Slope * along.X && toPage.M22 > 0)
        {
            return new PdfGlyph(text, start.X, end.X, start.Y, size, style.Font, Upright: !vertical);
        }

        // Of turned text the record can only give a box that lies where the eye sees the glyph.
        var up = Vector2.Normalize(Vector2.TransformNormal(-Vector2.UnitY, toPage)) * (float)size;
        Vector2[] corners = [start + (up * (float)Above), start - (up * (float)Below), end + (up * (float)Above), end - (up * (float)Below)];
        return new PdfGlyph(text, corners.Min(c => c.X), corners.Max(c => c.X), ((corners.Min(c => c.Y) + corners.Max(c => c.Y)) / 2) + (Middle * size), size, style.Font, Upright: false);
    }

    private static double Width(Rune rune) => rune.Value < 0x2000 ? Narrow : 1;

    // Glyphs that an own font draws under codes of no meaning: there is no text to read.
    private void Tell(Rune rune)
    {
        if (!_told && (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.Control))
        {
            package.Fault("missing-font-map", number, "U+" + rune.Value.ToString("X4", CultureInfo.InvariantCulture));
            _told = true;
        }
    }

    private sealed record Style(double Size, double Scale, PdfFontFace Font, bool Invisible, bool Turned);
}
