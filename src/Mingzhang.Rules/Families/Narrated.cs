using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>逐项说明与表的各行：every row narrated once; numbers of units told in words against the lists that follow.</summary>
internal static partial class Narrated
{
    // A text that narrates fewer items does not mean to narrate all.
    private const int LeastItems = 4;
    private const int MostNamed = 4;

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ521", Rows),
        new("MZ522", Units),
    ];

    private static IEnumerable<Verdict> Rows(LawContext c)
    {
        var amounts = c.Disclosure.Statements.OfType<AmountStatement>().Where(s => s.Point.Key("function") is { Length: 7 } && s.Point.Key("project") is null && s.Point.Key("economic") is null).ToList();
        var sections = amounts.Where(s => s.Place.Table is null).GroupBy(s => s.Place.Section?.Split(" / ")[0]).Select(g => g.GroupBy(s => s.Point.Key("function")!).ToList()).ToList();
        var narrated = sections.MaxBy(g => g.Count);
        if (narrated is null || narrated.Count < LeastItems)
        {
            yield break;
        }

        var codes = narrated.Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        var rows = amounts.Where(s => s.Place.Table is not null && s.Amount is { Value: not 0 } && s.Point.Key("fund") is "general" or "fiscal" && s.Point.Key("measure") == "expenditure" && c.IsOfThisYear(s.Point))
            .GroupBy(s => s.Point.Key("function")!).ToList();
        var missing = rows.Where(r => !codes.Contains(r.Key)).ToList();

        // An item under names that are none is told as that. The text means all rows only where it has most of them.
        var unknown = c.Disclosure.Statements.OfType<AmountStatement>().Where(s => s.Place.Table is null && s.Point.Key("item")?.Contains("(项)", StringComparison.Ordinal) == true).DistinctBy(s => s.Point.Key("item")).Count();
        if (missing.Count <= unknown || missing.Count * MostNamed > rows.Count)
        {
            yield return Verdict.Held;
            yield break;
        }

        yield return Verdict.Broken("missing", [.. missing.Select(r => r.First().Place).Take(MostNamed)], "count", Text(missing.Count), "rows", Text(rows.Count), "names", string.Join("、", missing.Take(MostNamed).Select(r => r.First().Place.Row)));
    }

    // 下属5家单位，其中行政2家、事业2家.
    private static IEnumerable<Verdict> Units(LawContext c)
    {
        foreach (var passage in c.Disclosure.Passages.Where(p => p.Kind is PassageKind.Paragraph))
        {
            var text = c.Folded(passage);
            foreach (Match match in OfUnits().Matches(text))
            {
                var kinds = UnitKind().Matches(text[match.Index..Math.Min(text.Length, match.Index + 120)].Split('。')[0][match.Length..]).ToList();
                if (Numerals.Small(match.Groups["number"].Value) is { } total && kinds.Count >= 2 && kinds.Sum(k => Numerals.Small(k.Groups["number"].Value)) is { } sum)
                {
                    yield return sum <= total ? Verdict.Held : Verdict.Broken("units", passage.Place with { Text = match.Value }, "total", Text(total), "sum", Text(sum), "parts", string.Join("、", kinds.Select(k => k.Value)));
                }
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:预算单位|下属单位|所属单位|直属单位)[^。;,]{0,12}?(?<number>\d{1,3}|[一二三四五六七八九十])\s?(?:家|个)")]
    private static partial Regex OfUnits();

    [GeneratedRegex(@"(?:行政单位|参公单位|参照公务员法管理单位|事业单位|参公事业单位|全额拨款事业单位|差额拨款事业单位)[^。;,、\d]{0,4}?(?<number>\d{1,3}|[一二三四五六七八九十])\s?(?:家|个)")]
    private static partial Regex UnitKind();
}
