using System.Text.RegularExpressions;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Tests.Reading.Printed;

namespace Mingzhang.Tests.Formats.Excel;

/// <summary>办公软件存的工作簿：disclosures laid out as web pages and saved by LibreOffice as workbooks say what their text says.</summary>
public partial class OfficeBooksTests
{
    private static readonly Dictionary<string, PrintedDisclosure> Made = new[] { "sample", "final-accounts", "sh-department-budget" }.ToDictionary(n => n, PrintedDisclosure.Of, StringComparer.Ordinal);
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> New = Books("xlsx");
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Old = Books("xls");

    public static TheoryData<string> Disclosures => [.. Made.Keys];

    [Theory]
    [MemberData(nameof(Disclosures))]
    public void An_xlsx_says_what_the_text_says(string name) => Same(name, New.Value[name], "xlsx");

    [Theory]
    [MemberData(nameof(Disclosures))]
    public void An_xls_says_what_the_text_says(string name) => Same(name, Old.Value[name], "xls");

    private static Lazy<IReadOnlyDictionary<string, byte[]>> Books(string format) =>
        new(() => Press.Calc(Made.ToDictionary(m => m.Key, m => Formatted(m.Value.Html), StringComparer.Ordinal), format), LazyThreadSafetyMode.PublicationOnly);

    // Says how each figure is displayed, as a spreadsheet keeps it: 1,142.20 is 1142.2 under #,##0.00.
    private static string Formatted(string html) => Figure().Replace(html, m =>
        $" sdval=\"{m.Groups[1].Value.Replace(",", "", StringComparison.Ordinal)}\" sdnum=\"2052;0;{(m.Groups[1].Value.Contains(',', StringComparison.Ordinal) ? "#,##" : "")}0.{new string('0', m.Groups[2].Length)}\">{m.Groups[1].Value}<");

    [GeneratedRegex(@">(-?[\d,]+\.(\d+))<")]
    private static partial Regex Figure();

    private static void Same(string name, byte[] bytes, string format)
    {
        if (Environment.GetEnvironmentVariable("MINGZHANG_KEEP") is { Length: > 0 } keep)
        {
            File.WriteAllBytes(Path.Combine(keep, name + "." + format), bytes);
        }

        var paper = Opening.Bytes("a", bytes).Paper!;
        Assert.Equal(format, paper.Format);
        var (expected, read) = (Documents.Read(Made[name].Text), Reader.Read(paper, Documents.Library));
        Assert.Empty(read.Unbound.Select(u => $"{u.Raw} {u.Reason.English} {u.Place.English}"));
        Assert.Equal(expected.Tables.Select(t => t.Form), read.Tables.Select(t => t.Form));
        var (plain, other) = (Statements.Said(expected), Statements.Said(read));
        var wrong = plain.Except(other).Select(s => "lost: " + s).Concat(other.Except(plain).Select(s => "added: " + s)).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} differences\n" + string.Join('\n', wrong.Take(40)));
    }
}
