using Mingzhang.Budget;

namespace Mingzhang.Tests.Rules;

/// <summary>他人的主语：a sentence on money may speak of the department and of its own units, and of nobody else of the same place.</summary>
public class OtherSubjectTests
{
    private const string Head = "青石县档案局2026年部门预算情况说明\n\n二、部门收支总体情况\n\n";

    [Theory]
    [InlineData("青石县水务局2026年收入预算100.00万元。\n")]
    [InlineData("本部门按要求编制预算。青石县水务局政府采购预算8.00万元。\n")]
    [InlineData("2026年，青石县水务局机关运行经费8.00万元。\n")]
    [InlineData("（一）青石县水务局部门预算收入100.00万元。\n")]
    public void Another_body_of_the_place_is_told(string sentence)
    {
        var found = Assert.Single(Documents.Findings(Head + sentence, "MZ501"));
        Assert.Equal(("MZ501.subject", Severity.Warning), (found.Template, found.Severity));
        Assert.Contains("青石县水务局", found.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Said_twice_it_is_one_finding() =>
        Assert.Equal(2, Assert.Single(Documents.Findings(Head + "青石县水务局2026年收入预算100.00万元。\n\n青石县水务局2026年支出预算100.00万元。\n", "MZ501")).Places.Count);

    [Theory]
    [InlineData("青石县档案局2026年收入预算100.00万元。\n")]
    [InlineData("青石县档案局机关2026年收入预算100.00万元。\n")]
    [InlineData("红河市水务局2026年收入预算100.00万元。\n")]
    [InlineData("所属单位为青石县史志办公室。\n\n青石县史志办公室2026年收入预算40.00万元。\n")]
    [InlineData("按青石县财政局统一部署编制预算，收入100.00万元。\n")]
    public void The_department_its_units_and_bodies_of_other_places_are_not(string sentence) =>
        Assert.Empty(Documents.Findings(Head + sentence, "MZ501"));
}
