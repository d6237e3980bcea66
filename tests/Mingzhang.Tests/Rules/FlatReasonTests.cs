namespace Mingzhang.Tests.Rules;

/// <summary>持平的原因：money that went one way only is no reason for having stayed the same.</summary>
public class FlatReasonTests
{
    private const string Head = "青石县档案局2026年部门预算情况说明\n\n二、部门收支总体情况\n\n2026年支出预算100.00万元，与2025年预算";

    [Theory]
    [InlineData("持平，主要原因是合同陆续到期，减少支付。\n", true)]
    [InlineData("持平，主要原因是人员经费增加。\n", true)]
    [InlineData("持平，主要原因是人员经费增加，公用经费减少。\n", false)]
    [InlineData("持平，主要原因是没有增加支出。\n", false)]
    [InlineData("持平，主要原因是经费增加与压减相抵。\n", false)]
    [InlineData("持平。主要原因：\n\n合同陆续到期，减少支付。\n", true)]
    [InlineData("基本持平，主要原因是人员经费增加。\n", false)]
    [InlineData("持平，主要原因是厉行节约，从严控制。\n", false)]
    public void A_reason_of_one_way(string words, bool told) =>
        Assert.Equal(told, Documents.Findings(Head + words, "MZ507").Any(f => f.Template == "MZ507.flat"));
}
