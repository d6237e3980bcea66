using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Forms.Words;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>金额的列举：amounts under names that are no points of a budget (kinds of assets, costs of a vehicle, work of a project) are not added up by
/// the laws. What they list behind 其中 is not more than the whole, and makes it where the list closes with 其他 or with two that leave nothing out.</summary>
internal static partial class ListedAmounts
{
    private static readonly string[][] Complete = [["基本支出", "项目支出"], ["人员经费", "公用经费"], ["固定资产", "流动资产", "无形资产"]];

    private static readonly char[] Ends = [',', '。', ';'];

    // …比2022年33万元减少4万元，其中: the amount of a change has no such parts.
    private static readonly SearchValues<char> Comparing = SearchValues.Create("比较与同增减升降");

    public static IReadOnlyList<RuleFunction> Rules { get; } = [new("MZ527", Listed)];

    private static IEnumerable<Verdict> Listed(LawContext c)
    {
        var read = c.Disclosure.Statements.OfType<AmountStatement>().Where(s => s.Place.Table is null && s.Point.Key("item") is null).ToLookup(s => s.Place.Order);
        foreach (var passage in c.Paragraphs)
        {
            var text = c.Folded(passage);
            foreach (Match whole in Whole().Matches(text))
            {
                var clause = text[(text.LastIndexOfAny(Ends, whole.Index) + 1)..whole.Index];
                if (clause.AsSpan().ContainsAny(Comparing))
                {
                    continue;
                }

                var unit = whole.Groups["unit"].Value;
                var parts = ListedParts.Of(text, whole.Index + whole.Length, unit, "。", out var end);
                parts = [.. parts.TakeWhile(p => p.Label.Length > 1 && !Other().IsMatch(p.Label))];
                if (parts.Count < 2 || Numerals.Number(whole.Groups["number"].Value) is not { } total || ByLaw(c, read[passage.Place.Order], whole, parts))
                {
                    continue;
                }

                var sum = parts.Sum(p => p.Number);
                var slack = parts.Select(p => p.Decimals).Append(ListedParts.Decimals(whole.Groups["number"].Value)).Sum(Half);
                var closed = parts[^1].Label.Contains("其他", StringComparison.Ordinal) || Array.Exists(Complete, all => all.Length == parts.Count && Array.TrueForAll(all, a => parts.Exists(p => p.Label.EndsWith(a, StringComparison.Ordinal))));
                var ends = end >= text.Length || text[end] is '。' or ')';
                var message = sum - total > slack && !Nested(parts, total) ? "more" : total - sum > slack && closed && ends ? "less" : null;
                if (message is null || !Known(c, passage, whole, parts))
                {
                    yield return message is null ? Verdict.Held : Broken(message);
                }

                Verdict Broken(string message) => Verdict.Broken(message, passage.Place with { Text = text[whole.Index..end] },
                    "whole", whole.Groups["number"].Value + unit, "sum", Text(sum) + unit, "parts", string.Join(" + ", parts.Select(p => p.Label + Text(p.Number))));
            }
        }
    }

    // Where the reader knows the whole and every part, the law of sums has added them.
    private static bool ByLaw(LawContext c, IEnumerable<AmountStatement> read, Match whole, List<ListedPart> parts) =>
        read.Any(s => Fold.Text(s.Raw).StartsWith(whole.Groups["number"].Value, StringComparison.Ordinal)) && parts.TrueForAll(p => c.Library.Lexicon.Read(p.Label).Understood);

    // Where a law is broken by one of these amounts already, the two have one root.
    private static bool Known(LawContext c, Passage passage, Match whole, List<ListedPart> parts)
    {
        var numbers = parts.Select(p => p.Number).Append(Numerals.Number(whole.Groups["number"].Value) ?? 0).ToList();
        return c.Relations.Any(r => r.Missing is null && r.Figures.Any(f => f.Statement.Place.Table is null && f.Statement.Place.Order == passage.Place.Order && f.Printed is { } printed && numbers.Contains(printed.Value)) && !r.Evaluate().Holds);
    }

    // 基本支出60，人员经费50，公用经费10: one of them is the whole of those behind it; or the first of them make the whole, and the rest stand beside it.
    private static bool Nested(List<ListedPart> parts, decimal total)
    {
        for (var from = 0; from < parts.Count; from++)
        {
            var sum = 0m;
            for (var to = from; to < parts.Count - 1; to++)
            {
                sum += parts[to].Number;
                if (sum == total || (from > 0 && to > from && sum == parts[from - 1].Number))
                {
                    return true;
                }
            }

            if (from > 0 && from < parts.Count - 1 && sum + parts[^1].Number == parts[from - 1].Number)
            {
                return true;
            }
        }

        return false;
    }

    private static decimal Half(int decimals)
    {
        var half = 0.5m;
        for (var i = 0; i < decimals; i++)
        {
            half /= 10;
        }

        return half;
    }

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<number>\d[\d,]{0,14}(?:\.\d{1,6})?)\s?(?<unit>万元|亿元|元)(?:,?[比较与同][^。;,]{2,40}(?:,(?:增长|下降|增加|减少|上升|降低)[^。;,]{1,12})?)?(?:[,。;]|\()(?:其中|具体(?:内容)?包括)[:,]?")]
    private static partial Regex Whole();

    // Words with which an amount is no part: of another year or phase, a change, a price, a sum of its own.
    [GeneratedRegex(@"[比较占达减增]|执行|完成|实际|预算数|决算数|支付|年初|年末|上年|去年|截至|累计|合计|共计|总[额计]|不含|另|提高|降低|单价|每|人均|标准|限额|负债|净资产|净值|折旧|同期|超过|以上|以下|结转|结余|授予|合同|中标|成交|涉及|其中")]
    private static partial Regex Other();
}
