using System.Globalization;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Execution;

/// <summary>执行进度：allotments with budget, revised budget and payments against the time of the year, and what to look at.</summary>
internal static class ExecutionStatus
{
    /// <summary>各指标到某月的执行。</summary>
    public static Answer Table(Reading r, IReadOnlyList<Unit> units, int month) => Answer.Table(["unit", "allotment", "source", "codes", "budget", "revised", "paid", "left", "rate", "time"], [.. units.SelectMany(u => Rows(r, u, month))]);

    /// <summary>提示。</summary>
    public static Answer Alerts(LedgerCall call, Reading r, IReadOnlyList<Unit> units, int month, decimal behind) =>
        Answer.Table(["what", "remedy"], [.. units.SelectMany(u => Mingzhang.Ledger.Execution.Alerts.Of(r, u, month, behind)).Select(a => (IReadOnlyList<string>)(call.English ? [a.Message.English, a.Remedy.English] : [a.Message.Chinese, a.Remedy.Chinese]))]);

    private static IEnumerable<IReadOnlyList<string>> Rows(Reading r, Unit unit, int month)
    {
        var book = new ExecutionBook(r, unit);
        var time = Percent(month / 12m);
        foreach (var a in book.All)
        {
            var (revised, paid) = (book.Revised(a), book.Paid(a, month));
            yield return [unit.Code, a.Id, a.Source, a.Codes, Fen.Yuan(a.Source == Allotment.Replied ? a.Line.Fen : 0), Fen.Yuan(revised), Fen.Yuan(paid), Fen.Yuan(revised - paid), revised == 0 ? "" : Percent((decimal)paid / revised), time];
        }
    }

    private static string Percent(decimal share) => (share * 100).ToString("0.00", CultureInfo.InvariantCulture) + "%";
}
