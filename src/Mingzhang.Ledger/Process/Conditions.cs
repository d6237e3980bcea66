using System.Globalization;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Process;

/// <summary>条件：what has to hold before a step, each refused with its figures.</summary>
internal static class Conditions
{
    public static void Check(Writing writing, string action, Unit unit, Stage stage, DateOnly date)
    {
        switch (action)
        {
            case "submit":
                Submission(writing, unit, stage);
                break;
            case "issue" when Controls.Of(writing, unit).Count == 0:
                writing.Refuse($"{unit.Code} {unit.Name} 还没有控制数", $"{unit.Code} has no control figures yet", "先用 mingzhang control 核定", "set them with mingzhang control");
                break;
            case "approve":
                foreach (var comment in Comments.Open(writing, unit.Year, unit.Code))
                {
                    writing.Refuse($"{unit.Code} 的第 {comment.Whole("number")} 条意见未处理：{comment["said"]}", $"comment {comment.Whole("number")} on {unit.Code} is open: {comment["said"]}", "退回单位，或标记已落实，或说明理由放行", "return it, settle it, or waive it with a reason");
                }

                break;
            case "pass" when JournalTable.Of(writing.Statements, Kinds.Stage.Key, stage.Stored().Id).LastOrDefault(e => e.Became?.Contains("report: pending\n", StringComparison.Ordinal) == true) is { } offered && offered.Who == writing.Who:
                writing.Refuse($"公开文本是 {writing.Who} 报审的，不能由本人审核通过", $"{writing.Who} offered the report and cannot pass it, too", "请由另一人审核", "let another person review it");
                break;
            case "publish" when stage.Published.Length > 0:
                writing.Refuse($"{unit.Code} 已于 {stage.Published} 公开", $"{unit.Code} was published on {stage.Published}", "更正版用 mingzhang publish 重新公开", "a corrected version is published anew");
                break;
            case "amend" or "report-return" when writing.Why.Trim().Length == 0:
                writing.Refuse(action == "amend" ? "更正要说明理由" : "退回要说明理由", "it needs a reason", "用 --why 写明", "give it with --why");
                break;
            case "publish" when DateOnly.ParseExact(stage.Replied, "yyyy-MM-dd", CultureInfo.InvariantCulture) is var replied && date < replied:
                writing.Refuse($"公开日 {date:yyyy-MM-dd} 早于批复日 {stage.Replied}", $"the day of publication {date:yyyy-MM-dd} is before the reply of {stage.Replied}", "请检查日期", "check the date");
                break;
        }
    }

    private static void Submission(Writing writing, Unit unit, Stage stage)
    {
        var lines = LineRows.Of(writing, unit).Where(l => l.Phase == "budget").ToList();
        if (lines.Count == 0)
        {
            writing.Refuse($"{unit.Code} {unit.Name} 没有预算行", $"{unit.Code} has no lines", "先填报或导入", "enter or import some");
            return;
        }

        foreach (var problem in Unbalanced(lines, unit))
        {
            writing.Refuse(problem);
        }

        if (stage.Round == 2)
        {
            foreach (var problem in Controls.Exceeded(Controls.Of(writing, unit), lines, unit))
            {
                writing.Refuse(problem);
            }
        }
    }

    /// <summary>收支不平之处。</summary>
    public static IReadOnlyList<Problem> Unbalanced(Reading reading, Unit unit) => Unbalanced(LineRows.Of(reading, unit).Where(l => l.Phase == "budget").ToList(), unit);

    private static List<Problem> Unbalanced(List<Line> lines, Unit unit)
    {
        var problems = new List<Problem>();
        foreach (var fund in lines.Where(l => l.Fund.Length > 0).GroupBy(l => l.Fund, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // 收入、上年结转 on one side; 支出、结转下年 on the other. A surplus that is used belongs to no fund, so it is only seen in the whole.
            var (resources, uses) = (Sum(fund, "income", "carried-in"), Sum(fund, "expenditure", "carried-out", "surplus-distributed"));
            var surplus = fund.Key is "general" or "government-funds" or "state-capital" ? 0 : lines.Where(l => l.Measure == "surplus-used").Sum(l => l.Fen);
            if (resources > uses || resources + surplus < uses)
            {
                problems.Add(Problem.Of($"{unit.Code} 的{Names.Fund(fund.Key)}收支不平：收入和结转 {Fen.Yuan(resources)} 元，支出和结转 {Fen.Yuan(uses)} 元，差 {Fen.Yuan(resources - uses)} 元", $"{unit.Code}, {Names.FundEnglish(fund.Key)}: resources {Fen.Yuan(resources)} yuan, uses {Fen.Yuan(uses)} yuan, difference {Fen.Yuan(resources - uses)}", "请补上或改正预算行", "add or mend lines"));
            }
        }

        return problems;
    }

    private static long Sum(IEnumerable<Line> lines, params string[] measures) => lines.Where(l => measures.Contains(l.Measure)).Sum(l => l.Fen);
}
