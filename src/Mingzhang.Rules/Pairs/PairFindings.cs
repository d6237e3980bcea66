using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Rules.Laws;
using Mingzhang.Rules.Localisation;

namespace Mingzhang.Rules.Pairs;

/// <summary>多份文件的问题：contradictions that lie between documents, named by the rule that found them. Where one figure explains all, it is named with what it
/// should be; otherwise both sides are.</summary>
internal static class PairFindings
{
    private const int MostCandidates = 5;

    /// <summary>所查文件自身没有不成立的规律的矛盾网; null where one is broken too.</summary>
    public static IEnumerable<Finding>? Of(Network network, IReadOnlyDictionary<Relation, string> checks)
    {
        var between = network.Broken.Where(checks.ContainsKey).ToList();
        if (!between.TrueForAll(r => PairBook.Has(r.Rule)))
        {
            return null;
        }

        return network.Unique is { } set && set.Count < network.Broken.Count && between.TrueForAll(r => r is LinearRelation { AtMost: false })
            ? set.Where(repair => between.Exists(r => r.Figures.Contains(repair.Figure))).Select(repair => Wrong(network, repair, checks)) : Sides(network, between, checks);
    }

    /// <summary>疑点中的百分比; amounts are told as those of the laws are.</summary>
    public static IEnumerable<Finding> Rates(IEnumerable<Relation> relations, IReadOnlyDictionary<Relation, string> checks) =>
        relations.OfType<RatioRelation>().Where(r => r.Severity != Severity.Error && PairBook.Has(r.Rule) && r.Missing is null && !r.Evaluate().Holds).Select(r => Percent(r, checks));

    /// <summary>一处有误，由几处关系得出。</summary>
    private static Finding Wrong(Network network, Repair repair, IReadOnlyDictionary<Relation, string> checks)
    {
        var laws = network.Broken.Where(r => r.Figures.Contains(repair.Figure)).ToList();
        var (place, printed, slip) = (repair.Figure.Statement.Place, LawWords.Said(repair.Figure), LawWords.SlipText(repair.Slip));
        return Findings.Make(RuleTexts.Standard.Rules[laws.Find(r => PairBook.Has(r.Rule))!.Rule], "wrong", Severity.Error,
            Arguments("place", new Reason(place.Chinese, place.English), "printed", printed, "value", Plain(LawWords.Print(repair)), "slip", slip,
                "laws", new Reason(string.Join("；", laws.Take(4).Select(r => LawWords.Explain(r).Chinese)), string.Join("; ", laws.Take(4).Select(r => LawWords.Explain(r).English)))),
            Places(laws.SelectMany(r => r.Figures).Prepend(repair.Figure)), [.. laws.Where(checks.ContainsKey).Select(r => checks[r])], [Candidate(repair)]);
    }

    // One finding for each figure of this document that another document contradicts.
    private static IEnumerable<Finding> Sides(Network network, List<Relation> between, IReadOnlyDictionary<Relation, string> checks)
    {
        var candidates = network.Repairs.SelectMany(r => r).GroupBy(r => r.Figure).Select(g => g.First()).Take(MostCandidates).Select(Candidate).ToList();
        foreach (var ratio in between.OfType<RatioRelation>())
        {
            yield return Percent(ratio, checks) with { Candidates = candidates };
        }

        foreach (var group in between.OfType<LinearRelation>().GroupBy(r => new { r.Rule, Terms = string.Join('+', r.Terms.Select(t => t.Figure.Id)) }))
        {
            var relations = group.ToList();
            yield return Findings.Make(RuleTexts.Standard.Rules[group.Key.Rule], "doubt", Severity.Error, Two(relations),
                Places(relations.Select(r => r.Whole!).Concat(relations[0].Terms.Select(t => t.Figure))), [.. relations.Select(r => checks[r])], candidates);
        }
    }

    /// <summary>两边和差额，连同增减额。</summary>
    private static Dictionary<string, string> Two(List<LinearRelation> relations)
    {
        var (first, found) = (relations[0], relations[0].Evaluate());
        var (whole, part) = (first.Whole!, first.Terms[0].Figure);
        var amount = whole.Printed ?? part.Printed ?? new Amount(0, MoneyUnit.TenThousand, 2);
        return Arguments(
            "whole-place", new Reason(string.Join("、", relations.Select(r => r.Whole!.Statement.Place.Chinese).Distinct()), string.Join(", ", relations.Select(r => r.Whole!.Statement.Place.English).Distinct())),
            "whole", LawWords.Said(whole), "part-place", new Reason(part.Statement.Place.Chinese, part.Statement.Place.English), "last", LawWords.Said(part), "label", first.Label,
            "sum", LawWords.Signed(amount, found.Expected, change: false), "difference", Plain(LawWords.Difference(amount, found.Difference)));
    }

    private static Finding Percent(RatioRelation ratio, IReadOnlyDictionary<Relation, string> checks)
    {
        var change = ratio.Stated is ChangeStatement;
        var computed = ratio.Evaluate().Expected - (change ? 100 : 0);
        var place = ratio.Stated.Place;
        var other = ratio.Whole.Statement.Place;
        return Findings.Make(RuleTexts.Standard.Rules[ratio.Rule], "percent", ratio.Severity,
            Arguments("place", new Reason(place.Chinese, place.English), "printed", change ? Plain(ratio.Percent.Value - 100, ratio) : Plain(ratio.Percent.Value, ratio),
                "value", Plain(computed, ratio), "part", LawWords.Said(ratio.Part), "other", new Reason(other.Chinese, other.English), "last", LawWords.Said(ratio.Whole)),
            [.. Places(ratio.Figures).Prepend(place).Distinct()], [checks[ratio]], []);
    }

    private static Reason Plain(decimal percent, RatioRelation ratio) =>
        Plain(Math.Round(percent, Math.Max(ratio.Percent.Digits, 2), MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture) + "%");

    private static Reason Plain(string text) => new(text, text);

    private static Candidate Candidate(Repair repair) => new(repair.Figure.Id, LawWords.Said(repair.Figure).Chinese, LawWords.Print(repair), repair.Value, repair.Slip);

    private static IReadOnlyList<Place> Places(IEnumerable<Figure> figures) => [.. figures.Select(f => f.Statement.Place).Distinct().Take(12)];

    // Pairs of a name and its words in both languages.
    private static Dictionary<string, string> Arguments(params object[] pairs)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            var (name, words) = ((string)pairs[i], (Reason)pairs[i + 1]);
            (all[name], all[name + "-en"]) = (words.Chinese, words.English);
        }

        return all;
    }
}
