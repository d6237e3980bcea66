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
        new("MZ507", Contrary),
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

    [GeneratedRegex(@"\((?:类|款|项)\)")]
    private static partial Regex Named();

    [GeneratedRegex(@"(?:经费|支出|预算|费用|资金|安排)(?:的)?(增加|增长|减少|下降)$")]
    private static partial Regex Ending();
}
