using Mingzhang.Budget;
using Mingzhang.Rules;
using Mingzhang.Tests.Reading;

namespace Mingzhang.Tests.Rules.Settings;

/// <summary>程度试验：severities that the settings change, and rules that they switch off.</summary>
public class SeverityTests
{
    private static readonly string Hint = RuleExamples.Edit("（一）财政拨款收入", "（以下名词解释，单位应根据实际情况进行增减。）\n\n（一）财政拨款收入");

    [Theory]
    [InlineData(Severity.Note)]
    [InlineData(Severity.Warning)]
    [InlineData(Severity.Error)]
    public void All_findings_of_a_rule_have_the_severity_that_is_set(Severity severity) =>
        Assert.All(Check(Hint, "MZ601", severity).Findings.Where(f => f.Rule == "MZ601"), f => Assert.Equal(severity, f.Severity));

    [Fact]
    public void A_rule_that_is_off_reports_nothing_and_counts_as_not_applicable()
    {
        var report = Check(Hint, "MZ601", null);
        Assert.DoesNotContain(report.Findings, f => f.Rule == "MZ601");
        var check = Assert.Single(report.Checks, c => c.Rule == "MZ601");
        Assert.Equal((Outcome.NotApplicable, "设置中停用了本规则", "the settings switch the rule off"), (check.Outcome, check.Why!.Chinese, check.Why.English));
    }

    [Fact]
    public void A_law_that_is_off_takes_no_part_in_finding_the_wrong_figure()
    {
        var text = RuleExamples.Edit("30101\t基本工资\t318.46\t318.46", "30101\t基本工资\t381.46\t318.46");
        Assert.Contains(Documents.Findings(text, "MZ007"), f => f.Severity == Severity.Error);
        var report = Check(text, "MZ002", null);
        Assert.DoesNotContain(report.Findings, f => f.Rule == "MZ007");
        Assert.Equal(Outcome.NotApplicable, Assert.Single(report.Checks, c => c.Rule == "MZ002").Outcome);
    }

    [Fact]
    public void The_number_of_the_wrong_figure_may_be_off_while_its_laws_are_checked()
    {
        var report = Check(RuleExamples.Edit("30101\t基本工资\t318.46\t318.46", "30101\t基本工资\t381.46\t318.46"), "MZ007", null);
        Assert.DoesNotContain(report.Findings, f => f.Rule == "MZ007");
        Assert.Contains(report.Checks, c => c is { Rule: "MZ002", Outcome: Outcome.Broken });
        Assert.Equal(Outcome.NotApplicable, Assert.Single(report.Checks, c => c.Rule == "MZ007").Outcome);
    }

    [Fact]
    public void What_was_not_read_counts_as_not_checked_even_where_it_is_not_told()
    {
        var read = Mingzhang.Documents.Reading.Reader.Read(ReadingFaultTests.Paper, Documents.Library);
        var report = Inspector.Check(read, Documents.Library, With("MZ701", null));
        Assert.DoesNotContain(report.Findings, f => f.Rule == "MZ701");
        Assert.Equal(6, report.Checks.Count(c => c is { Rule: "MZ701", Outcome: Outcome.NotChecked }));
    }

    [Fact]
    public void Ids_of_checks_stay_unique_whatever_is_off()
    {
        var all = RuleTexts.Standard.Rules.Keys.ToDictionary(r => r, _ => (Severity?)null, StringComparer.Ordinal);
        var report = Inspector.Check(Documents.Read(Hint), Documents.Library, new CheckSettings { File = "mingzhang.json", Severities = all });
        Assert.Empty(report.Findings);
        Assert.Equal(report.Checks.Count, report.Checks.Select(c => c.Id).Distinct().Count());
        Assert.All(report.Checks, c => Assert.Equal(Outcome.NotApplicable, c.Outcome));
    }

    private static Report Check(string text, string rule, Severity? severity) => Inspector.Check(Documents.Read(text), Documents.Library, With(rule, severity));

    private static CheckSettings With(string rule, Severity? severity) => new() { File = "mingzhang.json", Severities = new Dictionary<string, Severity?>(StringComparer.Ordinal) { [rule] = severity } };
}
