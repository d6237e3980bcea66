using Mingzhang.Budget;

namespace Mingzhang.Rules;

/// <summary>规则：an id with titles, basis, severity and the words in which it speaks; the words are data, the check is a small function.</summary>
/// <param name="Id">MZ, family digit, two digits; never reused.</param>
/// <param name="Title">Title.</param>
/// <param name="Basis">Norm or "arithmetic".</param>
/// <param name="Severity">Severity where a result does not say otherwise.</param>
/// <param name="About">What must hold, in one sentence.</param>
/// <param name="Messages">Message templates by key.</param>
public sealed record Rule(string Id, Reason Title, Reason Basis, Severity Severity, Reason About, IReadOnlyDictionary<string, MessageTemplate> Messages)
{
    /// <summary>各表册程度相同。</summary>
    internal static IReadOnlyDictionary<string, Severity> Everywhere { get; } = new Dictionary<string, Severity>(StringComparer.Ordinal);

    /// <summary>类别: the digit behind MZ.</summary>
    public char Family => Id[2];

    /// <summary>所据的规定、文献或惯例, in the order of the basis.</summary>
    public IReadOnlyList<RuleSource> Sources { get; init; } = [];

    /// <summary>各表册另定的程度.</summary>
    public IReadOnlyDictionary<string, Severity> SeverityByBook { get; init; } = Everywhere;

    /// <summary>适用的表册; empty where it applies to all.</summary>
    public IReadOnlyList<string> Books { get; init; } = [];

    /// <summary>始用年度; null where there is none.</summary>
    public int? Since { get; init; }

    /// <summary>止用年度，含该年; null where there is none.</summary>
    public int? Until { get; init; }

    /// <summary>某表册的程度.</summary>
    public Severity SeverityIn(string? book) => book is not null && SeverityByBook.TryGetValue(book, out var own) ? own : Severity;

    /// <summary>为何不适用于一份公开文本; null where the rule applies. What the document does not say excludes nothing.</summary>
    public Reason? NotFor(DocumentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Book is { } book && Books.Count > 0 && !Books.Contains(book, StringComparer.Ordinal)
            ? new Reason($"本规则只适用于表册 {string.Join("、", Books)}", $"the rule applies to {string.Join(", ", Books)} only")
            : Since is { } since && facts.Year < since ? new Reason($"本规则自 {since} 年度起适用", $"the rule applies from {since} on")
            : Until is { } until && facts.Year > until ? new Reason($"本规则适用至 {until} 年度", $"the rule applies until {until}")
            : null;
    }
}

/// <summary>文句模板：{name} stands for an argument; {name-en} or {name} in English.</summary>
/// <param name="Key">Key within the rule.</param>
/// <param name="Message">The message.</param>
/// <param name="Suggestion">The remedy; null where there is none.</param>
public sealed record MessageTemplate(string Key, Reason Message, Reason? Suggestion)
{
    /// <summary>代入参数。</summary>
    public static Reason Fill(Reason template, IReadOnlyDictionary<string, string> arguments)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(arguments);
        return new Reason(Replace(template.Chinese, arguments, ""), Replace(template.English, arguments, "-en"));
    }

    private static string Replace(string text, IReadOnlyDictionary<string, string> arguments, string suffix)
    {
        foreach (var (name, value) in arguments.Where(a => !a.Key.EndsWith("-en", StringComparison.Ordinal)))
        {
            var translated = suffix.Length > 0 && arguments.TryGetValue(name + suffix, out var other) ? other : value;
            text = text.Replace("“{" + name + "}”", "“" + Inner(translated) + "”", StringComparison.Ordinal)
                .Replace("{" + name + "}", translated, StringComparison.Ordinal).Replace("{" + name + "-en}", translated, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>引号之内的引号: double ones become single.</summary>
    internal static string Inner(string text) => text.Replace('“', '‘').Replace('”', '’');
}
