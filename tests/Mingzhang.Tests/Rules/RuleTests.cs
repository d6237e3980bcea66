using Mingzhang.Rules;

namespace Mingzhang.Tests.Rules;

/// <summary>规则试验：the sound sample is silent; each rule speaks when its one thing is made wrong, with place and remedy.</summary>
public class RuleTests
{
    public static TheoryData<string, string, string> Examples() => [.. RuleExamples.All.Where(e => e.From != e.To).Select(e => (e.Rule, e.From, e.To))];

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
    public void Every_rule_has_words_and_every_word_has_a_rule()
    {
        Assert.Equal(RuleTexts.Standard.Rules.Keys.Order(StringComparer.Ordinal), RuleBook.Ids.Distinct().Order(StringComparer.Ordinal));
        Assert.All(RuleTexts.Standard.Rules.Values, r => Assert.All(new[] { r.Title, r.Basis, r.About }, w => Assert.True(w.Chinese.Length > 0 && w.English.Length > 0, r.Id)));
        Assert.All(RuleTexts.Standard.Rules.Values.SelectMany(r => r.Messages.Values), m => Assert.True(m.Message.Chinese.Length > 0 && m.Message.English.Length > 0 && m.Suggestion is { Chinese.Length: > 0, English.Length: > 0 }, m.Key));
    }

    [Fact]
    public void Every_rule_has_an_example() =>
        Assert.Equal(RuleBook.Ids.Except(["MZ001", "MZ009"]).Distinct().Order(StringComparer.Ordinal), RuleExamples.All.Select(e => e.Rule).Order(StringComparer.Ordinal));
}
