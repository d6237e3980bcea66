using Mingzhang.Documents;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>少画线的表：a disclosure whose tables are drawn with few lines, or with none, says the same as its text, printed as PDF by two
/// printers in several fonts. Tables of words alone are not known without lines; what they say is counted as lost.</summary>
public class FewLinesTests
{
    // Three projects and what is said of them stand in a table of words.
    private const int LostWords = 4;

    // The office leaves no room between columns and breaks rows over pages: a label that a page divides, the labels of a column over no
    // figures that touch those beside them, and codes in parts over two rows without codes.
    private const int LostByOffice = 3;

    private static readonly string[] Names = ["sample", "final-accounts", "sh-department-budget"];
    private static readonly Borders[] Drawn = [Borders.None, Borders.Rows, Borders.Header, Borders.Frame, Borders.Zebra, Borders.Some];
    private static readonly Dictionary<string, PrintedDisclosure> Made = Names.ToDictionary(n => n, PrintedDisclosure.Of, StringComparer.Ordinal);

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Office = new(
        () => Press.LibreOffice(Fonts.Installed.SelectMany(f => Names.SelectMany(n => By(f).Select(b => (f, n, b)))).ToDictionary(p => Key(p.f, p.n, p.b), p => Made[p.n].HtmlWith(p.b, p.f), StringComparer.Ordinal)),
        LazyThreadSafetyMode.PublicationOnly);

    public static TheoryData<string, string> Printed => new(Fonts.Installed.SelectMany(f => Names.Select(n => (n, f))));

    [Theory]
    [MemberData(nameof(Printed))]
    public void A_PDF_by_a_browser_says_what_the_text_says(string name, string font) =>
        Assert.All(name == "sample" ? [Borders.None, Borders.Rows] : name == "final-accounts" ? [Borders.None, Borders.Header] : new[] { Borders.Rows, Borders.Zebra },
            b => Same(name, Press.Chromium(Made[name].HtmlWith(b, font)), name == "sample" ? LostWords : 0, split: false));

    [Theory]
    [MemberData(nameof(Printed))]
    public void A_PDF_by_an_office_says_what_the_text_says(string name, string font) =>
        Assert.All(By(font), b => Same(name, Office.Value[Key(font, name, b)], name == "sample" ? LostWords + LostByOffice : name == "final-accounts" ? 2 : 0, split: name == "final-accounts"));

    // The other fonts are printed with the lines that differ most, to save time.
    private static Borders[] By(string font) => font == Fonts.Usual ? Drawn : [Borders.None, Borders.Header, Borders.Some];

    private static string Key(string font, string name, Borders borders) => $"{name}.{borders}.{string.Concat(font.Where(char.IsAsciiLetter))}";

    // What is not understood may be lost, but is never said of something else.
    private static void Same(string name, byte[] bytes, int mostLost, bool split)
    {
        var (expected, read) = (Documents.Read(Made[name].Text), Reader.Read(Opening.Bytes("a", bytes).Paper!, Documents.Library));
        var (plain, other) = (Statements.Said(expected), Statements.Said(read));
        var lost = plain.Except(other).ToList();
        Assert.True(lost.Count <= mostLost, $"{lost.Count} lost\n" + string.Join('\n', lost.Take(40)));
        var wrong = other.Except(plain).Where(s => s.StartsWith("amount", StringComparison.Ordinal)).ToList();
        Assert.True(wrong.Count <= (split ? 1 : 0), $"{wrong.Count} wrong\n" + string.Join('\n', wrong.Take(40)));
        if (mostLost == 0)
        {
            Assert.Equal(expected.Tables.Select(t => t.Form), read.Tables.Select(t => t.Form));
            Assert.Empty(other.Except(plain));
            Assert.Empty(read.Unbound.Select(u => $"{u.Raw} {u.Reason.English} {u.Place.English}"));
        }
    }
}
