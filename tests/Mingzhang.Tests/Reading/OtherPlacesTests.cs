using Mingzhang.Budget;

namespace Mingzhang.Tests.Reading;

/// <summary>其他省份的说法：bases of the year itself, last year's figure inside a comparison, costs of what was counted, money carried over, firms awarded.</summary>
public class OtherPlacesTests
{
    private const string Final = "青石县档案局2025年度部门决算情况说明\n\n七、财政拨款“三公”经费支出决算情况说明\n\n";
    private const string Budget = "青石县档案局2026年部门预算情况说明\n\n二、部门收支总体情况\n\n";

    [Fact]
    public void A_base_that_names_a_budget_is_this_years_own()
    {
        var change = Assert.Single(Documents.Read(Final + "公务接待费支出决算为2.00万元，比年初预算数减少1.00万元。\n").Statements.OfType<ChangeStatement>());
        Assert.Equal((2025, "budget"), (change.Base.Year, change.Base.Phase.Key));
        Assert.NotEmpty(Errors(Final + "公务接待费年初预算为3.00万元，支出决算为2.00万元，比年初预算数减少1.50万元。\n"));
        Assert.Empty(Errors(Final + "公务接待费年初预算为3.00万元，支出决算为2.00万元，比年初预算数减少1.00万元。\n"));
    }

    [Fact]
    public void Last_years_figure_may_stand_inside_the_comparison()
    {
        const string Text = "2026年收入预算100.00万元，比2025年预算120.00万元减少20.00万元。\n";
        Assert.Contains(Documents.Read(Budget + Text).Statements, s => s is AmountStatement { Amount.Value: 120.00m } && s.Point.Key("year") == "2025");
        Assert.Empty(Errors(Budget + Text));
        Assert.NotEmpty(Errors(Budget + Text.Replace("减少20.00", "减少30.00", StringComparison.Ordinal)));
        Assert.NotEmpty(Errors(Budget + Text.Replace("减少", "增加", StringComparison.Ordinal)));
    }

    [Fact]
    public void Money_without_a_name_is_the_cost_of_what_was_counted()
    {
        const string Text = "公务接待费支出决算为2.00万元。国内公务接待12批次，支出2.00万元。\n";
        Assert.Empty(Documents.Read(Final + Text).Unbound);
        Assert.Empty(Errors(Final + Text));
    }

    [Fact]
    public void A_percentage_in_brackets_says_the_change_once_more()
    {
        const string Text = "2026年收入预算100.00万元，比2025年预算减少25.00万元（20.00%）。\n";
        Assert.Equal(2, Documents.Read(Budget + Text).Statements.OfType<ChangeStatement>().Count());
        Assert.Empty(Errors(Budget + Text));
        Assert.NotEmpty(Errors(Budget + Text.Replace("（20.00%）", "（25.00%）", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_small_firms_were_awarded_is_part_of_what_was_bought()
    {
        const string Text = "青石县档案局2025年度部门决算情况说明\n\n十一、政府采购支出情况\n\n政府采购支出总额80.00万元。授予中小企业合同金额60.00万元，占政府采购支出总额的75.00%，其中：授予小微企业合同金额20.00万元。\n";
        Assert.Empty(Errors(Text));
        Assert.NotEmpty(Errors(Text.Replace("75.00%", "57.00%", StringComparison.Ordinal)));
        Assert.NotEmpty(Errors(Text.Replace("合同金额20.00", "合同金额70.00", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_change_of_a_whole_is_divided_behind_its_parts()
    {
        const string Text = "2026年支出预算156.00万元，其中：基本支出100.00万元，项目支出56.00万元。支出比2025年增加16.00万元，其中：基本支出增加6.00万元，项目支出增加10.00万元。\n";
        Assert.Empty(Errors(Budget + Text));
        Assert.NotEmpty(Errors(Budget + Text.Replace("增加10.00", "增加12.00", StringComparison.Ordinal)));
    }

    [Fact]
    public void Examples_before_a_name_are_no_part_of_it() =>
        Assert.Contains(Documents.Read(Budget + "办公费、印刷费等公用经费8.00万元。\n").Statements, s => s is AmountStatement { Amount.Value: 8.00m } && s.Point.Key("nature") == "public");

    [Fact]
    public void This_years_appropriation_stands_apart_from_money_carried_over() =>
        Assert.Empty(Errors("青石县档案局2026年部门预算情况说明\n\n一、财政拨款收支情况\n\n2026年财政拨款收入预算100.00万元，其中：一般公共预算拨款收入90.00万元，上年结转10.00万元。财政拨款支出预算100.00万元。\n\n二、一般公共预算当年拨款情况\n\n2026年一般公共预算当年拨款90.00万元。\n"));

    private static List<string> Errors(string text) => [.. Documents.Check(text).Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Message.Chinese)];
}
