using Mingzhang.Budget;

namespace Mingzhang.Tests.Rules;

/// <summary>分季度用款计划：four quarters and their year, within rounding; without the year's amount nothing is said.</summary>
public class QuarterlyPlansTests
{
    [Theory]
    [InlineData("年度预算安排40.00万元，第一季度10.00万元，第二季度10.00万元，第三季度10.00万元，第四季度10.00万元。", Outcome.Held)]
    [InlineData("年度预算安排40万元，第一季度10.1万元，第二季度10.1万元，第三季度10.1万元，第四季度10.1万元。", Outcome.Held)]
    [InlineData("年度预算安排400,000元，第一季度用款10万元，第二季度用款10万元，第三季度用款10万元，第四季度用款12万元。", Outcome.Held)]
    [InlineData("年度预算安排40.00万元，第一季度10.00万元，第二季度10.00万元，第三季度10.00万元，第四季度10.03万元。", Outcome.Broken)]
    [InlineData("第一季度10.00万元，第二季度10.00万元，第三季度10.00万元，第四季度10.00万元。", Outcome.NotChecked)]
    public void Four_quarters_make_the_year(string sentence, Outcome outcome) => Assert.Equal(outcome, Assert.Single(Check(sentence)).Outcome);

    [Fact]
    public void Three_quarters_are_no_year() => Assert.Empty(Check("年度预算安排40.00万元，第一季度10.00万元，第二季度10.00万元，第三季度10.00万元。"));

    private static List<Check> Check(string sentence) =>
        [.. Documents.Check("云溪市档案局2026年部门预算情况说明\n\n一、项目情况\n\n" + sentence).Checks.Where(c => c.Rule == "MZ417")];
}
