using Mingzhang.Budget;

namespace Mingzhang.Tests.Reading.Sheets;

/// <summary>绩效表的阅读试验：names, money, objectives and indicators are found by their labels, whatever the form.</summary>
public class SheetReadingTests
{
    [Fact]
    public void A_self_evaluation_gives_money_rates_points_and_scores()
    {
        var o = Assert.Single(Documents.Read(ProjectSheets.Text(ProjectSheets.Evaluation)).Performance);
        Assert.Equal(("展厅讲解设备更新", "更新讲解设备", "设备已全部更新"), (o.Name, o.Goal, o.Evaluation!.Outcome));
        Assert.Equal(["年度资金总额", "其中:当年财政拨款", "上年结转资金", "其他资金"], o.Funding.Select(l => l.Label));
        Assert.Equal((180m, 95.00m, 10m, 9.5m), (o.Money!.Amount!.Value.Value, o.Funding[0].Rate!.Value, o.Funding[0].Weight!.Value, o.Funding[0].Score!.Value));
        Assert.Equal((100m, 97.5m, "优"), (o.Evaluation.Full!.Value, o.Evaluation.Total!.Value, o.Evaluation.Grade));
        Assert.Equal(["产出指标/数量指标/更新讲解设备数量 ≥40套 38套 30 28", "产出指标/质量指标/设备验收合格率 ≥98% 99% 20 20", "效益指标/社会效益指标/参观便利程度 明显提高 达成 30 30", "满意度指标/服务对象满意度指标/参观者满意度 ≥95% 97% 10 10"],
            o.Indicators.Select(i => $"{string.Join('/', i.Levels.Append(i.Name))} {i.Value} {i.Actual} {i.WeightText} {i.Score!.Text}"));
    }

    [Fact]
    public void Money_of_a_project_is_expenditure_of_that_project_in_its_phase()
    {
        var read = Documents.Read(ProjectSheets.Text(ProjectSheets.Evaluation));
        Assert.Empty(read.Unbound);
        Assert.Equal(
            ["phase=budget 186.00", "phase=revised 180.00", "phase=executed 171.00", "phase=budget fund=fiscal origin=this-year 180.00", "phase=revised fund=fiscal origin=this-year 174.00", "phase=executed fund=fiscal origin=this-year 165.00", "phase=budget origin=carried 6.00", "phase=revised origin=carried 6.00", "phase=executed origin=carried 6.00"],
            Money(read, "展厅讲解设备更新"));
    }

    [Fact]
    public void Values_in_one_cell_are_taken_apart()
    {
        var o = Assert.Single(Documents.Read(ProjectSheets.Page(ProjectSheets.Objective), "a.html").Performance);
        Assert.Equal([("=", 2m, "间"), ("≥", 100.00m, "%"), ("", null, "")], o.Indicators.Select(i => (i.Nature, i.Number, i.Unit)));
        Assert.Equal(("完成两间展厅的修缮。", false, true), (o.Goal, o.Whole, o.Tiered));
        Assert.Null(o.Evaluation);
    }

    [Fact]
    public void The_unit_that_carries_a_project_out_is_part_of_its_name() =>
        Assert.Equal(["phase=budget 104.80", "phase=budget fund=fiscal 100.00", "phase=budget fund=own 4.80"], Money(Documents.Read(ProjectSheets.Page(ProjectSheets.Objective), "a.html"), "展厅修缮（云溪市档案馆）"));

    [Fact]
    public void Money_of_the_whole_life_has_no_year_and_does_not_mix_with_that_of_the_year()
    {
        var read = Documents.Read(ProjectSheets.Page(ProjectSheets.SideBySide), "a.html");
        Assert.Equal(["phase=budget 900000.00", "phase=budget fund=fiscal 880000.00", "phase=budget fund=own 20000.00"], Money(read, "档案巡展", dated: false));
        Assert.Equal(["phase=budget 300000.00", "phase=budget fund=fiscal origin=this-year 250000.00", "phase=budget origin=carried 50000.00", "phase=budget fund=own 0.00"], Money(read, "档案巡展", dated: true));
        Assert.Equal(MoneyUnit.Yuan, Assert.Single(read.Tables).Unit);
        Assert.Equal("当年办成十二场。", Assert.Single(read.Performance).Goal);
        Assert.DoesNotContain(Documents.Check(ProjectSheets.Page(ProjectSheets.SideBySide), "a.html").Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void A_form_that_heads_its_lines_with_words_and_calls_points_weights_is_read_the_same()
    {
        var o = Assert.Single(Documents.Read(ProjectSheets.Page(ProjectSheets.Weighted), "a.html").Performance);
        Assert.Equal(("90001-展柜购置", "购置展柜。", "已完成"), (o.Name, o.Goal, o.Evaluation!.Outcome));
        Assert.Equal((3.36m, 10m, 100m), (o.Money!.Amount!.Value.Value, o.Funding[0].Score!.Value, o.Evaluation.Total!.Value));
        Assert.Equal([60m, 30m], o.Indicators.Select(i => i.Weight));
        Assert.DoesNotContain(Documents.Check(ProjectSheets.Page(ProjectSheets.Weighted), "a.html").Findings, f => f.Rule.StartsWith("MZ4", StringComparison.Ordinal) || f.Severity == Severity.Error);
    }

    [Fact]
    public void Sheets_of_one_name_are_two_projects()
    {
        var read = Documents.Read(ProjectSheets.Page(ProjectSheets.SideBySide + ProjectSheets.Edit(ProjectSheets.SideBySide, "300000.00", "310000.00").Replace("250000.00", "260000.00", StringComparison.Ordinal)), "a.html");
        Assert.Equal(2, read.Performance.Count);
        Assert.Equal(["档案巡展", "档案巡展#2"], read.Statements.Select(s => s.Point.Key("project")).Distinct());
    }

    [Fact]
    public void A_source_without_a_name_in_the_lexicon_is_an_item_and_the_others_only_bound_the_whole()
    {
        var page = ProjectSheets.Page(ProjectSheets.Edit(ProjectSheets.Objective, "其他资金", "社会捐助款"));
        Assert.Contains(Documents.Read(page, "a.html").Statements, s => s.Point.Key("item") == "社会捐助款");
        Assert.DoesNotContain(Documents.Check(page, "a.html").Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void Sources_that_do_not_add_up_to_the_year_s_money_are_found()
    {
        var found = Documents.Check(ProjectSheets.Page(ProjectSheets.Edit(ProjectSheets.Objective, "4.80</td>", "5.80</td>").Replace("105.80", "104.80", StringComparison.Ordinal)), "a.html").Findings;
        Assert.Contains(found, f => f.Rule is "MZ002" or "MZ007");
    }

    [Fact]
    public void One_source_alone_need_not_be_all_of_the_money()
    {
        var page = ProjectSheets.Page(ProjectSheets.Edit(ProjectSheets.Objective, "<tr><td>其他资金</td><td colspan=3>4.80</td></tr>", ""));
        Assert.DoesNotContain(Documents.Check(page, "a.html").Findings, f => f.Severity == Severity.Error);
        Assert.Contains(Documents.Check(page.Replace("100.00</td>", "110.00</td>", StringComparison.Ordinal), "a.html").Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void Levels_of_government_add_up_but_what_stands_under_one_source_need_not()
    {
        var levels = ProjectSheets.Edit(ProjectSheets.Objective, "其中：财政拨款", "其中：中央财政资金").Replace("其他资金", "市级财政资金", StringComparison.Ordinal);
        Assert.DoesNotContain(Documents.Check(ProjectSheets.Page(levels), "a.html").Findings, f => f.Severity == Severity.Error);
        Assert.Contains(Documents.Check(ProjectSheets.Page(ProjectSheets.Edit(levels, ">4.80</td>", ">6.80</td>")), "a.html").Findings, f => f.Severity == Severity.Error);
        var nested = ProjectSheets.Edit(ProjectSheets.Objective, "<tr><td>其他资金", "<tr><td>其中：中央财政资金</td><td colspan=3>60.00</td></tr><tr><td>其他资金").Replace("rowspan=3>项目资金", "rowspan=4>项目资金", StringComparison.Ordinal);
        Assert.DoesNotContain(Documents.Check(ProjectSheets.Page(nested), "a.html").Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void Indicators_beyond_the_year_are_not_the_year_s()
    {
        const string Sheet = "<p>项目支出绩效目标表</p><table><tr><td>项目名称</td><td colspan=7>档案展览</td></tr>"
            + "<tr><td rowspan=3>资金情况（万元）</td><td>中期资金总额：</td><td colspan=2>300</td><td>年度资金总额：</td><td colspan=3>100</td></tr><tr><td>其中：财政拨款</td><td colspan=2>300</td><td>其中：财政拨款</td><td colspan=3>100</td></tr><tr><td>其他资金</td><td colspan=2></td><td>其他资金</td><td colspan=3></td></tr>"
            + "<tr><td rowspan=2>总体目标</td><td colspan=3>中期目标（2026年—2028年）</td><td colspan=4>年度目标</td></tr><tr><td colspan=3>三年办展六次。</td><td colspan=4>办展两次。</td></tr>"
            + "<tr><td rowspan=3>绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>"
            + "<tr><td>产出指标</td><td>数量指标</td><td>三年办展次数</td><td>≥6次</td><td>数量指标</td><td>办展次数</td><td>≥2次</td></tr><tr><td>效益指标</td><td>社会效益指标</td><td>三年参观人数</td><td>≥6万人</td><td>社会效益指标</td><td>参观人数</td><td>≥2万人</td></tr></table>";
        var read = Documents.Read(ProjectSheets.Page(Sheet), "a.html");
        var o = Assert.Single(read.Performance);
        Assert.Equal(("办展两次。", 100m), (o.Goal, o.Money!.Amount!.Value.Value));
        Assert.Equal(["办展次数", "参观人数"], o.Indicators.Select(i => i.Name));
        Assert.Equal(2, Money(read, "档案展览", dated: false).Count());
    }

    [Fact]
    public void Money_without_a_unit_is_not_guessed()
    {
        var read = Documents.Read(ProjectSheets.Page(ProjectSheets.Edit(ProjectSheets.Objective, "<br>（万元）", "")), "a.html");
        Assert.Equal(3, read.Unbound.Count);
        Assert.All(read.Unbound, u => Assert.Equal("没有印出金额单位", u.Reason.Chinese));
    }

    [Fact]
    public void Money_passed_on_to_others_is_not_bounded_by_the_department_s_own() =>
        Assert.All(Documents.Read(ProjectSheets.Page(ProjectSheets.Edit(ProjectSheets.Objective, "项目支出绩效目标表", "文化专项资金绩效目标表")), "a.html").Statements, s => Assert.Null(s.Point.Key("entity")));

    [Fact]
    public void A_list_of_projects_with_tiers_of_indicators_is_read_row_by_row()
    {
        const string Table = "部门预算项目支出绩效目标表\n单位：万元\n项目名称\t年度预算数\t年度目标\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\t权重\n"
            + "档案盒采购\t12.00\t采购档案盒。\t产出指标\t数量指标\t采购数量\t≥\t500\t个/套\t60\n\t\t\t效益指标\t社会效益\t保管条件\t定性\t有所改进\t\t40\n";
        var o = Assert.Single(Documents.Read(ProjectSheets.Text(Table)).Performance);
        Assert.True(o is { Name: "档案盒采购", Tiered: true, Goal: "采购档案盒。", Money.Amount.Value: 12m, Indicators.Count: 2 });
        Assert.DoesNotContain(Documents.Check(ProjectSheets.Text(Table)).Findings, f => f.Rule.StartsWith("MZ4", StringComparison.Ordinal));
    }

    [Fact]
    public void Pairs_of_budget_and_execution_and_ticked_grades_are_read()
    {
        const string Sheet = "<p>项目支出绩效自评表（2）</p><table><tr><td>项目名称</td><td colspan=9>档案展览</td></tr>"
            + "<tr><td rowspan=2>预算执行情况（万元）</td><td>预算数：</td><td colspan=3>50.00</td><td>执行数：</td><td colspan=4>45.00</td></tr><tr><td>其中：财政拨款</td><td colspan=3>50.00</td><td>其中：财政拨款</td><td colspan=4>45.00</td></tr>"
            + "<tr><td rowspan=4>年度绩效指标完成情况</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td colspan=2>预期指标值</td><td colspan=2>实际完成指标值</td><td>分值</td><td>得分</td></tr>"
            + "<tr><td rowspan=2>产出指标</td><td>数量指标</td><td>指标1：办展次数</td><td colspan=2>2次</td><td colspan=2>2次</td><td>50</td><td>50</td></tr><tr><td colspan=7>小计</td><td>50</td><td>50</td></tr>"
            + "<tr><td>效益指标</td><td>社会效益指标</td><td>参观人数</td><td colspan=2>≥2万人</td><td colspan=2>1.8万人</td><td>40</td><td>36</td></tr><tr><td colspan=8>合计</td><td>90</td><td>86</td></tr><tr><td>自评等级</td><td colspan=9>优□ 良☑ 中□ 差□</td></tr></table>";
        var read = Documents.Read(ProjectSheets.Page(Sheet), "a.html");
        var o = Assert.Single(read.Performance);
        Assert.Equal(["phase=budget 50.00", "phase=budget fund=fiscal 50.00", "phase=executed 45.00", "phase=executed fund=fiscal 45.00"], Money(read, "档案展览"));
        Assert.Equal(["办展次数", "参观人数"], o.Indicators.Select(i => i.Name));
        Assert.Equal((86m, "良"), (o.Evaluation!.Total!.Value, o.Evaluation.Grade));
        Assert.DoesNotContain(Documents.Check(ProjectSheets.Page(Sheet), "a.html").Findings, f => f.Rule.StartsWith("MZ4", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_of_results_agrees_with_the_sheets()
    {
        const string List = "<p>项目支出绩效自评结果汇总表</p><p>单位：万元</p><table><tr><td>序号</td><td>项目名称</td><td>全年预算数</td><td>全年执行数</td><td>执行率</td><td>自评得分</td><td>自评等级</td></tr>"
            + "<tr><td>1</td><td>展厅改造</td><td>100.00</td><td>98.54</td><td>98.54%</td><td>96.35</td><td>优</td></tr><tr><td>2</td><td>档案展览</td><td>50.00</td><td>40.00</td><td>90.00%</td><td>85</td><td>优</td></tr></table>";
        var read = Documents.Read(ProjectSheets.Page(List), "a.html");
        Assert.Empty(read.Unbound);
        Assert.Equal(["phase=revised 100.00", "phase=executed 98.54"], Money(read, "展厅改造"));
        Assert.Equal(["MZ414", "MZ416"], Documents.Check(ProjectSheets.Page(List), "a.html").Findings.Where(f => f.Rule.StartsWith("MZ4", StringComparison.Ordinal)).Select(f => f.Rule).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Money(Disclosure read, string project, bool dated = true) => read.Statements.OfType<AmountStatement>()
        .Where(a => !a.Blank && a.Point.Key("project") == project && a.Point.Key("year") is not null == dated && a.Point is var p && p.Key("measure") == "expenditure" && p.Key("nature") == "project" && p.Key("item") is null)
        .Select(a => string.Join(' ', a.Point.Members.Where(m => m.Dimension.Key is "phase" or "fund" or "origin").Select(m => m.ToString())) + " " + a.Raw);
}
