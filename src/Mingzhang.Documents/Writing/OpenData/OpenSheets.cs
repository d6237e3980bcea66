using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Reports;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.OpenData;

/// <summary>各数据表：what a document says and what became of its checks, each kind as one flat table.</summary>
internal static class OpenSheets
{
    /// <summary>文件所说的：statements, codes, tables as printed, performance.</summary>
    public static IReadOnlyList<OpenSheet> Of(Library library, Disclosure disclosure) =>
        [Figures(library, disclosure), Codes(library, disclosure), Tables(disclosure), Cells(disclosure), Objectives(disclosure), Indicators(disclosure)];

    /// <summary>检查所得的：every check that was tried, and the findings, waived ones with the reason.</summary>
    public static IReadOnlyList<OpenSheet> Of(Report report) => [Checks(report), Findings(report)];

    /// <summary>数字：every statement.</summary>
    public static OpenSheet Figures(Library library, Disclosure disclosure)
    {
        var columns = OpenColumn.All(library, disclosure);
        return new OpenSheet("figures", "数字", [.. columns.Select(c => new OpenField(c.Name, c.Title, c.Type, c.Fiscal))], ["id"],
            [.. disclosure.Statements.Select(s => (IReadOnlyList<string>)[.. columns.Select(c => c.Of(s))])]);
    }

    // The codes that occur, with the names of the year.
    private static OpenSheet Codes(Library library, Disclosure disclosure)
    {
        var rows = new List<IReadOnlyList<string>>();
        foreach (var dimension in new[] { "function", "economic", "government-economic" })
        {
            foreach (var code in disclosure.Statements.Select(s => s.Point.Key(dimension)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                rows.Add([dimension, code, OpenColumn.Catalogue(library, dimension)?.Find(code, disclosure.Facts.Year ?? 0)?.Name ?? ""]);
            }
        }

        return new OpenSheet("codes", "编码", [new("classification", "分类"), new("code", "编码"), new("name", "名称")], ["classification", "code"], rows);
    }

    private static OpenSheet Tables(Disclosure disclosure) => new("tables", "表",
        [new("table", "第几张", "integer"), new("number", "表号"), new("title", "表名"), new("form", "表式"), new("unit", "金额单位"), new("rows", "行数", "integer"), new("columns", "栏数", "integer")], ["table"],
        [.. disclosure.Tables.Select((t, i) => (IReadOnlyList<string>)[Whole(i + 1), t.Number, t.Title, t.Form ?? "", t.Unit?.Name ?? "", Whole(t.Rows.Count), Whole(t.Columns.Count)])]);

    private static OpenSheet Cells(Disclosure disclosure) => new("cells", "各表各格，按印出",
        [new("table", "第几张表", "integer"), new("row", "第几行", "integer"), new("column", "第几栏", "integer"), new("code", "行的编码"), new("label", "行名"), new("heading", "栏名"), new("printed", "印出"), new("figure", "数字编号")], ["table", "row", "column"],
        [.. disclosure.Tables.SelectMany((t, i) => t.Rows.SelectMany((r, n) => r.Cells.Select(c => (IReadOnlyList<string>)
            [Whole(i + 1), Whole(n + 1), Whole(c.Column + 1), r.Code, r.Label, c.Column < t.Columns.Count ? t.Columns[c.Column] : "", c.Raw, c.Statement?.Id ?? ""])))]);

    private static OpenSheet Objectives(Disclosure disclosure) => new("objectives", "绩效目标",
        [new("objective", "第几项", "integer"), new("table", "所在的表"), new("whole", "是否部门整体", "boolean"), new("name", "项目名称"), new("amount", "预算金额（元）", "number"), new("goal", "目标")], ["objective"],
        [.. disclosure.Performance.Select((o, i) => (IReadOnlyList<string>)[Whole(i + 1), o.Table, o.Whole ? "true" : "false", o.Name, o.Money?.Amount is { } money ? OpenColumn.Number(money.Yuan) : "", o.Goal])]);

    private static OpenSheet Indicators(Disclosure disclosure) => new("indicators", "绩效指标",
        [new("objective", "第几项目标", "integer"), new("indicator", "第几项指标", "integer"), new("levels", "上级指标"), new("name", "指标名称"), new("nature", "性质"), new("value", "指标值"), new("unit", "计量单位"), new("weight", "权重"), new("core", "是否核心", "boolean"), new("actual", "实际完成值")], ["objective", "indicator"],
        [.. disclosure.Performance.SelectMany((o, i) => o.Indicators.Select((n, k) => (IReadOnlyList<string>)
            [Whole(i + 1), Whole(k + 1), string.Join('/', n.Levels), n.Name, n.Nature, n.Value, n.Unit, n.WeightText, n.Core switch { true => "true", false => "false", _ => "" }, n.Actual]))]);

    private static OpenSheet Checks(Report report) => new("checks", "核对",
        [new("check", "编号"), new("rule", "规则"), new("outcome", "结果"), new("figures", "涉及的数字"), new("expected", "应有（元或百分比）", "number"), new("found", "印出", "number"), new("slack", "四舍五入容许", "number"), new("why", "说明"), new("why_english", "说明（英文）")], ["check"],
        [.. report.Checks.Select(c => (IReadOnlyList<string>)
            [c.Id, c.Rule, JsonReport.OutcomeKey(c.Outcome), string.Join(' ', c.Figures), Value(c.Compared?.Expected), Value(c.Compared?.Found), Value(c.Compared?.Slack), c.Why?.Chinese ?? "", c.Why?.English ?? ""])]);

    private static OpenSheet Findings(Report report) => new("findings", "问题",
        [new("finding", "编号"), new("rule", "规则"), new("severity", "程度"), new("title", "问题"), new("message", "说明"), new("title_english", "问题（英文）"), new("message_english", "说明（英文）"), new("place", "位置"), new("waived", "是否已说明", "boolean"), new("reason", "说明的理由"), new("by", "说明人"), new("date", "说明日期")], [],
        [.. report.Findings.Select(f => Finding(f, null)), .. report.Waived.Select(w => Finding(w.Finding, w.Waiver))]);

    private static IReadOnlyList<string> Finding(Finding finding, Waiver? waiver) =>
    [
        finding.Id, finding.Rule, SeverityWords.English(finding.Severity), finding.Title.Chinese, finding.Message.Chinese, finding.Title.English, finding.Message.English,
        finding.Places.Count > 0 ? finding.Places[0].Chinese : "", waiver is null ? "false" : "true", waiver?.Reason ?? "", waiver?.By ?? "", waiver?.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
    ];

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Value(decimal? value) => value is { } number ? OpenColumn.Number(number) : "";
}
