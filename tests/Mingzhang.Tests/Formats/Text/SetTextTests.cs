using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Paper;

namespace Mingzhang.Tests.Formats.Text;

/// <summary>由版面转成的文本试验：sentences broken at the edge of a page join again, tables that lost their columns are told and never guessed.</summary>
public class SetTextTests
{
    [Theory]
    [InlineData("cq-budget", 34, 40)]
    [InlineData("sh-department-budget", 41, 30)]
    [InlineData("final-accounts", 38, 36)]
    public void A_narrative_broken_over_lines_and_pages_says_what_it_said_whole(string key, int width, int height)
    {
        var whole = Narrative(key);
        var broken = Broken(whole, width, height);
        Assert.Equal(Said(Documents.Read(whole)), Said(Documents.Read(broken)));
        Assert.DoesNotContain(Documents.Check(broken).Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void Every_figure_keeps_the_line_of_the_file_in_which_it_stands()
    {
        var broken = Broken(Narrative("cq-budget"), 34, 40);
        var lines = broken.Split('\n');
        var figures = Documents.Read(broken).Statements.Where(s => s.Place.Line is not null && s.Place.Text is { Length: > 0 }).ToList();
        Assert.NotEmpty(figures);
        var misplaced = figures.Count(f => !lines[f.Place.Line!.Value - 1].Contains(f.Raw[..Math.Min(2, f.Raw.Length)], StringComparison.Ordinal));
        Assert.True(misplaced * 20 < figures.Count, $"{misplaced} of {figures.Count}");
    }

    [Fact]
    public void Rows_of_tables_are_told_as_not_read()
    {
        var text = Broken(Narrative("cq-budget"), 34, 40) + "\f收入支出总表\n  项目        预算数     项目     预算数\n一般公共预算 1,200.00 教育支出 900.00\n政府性基金 10.00 310.00\n  1,210.00\n合计 1,210.00 合计 1,210.00\n";
        var finding = Assert.Single(Documents.Check(text).Findings, f => f.Rule == "MZ703");
        Assert.Contains("行表格没有读取、没有核对", finding.Message.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain(Documents.Read(text).Statements, s => s.Raw.Contains("1,210.00", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_with_a_line_for_each_paragraph_is_read_as_it_is()
    {
        Assert.Contains(Opening.Bytes("x", Encoding.UTF8.GetBytes(Documents.Sample)).Paper!.Blocks, b => b is Grid);
        Assert.DoesNotContain(Opening.Bytes("x", Encoding.UTF8.GetBytes(Narrative("cq-budget"))).Paper!.Blocks, b => b is TextLine { Join: not LineJoin.Unknown });
    }

    // Headings and paragraphs only, a line each.
    private static string Narrative(string key)
    {
        var book = Documents.Library.Book(key)!;
        var composed = Composer.Compose(Documents.Library, book, Sampler.Draft(Documents.Library, book, 7));
        return string.Concat(composed.Blocks.Select(b => b switch { ComposedHeading h => h.Text + "\n", ComposedParagraph p => p.Text + "\n", _ => "" }).Prepend(composed.Title + "\n"));
    }

    // As programs print pages: two blanks before a paragraph, lines of one width, a number at the foot of each page.
    private static string Broken(string whole, int width, int height)
    {
        var lines = new List<string>();
        foreach (var paragraph in whole.TrimEnd('\n').Split('\n'))
        {
            for (var rest = "  " + paragraph; rest.Length > 0;)
            {
                var fits = 0;
                for (var used = 0; fits < rest.Length && used + (rest[fits] >= 0x2e80 ? 2 : 1) <= width * 2; fits++)
                {
                    used += rest[fits] >= 0x2e80 ? 2 : 1;
                }

                lines.Add(rest[..fits]);
                rest = rest[fits..];
            }
        }

        return string.Join('\f', lines.Chunk(height).Select((page, i) => string.Join('\n', page) + $"\n\n                 {i + 1}\n"));
    }

    private static List<string> Said(Disclosure disclosure) => [.. disclosure.Statements.Select(s => $"{s.Point} {s.Raw}").Order(StringComparer.Ordinal)];
}
