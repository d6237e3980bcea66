using System.Globalization;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Rules;

namespace Mingzhang.Documents.Reports;

/// <summary>规则的说明：all rules as a list, or one explained: what it checks, on what it rests, where it applies, an example, how to switch it off or waive it.</summary>
public static class RulesReport
{
    /// <summary>键所指的规则: all without a key, one by its id, a family by the beginning of its ids; empty where there is none.</summary>
    public static IReadOnlyList<Rule> Find(string? key) =>
        [.. RuleTexts.Standard.Rules.Values.Where(r => key is null || r.Id.Equals(key, StringComparison.OrdinalIgnoreCase) || (key.Length is 2 or 3 && r.Id.StartsWith(key, StringComparison.OrdinalIgnoreCase)))];

    /// <summary>清单: id, severity and titles, by family.</summary>
    public static string List(IReadOnlyList<Rule> rules, bool english)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var text = new StringBuilder();
        foreach (var family in RuleTexts.Standard.Families)
        {
            var own = rules.Where(r => r.Family == family.Digit).ToList();
            if (own.Count == 0)
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"MZ{family.Digit}  {family.Title.Chinese} · {family.Title.English}\n");
            foreach (var rule in own)
            {
                var severity = SeverityWords.Of(rule.Severity, english).PadRight(english ? 7 : 0);
                text.Append(CultureInfo.InvariantCulture, $"  {rule.Id}  {severity}  {rule.Title.Chinese} · {rule.Title.English}{Bracket(Elsewhere(rule, english))}\n");
            }
        }

        return text.Append(english ? $"{Count(rules)} rules; mingzhang rules ID explains one.\n" : $"共 {Count(rules)} 条；用 mingzhang rules 编号 查看某一条的说明。\n").ToString();
    }

    /// <summary>一条规则的说明, its words in both languages.</summary>
    public static string Explain(Rule rule, bool english)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var family = RuleTexts.Standard.Families.First(f => f.Digit == rule.Family).Title;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{rule.Id} {rule.Title.Chinese} · {rule.Title.English}\n  {rule.About.Chinese}\n  {rule.About.English}\n\n");
        Line(text, english ? "family" : "类别", english ? family.English : family.Chinese);
        Line(text, english ? "severity" : "程度", Severities(rule, english));
        Line(text, english ? "basis" : "依据", english ? rule.Basis.English : rule.Basis.Chinese);
        foreach (var source in rule.Sources)
        {
            text.Append(CultureInfo.InvariantCulture, $"      {(english ? source.Title.English : source.Title.Chinese)}\n");
        }

        Line(text, english ? "applies to" : "适用", english ? Applies(rule).English : Applies(rule).Chinese);
        if (RuleSample.All.TryGetValue(rule.Id, out var sample))
        {
            var severity = sample.Severity is { } s ? Bracket(SeverityWords.Of(s, english)) : "";
            Line(text, (english ? "example" : "例") + severity, "");
            text.Append(CultureInfo.InvariantCulture, $"      {sample.Message.Chinese}\n      {sample.Message.English}\n");
            if (sample.Suggestion is { } fix)
            {
                text.Append(CultureInfo.InvariantCulture, $"      建议：{fix.Chinese}\n      Remedy: {fix.English}\n");
            }
        }

        Line(text, english ? "switch off, in mingzhang.json" : "停用，写入 mingzhang.json", "");
        text.Append(CultureInfo.InvariantCulture, $"      {{ \"severities\": {{ \"{rule.Id}\": \"off\" }} }}\n");
        Line(text, english ? "or waive what is explained" : "或就个别情况作出说明", "");
        text.Append(CultureInfo.InvariantCulture, $"      {{ \"waivers\": [ {{ \"rule\": \"{rule.Id}\", \"text\": \"…\", \"reason\": \"…\", \"date\": \"2026-01-31\", \"by\": \"…\" }} ] }}\n");
        text.Append(english ? "      See docs/settings.md.\n" : "      见 docs/settings.zh-CN.md。\n");
        return text.ToString();
    }

    /// <summary>适用范围：books and years.</summary>
    public static Reason Applies(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var books = rule.Books.Count == 0 ? new Reason("全部表册", "all form books") : new Reason("表册 " + string.Join("、", rule.Books), "form books " + string.Join(", ", rule.Books));
        var years = (rule.Since, rule.Until) switch
        {
            (null, null) => new Reason("全部年度", "all years"),
            ({ } since, null) => new Reason($"{since} 年度起", $"from {since} on"),
            (null, { } until) => new Reason($"至 {until} 年度", $"until {until}"),
            ({ } since, { } until) => new Reason($"{since}—{until} 年度", $"{since} to {until}"),
        };
        return new Reason(books.Chinese + "，" + years.Chinese, books.English + ", " + years.English);
    }

    /// <summary>程度，连同各表册另定的。</summary>
    public static string Severities(Rule rule, bool english)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return SeverityWords.Of(rule.Severity, english) + Bracket(Elsewhere(rule, english));
    }

    private static string Elsewhere(Rule rule, bool english) =>
        string.Join(english ? ", " : "，", rule.SeverityByBook.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => b.Key + " " + SeverityWords.Of(b.Value, english)));

    private static string Bracket(string text) => text.Length == 0 ? "" : " (" + text + ")";

    private static string Count(IReadOnlyList<Rule> rules) => rules.Count.ToString(CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string name, string value) => text.Append("  ").Append(name).Append(value.Length == 0 ? ":" : ": ").Append(value).Append('\n');
}
