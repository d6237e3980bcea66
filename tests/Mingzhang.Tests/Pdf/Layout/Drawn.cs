using Mingzhang.Pdf;
using Mingzhang.Pdf.Layout;

namespace Mingzhang.Tests.Pdf.Layout;

/// <summary>手绘的页：pages of glyphs and rulings made by hand, and what the layout makes of them in a short notation.</summary>
internal sealed class Drawn(double width = 595, double height = 842)
{
    private static readonly PdfFontFace Song = new("SimSun", Bold: false);
    private static readonly PdfFontFace Hei = new("SimHei", Bold: true);

    private readonly List<PdfGlyph> _glyphs = [];
    private readonly List<PdfRuling> _rulings = [];

    public double PictureShare { get; init; }

    /// <summary>Characters of the Chinese script are as wide as they are high, others half of it.</summary>
    public Drawn Text(double x, double baseline, string text, double size = 10, bool bold = false, double spacing = 0)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var advance = rune.Value < 0x2000 ? size / 2 : size;
            if (rune.Value != ' ')
            {
                _glyphs.Add(new PdfGlyph(rune.ToString(), x, x + advance, baseline, size, bold ? Hei : Song, Upright: true));
            }

            x += advance + spacing;
        }

        return this;
    }

    /// <summary>Text turned by a quarter: it runs upwards.</summary>
    public Drawn Upwards(double x, double bottom, string text, double size = 10)
    {
        foreach (var c in text)
        {
            _glyphs.Add(new PdfGlyph(c.ToString(), x, x + size, bottom - (0.12 * size), size, Song, Upright: false));
            bottom -= c < 0x2000 ? size / 2 : size;
        }

        return this;
    }

    public Drawn Across(double y, double left, double right)
    {
        _rulings.Add(new PdfRuling(left, y, right, y, 0.5));
        return this;
    }

    public Drawn Down(double x, double top, double bottom)
    {
        _rulings.Add(new PdfRuling(x, top, x, bottom, 0.5));
        return this;
    }

    /// <summary>All lines of a table.</summary>
    public Drawn Table(double[] xs, double[] ys)
    {
        foreach (var y in ys)
        {
            Across(y, xs[0], xs[^1]);
        }

        foreach (var x in xs)
        {
            Down(x, ys[0], ys[^1]);
        }

        return this;
    }

    /// <summary>Rows of a table with all lines, 20 points high, texts left in their cells.</summary>
    public Drawn Rows(double[] xs, double top, params string[] rows)
    {
        Table(xs, [.. Enumerable.Range(0, rows.Length + 1).Select(i => top + (20 * i))]);
        return Texts(xs, top, rows);
    }

    /// <summary>Texts of rows 20 points high, apart by |.</summary>
    public Drawn Texts(double[] xs, double top, params string[] rows)
    {
        for (var r = 0; r < rows.Length; r++)
        {
            var cells = rows[r].Split('|');
            for (var c = 0; c < cells.Length; c++)
            {
                Text(xs[c] + 3, top + (20 * r) + 13, cells[c]);
            }
        }

        return this;
    }

    public PdfPage Page(int number = 1) => new(number, width, height, _glyphs, _rulings, PictureShare);

    public string Shown() => Show(Page());

    /// <summary>Lines as they are, + before what goes on, # before furniture, ! before headings. Tables as rows of cells: &lt; and ^ are covered
    /// from the left and from above, a line feed inside a cell is a slash.</summary>
    public static string Show(params PdfPage[] pages) => string.Join('\n', DocumentLayout.Of(pages).SelectMany(p => p.Blocks).Select(Show));

    private static string Show(LaidBlock block) => block switch
    {
        LaidLine line => (line.Furniture ? "#" : line.Continues ? "+" : line.Prominent ? "!" : "") + line.Text,
        LaidTable table => (table.Continues ? "continues " : "") + (table.Kind == TableKind.Ruled ? "" : table.Kind + " ") + "[" + string.Join("\n ", table.Rows.Select(Show)) + "]",
        _ => "",
    };

    private static string Show(LaidRow row) => string.Join('|', row.Cells.Select(c => c.CoveredFrom is { } from ? from.Left > 0 ? "<" : "^" : c.Text.Replace('\n', '/')));
}
