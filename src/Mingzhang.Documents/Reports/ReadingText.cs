using System.Globalization;
using System.Text;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports;

/// <summary>阅读报告的文字：tables with the point of each cell, sentences, objectives with their indicators, and what was not understood, in
/// one language.</summary>
internal sealed class ReadingText(Disclosure d, bool english)
{
    private readonly StringBuilder _text = new();
    private readonly Point? _common = Common(d);

    public string Write()
    {
        Line($"{d.Facts.Name}  {string.Join("  ", Facts().Where(f => !string.IsNullOrEmpty(f)))}");
        Line($"{Say("以下各数均为：", "all figures: ")}{(_common is null ? "" : Members(_common.Members))}");
        foreach (var table in d.Tables)
        {
            Table(table);
        }

        Line("");
        foreach (var statement in d.Statements.Where(s => s.Place.Table is null))
        {
            Line($"  {At(statement.Place),5} {Kind(statement),-7} {statement.Raw}  {Short(statement.Point)}{Detail(statement)}");
        }

        Objectives();
        Line("");
        Line($"{Say("未读懂", "not understood")}: {d.Unbound.Count}");
        foreach (var unbound in d.Unbound)
        {
            Line($"  {unbound.Raw}  {Say(unbound.Reason)}  {(english ? unbound.Place.English : unbound.Place.Chinese)}");
        }

        foreach (var finding in d.ReadingFindings)
        {
            Line($"  {Say(finding.Message)}");
        }

        return _text.ToString();
    }

    private IEnumerable<string?> Facts()
    {
        yield return d.Facts.Entity;
        yield return d.Facts.Year?.ToString(CultureInfo.InvariantCulture);
        yield return d.Facts.Kind switch
        {
            DocumentKind.Budget => Say("预算", "budget"),
            DocumentKind.Final => Say("决算", "final account"),
            _ => Say("未认出是预算还是决算", "neither budget nor final account recognised"),
        };
        yield return d.Facts.Scope switch
        {
            DocumentScope.Department => Say("部门", "department"),
            DocumentScope.Unit => Say("单位", "unit"),
            _ => null,
        };
        yield return d.Facts.Book;
        yield return english ? FormatWords.English(d.Facts) : FormatWords.Chinese(d.Facts);
    }

    private void Table(Table table)
    {
        Line("");
        Line($"{table.Number} {table.Title} [{table.Form ?? "-"}] {table.Unit?.Name}");
        foreach (var row in table.Rows)
        {
            var cells = row.Cells.Where(c => c.Statement is AmountStatement { Blank: false }).ToList();
            if (cells.Count == 0 && row.Name.Length == 0)
            {
                continue;
            }

            Line($"  {At(row.Place),5} {row.Name}");
            foreach (var cell in cells)
            {
                Line($"        {cell.Raw,14}  {Short(cell.Statement!.Point)}");
            }
        }
    }

    private void Objectives()
    {
        foreach (var objective in d.Performance)
        {
            Line("");
            Line($"{Say("绩效目标", "objective")} {objective.Table} {(objective.Name.Length > 0 ? objective.Name : objective.Whole ? Say("部门整体", "the whole department") : "")} {objective.Money?.Raw}");
            Line($"  {objective.Goal}");
            if (objective.Evaluation is { } evaluation)
            {
                Line($"  {Say("完成", "outcome")}：{evaluation.Outcome}  {Say("总分", "total")} {evaluation.Total?.Text}  {evaluation.Grade}".TrimEnd());
            }

            foreach (var line in objective.Funding.Where(l => l.Rate?.Value is not null || l.Score?.Value is not null))
            {
                Line($"  {line.Label}  {Say("执行率", "rate")} {line.Rate?.Text}  {Say("得分", "score")} {line.Score?.Text}/{line.Weight?.Text}");
            }

            foreach (var i in objective.Indicators)
            {
                var weight = i.WeightText.Length == 0 ? "" : Say("权重 ", "weight ") + i.WeightText;
                var score = i.Score is { } given ? Say("完成 ", "actual ") + i.Actual + Say("，得分 ", ", score ") + given.Text : "";

                // A value that says its own nature and unit is not followed by them once more.
                var said = objective.Tiered && i.Value.Length > 0 && !char.IsAsciiDigit(i.Value[^1]) ? $"{i.Name} {i.Value}" : $"{i.Name} {i.Nature} {i.Value} {i.Unit}";
                Line($"  {At(i.Place),5} {said}  {weight} {score} {(i.Core == true ? Say("核心", "core") : "")}".TrimEnd());
            }
        }
    }

    private string At(Place place) => place.Line is { } line ? line.ToString(CultureInfo.InvariantCulture)
        : place.Page is { } page ? Say($"第{page}页", $"p. {page}") : place.Cell ?? "";

    private string Kind(Statement statement) => english ? statement.Kind : statement switch
    {
        AmountStatement => "金额",
        ChangeStatement => "变动",
        ShareStatement => "占比",
        CompletionStatement => "完成率",
        CountStatement => "数量",
        _ => "无数据",
    };

    private string Detail(Statement statement) => statement switch
    {
        AmountStatement { Use: { } use } => Say($"  用于：{use}", $"  for: {use}"),
        ChangeStatement c => $"  {Direction(c.Direction)}{Say("，与 ", " vs ")}{c.Base.Year}{Say(" 年", " ")}{(english ? c.Base.Phase.English : c.Base.Phase.Chinese)}{Say("比", "")}{(c.Base.Assumed ? Say("（推定）", " (assumed)") : "")}{(c.Reason is { } reason ? Say($"  原因：{reason}", $"  reason: {reason}") : "")}",
        ShareStatement s => $"  {s.Percent.Value.ToString(CultureInfo.InvariantCulture)}% {Say("，占 ", "of ")}{Short(s.Whole)}",
        CompletionStatement c => $"  {c.Percent.Value.ToString(CultureInfo.InvariantCulture)}% {Say("，完成 ", "of ")}{Short(c.Budget)}",
        CountStatement n => "  " + n.What,
        _ => "",
    };

    private string Direction(Direction direction) => direction switch
    {
        Budget.Direction.Increase => Say("增加", "increase"),
        Budget.Direction.Decrease => Say("减少", "decrease"),
        _ => Say("持平", "no change"),
    };

    private static Point? Common(Disclosure d)
    {
        var points = d.Statements.Select(s => s.Point).ToList();
        return points.Count == 0 ? null : points[0].Members.Where(m => !points.TrueForAll(p => Equals(p[m.Dimension], m))).Aggregate(points[0], (p, m) => p.Without(m.Dimension));
    }

    private string Short(Point point) => Members(point.Members.Where(m => !Equals(_common![m.Dimension], m)));

    // In English the keys, as the data and the JSON write them; in Chinese the names.
    private string Members(IEnumerable<Member> members) => string.Join(' ', members.Select(m => english ? m.ToString() : m.Dimension.Chinese + "=" + (m.Chinese == m.Key || m.Dimension.Kind == DimensionKind.Coded ? m.Key : m.Chinese)));

    private string Say(string chinese, string words) => english ? words : chinese;

    private string Say(Reason reason) => reason.In(english);

    private void Line(string line) => _text.Append(line.TrimEnd()).Append('\n');
}
