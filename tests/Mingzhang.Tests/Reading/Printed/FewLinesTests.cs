using Mingzhang.Documents;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>少画线的表：a disclosure whose tables are drawn with few lines, or with none, says the same as its text, printed as PDF by two
/// printers. Tables of words alone are not known without lines; what they say is counted as lost.</summary>
public class FewLinesTests
{
    // Three projects and what is said of them stand in a table of words. The office sets narrow columns so close that labels over columns
    // without figures cannot be told apart.
    private const int LostWords = 4;
    private const int LostByOffice = 10;

    private static readonly string[] Names = ["sample", "final-accounts", "sh-department-budget"];
    private static readonly Borders[] Drawn = [Borders.None, Borders.Rows, Borders.Header, Borders.Frame, Borders.Zebra, Borders.Some];
    private static readonly Dictionary<string, PrintedDisclosure> Made = Names.ToDictionary(n => n, PrintedDisclosure.Of, StringComparer.Ordinal);

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Office = new(
        () => Press.LibreOffice(Names.SelectMany(n => Drawn.Select(b => (n, b))).ToDictionary(p => p.n + "." + p.b, p => Made[p.n].HtmlWith(p.b), StringComparer.Ordinal)),
        LazyThreadSafetyMode.PublicationOnly);

    public static TheoryData<string, string> Printed => new(Names.SelectMany(n => Drawn.Select(b => (n, b.ToString()))));

    [Theory]
    [InlineData("sample", nameof(Borders.None))]
    [InlineData("final-accounts", nameof(Borders.Header))]
    [InlineData("sh-department-budget", nameof(Borders.Rows))]
    [InlineData("sh-department-budget", nameof(Borders.Zebra))]
    public void A_PDF_by_a_browser_says_what_the_text_says(string name, string borders) =>
        Same(name, Press.Chromium(Made[name].HtmlWith(Enum.Parse<Borders>(borders))), name == "sample" ? LostWords : 0);

    [Theory]
    [MemberData(nameof(Printed))]
    public void A_PDF_by_an_office_says_what_the_text_says(string name, string borders) => Same(name, Office.Value[name + "." + borders], name == "sample" ? LostByOffice : name == "final-accounts" ? 2 : 0);

    private static void Same(string name, byte[] bytes, int mostLost)
    {
        var (expected, read) = (Documents.Read(Made[name].Text), Reader.Read(Opening.Bytes("a", bytes).Paper!, Documents.Library));
        var (plain, other) = (Statements.Said(expected), Statements.Said(read));
        var lost = plain.Except(other).ToList();
        Assert.True(lost.Count <= mostLost, $"{lost.Count} lost\n" + string.Join('\n', lost.Take(40)));
        if (mostLost == 0)
        {
            Assert.Equal(expected.Tables.Select(t => t.Form), read.Tables.Select(t => t.Form));
            Assert.Empty(other.Except(plain));
            Assert.Empty(read.Unbound.Select(u => $"{u.Raw} {u.Reason.English} {u.Place.English}"));
        }
    }
}
