using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>数量：parts of counts that are no money (floor area, people, vehicles).</summary>
internal static partial class Counts
{
    // Two parts that make the whole wherever both are named.
    private static readonly (string One, string Other)[] Complements = [("地上", "地下"), ("计容", "不计容"), ("男", "女"), ("在职", "退休"), ("城镇", "农村"), ("国内", "国外"), ("境内", "境外"), ("在编", "编外"), ("本级", "下属")];

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ514", Parts),
        new("MZ515", Vehicles.Agree),
    ];

    private static IEnumerable<Verdict> Parts(LawContext c)
    {
        foreach (var passage in c.Paragraphs)
        {
            var text = c.Folded(passage);
            foreach (Match whole in Whole().Matches(text))
            {
                var unit = whole.Groups["unit"].Value;
                if (Numerals.Number(whole.Groups["number"].Value) is not { } total || ListedParts.Of(text, whole.Index + whole.Length, unit, "。;", out _) is not { Count: > 1 } parts)
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

    private static bool Named(ListedPart part, string word, string other) =>
        part.Label.StartsWith(word, StringComparison.Ordinal) && (other.Length <= word.Length || !part.Label.StartsWith(other, StringComparison.Ordinal));

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<number>\d[\d,]{0,14}(?:\.\d{1,6})?)\s?(?<unit>平方米|平方公里|公顷|亩|人次|批次|人|名|辆|台|套|个|家|件|起|户|座|所)(?:[,。;]|\()其中:?")]
    private static partial Regex Whole();
}
