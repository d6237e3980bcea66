using System.Globalization;
using System.Security;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Pdf;

namespace Mingzhang.Tests.Formats.Ofd;

/// <summary>整份 OFD：the pages of a written disclosure as text and path objects at their places say what the text says.</summary>
public class WholeDocumentTests
{
    [Theory]
    [InlineData("cq-budget", 3)]
    [InlineData("sh-department-budget", 4)]
    [InlineData("final-accounts", 5)]
    [InlineData("national-budget", 6)]
    public void A_disclosure_says_what_its_text_says(string key, int seed)
    {
        var book = Documents.Library.Book(key)!;
        var composed = Composer.Compose(Documents.Library, book, Sampler.Draft(Documents.Library, book, seed));
        var pdf = WrittenFormats.Of(".pdf")!.Write(Written.Of(Documents.Library, composed));
        Assert.SkipWhen(pdf.Bytes is null, pdf.Problem?.Chinese ?? "");
        var ofd = new SmallOfd();
        foreach (var page in PdfDocument.Open(pdf.Bytes).ReadPages())
        {
            ofd.Page(Objects(page), area: $"0 0 {Millimetres(page.Width)} {Millimetres(page.Height)}");
        }

        var opened = Opening.Bytes("x.pdf", ofd.Build());
        Assert.Equal("ofd", opened.Paper?.Format);
        var read = Reader.Read(opened.Paper!, Documents.Library);
        Assert.Equal(Said(Documents.Read(ComposedText.Write(composed))), Said(read));
        Assert.Empty(read.Unbound);
        Assert.All(read.Statements.OfType<AmountStatement>().Where(a => !a.Blank), a => Assert.True(a.Place.Page > 0 && a.Place.Box is not null));
    }

    private static string Objects(PdfPage page)
    {
        var objects = new StringBuilder();
        foreach (var glyph in page.Glyphs.Where(g => !string.IsNullOrWhiteSpace(g.Text)))
        {
            var (width, height) = (glyph.Right - glyph.Left, glyph.Bottom - glyph.Top);
            objects.Append(CultureInfo.InvariantCulture, $"<ofd:TextObject Boundary=\"{Millimetres(glyph.Left)} {Millimetres(glyph.Top)} {Millimetres(width)} {Millimetres(height)}\" Font=\"{(glyph.Font.Bold ? 2 : 1)}\" Size=\"{Millimetres(glyph.Size)}\"><ofd:TextCode X=\"0\" Y=\"{Millimetres(glyph.Baseline - glyph.Top)}\">{SecurityElement.Escape(glyph.Text)}</ofd:TextCode></ofd:TextObject>");
        }

        foreach (var ruling in page.Rulings)
        {
            var (width, height) = (ruling.X2 - ruling.X1, ruling.Y2 - ruling.Y1);
            objects.Append(CultureInfo.InvariantCulture, $"<ofd:PathObject Boundary=\"{Millimetres(ruling.X1)} {Millimetres(ruling.Y1)} {Millimetres(width + 0.1)} {Millimetres(height + 0.1)}\" LineWidth=\"{Millimetres(Math.Max(0.3, ruling.Thickness))}\"><ofd:AbbreviatedData>M 0 0 L {Millimetres(width)} {Millimetres(height)}</ofd:AbbreviatedData></ofd:PathObject>");
        }

        return objects.ToString();
    }

    private static string Millimetres(double points) => (points * 25.4 / 72).ToString("0.####", CultureInfo.InvariantCulture);

    // The writer sets a quarter of a character between digits and words, which may be seen as a blank.
    private static List<string> Said(Disclosure disclosure) => [.. disclosure.Statements.Where(s => s is not AmountStatement { Blank: true }).Select(s => $"{s.Point} {s.Raw.Replace(" ", "", StringComparison.Ordinal)}").Order(StringComparer.Ordinal)];
}
