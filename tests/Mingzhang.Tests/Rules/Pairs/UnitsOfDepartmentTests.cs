using Mingzhang.Budget;
using static Mingzhang.Tests.Rules.Pairs.SeveralDocuments;

namespace Mingzhang.Tests.Rules.Pairs;

/// <summary>部门与所属单位核对试验：sums where all units are given, bounds always.</summary>
public class UnitsOfDepartmentTests
{
    [Fact]
    public void A_department_is_the_sum_of_its_headquarters_and_units()
    {
        var report = Check(Now, (PairRole.Unit, Unit), (PairRole.Unit, Headquarters));
        Assert.Empty(Findings(report));
        Assert.Equal(6, Checks(report, "MZ804").Count(c => c.Outcome == Outcome.Held));
    }

    [Theory]
    [InlineData("数400.01", false)]
    [InlineData("数400.02", true)]
    [InlineData("数399.99", false)]
    [InlineData("数390.00", true)]
    public void The_sum_is_compared_with_rounding_as_intervals(string unit, bool broken)
    {
        var findings = Findings(Check(Now, (PairRole.Unit, With(Unit, "数400.00", unit)), (PairRole.Unit, Headquarters)));
        Assert.Equal(broken ? [("MZ804", Severity.Warning)] : [], findings.Select(f => (f.Rule, f.Severity)));
    }

    [Fact]
    public void Where_a_unit_is_missing_only_the_bound_is_checked_and_the_report_says_so()
    {
        var report = Check(Now, (PairRole.Unit, With(Unit, "数400.00", "数390.00")));
        Assert.Empty(Findings(report));
        var open = Assert.Single(Checks(report, "MZ804"));
        Assert.Equal((Outcome.NotChecked, "部门写明的单位（含本级）为 2 个，给出 1 个，只核对单位数不大于部门数"), (open.Outcome, open.Why!.Chinese));
        Assert.NotEmpty(Checks(report, "MZ805"));
    }

    [Theory]
    [InlineData("10.21", false)]
    [InlineData("10.22", true)]
    public void No_unit_has_more_than_the_department(string amount, bool broken)
    {
        var unit = With(With(Unit, "经费预算4.20", "经费预算" + amount), "公务用车运行维护费3.00", "公务用车运行维护费" + (amount == "10.21" ? "9.01" : "9.02"));
        var findings = Findings(Check(Now, (PairRole.Unit, unit))).Where(f => !f.Message.Chinese.Contains("9.0", StringComparison.Ordinal)).ToList();
        Assert.Equal(broken ? [("MZ805", Severity.Error)] : [], findings.Select(f => (f.Rule, f.Severity)));
    }

    [Fact]
    public void Money_passed_between_units_is_not_added_up()
    {
        var unit = With(Unit, "（二）支出预算：", "（一）收入预算：2026年年初预算数400.00万元，其中：上级补助收入资金50.00万元，其他收入资金350.00万元。\n\n（二）支出预算：");
        var report = Check(Now, (PairRole.Unit, With(unit, "支出预算：2026年年初预算数400.00", "支出预算：2026年年初预算数450.00")), (PairRole.Unit, Headquarters));
        Assert.DoesNotContain(Findings(report), f => f.Rule is "MZ804" or "MZ805");
    }
}
