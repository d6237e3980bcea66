using Mingzhang.Budget;

namespace Mingzhang.Tests.Rules;

/// <summary>列举的金额：parts under names of their own are not more than their whole, and make it where the list leaves nothing out.</summary>
public class ListedAmountTests
{
    private const string Head = "青石县档案局2026年部门预算情况说明\n\n五、其他重要事项\n\n（四）国有资产占用情况\n\n";

    [Theory]
    [InlineData("资产总额80.00万元，其中：流动资产20.00万元，固定资产50.00万元，其他资产10.00万元。\n")]
    [InlineData("资产总额80.00万元，其中：流动资产20.00万元，固定资产50.00万元。\n")]
    [InlineData("资产总额80.01万元，其中：流动资产20.004万元，固定资产50.003万元，其他资产10.004万元。\n")]
    [InlineData("资产总额80.00万元，其中：固定资产50.00万元（其中：房屋40.00万元、车辆10.00万元），流动资产30.00万元。\n")]
    [InlineData("资产总额80.00万元，其中：固定资产80.00万元，房屋60.00万元，车辆20.00万元。\n")]
    [InlineData("资产总额80.00万元，其中：流动资产20.00万元，固定资产50.00万元，其他资产10.00万元，负债30.00万元。\n")]
    [InlineData("资产总额80.00万元，比上年减少4.00万元，其中：流动资产减少3.00万元，固定资产减少9.00万元。\n")]
    [InlineData("资产总额80.00万元，其中：车辆2辆，60.00万元，设备50.00万元。\n")]
    [InlineData("档案整理专项80.00万元，其中：年初安排80.00万元，实际执行70.00万元。\n")]
    public void A_sound_list_is_silent(string sentence) => Assert.Empty(Documents.Findings(Head + sentence, "MZ527"));

    [Theory]
    [InlineData("资产总额80.00万元，其中：流动资产20.00万元，固定资产50.00万元，其他资产10.10万元。\n", "more")]
    [InlineData("资产总额80.00万元，其中：流动资产20.00万元，固定资产50.00万元，其他资产9.00万元。\n", "less")]
    [InlineData("资产总额80.00万元，其中：流动资产40.00万元，固定资产50.00万元。\n", "more")]
    [InlineData("资产总额80.00万元，其中：流动资产10.00万元，固定资产50.00万元，无形资产10.00万元。\n", "less")]
    [InlineData("档案整理专项8.00万元，比2025年9.00万元减少1.00万元，其中：整理费5.00万元，扫描费4.00万元。\n", "more")]
    [InlineData("外购服务共支出8.00万元，具体内容包括：整理费5.00万元，扫描费4.00万元。\n", "more")]
    [InlineData("整体支出绩效涉及80.00万元，其中，基本支出50.00万元，项目支出20.00万元。\n", "less")]
    public void One_that_cannot_be_is_a_question(string sentence, string message)
    {
        var found = Assert.Single(Documents.Findings(Head + sentence, "MZ527"));
        Assert.Equal(("MZ527." + message, Severity.Warning), (found.Template, found.Severity));
    }

    [Fact]
    public void What_the_laws_add_up_is_told_once()
    {
        var findings = Documents.Check("青石县档案局2026年部门预算情况说明\n\n二、部门收支总体情况\n\n2026年支出预算100.00万元，其中：基本支出60.00万元，项目支出50.00万元。\n").Findings;
        Assert.DoesNotContain(findings, f => f.Rule == "MZ527");
        Assert.Single(findings, f => f.Severity == Severity.Error);
    }
}
