using Mingzhang.Budget;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Tests.Rules;

/// <summary>缺得太多：where more than half of what the book prints is missing, the document is arranged another way, and that is no certain fault.</summary>
public class DoubtfulCompletenessTests
{
    private static readonly string[] Titles = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

    [Fact]
    public void Half_of_the_tables_missing_are_told_more_are_notes()
    {
        Assert.All(Missing("MZ101", Without(6), 6), f => Assert.Equal(Severity.Warning, f.Severity));
        Assert.All(Missing("MZ101", Without(7), 7), f => Assert.Equal(Severity.Note, f.Severity));
    }

    [Fact]
    public void Few_sections_missing_are_told_many_are_notes()
    {
        Assert.All(Documents.Findings(RuleExamples.Edit("（二）单位构成", "（二）人员情况"), "MZ102"), f => Assert.True(f.Severity > Severity.Note));
        var bare = "云溪市档案局2026年部门预算情况说明\n\n一、收支情况\n\n收入1248.00万元。\n" + Documents.Sample[Documents.Sample.IndexOf("\n表一\n", StringComparison.Ordinal)..];
        var found = Documents.Findings(bare, "MZ102");
        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.Equal(Severity.Note, f.Severity));
    }

    [Fact]
    public void A_disclosure_of_the_three_public_expenses_alone_is_asked_for_nothing_else()
    {
        const string Text = "青石县财政局2025年“三公”经费支出决算情况说明\n\n“三公”经费支出决算为6.20万元，其中：公务接待费支出决算为6.20万元。\n";
        var book = new ReadingChoice("final-accounts");
        Assert.DoesNotContain(Documents.Check(Text, book).Findings, f => f.Rule is "MZ101" or "MZ102");
        Assert.Contains(Documents.Check(Text.Replace("“三公”经费支出决算情况说明\n\n", "部门决算及“三公”经费决算公开\n\n", StringComparison.Ordinal), book).Findings, f => f.Rule == "MZ101");
    }

    private static IReadOnlyList<Finding> Missing(string rule, string text, int count)
    {
        var found = Documents.Findings(text, rule);
        Assert.Equal(count, found.Count);
        return found;
    }

    // The last tables of the sample are left out.
    private static string Without(int count) =>
        Documents.Sample[..Documents.Sample.IndexOf($"\n表{Titles[^count]}\n", StringComparison.Ordinal)];
}
