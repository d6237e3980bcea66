using Mingzhang.Budget;

namespace Mingzhang.Tests.Rules;

/// <summary>颠倒的科目名称：a name of a code with its characters in another order, and no other name.</summary>
public class TurnedNameTests
{
    private const string Head = "青石县档案局2026年部门预算情况说明\n\n三、一般公共预算支出情况\n\n";

    [Theory]
    [InlineData("一般公共服务支出（类）档案事务（款）行政一般管理事务（项）8.00万元，主要用于日常业务。\n", true)]
    [InlineData("一般公共服务支出（类）档案事务（款）一般行政管理事务（项）8.00万元，主要用于日常业务。\n", false)]
    [InlineData("一般公共服务（类）档案事务（款）档案馆（项）8.00万元，主要用于日常业务。\n", false)]
    [InlineData("一般公共服务支出（类）档案事务（款）其他档案事务（项）8.00万元，主要用于日常业务。\n", false)]
    public void It_is_told(string sentence, bool told)
    {
        var found = Documents.Findings(Head + sentence, "MZ302");
        Assert.Equal(told ? "MZ302.turned" : null, found.Count == 0 ? null : Assert.Single(found).Template);
        Assert.All(found, f => Assert.Equal(Severity.Warning, f.Severity));
    }
}
