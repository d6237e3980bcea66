using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Budget;

namespace Mingzhang.Rules;

/// <summary>问题的构成：a rule's template filled, with an id that stays the same from run to run.</summary>
public static partial class Findings
{
    /// <summary>由规则、模板、参数和位置构成一个问题。</summary>
    public static Finding Make(Rule rule, string message, Severity severity, IReadOnlyDictionary<string, string> arguments, IReadOnlyList<Place> places, IReadOnlyList<string> checks, IReadOnlyList<Candidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(places);
        var template = rule.Messages[message];
        return new Finding
        {
            Id = Identify(rule.Id, message, arguments, places),
            Rule = rule.Id,
            Severity = severity,
            Template = rule.Id + "." + message,
            Arguments = arguments,
            Title = rule.Title,
            Message = MessageTemplate.Fill(template.Message, arguments),
            Suggestion = template.Suggestion is { } fix ? MessageTemplate.Fill(fix, arguments) : null,
            Checks = checks,
            Candidates = candidates,
            Places = places,
        };
    }

    // Lines move when text is added above; table, row, column and words do not.
    internal static string Identify(string rule, string message, IReadOnlyDictionary<string, string> arguments, IReadOnlyList<Place> places)
    {
        var key = new StringBuilder(rule).Append('|').Append(message);
        foreach (var place in places)
        {
            key.Append('|').Append(place.Section).Append('|').Append(place.Table).Append('|').Append(place.Row).Append('|').Append(place.Column).Append('|').Append(place.Text);
        }

        foreach (var name in arguments.Keys.Where(n => !n.StartsWith("place", StringComparison.Ordinal) && !n.StartsWith("other", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            key.Append('|').Append(name).Append('=').Append(Line().Replace(arguments[name], ""));
        }

        return rule.ToLowerInvariant() + "-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())))[..12];
    }

    [GeneratedRegex(@"第\d+[行页]|(?:line|page) \d+")]
    private static partial Regex Line();
}
