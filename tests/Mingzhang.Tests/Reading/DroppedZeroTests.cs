using Mingzhang.Budget;

namespace Mingzhang.Tests.Reading;

/// <summary>省去的零：35万元 among amounts with two decimals is 35.00万元; among round ones it is a round one.</summary>
public class DroppedZeroTests
{
    private const string Head = "青石县档案局2026年部门预算情况说明\n\n四、“三公”经费情况说明\n\n“三公”经费预算";

    [Fact]
    public void Among_exact_amounts_a_sum_off_by_tenths_is_wrong()
    {
        Assert.NotEmpty(Errors(Exact("7")));
        Assert.Empty(Errors(Exact("6.70")));
    }

    [Fact]
    public void Among_round_amounts_it_is_rounding() =>
        Assert.Empty(Errors(Head + "7万元，其中：因公出国（境）费1.30万元，公务用车购置及运行费3.40万元，公务接待费2万元。\n"));

    private static string Exact(string whole) => Head + whole + "万元，其中：因公出国（境）费1.30万元，公务用车购置及运行费3.40万元，公务接待费2万元。\n\n五、其他\n\n机关运行经费8.21万元。政府采购预算6.66万元，其中：货物1.11万元、工程2.22万元、服务3.33万元。\n\n基本支出10.31万元，项目支出5.25万元。\n";

    private static List<string> Errors(string text) => [.. Documents.Check(text).Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Message.Chinese)];
}
