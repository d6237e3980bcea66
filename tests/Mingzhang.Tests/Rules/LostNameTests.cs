namespace Mingzhang.Tests.Rules;

/// <summary>失去名称的金额：among the three public expenses each is told once, with the names that are missing.</summary>
public class LostNameTests
{
    private const string Head = "青石县档案局2026年部门预算情况说明\n\n四、“三公”经费情况说明\n\n“三公”经费预算6.00万元。其中：因公出国（境）费1.00万元，";

    [Fact]
    public void Two_amounts_without_a_name_are_two_places_to_mend()
    {
        var findings = Documents.Check(Head + "严控2.00万元，严格车运行维护3.00万元。\n").Findings;
        Assert.Equal(2, findings.Count(f => f.Rule == "MZ526"));
        Assert.DoesNotContain(findings, f => f.Rule == "MZ612");
    }

    [Fact]
    public void Where_all_are_named_nothing_is_lost() =>
        Assert.DoesNotContain(Documents.Check(Head + "公务接待费2.00万元，公务用车运行维护费3.00万元。\n").Findings, f => f.Rule is "MZ526" or "MZ612");

    [Fact]
    public void Elsewhere_an_amount_without_a_name_is_a_question() =>
        Assert.Single(Documents.Findings("青石县档案局2026年部门预算情况说明\n\n二、部门收支总体情况\n\n2026年支出预算100.00万元，严控2.00万元。\n", "MZ612"));
}
