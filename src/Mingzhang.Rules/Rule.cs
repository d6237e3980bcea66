using Mingzhang.Budget;

namespace Mingzhang.Rules;

/// <summary>规则：an id with titles, basis, severity and the words in which it speaks; the words are data, the check is a small function.</summary>
/// <param name="Id">MZ, family digit, two digits; never reused.</param>
/// <param name="Title">Title.</param>
/// <param name="Basis">Norm or "arithmetic".</param>
/// <param name="Severity">Severity where a result does not say otherwise.</param>
/// <param name="About">What must hold, in one sentence.</param>
/// <param name="Messages">Message templates by key.</param>
public sealed record Rule(string Id, Reason Title, Reason Basis, Severity Severity, Reason About, IReadOnlyDictionary<string, MessageTemplate> Messages);

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
