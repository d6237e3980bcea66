using Mingzhang.Rules;

namespace Mingzhang.Tests.Rules;

/// <summary>规则试验：the sound sample is silent; each rule speaks when its one thing is made wrong, with place and remedy.</summary>
public class RuleTests
{
    public static TheoryData<string, string, string> Examples() => [.. RuleExamples.All];

    [Fact]
    public void The_sample_is_sound() => Assert.Empty(Documents.Check(Documents.Sample).Findings);

    [Theory]
    [MemberData(nameof(Examples))]
    public void Each_rule_speaks_when_its_one_thing_is_wrong(string rule, string from, string to)
    {
        var found = Documents.Findings(RuleExamples.Edit(from, to), rule);
        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.NotEmpty(f.Places));
        Assert.All(found, f => Assert.DoesNotContain("{", f.Message.Chinese + f.Message.English + f.Suggestion?.Chinese, StringComparison.Ordinal));
    }

    [Fact]
    public void A_nil_note_under_a_filled_table_is_a_contradiction()
    {
        var text = Documents.Sample.Replace("科目编码\t科目名称\t2026年预算数\t\t\n\t\t总计\t基本支出\t项目支出\n\t合计\t\t\t\n", "科目编码\t科目名称\t2026年预算数\t\t\n\t\t总计\t基本支出\t项目支出\n\t合计\t5.00\t5.00\t\n", StringComparison.Ordinal);
        Assert.NotEqual(Documents.Sample, text);
        Assert.Contains(Documents.Check(text).Findings, f => f.Rule == "MZ104");
    }

    [Fact]
    public void A_year_before_in_a_header_is_wrong_where_it_stands_alone()
    {
        var found = Assert.Single(Documents.Findings(RuleExamples.Edit("功能分类科目\t\t2026年预算数", "功能分类科目\t\t2025年预算数"), "MZ502"));
        Assert.Equal("MZ502.table", found.Template);
        Assert.Contains("写 2025 年", found.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_change_against_its_own_year_is_a_mistake_in_the_year_and_no_arithmetic()
    {
        var findings = Documents.Check(RuleExamples.Edit("2026年“三公”经费预算", "2025年“三公”经费预算")).Findings;
        Assert.Equal("MZ502.itself", Assert.Single(findings).Template);
    }

    [Fact]
    public void Figures_of_the_narrative_that_are_not_understood_are_named() =>
        Assert.StartsWith("说明部分有 1 个数字", Assert.Single(Documents.Findings(RuleExamples.Edit("支出1248.00万元，比2025年增加34.24万元", "支出1248.00万元，比2025年增加（减少）34.24万元"), "MZ206")).Message.Chinese, StringComparison.Ordinal);

    [Fact]
    public void A_passage_of_megabytes_is_not_searched_and_fails_nothing()
    {
        var report = Documents.Check(Documents.Sample + "\n" + new string('(', 6_000_000));
        Assert.Contains(report.Findings, f => f.Rule == "MZ605");
    }

    [Fact]
    public void Tables_missing_at_the_end_leave_no_gap_in_the_numbers()
    {
        var found = Documents.Findings(Documents.Sample[..Documents.Sample.IndexOf("\n表十二\n", StringComparison.Ordinal)], "MZ101");
        Assert.DoesNotContain("缺号", Assert.Single(found).Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_words_and_every_word_has_a_rule()
    {
        Assert.Equal(RuleTexts.Standard.Rules.Keys.Order(StringComparer.Ordinal), RuleBook.Ids.Distinct().Order(StringComparer.Ordinal));
        Assert.All(RuleTexts.Standard.Rules.Values, r => Assert.All(new[] { r.Title, r.Basis, r.About }, w => Assert.True(w.Chinese.Length > 0 && w.English.Length > 0, r.Id)));
        Assert.All(RuleTexts.Standard.Rules.Values.SelectMany(r => r.Messages.Values), m => Assert.True(m.Message.Chinese.Length > 0 && m.Message.English.Length > 0 && m.Suggestion is { Chinese.Length: > 0, English.Length: > 0 }, m.Key));
    }

    [Fact]
    public void Every_rule_has_a_broken_document_of_its_own() =>
        Assert.Equal(RuleBook.Ids.Distinct().Order(StringComparer.Ordinal), RuleExamples.All.Select(e => e.Rule).Concat(ExampleRuns.Others.Keys).Order(StringComparer.Ordinal));
}
