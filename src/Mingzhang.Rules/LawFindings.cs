using Mingzhang.Budget;
using Mingzhang.Rules.Laws;
using Mingzhang.Rules.Localisation;
using Mingzhang.Rules.Pairs;

namespace Mingzhang.Rules;

/// <summary>规律的问题：networks of broken laws to findings that name the figure, broken doubts to findings of their own.</summary>
internal sealed class LawFindings(LawContext context, IReadOnlyDictionary<Relation, string> checks)
{
    private const int MostLaws = 4;
    private const int MostCandidates = 5;

    public IEnumerable<Finding> Wrong(IReadOnlyList<Network> networks)
    {
        var rule = RuleTexts.Standard.Rules["MZ007"];
        foreach (var finding in Nils(networks))
        {
            yield return finding;
        }

        foreach (var network in networks.Where(n => !OfNil(n) && n.Broken.Any(checks.ContainsKey)))
        {
            if (PairFindings.Of(network, checks) is { } between)
            {
                foreach (var finding in between)
                {
                    yield return finding;
                }

                continue;
            }

            if (Percentage(network) is { } percentage)
            {
                yield return percentage;
                continue;
            }

            if (Larger(network) is { } larger)
            {
                yield return larger;
                continue;
            }

            if (network.Unique is { } set)
            {
                foreach (var repair in set)
                {
                    var laws = network.Broken.Where(r => r.Figures.Contains(repair.Figure)).ToList();
                    yield return Make(rule, "wrong", laws, network, [repair], network.Broken is [RatioRelation ratio] ? [repair.Figure, .. ratio.Figures] : [repair.Figure], "place", repair.Figure.Statement.Place.Chinese, "place-en", repair.Figure.Statement.Place.English,
                        "printed", LawWords.Said(repair.Figure).Chinese, "printed-en", LawWords.Said(repair.Figure).English, "value", LawWords.Print(repair), "slip", LawWords.SlipText(repair.Slip).Chinese, "slip-en", LawWords.SlipText(repair.Slip).English);
                }
            }
            else
            {
                var candidates = network.Repairs.SelectMany(r => r).GroupBy(r => r.Figure).Select(g => g.First()).Take(MostCandidates).ToList();
                var figures = candidates.Select(r => r.Figure).Concat(network.Broken.SelectMany(r => r.Figures)).Distinct().ToList();
                yield return candidates.Count == 0
                    ? Make(rule, "unexplained", network.Broken, network, [], figures)
                    : Make(rule, "ambiguous", network.Broken, network, candidates, figures,
                        "candidates", string.Join("；", candidates.Select(r => $"{r.Figure.Statement.Place.Chinese} {LawWords.Said(r.Figure).Chinese}（应为 {LawWords.Print(r)}{LawWords.SlipText(r.Slip).Chinese}）")),
                        "candidates-en", string.Join("; ", candidates.Select(r => $"{r.Figure.Statement.Place.English} {LawWords.Said(r.Figure).English} (should be {LawWords.Print(r)}{LawWords.SlipText(r.Slip).English})")));
            }
        }
    }

    // A doubt that the repair of a wrong figure removes is its consequence; doubts that one value of one figure removes are one finding.
    public IEnumerable<Finding> Doubts(IReadOnlyList<Relation> doubts, IReadOnlyList<Network> networks)
    {
        var consequences = networks.SelectMany(n => n.Consequences).ToHashSet(ReferenceEqualityComparer.Instance);
        var left = doubts.OfType<LinearRelation>().Where(r => !consequences.Contains(r)).GroupBy(r => r.Rule + ' ' + string.Join('+', r.Terms.Select(t => t.Figure.Id))).Select(g => g.ToList()).ToList();
        while (left.Count > 0)
        {
            var group = left[0];
            var joined = left.FindAll(g => ReferenceEquals(g, group) || DoubtRoots.Shared(group, g));
            left.RemoveAll(joined.Contains);

            // Both sides of the balance say more than a list of parts.
            group = joined.Find(g => g[0].Rule == Balances.Id) ?? group;
            var first = group[0];
            var rule = RuleTexts.Standard.Rules[first.Rule];
            var evaluation = first.Evaluate();
            var amount = first.Whole?.Printed ?? first.Terms[0].Figure.Printed ?? new Amount(0, MoneyUnit.TenThousand, 2);
            List<Figure> figures = [.. group.Select(r => r.Whole).OfType<Figure>(), .. first.Terms.Select(t => t.Figure)];
            var years = first.Rule == Changes.Id && first.Whole is { IsChange: false };
            yield return Findings.Make(rule, years ? "years" : "doubt", first.Severity, Two(first, amount, evaluation, group),
                [.. figures.Select(f => f.Statement.Place).Distinct().Take(12)], [.. joined.SelectMany(g => g).Select(r => checks[r])], []);
        }
    }

    /// <summary>缺数, with the number that the laws give.</summary>
    public IEnumerable<Finding> Missing(IReadOnlyList<Relation> relations)
    {
        var rule = RuleTexts.Standard.Rules["MZ008"];
        foreach (var figure in context.Figures.All.Where(f => f.State == FigureState.Missing))
        {
            Interval? range = null;
            foreach (var relation in relations.Where(r => r.Severity == Severity.Error && r.Figures.Contains(figure) && r.Figures.Count(f => f.State == FigureState.Missing) == 1))
            {
                if (relation.Solve(figure, Values.Printed) is { Bounded: true } solved)
                {
                    range = range is null ? solved : range.Value.Meet(solved) ?? range;
                }
            }

            var unit = new Amount(0, MoneyUnit.TenThousand, 2);
            var value = range is { } r2 ? unit.Print(Math.Abs(r2.Centre), 2) + unit.Unit : null;
            Candidate[] candidates = value is null ? [] : [new Candidate(figure.Id, "", value, range!.Value.Centre, "left-out")];
            yield return Findings.Make(rule, "missing", Severity.Error,
                Arguments("place", figure.Statement.Place.Chinese, "place-en", figure.Statement.Place.English, "text", figure.Statement.Place.Text ?? figure.Statement.Raw,
                    "value", value is null ? "" : $"，按其他各数应为 {value}", "value-en", value is null ? "" : $"; by the other figures it is {value}"),
                [figure.Statement.Place], [], candidates);
        }
    }

    // Both sides of a broken relation, and the difference.
    private static Dictionary<string, string> Two(LinearRelation first, Amount amount, Evaluation evaluation, IEnumerable<LinearRelation> group)
    {
        var parts = first.Terms[0].Figure;
        var (whole, last, sum) = (LawWords.Said(first.Whole!), LawWords.Said(parts), LawWords.Signed(amount, evaluation.Expected, first.Whole!.IsChange));
        return Arguments(
            "whole-place", string.Join("、", group.Select(r => r.Whole!.Statement.Place.Chinese)), "whole-place-en", string.Join(", ", group.Select(r => r.Whole!.Statement.Place.English)),
            "whole", whole.Chinese, "whole-en", whole.English, "part-place", parts.Statement.Place.Chinese, "part-place-en", parts.Statement.Place.English,
            "last", last.Chinese, "last-en", last.English, "label", first.Label.Chinese, "label-en", first.Label.English,
            "sum", sum.Chinese, "sum-en", sum.English, "difference", LawWords.Difference(amount, evaluation.Difference));
    }

    // A nil statement against several figures: one of the two sides is wrong, and the statement is one thing to mend.
    private IEnumerable<Finding> Nils(IReadOnlyList<Network> networks)
    {
        var rule = RuleTexts.Standard.Rules[Agreement.Id];
        foreach (var group in networks.Where(OfNil).SelectMany(n => n.Broken).Where(checks.ContainsKey).GroupBy(r => r.Label))
        {
            var relations = group.ToList();
            var first = ((LinearRelation)relations[0]).Whole!;
            var said = context.Disclosure.Statements.OfType<NilStatement>().FirstOrDefault(n => Agreement.Said(n) == group.Key);
            var (more, moreEnglish) = relations.Count == 1 ? ("", "") : ($"，另有 {relations.Count - 1} 处也有数字", $" and {relations.Count - 1} more figures stand elsewhere");
            yield return Findings.Make(rule, "nil", Severity.Error,
                Arguments("nil", group.Key.Chinese, "nil-en", group.Key.English, "place", first.Statement.Place.Chinese, "place-en", first.Statement.Place.English, "printed", first.Statement.Raw, "more", more, "more-en", moreEnglish),
                [.. relations.SelectMany(r => r.Figures).Select(f => f.Statement.Place).Prepend(said?.Place ?? first.Statement.Place).Distinct().Take(12)], [.. relations.Select(r => checks[r])], []);
        }
    }

    private static bool OfNil(Network network) => network.Unique is null && network.Broken.All(r => r is LinearRelation { AtMost: false, Whole: not null, Terms.Count: 0 });

    // A percentage enters one law only: where that alone is broken and no slip of the amounts explains it, the percentage is as likely wrong.
    private Finding? Percentage(Network network)
    {
        if (network.Broken is not [RatioRelation ratio])
        {
            return null;
        }

        var slip = Slips.Explain(ratio.Percent, ratio.Evaluate().Expected);
        if (network.Supported || (slip is null && network.Unique is [{ Slip: not null }]))
        {
            return null;
        }

        var (printed, value) = (LawWords.Percent(ratio, ratio.Percent.Value), LawWords.Percent(ratio, ratio.Evaluate().Expected));
        var (place, part) = (ratio.Part.Statement.Place, LawWords.Said(ratio.Part));
        var own = new Candidate(ratio.Stated.Id, printed.Chinese, value.Chinese, LawWords.Round(ratio, ratio.Evaluate().Expected), slip);
        var amounts = network.Repairs.SelectMany(r => r).GroupBy(r => r.Figure).Select(g => Candidate(g.First())).ToList();
        var candidates = amounts.Where(a => slip is null && a.Slip is not null).Append(own).Concat(amounts.Where(a => slip is not null || a.Slip is null)).Take(MostCandidates);
        return Findings.Make(RuleTexts.Standard.Rules[Changes.Id], "percent", Severity.Error,
            Arguments("place", place.Chinese, "place-en", place.English, "part", part.Chinese, "part-en", part.English, "printed", printed.Chinese, "printed-en", printed.English, "value", value.Chinese, "value-en", value.English),
            [.. ratio.Figures.Select(f => f.Statement.Place).Distinct()], Of(network.Broken.Concat(network.Consequences)), [.. candidates]);
    }

    // A part above its whole, and nothing else: no repair is determined, but both sides are known.
    private Finding? Larger(Network network)
    {
        if (network.Repairs.Count > 0 || !network.Broken.All(r => r is LinearRelation { AtMost: true, Terms.Count: 1, Whole: not null }))
        {
            return null;
        }

        var parts = network.Broken.Cast<LinearRelation>().Select(r => r.Terms[0].Figure).Distinct().ToList();
        if (parts.Count > 1)
        {
            return null;
        }

        var first = network.Broken.Cast<LinearRelation>().MinBy(r => r.Evaluate().Difference)!;
        var amount = first.Whole!.Printed ?? new Amount(0, MoneyUnit.TenThousand, 2);
        return Findings.Make(RuleTexts.Standard.Rules[Bounds.Id], "doubt", Severity.Error, Two(first, amount, first.Evaluate(), [first]),
            [.. network.Broken.SelectMany(r => r.Figures).Prepend(parts[0]).Select(f => f.Statement.Place).Distinct().Take(12)], Of(network.Broken), []);
    }

    private Finding Make(Rule rule, string message, IReadOnlyList<Relation> laws, Network network, IReadOnlyList<Repair> repairs, IReadOnlyList<Figure> figures, params string[] arguments)
    {
        string[] all = [.. arguments, "laws", string.Join("；", laws.Take(MostLaws).Select(r => LawWords.Explain(r).Chinese)), "laws-en", string.Join("; ", laws.Take(MostLaws).Select(r => LawWords.Explain(r).English))];
        return Findings.Make(rule, message, Severity.Error, Arguments(all), [.. figures.Select(f => f.Statement.Place).Distinct().Take(12)], Of(laws.Concat(network.Consequences.Where(c => c.Figures.Any(f => repairs.Any(r => ReferenceEquals(r.Figure, f)))))),
            [.. repairs.Select(Candidate)]);
    }

    // What another document breaks within itself has no check here.
    private IReadOnlyList<string> Of(IEnumerable<Relation> relations) => [.. relations.Select(checks.GetValueOrDefault).OfType<string>()];

    private static Candidate Candidate(Repair repair) => new(repair.Figure.Id, LawWords.Said(repair.Figure).Chinese, LawWords.Print(repair), repair.Value, repair.Slip);

    private static Dictionary<string, string> Arguments(params string[] pairs)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            all[pairs[i]] = pairs[i + 1];
        }

        return all;
    }
}
