using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Pairs;

/// <summary>两年之间的车辆：this year's vehicles are last year's, what was bought added, what was disposed of taken off (norms Y4). Disposals are seldom
/// printed, so only an increase without a purchase is a question.</summary>
internal static partial class VehiclesBetweenYears
{
    public const string Id = "MZ808";

    public static IEnumerable<Verdict> Check(PairContext context)
    {
        foreach (var before in context.Of(PairRole.Previous).Where(b => b.Disclosure.Facts.Scope == context.Main.Disclosure.Facts.Scope))
        {
            if (Owned(context.Main) is not { } now || Owned(before) is not { } then)
            {
                yield return Verdict.NotChecked("两份文件没有都写明车辆总数", "not both documents print the number of vehicles");
                continue;
            }

            var bought = Bought(context.Main) + Bought(before);
            yield return now.Number <= then.Number + bought ? Verdict.Held
                : Verdict.Broken("more", [now.Place, then.Place with { ByFile = true }], "now", Text(now.Number), "then", Text(then.Number), "bought", Text(bought));
        }
    }

    private static Seen? Owned(LawContext c) =>
        c.Paragraphs.Select(p => new { Passage = p, Match = Together().Match(c.Folded(p)) }).Where(f => f.Match.Success && Numerals.Number(f.Match.Groups["number"].Value) is not null)
            .Select(f => new Seen(Numerals.Number(f.Match.Groups["number"].Value)!.Value, f.Passage.Place with { Text = f.Match.Value })).FirstOrDefault();

    private static decimal Bought(LawContext c) =>
        c.Paragraphs.SelectMany(p => Purchases().Matches(c.Folded(p))).Select(m => Numerals.Number(m.Groups["number"].Value) ?? 0).DefaultIfEmpty(0).Max();

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:共有|共计)(?:公务用车|机动车|车辆)\s?(?<number>\d{1,6})\s?辆|车辆(?:总数|共)\s?(?<number>\d{1,6})\s?辆")]
    private static partial Regex Together();

    [GeneratedRegex(@"(?:购置|新增|更新|购买)[^,;。\d]{0,12}(?<number>\d{1,5})\s?辆")]
    private static partial Regex Purchases();

    private sealed record Seen(decimal Number, Place Place);
}
