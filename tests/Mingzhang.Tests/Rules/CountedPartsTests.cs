using Mingzhang.Budget;

namespace Mingzhang.Tests.Rules;

/// <summary>数量的分项：a list that ends with 其他 names all there is; one that does not may leave some out, and holds no more than the whole.</summary>
public class CountedPartsTests
{
    private const string Head = "青石县档案局2026年部门预算情况说明\n\n五、其他重要事项\n\n";

    [Theory]
    [InlineData("本部门共有车辆8辆，其中：机要通信用车1辆、应急保障用车2辆、其他用车5辆。\n", null)]
    [InlineData("本部门共有车辆8辆，其中：机要通信用车1辆、应急保障用车2辆、其他用车4辆。\n", Severity.Warning)]
    [InlineData("本部门共有车辆8辆。其中：机要通信用车1辆、应急保障用车2辆、其他用车4辆。\n", Severity.Warning)]
    [InlineData("本部门共有车辆8辆；其中机要通信用车1辆、应急保障用车2辆、其他用车6辆。\n", Severity.Error)]
    [InlineData("本部门共有车辆8辆，其中：机要通信用车1辆、应急保障用车2辆、执法执勤用车4辆。\n", null)]
    [InlineData("本部门共有车辆8辆，其中：机要通信用车1辆、其他用车4辆。\n", null)]
    [InlineData("退休62人，其中机关退休50人、下属单位退休12人，遗属8人。\n", null)]
    [InlineData("退休62人，其中机关退休50人、下属单位退休13人，遗属8人。\n", Severity.Error)]
    public void Parts_of_a_count(string sentence, Severity? severity)
    {
        var found = Documents.Findings(Head + sentence, "MZ514");
        Assert.Equal(severity, found.Count == 0 ? null : Assert.Single(found).Severity);
    }
}
