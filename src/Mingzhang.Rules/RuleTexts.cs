using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Rules;

/// <summary>规则的文字：all rules with titles, bases and messages, and the patterns of wording, from data.</summary>
public sealed class RuleTexts
{
    private static readonly Lazy<RuleTexts> Built = new(() => Load(DataSource.Embedded(typeof(RuleTexts).Assembly), out var problems)
        ?? throw new InvalidOperationException("The embedded rules are faulty: " + string.Join("; ", problems)));

    private RuleTexts(IReadOnlyList<RuleFamily> families, IReadOnlyDictionary<string, Rule> rules, IReadOnlyDictionary<string, Regex> patterns, MessageTemplate many)
    {
        Families = families;
        Many = many;
        Rules = rules;
        Patterns = patterns;
    }

    /// <summary>内置的规则。</summary>
    public static RuleTexts Standard => Built.Value;

    /// <summary>类别，按次序。</summary>
    public IReadOnlyList<RuleFamily> Families { get; }

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
        var sources = RuleSource.Load("sources.txt", source.Text("sources.txt") ?? "", found);
        List<RuleFamily> families = [.. Outline.Read("families.txt", source.Text("families.txt") ?? "", found).Select(f => Family(f, found)).OfType<RuleFamily>()];
        var rules = new Dictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var root in source.Names.Where(n => char.IsAsciiDigit(n[0])).Order(StringComparer.Ordinal).SelectMany(n => Outline.Read(n, source.Text(n)!, found)))
        {
            if (root.Key != "rule")
            {
                found.Unknown(root);
            }
            else if (root.Value.Length < 3 || !families.Exists(f => f.Digit == root.Value[2]))
            {
                found.Add(root, $"编号 {root.Value} 的类别不在 families.txt 中", $"the family of {root.Value} is not in families.txt");
            }
            else if (!rules.TryAdd(root.Value, One(root, sources, found)))
            {
                found.Duplicate(root, root.Value);
            }
        }

        var patterns = Outline.Read("patterns.txt", source.Text("patterns.txt") ?? "", found)
            .ToDictionary(p => p.Key, p => new Regex(string.Join('|', p.Children.Select(c => "(?:" + c.Text + ")")), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), StringComparer.Ordinal);
        var grouping = Outline.Read("grouping.txt", source.Text("grouping.txt") ?? "", found).ToDictionary(m => m.Value, m => Message(m, found), StringComparer.Ordinal);
        problems = found.All;
        return problems.Count == 0 && grouping.TryGetValue("many", out var many) ? new RuleTexts(families, rules, patterns, many) : null;
    }

    private static RuleFamily? Family(Outline at, Problems problems)
    {
        var title = at.Pair.Chinese;
        if (at.Key == "family" && title.Length > 2 && char.IsAsciiDigit(title[0]) && title[1] == ' ')
        {
            return new RuleFamily(title[0], new Reason(title[2..], at.Pair.English));
        }

        problems.Add(at, "应写作：family 数字 名称 | 英文", "write: family DIGIT CHINESE | ENGLISH");
        return null;
    }

    private static Rule One(Outline root, IReadOnlyList<RuleSource> sources, Problems problems)
    {
        Fields.Check(root, ["title", "basis", "severity", "about", "books", "since", "until"], ["message"], problems);
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

        return new Rule(root.Value, Pair(Child(root, "title")), Pair(Child(root, "basis")), severity, Pair(Child(root, "about")), messages)
        {
            Sources = Child(root, "basis") is { } basis ? RuleSource.Cited(basis, sources, problems) : [],
            SeverityByBook = ByBook(Child(root, "severity"), problems),
            Books = Child(root, "books")?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [],
            Since = Year(root, "since", problems),
            Until = Year(root, "until", problems),
        };
    }

    // Below the severity, one book a line: BOOK SEVERITY.
    private static IReadOnlyDictionary<string, Severity> ByBook(Outline? at, Problems problems)
    {
        if (at is null or { Children.Count: 0 })
        {
            return Rule.Everywhere;
        }

        var all = new Dictionary<string, Severity>(StringComparer.Ordinal);
        foreach (var line in at.Children)
        {
            if (!Enum.TryParse<Severity>(line.Value, ignoreCase: true, out var severity))
            {
                problems.Add(line, "应写作：表册 error|warning|note", "write: BOOK error|warning|note");
            }
            else if (!all.TryAdd(line.Key, severity))
            {
                problems.Duplicate(line, line.Key);
            }
        }

        return all;
    }

    private static int? Year(Outline root, string key, Problems problems)
    {
        if (Child(root, key) is not { } at)
        {
            return null;
        }

        if (int.TryParse(at.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2099)
        {
            return year;
        }

        problems.Add(at, $"“{at.Value}”不是年度", $"'{at.Value}' is no year");
        return null;
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
