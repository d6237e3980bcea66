namespace Mingzhang.Tests.Reading.Sheets;

/// <summary>项目绩效表的样张：sheets of a fictional bureau, as they are printed in several places.</summary>
internal static class ProjectSheets
{
    /// <summary>财预〔2020〕10号 self-evaluation: 100 points, of which 10 for execution.</summary>
    public const string Evaluation = """
        项目支出绩效自评表
        （2026年度）
        项目名称	展厅讲解设备更新
        主管部门	云溪市档案局		实施单位	云溪市档案局
        项目资金（万元）		年初预算数	全年预算数	全年执行数	分值	执行率（B/A）	得分
        	年度资金总额	186.00	180.00	171.00	10	95.00%	9.5
        	其中：当年财政拨款	180.00	174.00	165.00	—	94.83%	—
        	上年结转资金	6.00	6.00	6.00	—	100.00%	—
        	其他资金				—		—
        年度总体目标	预期目标			实际完成情况
        	更新讲解设备			设备已全部更新
        绩效指标	一级指标	二级指标	三级指标	年度指标值	实际完成值	分值	得分	偏差原因分析及改进措施
        	产出指标	数量指标	更新讲解设备数量	≥40套	38套	30	28	供货推迟，下年补齐
        		质量指标	设备验收合格率	≥98%	99%	20	20
        	效益指标	社会效益指标	参观便利程度	明显提高	达成	30	30
        	满意度指标	服务对象满意度指标	参观者满意度	≥95%	97%	10	10
        总分						100	97.5
        自评等级	优
        """;

    /// <summary>The national form of the budget, with money in pairs.</summary>
    public const string Objective = """
        <p>项目支出绩效目标表</p><p>（2026年度）</p>
        <table>
        <tr><td colspan=2>项目名称</td><td colspan=4>展厅修缮</td></tr>
        <tr><td colspan=2>主管部门及代码</td><td>[900]云溪市档案局</td><td>实施单位</td><td colspan=2>云溪市档案馆</td></tr>
        <tr><td colspan=2 rowspan=3>项目资金<br>（万元）</td><td>年度资金总额：</td><td colspan=3>104.80</td></tr>
        <tr><td>其中：财政拨款</td><td colspan=3>100.00</td></tr>
        <tr><td>其他资金</td><td colspan=3>4.80</td></tr>
        <tr><td rowspan=2>总体目标</td><td colspan=4>年度目标</td></tr>
        <tr><td colspan=4>完成两间展厅的修缮。</td></tr>
        <tr><td rowspan=4>绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td><td>分值</td></tr>
        <tr><td rowspan=2>产出指标</td><td>数量指标</td><td>修缮展厅数量</td><td>=2间</td><td>40</td></tr>
        <tr><td>质量指标</td><td>修缮验收合格率</td><td>≥100.00(%)</td><td>30</td></tr>
        <tr><td>效益指标</td><td>社会效益指标</td><td>展厅条件</td><td>逐步改善</td><td>20</td></tr>
        </table>
        """;

    /// <summary>Money of the whole life and of the year side by side, in 元.</summary>
    public const string SideBySide = """
        <p>财政项目支出绩效目标填报表</p>
        <table>
        <tr><td colspan=2>项目名称</td><td colspan=6>档案巡展</td></tr>
        <tr><td colspan=2>计划开始日期</td><td colspan=2>2026-01-01</td><td>计划完成日期</td><td colspan=3>2028-12-31</td></tr>
        <tr><td colspan=2 rowspan=4>项目资金（元）</td><td>项目资金总额</td><td colspan=2>900000.00</td><td>年度资金申请总额</td><td colspan=2>300000.00</td></tr>
        <tr><td>其中：财政资金</td><td colspan=2>880000.00</td><td>其中：当年财政拨款</td><td colspan=2>250000.00</td></tr>
        <tr><td>其他资金</td><td colspan=2>20000.00</td><td>上年结转资金</td><td colspan=2>50000.00</td></tr>
        <tr><td></td><td colspan=2></td><td>其他资金</td><td colspan=2>0.00</td></tr>
        <tr><td>项目总目标</td><td colspan=7>三年内办成三十六场。</td></tr>
        <tr><td>年度总体目标</td><td colspan=7>当年办成十二场。</td></tr>
        <tr><td rowspan=3>绩效指标</td><td>一级指标</td><td>二级指标</td><td colspan=3>三级指标</td><td colspan=2>年度指标值</td></tr>
        <tr><td>产出指标</td><td>数量</td><td colspan=3>举办巡展数量</td><td colspan=2>≥12.00(场次)</td></tr>
        <tr><td>效益指标</td><td>社会效益</td><td colspan=3>巡展知晓率</td><td colspan=2>=90.00(%)</td></tr>
        </table>
        """;

    /// <summary>Ten points for execution and ninety for indicators; the line of money is headed by words, sources without money are marked with slashes.</summary>
    public const string Weighted = """
        <table>
        <tr><td colspan=11>部门预算项目支出绩效自评表（2026年度）</td></tr>
        <tr><td>项目名称</td><td colspan=10>90001-展柜购置</td></tr>
        <tr><td>主管部门</td><td colspan=4>云溪市档案局</td><td colspan=2>实施单位（盖章）</td><td colspan=4>云溪市档案局</td></tr>
        <tr><td rowspan=3>项目基本情况</td><td rowspan=2>1.项目年度目标完成情况</td><td colspan=4>项目年度目标</td><td colspan=5>年度目标完成情况</td></tr>
        <tr><td colspan=4>购置展柜。</td><td colspan=5>已完成</td></tr>
        <tr><td>2.项目实施内容及过程概述</td><td colspan=9>购置展柜13个。</td></tr>
        <tr><td rowspan=6>预算执行情况（10分）</td><td>年度预算数（万元）</td><td>年初预算</td><td>调整后预算数</td><td>预算执行数</td><td>预算执行率</td><td>权重</td><td>得分</td><td colspan=3>原因</td></tr>
        <tr><td>总额</td><td>0.00</td><td>3.36</td><td>3.36</td><td>100.00%</td><td>10</td><td>10</td><td rowspan=5 colspan=3>执行率未达到90%的需说明原因</td></tr>
        <tr><td>其中：财政资金</td><td>0.00</td><td>3.36</td><td>3.36</td><td>100.00%</td><td>/</td><td>/</td></tr>
        <tr><td>财政专户管理资金</td><td>0.00</td><td>0.00</td><td>0.00</td><td>0.00%</td><td>/</td><td>/</td></tr>
        <tr><td>单位资金</td><td>0.00</td><td>0.00</td><td>0.00</td><td>0.00%</td><td>/</td><td>/</td></tr>
        <tr><td>其他资金</td><td></td><td></td><td></td><td></td><td>/</td><td>/</td></tr>
        <tr><td rowspan=3>绩效指标（90分）</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标性质</td><td>指标值</td><td>度量单位</td><td>完成值</td><td>权重</td><td>得分</td><td>未完成原因分析</td></tr>
        <tr><td>产出指标</td><td>数量指标</td><td>购置数量</td><td>≥</td><td>13</td><td>个/套</td><td>13</td><td>60</td><td>60</td><td></td></tr>
        <tr><td>效益指标</td><td>社会效益指标</td><td>展柜使用率</td><td>=</td><td>100</td><td>%</td><td>100</td><td>30</td><td>30</td><td></td></tr>
        <tr><td colspan=8>合计</td><td>100</td><td>100</td><td></td></tr>
        <tr><td>评价结论</td><td colspan=10>自评得分100分。</td></tr>
        </table>
        """;

    public static string Text(string sheet) => "云溪市档案局2026年部门预算\n\n一、部门概况\n\n云溪市档案局负责档案管理。\n\n" + sheet;

    public static string Page(string sheets) => "<html><head><meta charset=\"utf-8\"><title>云溪市档案局2026年部门预算</title></head><body><h1>云溪市档案局2026年部门预算</h1><p>一、部门概况</p><p>云溪市档案局负责档案管理。</p>" + sheets + "</body></html>";

    /// <summary>One thing of a sheet changed.</summary>
    public static string Edit(string sheet, string from, string to)
    {
        Assert.Contains(from, sheet, StringComparison.Ordinal);
        return sheet.Replace(from, to, StringComparison.Ordinal);
    }
}
