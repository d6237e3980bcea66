using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Rules.Families;
using Mingzhang.Rules.Laws;
using Mingzhang.Rules.Localisation;
using Mingzhang.Rules.Pairs;
using Mingzhang.Rules.Settings;

namespace Mingzhang.Rules;

/// <summary>检查：a disclosure to its report: the laws with the wrong figure named, then the families of rules.</summary>
public static class Inspector
{
    /// <summary>检查一份公开文本，按设置; with the documents beside it, where there are any.</summary>
    public static Report Check(Disclosure disclosure, Library library, CheckSettings? settings = null, IReadOnlyList<Companion>? companions = null)
    {
        settings ??= CheckSettings.None;
        companions = Companion.Keyed(companions ?? []);
        var context = new LawContext(disclosure, library) { Settings = settings };
        var ruling = new Ruling(settings, disclosure.Facts);
        var template = Templates.Is(disclosure);
        var checks = new List<Check>();
        var findings = ReadingRules.Counted(disclosure.ReadingFindings, checks).ToList();
        if (template)
        {
            foreach (var law in LawBook.All)
            {
                checks.Add(new Check { Id = Next(checks), Rule = law.Id, Outcome = Outcome.NotApplicable, Why = Templates.NotApplicable.Why });
            }
        }
        else
        {
            var pairs = companions.Any(c => c.Disclosure is not null) ? new PairContext(context, companions) : null;
            Laws(context, ruling, pairs, checks, findings);
            foreach (var rule in pairs is null ? [] : PairBook.Others(pairs))
            {
                Run(rule, context, ruling, checks, findings);
            }
        }

        foreach (var rule in RuleBook.All)
        {
            Run(template && Templates.Silences(rule.Id) ? rule with { Check = _ => [Templates.NotApplicable] } : rule, context, ruling, checks, findings);
        }

        // Waivers are for single findings, so they come before findings of one kind are joined; what is joined may be waived by its own id.
        var waiving = new Waiving(context, settings, checks);
        var waived = new List<WaivedFinding>();
        var standing = Standing(findings.Where(f => ruling.NotApplied(f.Rule) is null).Select(ruling.Of), waiving, waived);
        standing = Standing(Grouping.Of(standing, template), waiving, waived);
        return new Report(disclosure, checks, [.. standing.OrderByDescending(f => f.Severity).ThenByDescending(f => f.Rule == Templates.Id)])
        {
            Settings = settings,
            Waived = waived,
            UnusedWaivers = waiving.Unused,
            Pairs = [.. companions.Select(c => c.File)],
        };
    }

    private static List<Finding> Standing(IEnumerable<Finding> findings, Waiving waiving, List<WaivedFinding> waived)
    {
        var standing = new List<Finding>();
        foreach (var finding in findings)
        {
            if (waiving.Of(finding) is { } waiver)
            {
                waived.Add(new WaivedFinding(finding, waiver));
            }
            else
            {
                standing.Add(finding);
            }
        }

        return standing;
    }

    private static void Laws(LawContext context, Ruling ruling, PairContext? pairs, List<Check> checks, List<Finding> findings)
    {
        IReadOnlyList<Relation> own = [.. context.Relations.Where(r => ruling.NotApplied(r.Rule) is null)];
        IReadOnlyList<Relation> relations = pairs is null ? own : [.. own, .. PairBook.Relations(pairs).Where(r => ruling.NotApplied(r.Rule) is null)];
        List<Relation> doubts = [.. relations.Where(r => r is LinearRelation && r.Severity != Severity.Error && r.Missing is null && !r.Evaluate().Holds)];
        IReadOnlyList<Network> networks = [.. Networks(context, pairs, relations).Select(n => n.With(doubts))];
        var ids = new Dictionary<Relation, string>(ReferenceEqualityComparer.Instance);
        foreach (var relation in relations)
        {
            var check = Of(relation, checks.Count + 1);
            ids[relation] = check.Id;
            checks.Add(check);
        }

        foreach (var open in (pairs?.Open ?? []).Where(o => ruling.NotApplied(o.Rule) is null))
        {
            checks.Add(open with { Id = Next(checks) });
        }

        var words = new LawFindings(context, ids);
        findings.AddRange(words.Wrong(networks));
        findings.AddRange(words.Doubts(doubts, networks));
        findings.AddRange(PairFindings.Rates(relations, ids));
        findings.AddRange(words.Missing(relations));
        checks.AddRange(ruling.Silenced(LawBook.All.Select(l => l.Id).Concat(RuleBook.OfLaws), checks.Count).ToList());
        if (ruling.NotApplied(Coverage.Id) is null && ruling.NotApplied(Agreement.Id) is null)
        {
            checks.AddRange(Coverage.Unwatched(context, own, checks.Count));
        }
    }

    // What the other documents hold within themselves takes part in the search for the wrong figure; what they break within themselves is for their own reports.
    private static IReadOnlyList<Network> Networks(LawContext context, PairContext? pairs, IReadOnlyList<Relation> relations)
    {
        var slips = new Slips(context.Figures, context.Disclosure);
        if (pairs is null)
        {
            return new Localiser(relations, slips).Networks();
        }

        foreach (var beside in pairs.Beside)
        {
            slips.Add(beside.Context.Figures, beside.Context.Disclosure);
        }

        return new Localiser([.. relations, .. pairs.Beside.SelectMany(b => b.Context.Relations)], slips).Networks();
    }

    private static string Next(List<Check> checks) => "c" + (checks.Count + 1).ToString(CultureInfo.InvariantCulture);

    private static Check Of(Relation relation, int number)
    {
        var id = "c" + number.ToString(CultureInfo.InvariantCulture);
        string[] figures = [.. relation.Figures.Select(f => f.Id)];
        if (relation.Missing is { } missing)
        {
            return new Check { Id = id, Rule = relation.Rule, Outcome = Outcome.NotChecked, Figures = figures, Why = new Reason($"{missing.Statement.Place.Chinese} 没有印出数字", $"no number is printed at {missing.Statement.Place.English}") };
        }

        var found = relation.Evaluate();
        return new Check { Id = id, Rule = relation.Rule, Outcome = found.Outcome, Figures = figures, Compared = new Comparison(found.Expected, found.Found, found.Slack), Why = relation.Label };
    }

    private static void Run(RuleFunction rule, LawContext context, Ruling ruling, List<Check> checks, List<Finding> findings)
    {
        var text = RuleTexts.Standard.Rules[rule.Id];
        var verdicts = ruling.NotApplied(rule.Id) is { } why ? [Verdict.NotApplicable(why.Chinese, why.English)] : rule.Check(context);
        foreach (var verdict in verdicts)
        {
            var id = Next(checks);
            checks.Add(new Check { Id = id, Rule = rule.Id, Outcome = verdict.Outcome, Why = verdict.Why });
            if (verdict.Outcome == Outcome.Broken)
            {
                findings.Add(Findings.Make(text, verdict.Message, verdict.Severity ?? text.Severity, verdict.Arguments, verdict.Places, [id], []));
            }
        }
    }
}
