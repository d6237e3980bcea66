using System.Text.RegularExpressions;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;

namespace Mingzhang.Rules.Families;

/// <summary>说明的道理：reasons that contradict their change, names of codes that name none.</summary>
internal static partial class Explanations
{
    private const int LongestReason = 40;

    public static IReadOnlyList<RuleFunction> Rules { get; } =
    [
        new("MZ306", Levels),
        new("MZ507", c => Contrary(c).Concat(Flat(c))),
    ];

    // A figure whose sentence names 类, 款 and 项, of which no code is known, was kept under its own words.
    private static IEnumerable<Verdict> Levels(LawContext c)
    {
        foreach (var statement in c.Disclosure.Statements.OfType<AmountStatement>())
        {
            if (statement.Place.Table is null && statement.Point.Key("item") is { } name)
            {
                yield return Named().IsMatch(name) ? Verdict.Broken("unknown", statement.Place, "name", name, "amount", statement.Raw) : Verdict.Held;
            }
        }
    }

    // 减少2.98%，主要原因是经费增加: the words of the reason end with the other direction, and say nothing else.
    private static IEnumerable<Verdict> Contrary(LawContext c)
    {
        foreach (var change in c.Disclosure.Statements.OfType<ChangeStatement>())
        {
            if (change.Reason is not { Length: > 0 and <= LongestReason } reason || change.Direction == Direction.Flat)
            {
                continue;
            }

            var ends = Ending().Match(reason);
            Direction? said = !ends.Success ? null : ends.Groups[1].Value is "增加" or "增长" ? Direction.Increase : Direction.Decrease;
            yield return said is { } other && other != change.Direction
                ? Verdict.Broken("contrary", change.Place, "change", (change.Direction == Direction.Increase ? "增加" : "减少") + change.Raw, "change-en", (change.Direction == Direction.Increase ? "+" : "-") + change.Raw, "reason", reason)
                : Verdict.Held;
        }
    }

    // 持平，主要原因是…减少支付: money that went one way only, and nothing that balances it.
    private static IEnumerable<Verdict> Flat(LawContext c)
    {
        var paragraphs = c.Paragraphs.ToList();
        for (var i = 0; i < paragraphs.Count; i++)
        {
            // A reason in the paragraphs below is that of the sentence that announces it.
            var text = c.Folded(paragraphs[i]);
            text = i + 1 < paragraphs.Count && Announced().IsMatch(text) ? text + c.Folded(paragraphs[i + 1]) : text;
            foreach (Match flat in Same().Matches(text))
            {
                var reason = flat.Groups["reason"].Value;
                var more = Moved().Matches(reason).Select(m => m.Groups["way"].Value is "增加" or "增长").Distinct().ToList();
                yield return more.Count != 1 || Balanced().IsMatch(reason) ? Verdict.Held
                    : Verdict.Broken("flat", paragraphs[i].Place with { Text = flat.Value }, "way", more[0] ? "增加" : "减少", "way-en", more[0] ? "more" : "less", "reason", reason, "text", flat.Groups["what"].Value + "持平");
            }
        }
    }

    [GeneratedRegex(@"(?<what>[^,。;:]{0,30}?)(?<!基本|大致|大体|总体)持平[,。]\s?(?:其)?(?:主要)?(?:原因|由于|是因为|主要是)[是为:]*\s?(?<reason>[^。;]{4,120})")]
    private static partial Regex Same();

    [GeneratedRegex(@"原因[是为:]*\s*$")]
    private static partial Regex Announced();

    [GeneratedRegex(@"(?:经费|支出|预算|费用|资金|支付|收入|拨款)(?:有所|均)?(?<way>增加|增长|减少|下降)|(?<way>增加|减少)(?:了)?(?:经费|支出|支付|费用|收入|拨款)")]
    private static partial Regex Moved();

    [GeneratedRegex(@"[不未无非没\d]|持平|相抵|抵消|抵销|同时|另一方面|防止|避免|杜绝|但")]
    private static partial Regex Balanced();

    [GeneratedRegex(@"\((?:类|款|项)\)")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?:经费|支出|预算|费用|资金|安排)(?:的)?(增加|增长|减少|下降)$")]
    private static partial Regex Ending();
}
