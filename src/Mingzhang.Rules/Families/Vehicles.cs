using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>车辆数：vehicles kept, owned, authorised and bought, as sentences tell them.</summary>
internal static partial class Vehicles
{
    /// <summary>前后相符: 保有量 is of the vehicles that stand among all vehicles, and no more are held than are authorised.</summary>
    public static IEnumerable<Verdict> Agree(LawContext c)
    {
        if (First(c, Kept()) is { } kept && Owned(c) is { } all)
        {
            yield return kept.Number <= all.Number ? Verdict.Held
                : Verdict.Broken("vehicles", [kept.Place, all.Place], "kept", Text(kept.Number), "all", Text(all.Number));
        }

        foreach (var passage in c.Paragraphs)
        {
            foreach (Match match in Authorised().Matches(c.Folded(passage)))
            {
                var (allowed, held) = (Numerals.Number(match.Groups["allowed"].Value)!.Value, Numerals.Number(match.Groups["held"].Value)!.Value);
                yield return held <= allowed ? Verdict.Held
                    : Verdict.Broken("authorised", passage.Place with { Text = match.Value }, "held", Text(held), "allowed", Text(allowed));
            }
        }
    }

    /// <summary>车辆总数; null where it is not printed.</summary>
    public static CountedVehicles? Owned(LawContext c) => First(c, Together());

    /// <summary>购置的车辆数: the largest that is named; 0 where none is.</summary>
    public static decimal Bought(LawContext c) =>
        c.Paragraphs.SelectMany(p => Purchases().Matches(c.Folded(p))).Select(m => Numerals.Number(m.Groups["number"].Value) ?? 0).DefaultIfEmpty(0).Max();

    private static CountedVehicles? First(LawContext c, Regex pattern) =>
        c.Paragraphs.Select(p => new { Passage = p, Match = pattern.Match(c.Folded(p)) }).Where(f => f.Match.Success)
            .Select(f => new CountedVehicles(Numerals.Number(f.Match.Groups["number"].Value)!.Value, f.Passage.Place with { Text = f.Match.Value })).FirstOrDefault();

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:公务用车|公车|车辆)?保有量(?:为|共)?\s?(?<number>\d{1,6})\s?辆")]
    private static partial Regex Kept();

    [GeneratedRegex(@"(?:共有|共计)(?:公务用车|机动车|车辆)\s?(?<number>\d{1,6})\s?辆|车辆(?:总数|共)\s?(?<number>\d{1,6})\s?辆")]
    private static partial Regex Together();

    [GeneratedRegex(@"(?:购置|新增|更新|购买)[^,;。\d]{0,12}(?<number>\d{1,5})\s?辆")]
    private static partial Regex Purchases();

    // 车辆编制5辆，实有车辆5辆.
    [GeneratedRegex(@"(?:车|车辆)(?:的)?(?:核定)?编制(?:数)?(?:为|共)?\s?(?<allowed>\d{1,5})\s?辆[,、;]?(?:在编)?(?:实有|实际(?:保有|拥有|使用|在用)?|现有)[^。;,\d]{0,8}(?<held>\d{1,5})\s?辆")]
    private static partial Regex Authorised();
}

/// <summary>所说的车辆数：how many, and where.</summary>
internal sealed record CountedVehicles(decimal Number, Place Place);
