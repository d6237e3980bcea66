namespace Mingzhang.Tests.Rules;

/// <summary>空着的原因：主要原因是 with nothing behind it.</summary>
public class EmptyReasonTests
{
    private const string Head = "青石县档案局2026年部门预算情况说明\n\n二、部门收支总体情况\n\n";

    [Theory]
    [InlineData("2026年支出预算100.00万元，比2025年增加5.00万元，主要原因是。\n", true)]
    [InlineData("2026年支出预算100.00万元，比2025年增加5.00万元，主要原因：；收入预算100.00万元。\n", true)]
    [InlineData("2026年支出预算100.00万元，比2025年增加5.00万元，主要是 。\n", true)]
    [InlineData("2026年支出预算100.00万元，比2025年增加5.00万元，主要原因是人员增加。\n", false)]
    [InlineData("2026年支出预算100.00万元，比2025年增加5.00万元，主要原因：\n\n（1）人员增加。\n", false)]
    [InlineData("2026年支出预算100.00万元，比2025年增加5.00万元，人员增加是主要原因。\n", false)]
    public void A_reason_left_empty_is_told(string sentence, bool told) =>
        Assert.Equal(told, Documents.Findings(Head + sentence, "MZ604").Any(f => f.Template == "MZ604.reason"));
}
