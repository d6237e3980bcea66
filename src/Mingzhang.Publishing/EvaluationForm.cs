using System.Globalization;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Performance;

namespace Mingzhang.Publishing;

/// <summary>项目支出绩效自评表：the printed form, as the reader of such tables reads it again.</summary>
internal static class EvaluationForm
{
    private const int Width = 9;

    /// <summary>一个项目的自评表; with one level of indicators, each fact of theirs in a column of its own, or as the national form has it.</summary>
    public static Composed Of(ProjectScore score, string department, string outcome, bool single = false) => new()
    {
        Title = $"{score.Project.Name}绩效自评",
        Entity = score.Unit.Name,
        Year = score.Project.Year,
        Blocks = [Table(score, department, outcome, single)],
    };

    private static ComposedTable Table(ProjectScore score, string department, string outcome, bool single) => new()
    {
        Number = "",
        Title = $"项目支出绩效自评表",
        Form = "自评",
        EntityLine = string.Create(CultureInfo.InvariantCulture, $"（{score.Project.Year}年度）"),
        UnitLine = "",
        Unit = MoneyUnit.TenThousand,
        Columns = [.. Enumerable.Repeat(CellKind.Text, Width)],
        Header = [],
        Rows = [.. Subject(score, department), .. Money(score), .. Goals(score, outcome), .. single ? SingleIndicators(score) : Indicators(score), .. Ends(score)],
        Notes = [],
    };

    private static IEnumerable<ComposedRow> Subject(ProjectScore score, string department)
    {
        yield return Row([Label("项目名称"), .. Span(score.Project.Name, Width - 1)]);
        yield return Row([Label("主管部门"), .. Span(department, 3), Label("实施单位"), .. Span(score.Unit.Name, 4)]);
    }

    private static IEnumerable<ComposedRow> Money(ProjectScore score)
    {
        yield return Row([new ComposedCell("项目资金（万元）", CellKind.Label, 1, 4), ComposedCell.Blank, Label("年初预算数"), Label("全年预算数"), Label("全年执行数"), Label("分值"), Label("执行率（B/A）"), Label("得分"), ComposedCell.Blank]);
        var own = new ProjectMoney(score.All.Original - score.Fiscal.Original, score.All.Revised - score.Fiscal.Revised, score.All.Paid - score.Fiscal.Paid);
        yield return Source("年度资金总额", score.All, Points(score.RateWeight), Points(score.RatePoints));
        yield return Source("其中：财政拨款", score.Fiscal, "—", "—");
        yield return Source("其他资金", own, "—", "—");
    }

    private static ComposedRow Source(string name, ProjectMoney money, string weight, string points) => Row([ComposedCell.Covered, Label(name), Amount(money.Original), Amount(money.Revised), Amount(money.Paid),
        Text(weight), Text(money.Rate is { } rate ? (rate * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%" : ""), Text(points), ComposedCell.Blank]);

    private static IEnumerable<ComposedRow> Goals(ProjectScore score, string outcome)
    {
        yield return Row([new ComposedCell("年度总体目标", CellKind.Label, 1, 2), .. Span("预期目标", 4, CellKind.Label), .. Span("实际完成情况", 4, CellKind.Label)]);
        yield return Row([ComposedCell.Covered, .. Span(score.Project.Objective.Length > 0 ? score.Project.Objective : "完成" + score.Project.Name, 4), .. Span(outcome, 4)]);
    }

    private static IEnumerable<ComposedRow> Indicators(ProjectScore score)
    {
        yield return Row([new ComposedCell("绩效指标", CellKind.Label, 1, score.Indicators.Count + 1), Label("一级指标"), .. Span("三级指标", 2, CellKind.Label), Label("年度指标值"), Label("实际完成值"), Label("分值"), Label("得分"), Label("偏差原因分析及改进措施")]);
        foreach (var (i, indicator) in score.Indicators.Index())
        {
            yield return Row([ComposedCell.Covered, i == 0 ? new ComposedCell("绩效指标", CellKind.Label, 1, score.Indicators.Count) : ComposedCell.Covered, .. Span(indicator.Indicator.Name, 2), Text(Value(indicator.Indicator)),
                Text(Actual(indicator)), Text(Points(indicator.Weight)), Text(indicator.Score is { } points ? Points(points.Points) : ""), Text(indicator.Achievement?.Reason ?? "")]);
        }
    }

    private static IEnumerable<ComposedRow> SingleIndicators(ProjectScore score)
    {
        yield return Row([new ComposedCell("绩效指标", CellKind.Label, 1, score.Indicators.Count + 1), Label("一级指标"), Label("指标性质"), Label("指标值"), Label("度量单位"), Label("完成值"), Label("权重"), Label("得分"), Label("偏差原因分析及改进措施")]);
        foreach (var indicator in score.Indicators)
        {
            yield return Row([ComposedCell.Covered, Text(indicator.Indicator.Name), Text(indicator.Indicator.Nature), Text(indicator.Indicator.Value), Text(indicator.Indicator.Unit), Text(indicator.Achievement?.Actual ?? ""),
                Text(Points(indicator.Weight)), Text(indicator.Score is { } points ? Points(points.Points) : ""), Text(indicator.Achievement?.Reason ?? "")]);
        }
    }

    private static IEnumerable<ComposedRow> Ends(ProjectScore score)
    {
        yield return new ComposedRow([.. Span("总分", 6, CellKind.Label), Text(Points(score.RateWeight + score.Indicators.Sum(i => i.Weight))), Text(Points(score.Total)), ComposedCell.Blank], true);
        yield return Row([Label("自评等级"), .. Span(score.Grade.Chinese, Width - 1)]);
    }

    private static string Value(ProjectIndicator i) => Scoring.Verbal(i.Nature) ? i.Value : i.Nature + i.Value + (i.Unit is "无" ? "" : i.Unit);

    private static string Actual(ScoredIndicator i) => i.Achievement is not { } a ? "" : Scoring.Verbal(i.Indicator.Nature) || a.Actual.EndsWith(i.Indicator.Unit, StringComparison.Ordinal) ? a.Actual : a.Actual + i.Indicator.Unit;

    private static string Points(decimal points) => points.ToString("0.##", CultureInfo.InvariantCulture);

    private static ComposedCell Label(string text) => new(text, CellKind.Label);

    private static ComposedCell Text(string text) => new(text.Replace('\n', ' '), CellKind.Text);

    private static ComposedCell Amount(long fen) => new((fen / 1_000_000m).ToString("N2", CultureInfo.InvariantCulture), CellKind.Text);

    private static IEnumerable<ComposedCell> Span(string text, int columns, CellKind kind = CellKind.Text) => [new ComposedCell(text.Replace('\n', ' '), kind, columns), .. Enumerable.Repeat(ComposedCell.Covered, columns - 1)];

    private static ComposedRow Row(IReadOnlyList<ComposedCell> cells) => new(cells, false);
}
