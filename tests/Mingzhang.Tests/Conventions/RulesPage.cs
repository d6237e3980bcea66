using System.Globalization;
using System.Text;
using Mingzhang.Documents.Reports;
using Mingzhang.Rules;

namespace Mingzhang.Tests.Conventions;

/// <summary>规则页：docs/generated/rules.md: every rule with its basis, where it applies, and its example.</summary>
internal static class RulesPage
{
    public static string Write(RuleTexts texts, IReadOnlyDictionary<string, RuleSample> samples)
    {
        var text = new StringBuilder("# 规则 Rules\n\n").Append(GeneratedDocs.Made);
        text.Append("`mingzhang rules` 列出全部，`mingzhang rules MZ601` 说明一条；程度可在 [mingzhang.json](../settings.zh-CN.md) 中改定或停用。\n\n");
        text.Append("`mingzhang rules` lists them, `mingzhang rules MZ601` explains one; severities can be changed or switched off in [mingzhang.json](../settings.md).\n\n");
        text.Append("| 编号 id | 规则 rule | 程度 severity | 依据 basis |\n| --- | --- | --- | --- |\n");
        foreach (var rule in texts.Rules.Values)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {rule.Title.Chinese} · {rule.Title.English} | {Severity(rule)} | {rule.Basis.Chinese} |\n");
        }

        foreach (var family in texts.Families.Where(f => texts.Rules.Values.Any(r => r.Family == f.Digit)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## MZ{family.Digit} {family.Title.Chinese} · {family.Title.English}\n");
            foreach (var rule in texts.Rules.Values.Where(r => r.Family == family.Digit))
            {
                One(text, rule, samples.GetValueOrDefault(rule.Id));
            }
        }

        text.Append("\n## 依据 Sources\n\n");
        foreach (var source in texts.Rules.Values.SelectMany(r => r.Sources).DistinctBy(s => s.Name))
        {
            text.Append(CultureInfo.InvariantCulture, $"- **{source.Name.Chinese}** · {source.Name.English}：{source.Title.Chinese} · {source.Title.English}\n");
        }

        return text.ToString();
    }

    private static void One(StringBuilder text, Rule rule, RuleSample? sample)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n<a id=\"{rule.Id.ToLowerInvariant()}\"></a>\n### {rule.Id} {rule.Title.Chinese} · {rule.Title.English}\n\n{rule.About.Chinese}\n\n{rule.About.English}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"- 程度 severity: {Severity(rule)}\n- 依据 basis: {rule.Basis.Chinese} · {rule.Basis.English}\n");
        var applies = RulesReport.Applies(rule);
        text.Append(CultureInfo.InvariantCulture, $"- 适用 applies to: {applies.Chinese} · {applies.English}\n");
        if (sample is null)
        {
            return;
        }

        var severity = sample.Severity is { } s ? " (" + s.ToString().ToLowerInvariant() + ")" : "";
        text.Append(CultureInfo.InvariantCulture, $"- 例 example{severity}: {sample.Message.Chinese}{(sample.Suggestion is { } fix ? " 建议：" + fix.Chinese : "")}\n  {sample.Message.English}{(sample.Suggestion is { } remedy ? " Remedy: " + remedy.English : "")}\n");
    }

    private static string Severity(Rule rule) => RulesReport.Severities(rule, english: false) + " " + RulesReport.Severities(rule, english: true);
}
