using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Rules.Families;
using Mingzhang.Rules.Laws;
using Mingzhang.Rules.Localisation;

namespace Mingzhang.Rules;

/// <summary>检查：a disclosure to its report: the laws with the wrong figure named, then the families of rules.</summary>
public static class Inspector
{
    /// <summary>检查一份公开文本。</summary>
    public static Report Check(Disclosure disclosure, Library library)
    {
        var context = new LawContext(disclosure, library);
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
            Laws(context, checks, findings);
        }

        foreach (var rule in RuleBook.All)
        {
            Run(template && Templates.Silences(rule.Id) ? rule with { Check = _ => [Templates.NotApplicable] } : rule, context, checks, findings);
        }

        return new Report(disclosure, checks, [.. Grouping.Of(findings, template).OrderByDescending(f => f.Severity).ThenByDescending(f => f.Rule == Templates.Id)]);
    }

    private static void Laws(LawContext context, List<Check> checks, List<Finding> findings)
    {
        var relations = LawBook.Relations(context);
        var networks = new Localiser(relations, new Slips(context.Figures, context.Disclosure)).Networks();
        var ids = new Dictionary<Relation, string>(ReferenceEqualityComparer.Instance);
        foreach (var relation in relations)
        {
            var check = Of(relation, checks.Count + 1);
            ids[relation] = check.Id;
            checks.Add(check);
        }

        var words = new LawFindings(context, ids);
        findings.AddRange(words.Wrong(networks));
        findings.AddRange(words.Doubts(relations, networks));
        findings.AddRange(words.Missing(relations));
        checks.AddRange(Coverage.Unwatched(context, relations, checks.Count));
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
        return new Check { Id = id, Rule = relation.Rule, Outcome = found.Outcome, Figures = figures, Expected = found.Expected, Found = found.Found, Slack = found.Slack, Why = relation.Label };
    }

    private static void Run(RuleFunction rule, LawContext context, List<Check> checks, List<Finding> findings)
    {
        var text = RuleTexts.Standard.Rules[rule.Id];
        var verdicts = text.NotFor(context.Disclosure.Facts) is { } why ? [Verdict.NotApplicable(why.Chinese, why.English)] : rule.Check(context);
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
