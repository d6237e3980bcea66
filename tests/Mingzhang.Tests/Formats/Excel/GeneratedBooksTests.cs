using System.Diagnostics;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Paper;
using Mingzhang.Rules;
using Mingzhang.Tests.Generated;
using Mingzhang.Tests.Reading.Printed;

namespace Mingzhang.Tests.Formats.Excel;

/// <summary>随机预算的工作簿：sound budgets printed as text and laid out as sheets, one table a sheet, say the same and have no finding.</summary>
public partial class GeneratedBooksTests
{
    private const int Few = 6;
    private const int Soon = 2000;

    [Fact]
    public void Sheets_say_what_the_text_says_and_are_read_soon()
    {
        var book = Documents.Library.Book("cq-budget")!;
        for (var seed = 1; seed <= Few; seed++)
        {
            var text = DisclosureText.Write(Documents.Library, book, GeneratedDraft.Build(seed));
            var bytes = Book(text);
            var watch = Stopwatch.StartNew();
            var paper = Opening.Bytes("a.xlsx", bytes).Paper!;
            var read = Reader.Read(paper, Documents.Library);
            var report = Inspector.Check(read, Documents.Library);
            if (Environment.GetEnvironmentVariable("MINGZHANG_TIMES") is { Length: > 0 })
            {
                TestContext.Current.SendDiagnosticMessage($"{paper.Blocks.OfType<Grid>().Select(g => g.Sheet).Distinct().Count()} sheets with tables: {watch.Elapsed.TotalMilliseconds:F1} ms");
            }

            Assert.True(seed == 1 || watch.ElapsedMilliseconds < Soon, $"{watch.ElapsedMilliseconds} ms");
            var (plain, other) = (Statements.Said(Documents.Read(text)), Statements.Said(read));
            var wrong = plain.Except(other).Select(s => "lost: " + s).Concat(other.Except(plain).Select(s => "added: " + s)).ToList();
            Assert.True(wrong.Count == 0, $"{seed}: {wrong.Count} differences\n" + string.Join('\n', wrong.Take(20)));
            Assert.Empty(report.Findings.Select(f => $"{seed}: {f.Template} {f.Message.Chinese}"));
        }
    }

    [Fact]
    public void Tables_in_a_workbook_of_their_own_are_joined_with_the_narrative_and_lack_nothing_by_themselves()
    {
        var text = DisclosureText.Write(Documents.Library, Documents.Library.Book("cq-budget")!, GeneratedDraft.Build(3));
        var narrative = string.Join('\n', text.Split('\n').TakeWhile(l => !l.StartsWith("表一", StringComparison.Ordinal)));
        var tables = Opening.Bytes("a.xlsx", Book(text[narrative.Length..])).Paper!;
        var joined = JoinedReader.Read(Opening.Bytes("a.txt", System.Text.Encoding.UTF8.GetBytes(narrative)).Paper!, [tables], Documents.Library, ReadingChoice.None);
        Assert.Empty(Inspector.Check(joined, Documents.Library).Findings.Select(f => f.Message.Chinese));
        Assert.Contains(joined.Statements, s => s.Place is { Sheet: not null, Cell: not null });
        var alone = Inspector.Check(Reader.Read(tables, Documents.Library), Documents.Library);
        Assert.All(alone.Findings, f => Assert.Equal(Severity.Note, f.Severity));
        Assert.All(alone.Checks.Where(c => c.Rule is "MZ102" or "MZ105"), c => Assert.Equal(Outcome.NotApplicable, c.Outcome));
    }

    // A sheet for the narrative, and one for every run of lines with tabs and the captions above it.
    private static byte[] Book(string text)
    {
        var book = new SmallBook();
        var style = book.Style("#,##0.00");
        var (lines, sheet) = (new List<string>(), 0);
        foreach (var line in text.Split('\n'))
        {
            if (Begins().IsMatch(line) && lines.Count > 0)
            {
                Add();
            }

            lines.Add(line);
        }

        Add();
        return book.Bytes();

        void Add()
        {
            sheet++;
            book.Sheet("Sheet" + sheet, SmallBook.Rows(string.Join('\n', lines.Select(l => string.Join('\t', l.Split('\t').Select(c => Figure().IsMatch(c) ? c.Replace(",", "", StringComparison.Ordinal) : Code().IsMatch(c) ? c + "\u200a" : c))))).Replace("\u200a", "", StringComparison.Ordinal).Replace(" s=\"0\"", " s=\"" + style + "\"", StringComparison.Ordinal));
            lines.Clear();
        }
    }

    [GeneratedRegex("^表[一二三四五六七八九十]{1,2}$")]
    private static partial Regex Begins();

    [GeneratedRegex(@"^-?[\d,]+\.\d\d$")]
    private static partial Regex Figure();

    [GeneratedRegex(@"^\d+$")]
    private static partial Regex Code();
}
