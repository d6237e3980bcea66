using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Rules;

/// <summary>规则的文字：all rules with titles, bases and messages, and the patterns of wording, from data.</summary>
public sealed class RuleTexts
{
    private static readonly Lazy<RuleTexts> Built = new(() => Load(DataSource.Embedded(typeof(RuleTexts).Assembly), out var problems)
        ?? throw new InvalidOperationException("The embedded rules are faulty: " + string.Join("; ", problems)));

    private RuleTexts(IReadOnlyDictionary<string, Rule> rules, IReadOnlyDictionary<string, Regex> patterns, MessageTemplate many)
    {
        Many = many;
        Rules = rules;
        Patterns = patterns;
    }

    /// <summary>内置的规则。</summary>
    public static RuleTexts Standard => Built.Value;

    /// <summary>规则，按编号。</summary>
    public IReadOnlyDictionary<string, Rule> Rules { get; }

    /// <summary>用语的样式，按键。</summary>
    public IReadOnlyDictionary<string, Regex> Patterns { get; }

    /// <summary>同类问题合为一条的文句。</summary>
    public MessageTemplate Many { get; }

    /// <summary>读取数据; null where anything is faulty.</summary>
    public static RuleTexts? Load(DataSource source, out IReadOnlyList<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(source);
        var found = new Problems();
        var rules = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var root in source.Names.Where(n => char.IsAsciiDigit(n[0])).Order(StringComparer.Ordinal).SelectMany(n => Outline.Read(n, source.Text(n)!, found)))
        {
            if (root.Key != "rule")
            {
                found.Unknown(root);
            }
            else if (!rules.TryAdd(root.Value, One(root, found)))
            {
                found.Duplicate(root, root.Value);
            }
        }

        var patterns = Outline.Read("patterns.txt", source.Text("patterns.txt") ?? "", found)
            .ToDictionary(p => p.Key, p => new Regex(string.Join('|', p.Children.Select(c => "(?:" + c.Text + ")")), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), StringComparer.Ordinal);
        var grouping = Outline.Read("grouping.txt", source.Text("grouping.txt") ?? "", found).ToDictionary(m => m.Value, m => Message(m, found), StringComparer.Ordinal);
        problems = found.All;
        return problems.Count == 0 && grouping.TryGetValue("many", out var many) ? new RuleTexts(rules, patterns, many) : null;
    }

    private static Rule One(Outline root, Problems problems)
    {
        Fields.Check(root, ["title", "basis", "severity", "about"], ["message"], problems);
        var severity = Severity.Error;
        if (Child(root, "severity") is not { } s || !Enum.TryParse(s.Value, ignoreCase: true, out severity))
        {
            problems.Add(root, "缺少 severity (error, warning, note)", "'severity' (error, warning, note) is missing");
        }

        var messages = new Dictionary<string, MessageTemplate>(StringComparer.Ordinal);
        foreach (var message in root.Children.Where(c => c.Key == "message"))
        {
            if (!messages.TryAdd(message.Value, Message(message, problems)))
            {
                problems.Duplicate(message, message.Value);
            }
        }

        return new Rule(root.Value, Pair(Child(root, "title")), Pair(Child(root, "basis")), severity, Pair(Child(root, "about")), messages);
    }

    private static MessageTemplate Message(Outline message, Problems problems)
    {
        Fields.Check(message, ["zh", "en", "fix"], [], problems);
        var fix = Child(message, "fix");
        return new MessageTemplate(message.Value, new Reason(Child(message, "zh")?.Value ?? "", Child(message, "en")?.Value ?? ""), fix is null ? null : Pair(fix));
    }

    private static Outline? Child(Outline at, string key) => at.Children.FirstOrDefault(c => c.Key == key);

    private static Reason Pair(Outline? at) => at is null ? new Reason("", "") : new Reason(at.Pair.Chinese, at.Pair.English);
}
