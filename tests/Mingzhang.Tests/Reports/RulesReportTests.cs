using System.Text.Json;
using Mingzhang.Documents.Reports;
using Mingzhang.Rules;

namespace Mingzhang.Tests.Reports;

/// <summary>规则报告试验：the list names every rule, one is explained in both languages, the exports are whole.</summary>
public class RulesReportTests
{
    [Fact]
    public void The_list_names_every_rule_once_under_its_family()
    {
        var list = RulesReport.List(RulesReport.Find(null), english: true);
        var lines = list.Split('\n').Where(l => l.StartsWith("  MZ", StringComparison.Ordinal)).Select(l => l[2..7]).ToList();
        Assert.Equal(RuleTexts.Standard.Rules.Keys, lines);
        Assert.Contains("MZ6  用语 · Wording\n  MZ601  error    无模板提示语 · No template hints\n", list, StringComparison.Ordinal);
        Assert.Contains("MZ601  错误  无模板提示语", RulesReport.List(RulesReport.Find(null), english: false), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MZ601", 1)]
    [InlineData("mz601", 1)]
    [InlineData("MZ699", 0)]
    [InlineData("MZ60", 0)]
    [InlineData("x", 0)]
    public void One_is_found_by_its_id(string key, int count) => Assert.Equal(count, RulesReport.Find(key).Count);

    [Fact]
    public void A_family_is_found_by_the_beginning_of_its_ids() => Assert.All(RulesReport.Find("mz6"), r => Assert.Equal('6', r.Family));

    [Fact]
    public void One_is_explained_with_basis_scope_example_and_how_to_switch_it_off()
    {
        var text = RulesReport.Explain(RulesReport.Find("MZ402")[0], english: false);
        foreach (var words in new[] { "MZ402 设有预算执行率指标 · Execution rate among the indicators", "程度: 疑点", "依据: 财预〔2020〕10号", "财预〔2020〕10号（项目支出绩效评价）", "适用: 表册 cq-budget，2020 年度起",
            "没有“年度预算执行率”指标。", "has no indicator for the execution rate.", "建议：请补充，指标值100%，权重10。", "{ \"severities\": { \"MZ402\": \"off\" } }", "\"waivers\": [ { \"rule\": \"MZ402\"" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.Contains("applies to: form books cq-budget, from 2020 on", RulesReport.Explain(RulesReport.Find("MZ402")[0], english: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_is_explained_with_an_example_in_both_languages() => Assert.All(RuleTexts.Standard.Rules.Values, rule =>
    {
        var text = RulesReport.Explain(rule, english: false);
        Assert.Contains(RuleSample.All[rule.Id].Message.Chinese, text, StringComparison.Ordinal);
        Assert.Contains(RuleSample.All[rule.Id].Message.English, text, StringComparison.Ordinal);
        Assert.NotEmpty(rule.Sources);
    });

    [Fact]
    public void The_JSON_follows_its_schema_and_holds_every_rule()
    {
        var json = JsonDocument.Parse(RulesData.Json(RulesReport.Find(null), "0.1.0")).RootElement;
        Assert.Empty(new SchemaCheck(JsonDocument.Parse(File.ReadAllText(Repository.Path("docs", "rules.schema.json"))).RootElement).Faults(json));
        Assert.Equal(RuleTexts.Standard.Rules.Keys, json.GetProperty("rules").EnumerateArray().Select(r => r.GetProperty("id").GetString()!));
        Assert.Contains("“", json.GetProperty("rules")[0].GetProperty("example").GetProperty("message").GetProperty("zh").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_CSV_has_one_line_a_rule()
    {
        var lines = RulesData.Csv(RulesReport.Find(null)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("id,family_zh,family_en,title_zh", lines[0], StringComparison.Ordinal);
        Assert.Equal(1 + RuleTexts.Standard.Rules.Count, lines.Length);
    }
}
