using Mingzhang.Budget;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Tests.Reading;

/// <summary>全国统一的决算表式：totals over two groups of codes, money carried over by fund, tables of expenditure alone.</summary>
public class NationalFinalFormTests
{
    private const string Title = "青石县档案局2025年度部门决算\n\n";
    private const string Basic = Title + """
        一般公共预算财政拨款基本支出决算明细表
        公开06表
        部门：青石县档案局	2025年度	金额单位：万元
        人员经费			公用经费					
        科目编码	科目名称	决算数	科目编码	科目名称	决算数	科目编码	科目名称	决算数
        301	工资福利支出	70.00	302	商品和服务支出	15.00	310	资本性支出	5.00
        30101	基本工资	40.00	30201	办公费	9.00	31002	办公设备购置	5.00
        30102	津贴补贴	30.00	30202	印刷费	6.00	31003	专用设备购置	
        303	对个人和家庭的补助	10.00				312	对企业补助	
        30302	退休费	10.00				399	其他支出	
        人员经费合计		80.00	公用经费合计					20.00

        """;

    private const string Fiscal = Title + """
        财政拨款收入支出决算总表
        公开04表
        部门：青石县档案局	2025年度	金额单位：万元
        收入			支出					
        项目	行次	金额	项目	行次	合计	一般公共预算财政拨款	政府性基金预算财政拨款	国有资本经营预算财政拨款
        栏次		1	栏次		2	3	4	5
        一、一般公共预算财政拨款	1	90.00	一、一般公共服务支出	33	100.00	100.00		
        二、政府性基金预算财政拨款	2		八、社会保障和就业支出	40	12.00	12.00		
        三、国有资本经营预算财政拨款	3							
        本年收入合计	27	90.00	本年支出合计	59	112.00	112.00		
        年初财政拨款结转和结余	28	30.00	年末财政拨款结转和结余	60	8.00	8.00		
        一般公共预算财政拨款	29	30.00		61				
        政府性基金预算财政拨款	30			62				
        国有资本经营预算财政拨款	31			63				
        总计	32	120.00	总计	64	120.00	120.00		

        """;

    private const string Capital = Title + """
        国有资本经营预算财政拨款支出决算表
        公开09表
        部门：青石县档案局	2025年度	金额单位：万元
        项目		本年支出		
        功能分类科目编码	科目名称	合计	基本支出	项目支出
        合计		8.00		8.00
        223	国有资本经营预算支出	8.00		8.00
        22301	解决历史遗留问题及改革成本支出	8.00		8.00
        2230105	国有企业退休人员社会化管理补助支出	8.00		8.00

        """;

    [Fact]
    public void A_total_over_two_groups_is_the_sum_of_both()
    {
        Assert.Empty(Errors(Basic));
        Assert.DoesNotContain(Check(Basic).Disclosure.Unbound, u => u.Raw == "20.00");
        Assert.NotEmpty(Errors(Basic.Replace("\t20.00\n", "\t25.00\n", StringComparison.Ordinal)));
        Assert.NotEmpty(Errors(Basic.Replace("资本性支出\t5.00", "资本性支出\t6.00", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_carried_over_is_told_by_fund()
    {
        Assert.Empty(Errors(Fiscal));
        Assert.NotEmpty(Errors(Fiscal.Replace("29\t30.00", "29\t33.00", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_table_of_expenditure_alone_needs_no_columns_of_income()
    {
        Assert.DoesNotContain(Check(Capital).Findings, f => f.Rule == "MZ205");
        Assert.Contains(Check(Capital.Replace("\t基本支出\t", "\t其中\t", StringComparison.Ordinal)).Findings, f => f.Rule is "MZ205" or "MZ206");
    }

    private static Report Check(string text) => Documents.Check(text, new ReadingChoice("final-accounts"));

    private static List<string> Errors(string text) => [.. Check(text).Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Message.Chinese)];
}
