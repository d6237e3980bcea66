using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>模板：a document whose blanks were never filled in is a template; its sums and its completeness mean nothing.</summary>
internal static class Templates
{
    public const string Id = "MZ609";

    /// <summary>起码的占位符数。</summary>
    public const int Least = 20;

    private const int MostPlaces = 12;

    /// <summary>不适用的裁断: what the rules of sums and completeness say of a template.</summary>
    public static Verdict NotApplicable { get; } = Verdict.NotApplicable("全文是没有填写的模板", "the document is a template that was not filled in");

    /// <summary>算术与完整性的规则: they say nothing of a template.</summary>
    public static bool Silences(string rule) => rule.StartsWith("MZ0", StringComparison.Ordinal) || rule.StartsWith("MZ1", StringComparison.Ordinal);

    /// <summary>是否没有填写的模板。</summary>
    public static bool Is(Disclosure disclosure) => Placeholders(disclosure).Take(Least).Count() == Least;

    public static IEnumerable<Verdict> Unfilled(LawContext c)
    {
        if (!Is(c.Disclosure))
        {
            return [Verdict.Held];
        }

        var all = Placeholders(c.Disclosure).ToList();
        return [Verdict.Broken("template", [.. all.Select(p => p.Place).Distinct().Take(MostPlaces)], "count", all.Count.ToString(CultureInfo.InvariantCulture), "text", all[0].Text)];
    }

    private static IEnumerable<Placeholder> Placeholders(Disclosure disclosure)
    {
        var pattern = RuleTexts.Standard.Patterns["placeholder"];
        foreach (var passage in disclosure.Passages)
        {
            foreach (var match in Wordings.Found(pattern, Fold.Text(passage.Text)) ?? [])
            {
                yield return new Placeholder(passage.Text.Substring(match.Index, match.Length), passage.Place);
            }
        }
    }

    private sealed record Placeholder(string Text, Place Place);
}
