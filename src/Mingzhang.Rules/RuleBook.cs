using Mingzhang.Rules.Families;
using Mingzhang.Rules.Laws;
using Mingzhang.Rules.Pairs;

namespace Mingzhang.Rules;

/// <summary>规则册：the families in order; each is an explicit list. The laws stand before them.</summary>
public static class RuleBook
{
    /// <summary>规则册的版本: raised whenever a rule changes what it reports.</summary>
    public const string Version = "2026.11.27";

    /// <summary>五大规律之外的全部规则。</summary>
    public static IReadOnlyList<RuleFunction> All { get; } =
        [.. Completeness.Rules, .. PrintedForms.Rules, .. Codes.Rules, .. Performance.Rules, .. Goals.Rules, .. QuarterlyPlans.Rules, .. SelfEvaluations.Rules, .. ExecutionRates.Rules, .. Narrative.Rules, .. Explanations.Rules, .. Rates.Rules, .. Items.Rules, .. Enumerations.Rules, .. Counts.Rules, .. ListedAmounts.Rules, .. Surroundings.Rules, .. Wordings.Rules, .. Misspellings.Rules, .. Terms.Rules, .. Procurement.Rules, .. Correspondence.Rules, .. Narrated.Rules, .. Visits.Rules, .. PublicExpenseNames.Rules, .. Privacy.Rules, .. Timeliness.Rules];

    /// <summary>由各规律一并得出的: the wrong figure, the number left out, what was not checked.</summary>
    internal static IReadOnlyList<string> OfLaws { get; } = ["MZ007", "MZ008", "MZ009"];

    /// <summary>规律和规则的全部编号: those of the laws have no function of their own.</summary>
    public static IEnumerable<string> Ids => LawBook.All.Select(l => l.Id).Concat(OfLaws).Concat(All.Select(r => r.Id)).Concat(ReadingRules.All).Concat(PairBook.Ids);
}

/// <summary>规则的函数：from a disclosure to verdicts.</summary>
public sealed record RuleFunction(string Id, Func<LawContext, IEnumerable<Verdict>> Check);
