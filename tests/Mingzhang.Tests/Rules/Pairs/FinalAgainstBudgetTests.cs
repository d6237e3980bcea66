using Mingzhang.Budget;
using static Mingzhang.Tests.Rules.Pairs.SeveralDocuments;

namespace Mingzhang.Tests.Rules.Pairs;

/// <summary>决算与同年预算核对试验：the budget that a final account prints, and its completion, from either side.</summary>
public class FinalAgainstBudgetTests
{
    [Fact]
    public void A_sound_final_account_agrees_with_the_budget_from_either_side()
    {
        foreach (var report in new[] { Check(Now, (PairRole.Final, Final)), Check(Final, (PairRole.Budget, Now)) })
        {
            Assert.Empty(Findings(report));
            Assert.Equal([Outcome.Held], Checks(report, "MZ806").Select(c => c.Outcome));
            Assert.Equal([Outcome.Held], Checks(report, "MZ807").Select(c => c.Outcome));
        }
    }

    [Theory]
    [InlineData("年初预算为1,283.20", "年初预算为1,283.21", null, Severity.Error)]
    [InlineData("年初预算为1,283.20", "年初预算为1,283.22", "MZ806", Severity.Error)]
    [InlineData("完成年初预算的88.24%", "完成预算的88.34%", "MZ807", Severity.Warning)]
    [InlineData("年初预算的88.24%", "年初预算的88.33%", null, Severity.Error)]
    [InlineData("年初预算的88.24%", "年初预算的88.34%", "MZ807", Severity.Error)]
    public void The_budget_in_the_final_account_is_compared_with_rounding_as_intervals(string from, string to, string? rule, Severity severity)
    {
        var findings = Findings(Check(Now, (PairRole.Final, With(Final, from, to))));
        Assert.Equal(rule is null ? [] : [(rule, severity)], findings.Select(f => (f.Rule, f.Severity)));
    }

    [Fact]
    public void What_objectives_and_set_asides_amount_to_is_not_compared()
    {
        const string Objectives = "\n四、其他重要事项的情况说明\n\n编报绩效目标的2026年度项目4个，涉及预算金额{0}万元。2026年度本部门面向中小企业预留政府采购项目预算金额{0}万元。\n";
        var report = Check(Now + string.Format(System.Globalization.CultureInfo.InvariantCulture, Objectives, "20.00"), (PairRole.Final, Final + string.Format(System.Globalization.CultureInfo.InvariantCulture, Objectives, "30.00")));
        Assert.Empty(Findings(report));
        Assert.Single(Checks(report, "MZ806"));
    }

    [Fact]
    public void A_budget_that_the_budget_document_does_not_print_is_told_as_not_checked()
    {
        var report = Check(Now[..Now.IndexOf("二、", StringComparison.Ordinal)], (PairRole.Final, Final));
        Assert.Equal([Outcome.NotChecked], Checks(report, "MZ806").Select(c => c.Outcome));
    }
}
