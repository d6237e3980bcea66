using Mingzhang.Budget;

namespace Mingzhang.Tests.Reading;

/// <summary>分段写出的划分：a whole in one paragraph and its parts below it add up as if they stood in one sentence.</summary>
public class DivisionTests
{
    private const string Final = "青石县档案局2025年度部门决算情况说明\n\n七、财政拨款“三公”经费支出决算情况说明\n\n";
    private const string Expenses = "“三公”经费支出决算为6.20万元。\n\n因公出国（境）费支出决算为1.20万元。\n\n公务用车购置及运行维护费支出决算为3.00万元。\n\n公务接待费支出决算为2.00万元。\n";
    private const string Costs = "“三公”经费支出决算为6.20万元。\n\n因公出国（境）费支出决算为1.20万元。\n\n公务用车购置费支出决算为1.00万元。\n\n公务用车运行维护费支出决算为2.00万元。\n\n公务接待费支出决算为2.00万元。\n";
    private const string Basic = "青石县档案局2025年度部门决算情况说明\n\n六、一般公共预算财政拨款基本支出决算情况说明\n\n基本支出90.00万元。\n\n人员经费80.00万元，主要包括基本工资。\n\n公用经费10.00万元，主要包括办公费。\n";
    private const string Changes = "青石县档案局2026年部门预算情况说明\n\n四、“三公”经费情况说明\n\n“三公”经费预算6.20万元，比2025年预算减少1.00万元。\n\n因公出国（境）费预算1.20万元，与2025年预算持平。\n\n公务用车购置及运行费预算3.00万元，比2025年预算减少1.50万元。\n\n公务接待费预算2.00万元，比2025年预算增加0.50万元。\n";

    [Theory]
    [InlineData(Expenses)]
    [InlineData(Costs)]
    public void The_three_public_expenses_over_paragraphs_add_up(string text)
    {
        Assert.Empty(Errors(Final + text));
        Assert.NotEmpty(Errors(Final + text.Replace("接待费支出决算为2.00", "接待费支出决算为2.10", StringComparison.Ordinal)));
        Assert.NotEmpty(Errors(Final + text.Replace("为6.20", "为6.30", StringComparison.Ordinal)));
    }

    [Fact]
    public void Basic_expenditure_is_personnel_and_public()
    {
        Assert.Empty(Errors(Basic));
        Assert.NotEmpty(Errors(Basic.Replace("人员经费80.00", "人员经费81.00", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_change_of_the_whole_is_that_of_its_parts()
    {
        Assert.Empty(Errors(Changes));
        Assert.NotEmpty(Errors(Changes.Replace("增加0.50万元", "增加0.80万元", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_part_that_is_not_told_leaves_nothing_to_add() =>
        Assert.Empty(Errors(Final + "“三公”经费支出决算为6.20万元。\n\n公务用车购置及运行维护费支出决算为3.00万元。\n\n公务接待费支出决算为2.00万元。\n"));

    [Fact]
    public void The_same_part_told_in_two_ways_is_one_mistake_and_no_sum()
    {
        var found = Documents.Check(Final + Expenses + "\n公务接待费支出决算为2.40万元。\n").Findings.Where(f => f.Severity == Severity.Error).ToList();
        Assert.Equal(2, Assert.Single(found).Places.Count(p => p.Text?.Contains("公务接待费", StringComparison.Ordinal) == true));
    }

    private static List<string> Errors(string text) => [.. Documents.Check(text).Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Rule).Distinct()];
}
