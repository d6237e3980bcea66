using Mingzhang.Budget;

namespace Mingzhang.Tests.Rules;

/// <summary>年度：last year's paragraph left as it was, and comparisons with a year further back.</summary>
public class LastYearTests
{
    private const string Budget = "青石县档案局2026年部门预算情况说明\n\n二、部门收支总体情况\n\n2026年收入预算100.00万元。\n\n";

    [Theory]
    [InlineData("2025年政府性基金预算支出0.00万元。\n")]
    [InlineData("本部门2025年没有使用政府性基金预算拨款安排的支出。\n")]
    public void A_paragraph_that_speaks_of_the_year_before_alone_is_told(string paragraph)
    {
        var found = Assert.Single(Documents.Findings(Budget + "（三）政府性基金\n\n" + paragraph, "MZ502"));
        Assert.Equal(("MZ502.paragraph", Severity.Warning), (found.Template, found.Severity));
    }

    [Theory]
    [InlineData("2026年政府性基金预算支出0.00万元。\n")]
    [InlineData("2026年支出预算100.00万元，2025年支出预算90.00万元。\n")]
    [InlineData("2025年结转资金8.00万元。\n")]
    [InlineData("2025年预算执行数90.00万元。\n")]
    [InlineData("支出预算100.00万元，比2025年增加10.00万元。\n")]
    public void One_that_names_its_year_or_compares_is_not(string paragraph) =>
        Assert.Empty(Documents.Findings(Budget + "（三）支出\n\n" + paragraph, "MZ502"));

    [Fact]
    public void A_section_of_the_year_before_may_speak_of_it() =>
        Assert.Empty(Documents.Findings(Budget + "（三）2025年政府采购情况\n\n2025年政府采购支出8.00万元。\n", "MZ502"));

    [Theory]
    [InlineData("支出预算100.00万元，比2024年预算增加10.00万元。\n", true)]
    [InlineData("支出预算100.00万元，比2025年预算增加10.00万元，比2024年预算增加20.00万元。\n", false)]
    [InlineData("支出预算100.00万元，比2019年（疫情前）预算增加10.00万元。\n", false)]
    [InlineData("支出预算100.00万元，比2025年预算增加10.00万元。\n", false)]
    [InlineData("支出预算100.00万元，比2025年预算增加10.00万元。\n\n项目支出60.00万元，比2024年预算增加20.00万元。\n", true)]
    public void A_year_further_back_is_told_where_it_stands_alone_in_its_paragraph(string paragraph, bool told) =>
        Assert.Equal(told, Documents.Findings(Budget + "（三）支出\n\n" + paragraph, "MZ502").Any(f => f.Template == "MZ502.base"));

    [Theory]
    [InlineData("截至2025年12月31日，本部门共有车辆8辆。\n", false)]
    [InlineData("截至2024年12月31日，本部门共有车辆8辆。\n", false)]
    [InlineData("截至2023年12月31日，本部门共有车辆8辆。\n", true)]
    [InlineData("截止到2023年底，固定资产80.00万元。\n", true)]
    [InlineData("截至2023年12月31日，本部门共有职工80人。\n", false)]
    public void Holdings_of_a_budget_are_of_the_end_of_a_year_before_it(string paragraph, bool told) =>
        Assert.Equal(told, Documents.Findings(Budget + "（三）国有资产占用\n\n" + paragraph, "MZ502").Any(f => f.Template == "MZ502.holdings"));

    [Theory]
    [InlineData("截至2025年12月31日，本部门共有车辆8辆。\n", false)]
    [InlineData("截至2024年12月31日，本部门共有车辆8辆。\n", true)]
    public void Those_of_a_final_account_of_the_end_of_its_own(string paragraph, bool told) =>
        Assert.Equal(told, Documents.Findings("青石县档案局2025年度部门决算情况说明\n\n十、国有资产占用情况\n\n" + paragraph, "MZ502").Any(f => f.Template == "MZ502.holdings"));
}
