using System.Text;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Tests.Formats.Ofd;

namespace Mingzhang.Tests.Reading.Printed;

/// <summary>各种格式说的一样：one disclosure as text, as a web page, as PDF by two printers and as OFD gives the same statements.</summary>
public class FormatsAgreeTests
{
    private static readonly string[] Names = ["sample", "final-accounts", "sh-department-budget"];
    private static readonly Dictionary<string, PrintedDisclosure> Made = Names.ToDictionary(n => n, PrintedDisclosure.Of, StringComparer.Ordinal);
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Office = new(() => Press.LibreOffice(Made.ToDictionary(m => m.Key, m => m.Value.Html, StringComparer.Ordinal)), LazyThreadSafetyMode.PublicationOnly);

    public static TheoryData<string> Disclosures => [.. Names];

    [Fact]
    public void The_sample_is_printed_in_full()
    {
        var read = Documents.Read(Made["sample"].Text);
        Assert.Equal(Statements.Said(Documents.Read(Documents.Sample)), Statements.Said(read));
    }

    [Theory]
    [MemberData(nameof(Disclosures))]
    public void A_web_page_says_what_the_text_says(string name) => Same(name, Encoding.UTF8.GetBytes(Made[name].Html));

    [Theory]
    [MemberData(nameof(Disclosures))]
    public void A_PDF_by_a_browser_says_what_the_text_says(string name) => Same(name, Press.Chromium(Made[name].Html));

    [Theory]
    [MemberData(nameof(Disclosures))]
    public void A_PDF_by_an_office_says_what_the_text_says(string name) => Same(name, Office.Value[name]);

    [Theory]
    [MemberData(nameof(Disclosures))]
    public void An_OFD_says_what_the_text_says(string name) => Same(name, OfdPress.Of(Press.Chromium(Made[name].Html)));

    private static void Same(string name, byte[] bytes)
    {
        var (expected, read) = (Documents.Read(Made[name].Text), Reader.Read(Opening.Bytes("a", bytes).Paper!, Documents.Library));
        if (Environment.GetEnvironmentVariable("MINGZHANG_KEEP") is { Length: > 0 } keep)
        {
            File.WriteAllBytes(Path.Combine(keep, name + (bytes[0] == '<' ? ".html" : bytes[0] == 'P' ? ".ofd" : "." + bytes.Length + ".pdf")), bytes);
        }

        Assert.Empty(expected.Unbound);
        Assert.Empty(read.Unbound.Select(u => $"{u.Raw} {u.Reason.English} {u.Place.English}"));
        Assert.Equal(expected.Tables.Select(t => t.Form), read.Tables.Select(t => t.Form));
        var (plain, other) = (Statements.Said(expected), Statements.Said(read));
        var wrong = plain.Except(other).Select(s => "lost: " + s).Concat(other.Except(plain).Select(s => "added: " + s)).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} differences\n" + string.Join('\n', wrong.Take(40)));
    }
}
