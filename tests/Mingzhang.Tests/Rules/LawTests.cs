using Mingzhang.Budget;

namespace Mingzhang.Tests.Rules;

/// <summary>规律试验：small documents on both sides of the edge of rounding.</summary>
public class LawTests
{
    private const string Head = "某市水务局2025年部门预算情况说明\n\n二、部门收支总体情况\n\n（二）支出预算：";

    [Theory]
    [InlineData("100.00", "33.33", "66.67", Outcome.Held)]
    [InlineData("100.01", "33.33", "66.67", Outcome.HeldWithinRounding)]
    [InlineData("100.02", "33.33", "66.67", Outcome.Broken)]
    public void A_sum_of_two_may_be_off_by_three_half_units(string whole, string basic, string project, Outcome expected) =>
        Assert.Equal(expected, Sum($"{Head}2025年年初预算数{whole}万元，其中：基本支出{basic}万元，项目支出{project}万元。"));

    [Fact]
    public void A_sum_of_eleven_may_be_off_by_six_hundredths_and_not_by_seven()
    {
        Assert.Equal(Outcome.HeldWithinRounding, Sum(Eleven("11.06")));
        Assert.Equal(Outcome.Broken, Sum(Eleven("11.07")));

        static string Eleven(string whole) => Head + $"2025年年初预算数{whole}万元，其中：" + string.Join("，", new[]
        {
            "一般公共服务支出", "公共安全支出", "教育支出", "科学技术支出", "社会保障和就业支出", "卫生健康支出", "节能环保支出", "城乡社区支出", "农林水支出", "交通运输支出", "住房保障支出",
        }.Select(n => n + "1.00万元")) + "。";
    }

    [Theory]
    [InlineData("600.16", "417", Outcome.Held)]
    [InlineData("601.16", "417", Outcome.Broken)]
    public void Parts_of_one_list_drop_their_zeros_together(string whole, string works, Outcome expected) =>
        Assert.Equal(expected, Sum($"某市水务局2025年部门预算情况说明\n\n五、其他重要事项的情况说明\n\n2.政府采购情况。政府采购预算总额{whole}万元：政府采购货物预算8.16万元、政府采购工程预算{works}万元、政府采购服务预算175万元。"));

    [Fact]
    public void Whole_parts_leave_half_a_unit_each() =>
        Assert.Equal(Outcome.HeldWithinRounding, Sum($"{Head}2025年年初预算数10.4万元，其中：基本支出4万元，项目支出6万元。"));

    [Fact]
    public void A_part_that_is_named_with_主要_only_bounds()
    {
        var report = Documents.Check($"{Head}2025年年初预算数10.00万元，主要包括基本支出4.00万元。");
        Assert.DoesNotContain(report.Findings, f => f.Rule is "MZ002" or "MZ007");
    }

    [Fact]
    public void Flat_against_a_change_of_its_parts_is_broken()
    {
        var text = "某市水务局2025年部门预算情况说明\n\n四、“三公”经费情况说明\n\n2025年“三公”经费预算10.00万元，与2024年持平。其中：公务接待费4.00万元，比2024年增加1.00万元，主要原因是检查增多；公务用车运行维护费6.00万元，与2024年持平。";
        Assert.Contains(Documents.Check(text).Findings, f => f is { Rule: "MZ007", Severity: Severity.Error });
        Assert.DoesNotContain(Documents.Check(text.Replace("6.00万元，与2024年持平", "6.00万元，比2024年减少1.00万元，主要原因是压减", StringComparison.Ordinal)).Findings, f => f.Rule == "MZ007");
    }

    [Fact]
    public void A_percentage_is_recomputed_from_its_amounts()
    {
        const string Text = "某市水务局2025年部门预算情况说明\n\n三、部门预算情况说明\n\n2025年基本支出110.00万元，比2024年增加10.00万元，增长{0}%。";
        Assert.DoesNotContain(Documents.Check(Text.Replace("{0}", "10.00", StringComparison.Ordinal)).Findings, f => f.Severity == Severity.Error);
        Assert.Contains(Documents.Check(Text.Replace("{0}", "12.00", StringComparison.Ordinal)).Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void A_percentage_that_alone_disagrees_is_named_itself()
    {
        var found = Assert.Single(Documents.Check(RuleExamples.Edit("收入比2025年增加35.64万元，", "收入比2025年增加35.64万元，增长28.57%，")).Findings);
        Assert.Equal("MZ003.percent", found.Template);
        Assert.Contains("“增长28.57%”与“增加35.64万元”不符，按所列金额应为 增长2.86%", found.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_above_its_whole_is_said_as_such()
    {
        var found = Assert.Single(Documents.Check(RuleExamples.Edit("运行经费124.35万元", "运行经费524.35万元")).Findings);
        Assert.Equal(("MZ005.doubt", Severity.Error), (found.Template, found.Severity));
        Assert.Equal("其他重要事项的情况说明 / 机关运行经费", found.Places[0].Section);
    }

    [Fact]
    public void A_nil_statement_against_many_figures_is_one_finding()
    {
        var found = Assert.Single(Documents.Findings(RuleExamples.Edit("四、“三公”经费情况说明\n", "四、“三公”经费情况说明\n\n本部门无“三公”经费支出。\n"), "MZ001"));
        Assert.Contains("称“本部门无‘三公’经费支出”，但", found.Message.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain(Documents.Findings(RuleExamples.Edit("四、“三公”经费情况说明\n", "四、“三公”经费情况说明\n\n本部门无“三公”经费支出。\n"), "MZ007"), f => f.Template == "MZ007.unexplained");
    }

    [Fact]
    public void A_sum_of_changes_is_said_with_its_direction()
    {
        var found = Documents.Findings(RuleExamples.Edit("收入比2025年增加35.64万元", "收入比2025年减少35.64万元"), "MZ004");
        Assert.Contains("为 减少35.64万元，收支两边", Assert.Single(found).Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_table_shows_as_not_checked()
    {
        var report = Documents.Check($"{Head}2025年年初预算数10.00万元。");
        Assert.Contains(report.Checks, c => c.Outcome == Outcome.NotChecked && c.Why!.Chinese.Contains("部门收支总表", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_mistakes_far_apart_are_two_findings()
    {
        var text = RuleExamples.Edit("30101\t基本工资\t318.46\t318.46", "30101\t基本工资\t381.46\t318.46")
            .Replace("2012601\t行政运行\t694.03\t694.03\t\n2012604\t档案馆\t326.00", "2012601\t行政运行\t694.03\t694.30\t\n2012604\t档案馆\t326.00", StringComparison.Ordinal);
        var wrong = Documents.Check(text).Findings.Where(f => f.Rule == "MZ007").ToList();
        Assert.Equal(2, wrong.Count);
        Assert.Equal(["318.46", "694.03"], wrong.Select(f => f.Candidates[0].Value).Order(StringComparer.Ordinal));
        Assert.All(wrong, f => Assert.Equal("digits-swapped", f.Candidates[0].Slip));
    }

    private static Outcome Sum(string text)
    {
        var check = Documents.Check(text).Checks.First(c => c.Rule == "MZ002");
        return check.Outcome;
    }
}
