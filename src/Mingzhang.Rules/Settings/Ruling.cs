using System.Globalization;
using Mingzhang.Budget;

namespace Mingzhang.Rules.Settings;

/// <summary>程度的裁定：what the settings and the rule's own data make of a rule in a document: applied or not, and how severe.</summary>
internal sealed class Ruling(CheckSettings settings, DocumentFacts facts)
{
    /// <summary>为何不核对某规则; null where it is applied.</summary>
    public Reason? NotApplied(string rule) => settings.IsOff(rule) ? new Reason("设置中停用了本规则", "the settings switch the rule off") : RuleTexts.Standard.Rules[rule].NotFor(facts);

    /// <summary>问题的程度: the settings first, then what the rule says for the book; a finding whose severity is its own keeps it.</summary>
    public Finding Of(Finding finding)
    {
        var rule = RuleTexts.Standard.Rules[finding.Rule];
        var severity = settings.Severities.TryGetValue(finding.Rule, out var set) && set is { } chosen ? chosen
            : finding.Severity == rule.Severity ? rule.SeverityIn(facts.Book) : finding.Severity;
        return severity == finding.Severity ? finding : finding with { Severity = severity };
    }

    /// <summary>停用和不适用的规律各记一次, so that what was not tried does not look tried.</summary>
    public IEnumerable<Check> Silenced(IEnumerable<string> rules, int number)
    {
        foreach (var rule in rules)
        {
            if (NotApplied(rule) is { } why)
            {
                yield return new Check { Id = "c" + (++number).ToString(CultureInfo.InvariantCulture), Rule = rule, Outcome = Outcome.NotApplicable, Why = why };
            }
        }
    }
}
