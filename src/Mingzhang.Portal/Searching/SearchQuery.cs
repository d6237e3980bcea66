using System.Globalization;
using System.Text.RegularExpressions;

namespace Mingzhang.Portal.Searching;

/// <summary>所问：the words, and what they are to be found in where the visitor says so: dept:, code:, project:, term:, text:, in either language, and year:2024.</summary>
/// <param name="Words">What is looked for.</param>
/// <param name="Group">One of <see cref="Groups"/>; null: everywhere.</param>
/// <param name="Year">Of one year only; null: of all.</param>
internal sealed partial record SearchQuery(string Words, string? Group, int? Year)
{
    /// <summary>各组的键，也是前缀的键。</summary>
    public static readonly IReadOnlyList<string> Groups = ["dept", "code", "project", "term", "text"];

    private const string Years = "year";

    private static readonly Dictionary<string, string> Keys = Groups.Append(Years).SelectMany(g => new[] { g, Named(g, english: false), Named(g, english: true) }.Distinct(StringComparer.Ordinal).Select(k => new Prefix(k, g))).ToDictionary(p => p.Said, p => p.Group, StringComparer.Ordinal);

    /// <summary>读懂所问; a prefix that is none of ours is part of the words.</summary>
    public static SearchQuery Of(string asked)
    {
        string? group = null;
        int? year = null;
        var words = Prefixes().Replace(asked, m =>
        {
            var (key, value) = (m.Groups[1].Value.ToLowerInvariant(), m.Groups[2].Value);
            if (!Keys.TryGetValue(key, out var meant))
            {
                return m.Value;
            }

            if (meant != Years)
            {
                group = meant;
                return " " + value;
            }

            year = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given is > 1990 and < 2200 ? given : null;
            return " ";
        });
        return new SearchQuery(words.Trim(), group, year);
    }

    /// <summary>是否要找某一组。</summary>
    public bool Wants(string group) => Group is null || Group == group;

    private static string Named(string group, bool english) => Text.Words.Standard.Say(english, "search.key." + group);

    [GeneratedRegex(@"(?<=^|\s)([a-zA-Z\u4e00-\u9fff]{1,8})[:\uff1a]\s*(\S*)")]
    private static partial Regex Prefixes();

    private sealed record Prefix(string Said, string Group);
}
