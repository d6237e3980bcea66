using Mingzhang.Budget;

namespace Mingzhang.Tests.Reading;

/// <summary>各地的说法：turns of phrase of final accounts and budgets of different provinces, each in a small document of our own.</summary>
public class PhrasingTests
{
    private const string Final = "青石县档案局2025年度部门决算情况说明\n\n七、财政拨款“三公”经费支出决算情况说明\n\n";
    private const string Budget = "青石县档案局2026年部门预算情况说明\n\n二、部门收支总体情况\n\n";

    [Fact]
    public void The_budget_that_is_completed_stands_inside_the_sentence()
    {
        var read = Documents.Read(Final + "“三公”经费支出决算为6.20万元，完成全年预算8.00万元的77.5%，比上年决算数增加1.20万元。\n");
        Assert.Contains(read.Statements, s => s is AmountStatement { Amount.Value: 8.00m } && s.Point.Key("phase") == "revised" && s.Point.Key("purpose") == "三公");
        var completion = Assert.Single(read.Statements.OfType<CompletionStatement>());
        Assert.Equal(77.5m, completion.Percent.Value);
        Assert.Contains(read.Statements, s => s is ChangeStatement { Amount.Value: 1.20m } && s.Point.Key("phase") == "final");
        Assert.DoesNotContain(Documents.Check(Final + "“三公”经费支出决算为6.20万元，完成全年预算8.00万元的77.5%。\n").Findings, f => f.Severity == Severity.Error);
        Assert.Contains(Documents.Check(Final + "“三公”经费支出决算为6.20万元，完成全年预算8.00万元的87.5%。\n").Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void An_amount_with_a_comparison_of_its_own_is_no_part_of_the_reason_before_it()
    {
        var read = Documents.Read(Final + "“三公”经费支出决算为30.00万元，比上年决算数减少5.00万元，其中：因公出国（境）费支出决算为4.00万元，比上年决算数减少1.00万元，主要原因是从紧控制，从严掌握20.00万元，比上年决算数减少3.00万元。\n");
        Assert.Contains(read.Statements, s => s is AmountStatement { Amount.Value: 20.00m } && s.Point.Key("item") is not null);
        Assert.DoesNotContain(read.Statements, s => s is ChangeStatement { Amount.Value: 20.00m });
    }

    [Fact]
    public void What_a_sentence_speaks_of_holds_for_budget_and_final_amount()
    {
        var read = Documents.Read(Final + "（一）总体情况\n\n“三公”经费支出预算为6.00万元，支出决算为5.00万元。\n\n（二）具体情况\n\n公务接待费支出预算为3.00万元，支出决算为2.50万元，完成预算的83.33%。\n");
        var reception = read.Statements.OfType<AmountStatement>().Where(s => s.Point.Key("purpose") == "三公/reception").ToList();
        Assert.Equal(["budget", "final"], reception.Select(s => s.Point.Key("phase")));
        Assert.Equal([3.00m, 2.50m], reception.Select(s => s.Amount!.Value.Value));
    }

    [Fact]
    public void A_list_inside_a_list_divides_the_part_before_it() => Sound(Final +
        "“三公”经费支出决算为6.20万元，其中：因公出国（境）费支出决算为1.20万元；公务用车购置及运行维护费支出决算为3.00万元；其中：公务用车购置支出决算为0万元，公务用车运行维护费支出决算为3.00万元；公务接待费支出决算为2.00万元。\n");

    [Fact]
    public void A_part_under_an_unknown_name_leaves_the_list_open() => Sound(Budget +
        "（二）支出预算：2026年支出预算100.00万元，其中：基本支出60.00万元，青石专款30.00万元，项目支出10.00万元。\n");

    [Fact]
    public void Money_carried_over_among_the_parts_makes_the_whole_all_resources()
    {
        const string Text = "（一）收入预算：2026年收入预算总额为100.00万元，其中：财政拨款收入60.00万元，其他收入30.00万元；上年结转10.00万元。\n";
        Sound(Budget + Text);
        Assert.Contains(Documents.Check(Budget + Text.Replace("10.00万元。", "12.00万元。", StringComparison.Ordinal)).Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void One_whole_is_divided_twice() => Sound(Budget +
        "（二）支出预算：2026年支出预算总额为100.00万元，其中：按支出项目类别划分：基本支出60.00万元；项目支出40.00万元。按支出功能科目划分：一般公共服务支出70.00万元；农林水支出30.00万元。\n");

    [Fact]
    public void Final_accounts_spend_what_they_did_not_receive() => Sound(
        "青石县幼儿园2025年度部门决算\n\n（一）收入决算情况\n\n2025年度，收入为160.00万元，其中：财政拨款收入150.00万元；事业收入10.00万元。\n\n（二）支出决算情况\n\n2025年度，支出为190.00万元，其中：基本支出110.00万元；项目支出80.00万元。\n");

    [Fact]
    public void Paragraphs_below_其中_are_parts()
    {
        var read = Documents.Read("青石县幼儿园2026年部门预算\n\n五、一般公共预算支出情况说明\n\n1.基本支出90.00万元，其中：\n\n工资福利支出预算80.00万元。\n\n商品和服务支出预算10.00万元。\n\n2.项目支出5.00万元，其中：\n\n商品和服务支出预算5.00万元。\n");
        var goods = read.Statements.OfType<AmountStatement>().Where(s => s.Point.Key("economic") == "302").ToList();
        Assert.Equal(["basic", "project"], goods.Select(s => s.Point.Key("nature")));
    }

    [Fact]
    public void The_funds_in_a_title_are_no_part_of_the_name()
    {
        var facts = Documents.Read("2025年青石县财政局一般公共预算财政拨款“三公”经费支出决算情况说明\n\n“三公”经费支出决算为6.20万元。\n").Facts;
        Assert.Equal("青石县财政局", facts.Entity);
        Assert.Equal(DocumentKind.Final, facts.Kind);
    }

    [Fact]
    public void A_year_further_back_beside_the_year_before_is_no_slip() =>
        Assert.DoesNotContain(Documents.Check(Final + "“三公”经费支出决算为6.20万元，比上年决算数增加1.20万元，比2019年（疫情前）决算数减少3.00万元。\n").Findings, f => f.Rule == "MZ502");

    private static void Sound(string text) =>
        Assert.Empty(Documents.Check(text).Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Message.Chinese));
}
