using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Rules;
using Mingzhang.Tests.Generated;
using Mingzhang.Tests.Reading.Printed;

namespace Mingzhang.Tests.Formats.Word;

/// <summary>办公软件存成的 Word：a disclosure saved as docx by an office program says what its text says, in headings, lists and merged tables.</summary>
public class OfficeTests
{
    private const int Budgets = 6;
    private static readonly string[] Names = ["sample", "final-accounts", "sh-department-budget"];
    private static readonly Dictionary<string, PrintedDisclosure> Made = Names.ToDictionary(n => n, PrintedDisclosure.Of, StringComparer.Ordinal);
    private static readonly Dictionary<string, string> Generated = Enumerable.Range(1, Budgets).ToDictionary(
        s => "budget" + s.ToString(System.Globalization.CultureInfo.InvariantCulture), s => DisclosureText.Write(Documents.Library, Documents.Library.Book("cq-budget")!, GeneratedDraft.Build(s)), StringComparer.Ordinal);

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Office = new(
        () => Press.LibreOffice(Made.ToDictionary(m => m.Key, m => m.Value.Html, StringComparer.Ordinal)
            .Concat(Generated.Select(g => KeyValuePair.Create(g.Key, TextPages.Html(g.Value)))).ToDictionary(StringComparer.Ordinal), "docx:MS Word 2007 XML"),
        LazyThreadSafetyMode.PublicationOnly);

    public static TheoryData<string> Disclosures => [.. Names];

    public static TheoryData<string> Budgeted => [.. Generated.Keys];

    [Theory]
    [MemberData(nameof(Disclosures))]
    public void A_document_says_what_the_text_says(string name)
    {
        var read = Same(Documents.Read(Made[name].Text), Office.Value[name], name);
        Assert.Equal("docx", read.Facts.Format);
    }

    [Theory]
    [MemberData(nameof(Budgeted))]
    public void A_generated_budget_says_what_its_text_says_and_has_no_finding(string name)
    {
        var read = Same(Documents.Read(Generated[name]), Office.Value[name], name);
        Assert.Empty(Inspector.Check(read, Documents.Library).Findings.Select(f => f.Message.Chinese));
    }

    private static Disclosure Same(Disclosure expected, byte[] bytes, string name)
    {
        if (Environment.GetEnvironmentVariable("MINGZHANG_KEEP") is { Length: > 0 } keep)
        {
            File.WriteAllBytes(Path.Combine(keep, name + ".docx"), bytes);
        }

        var read = Reader.Read(Opening.Bytes("a", bytes).Paper!, Documents.Library);
        Assert.Empty(expected.Unbound);
        Assert.Empty(read.Unbound.Select(u => $"{u.Raw} {u.Reason.English} {u.Place.English}"));
        Assert.Equal(expected.Tables.Select(t => t.Form), read.Tables.Select(t => t.Form));
        var (plain, other) = (Statements.Said(expected), Statements.Said(read));
        var wrong = plain.Except(other).Select(s => "lost: " + s).Concat(other.Except(plain).Select(s => "added: " + s)).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} differences\n" + string.Join('\n', wrong.Take(40)));
        return read;
    }
}
