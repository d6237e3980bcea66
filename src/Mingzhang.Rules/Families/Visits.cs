using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>“三公”的数量与金额：receptions, groups abroad and cars bought have a cost where there is one, and none where there is none.</summary>
internal static partial class Visits
{
    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ523", Costs),
        new("MZ524", Evaluated),
        new("MZ525", SmallFirms),
    ];

    private static IEnumerable<Verdict> Costs(LawContext c)
    {
        if (c.Disclosure.Facts.Kind != DocumentKind.Final)
        {
            yield break;
        }

        Kind[] kinds =
        [
            new("三公/reception", "公务接待费", "official receptions", Receptions()),
            new("三公/abroad", "因公出国（境）费", "journeys abroad", Groups()),
            new("三公/vehicles/purchase", "公务用车购置费", "the purchase of vehicles", Bought()),
        ];
        foreach (var kind in kinds)
        {
            var cost = Cost(c, kind.Purpose);
            var counted = c.Paragraphs.Select(p => new { Passage = p, Match = kind.Count.Match(c.Folded(p)) }).FirstOrDefault(x => x.Match.Success);
            if (cost is null || counted is null)
            {
                continue;
            }

            var number = Numerals.Number(counted.Match.Groups["number"].Value)!.Value;
            var place = counted.Passage.Place with { Text = counted.Match.Value };
            yield return number > 0 && cost.Amount!.Value.Value == 0 ? Verdict.Broken("free", [place, cost.Place], "count", counted.Match.Value, "what", kind.Chinese, "what-en", kind.English)
                : number == 0 && cost.Amount!.Value.Value > 0 ? Verdict.Broken("uncounted", [place, cost.Place], "count", counted.Match.Value, "what", kind.Chinese, "what-en", kind.English, "amount", cost.Amount.Value.ToString())
                : Verdict.Held;
        }
    }

    // 自评项目N个，其中优…良…合格…不合格…
    private static IEnumerable<Verdict> Evaluated(LawContext c)
    {
        foreach (var passage in c.Paragraphs)
        {
            var text = c.Folded(passage);
            foreach (Match match in Graded().Matches(text))
            {
                var grades = Grade().Matches(match.Groups["grades"].Value).ToList();
                if (grades.Count < 2)
                {
                    continue;
                }

                var (total, sum) = (int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture), grades.Sum(g => int.Parse(g.Groups["number"].Value, CultureInfo.InvariantCulture)));
                yield return total == sum ? Verdict.Held
                    : Verdict.Broken("grades", passage.Place with { Text = match.Value }, "total", total.ToString(CultureInfo.InvariantCulture), "sum", sum.ToString(CultureInfo.InvariantCulture), "parts", string.Join("、", grades.Select(g => g.Value)));
            }
        }
    }

    private static IEnumerable<Verdict> SmallFirms(LawContext c)
    {
        foreach (var passage in c.Paragraphs)
        {
            var text = c.Folded(passage);
            if (Medium().Match(text) is { Success: true } medium && Small().Match(text) is { Success: true } small)
            {
                var (whole, part) = (Numerals.Number(medium.Groups["amount"].Value), Numerals.Number(small.Groups["amount"].Value));
                yield return part <= whole ? Verdict.Held : Verdict.Broken("small", passage.Place with { Text = small.Value }, "medium", medium.Groups["amount"].Value + "万元", "small", small.Groups["amount"].Value + "万元");
            }
        }
    }

    private static AmountStatement? Cost(LawContext c, string purpose) => c.Disclosure.Statements.OfType<AmountStatement>().FirstOrDefault(s => s.Amount is not null && s.Point.Key("purpose") == purpose
        && s.Point.Key("phase") is null or "final" && c.IsOfThisYear(s.Point));

    [GeneratedRegex(@"(?<!外事|境外|外宾|国外)接待(?:共|了)?\s?(?<number>\d[\d,]{0,8})\s?批次?")]
    private static partial Regex Receptions();

    [GeneratedRegex(@"出国\(境\)团组\s?(?<number>\d{1,4})\s?个")]
    private static partial Regex Groups();

    [GeneratedRegex(@"(?<!保有量为?)(?:购置|更新)(?:公务用?车|车辆)\s?(?<number>\d{1,4})\s?辆")]
    private static partial Regex Bought();

    [GeneratedRegex(@"自评项目\s?(?<number>\d{1,4})\s?个[^。]{0,60}?(?<grades>(?:(?:评为|为|结果为)?[""“]?(?:优|良|中|差|合格|不合格)[""”]?的?\s?\d{1,4}\s?个[、,;]?\s?){2,})")]
    private static partial Regex Graded();

    [GeneratedRegex(@"(?:优|良|中|差|不合格|合格)[""”]?的?\s?(?<number>\d{1,4})\s?个")]
    private static partial Regex Grade();

    [GeneratedRegex(@"面向中小企业预留的?政府采购项目预算金额\s?(?<amount>\d[\d,]{0,14}(?:\.\d{1,4})?)\s?万元")]
    private static partial Regex Medium();

    [GeneratedRegex(@"面向小微企业预留的?政府采购项目预算金额\s?(?<amount>\d[\d,]{0,14}(?:\.\d{1,4})?)\s?万元")]
    private static partial Regex Small();

    private sealed record Kind(string Purpose, string Chinese, string English, Regex Count);
}
