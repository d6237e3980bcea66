using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>数量：parts of counts that are no money (floor area, people, vehicles), and vehicles said twice.</summary>
internal static partial class Counts
{
    // Two parts that make the whole wherever both are named.
    private static readonly (string One, string Other)[] Complements = [("地上", "地下"), ("计容", "不计容"), ("男", "女"), ("在职", "退休"), ("城镇", "农村"), ("国内", "国外"), ("境内", "境外"), ("在编", "编外"), ("本级", "下属")];

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ514", Parts),
        new("MZ515", Vehicles),
    ];

    private static IEnumerable<Verdict> Parts(LawContext c)
    {
        foreach (var passage in c.Paragraphs)
        {
            var text = c.Folded(passage);
            foreach (Match whole in Whole().Matches(text))
            {
                var unit = whole.Groups["unit"].Value;
                if (Numerals.Number(whole.Groups["number"].Value) is not { } total || Of(text, whole.Index + whole.Length, unit) is not { Count: > 1 } parts)
                {
                    continue;
                }

                // …62人，其中…1人，退休职工28人: where the first of them make the whole, the rest stand beside it.
                var sum = parts.Sum(p => p.Number);
                if (sum > total && Enumerable.Range(2, parts.Count - 2).Any(n => parts.Take(n).Sum(p => p.Number) == total))
                {
                    yield return Verdict.Held;
                    continue;
                }

                var closes = parts.Count == 2 && Complements.Any(x => Named(parts[0], x.One, x.Other) && Named(parts[1], x.Other, x.One));
                var rest = parts.Count > 2 && parts[^1].Label.StartsWith("其他", StringComparison.Ordinal) && sum < total;
                yield return rest ? Broken("whole").As(Severity.Warning) : closes ? sum == total ? Verdict.Held : Broken("whole") : sum <= total ? Verdict.Held : Broken("more");

                Verdict Broken(string message) => Verdict.Broken(message, passage.Place with { Text = whole.Value },
                    "whole", Text(total) + unit, "sum", Text(sum) + unit, "parts", string.Join(" + ", parts.Select(p => p.Label + Text(p.Number))));
            }
        }
    }

    // What follows 其中 to the end of the sentence or of the brackets, without the brackets inside.
    private static List<Part> Of(string text, int from, string unit)
    {
        var parts = new List<Part>();
        var depth = 0;
        var label = from;
        for (var i = from; i < text.Length && text[i] is not ('。' or ';'); i++)
        {
            depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
            if (depth < 0)
            {
                break;
            }

            if (depth > 0 || !char.IsAsciiDigit(text[i]))
            {
                label = depth == 0 && text[i] is ',' or '、' or ':' ? i + 1 : label;
                continue;
            }

            var match = Count().Match(text, i);
            if (!match.Success || match.Groups["unit"].Value != unit || Numerals.Number(match.Groups["number"].Value) is not { } number)
            {
                break;
            }

            // A part that has parts of its own ends what can be added.
            if (text.AsSpan(label, i - label).Contains("包括", StringComparison.Ordinal) || text.AsSpan(label, i - label).Contains("其中", StringComparison.Ordinal))
            {
                break;
            }

            parts.Add(new Part(text[label..i].Trim(), number));
            i += match.Length - 1;
        }

        return parts;
    }

    private static bool Named(Part part, string word, string other) =>
        part.Label.StartsWith(word, StringComparison.Ordinal) && (other.Length <= word.Length || !part.Label.StartsWith(other, StringComparison.Ordinal));

    // 保有量 is of the vehicles that stand among all vehicles: it cannot be more.
    private static IEnumerable<Verdict> Vehicles(LawContext c)
    {
        Seen? kept = null;
        Seen? all = null;
        foreach (var passage in c.Paragraphs)
        {
            var text = c.Folded(passage);
            kept ??= Find(Kept().Match(text), passage);
            all ??= Find(Together().Match(text), passage);
        }

        if (kept is not null && all is not null)
        {
            yield return kept.Number <= all.Number ? Verdict.Held
                : Verdict.Broken("vehicles", [kept.Place, all.Place], "kept", Text(kept.Number), "all", Text(all.Number));
        }

        static Seen? Find(Match match, Passage passage) =>
            match.Success && Numerals.Number(match.Groups["number"].Value) is { } number ? new Seen(number, passage.Place with { Text = match.Value }) : null;
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<number>\d[\d,]{0,14}(?:\.\d{1,6})?)\s?(?<unit>平方米|平方公里|公顷|亩|人次|批次|人|名|辆|台|套|个|家|件|起|户|座|所)(?:[,。;]|\()其中:?")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\G(?<number>\d[\d,]{0,14}(?:\.\d{1,6})?)\s?(?<unit>平方米|平方公里|公顷|亩|人次|批次|人|名|辆|台|套|个|家|件|起|户|座|所)")]
    private static partial Regex Count();

    [GeneratedRegex(@"(?:公务用车|公车|车辆)?保有量(?:为|共)?\s?(?<number>\d{1,6})\s?辆")]
    private static partial Regex Kept();

    [GeneratedRegex(@"(?:共有|共计)车辆\s?(?<number>\d{1,6})\s?辆")]
    private static partial Regex Together();

    private sealed record Part(string Label, decimal Number);

    private sealed record Seen(decimal Number, Place Place);
}
