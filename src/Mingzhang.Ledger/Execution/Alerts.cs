using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>提示：what is behind the time of the year, and what does not go together; nothing is refused for it.</summary>
internal static class Alerts
{
    /// <summary>低于序时进度多少个百分点算落后。</summary>
    public const decimal Behind = 10;

    public static IReadOnlyList<Problem> Of(Reading reading, Unit unit, int month, decimal behind = Behind)
    {
        var book = new ExecutionBook(reading, unit);
        var alerts = new List<Problem>();
        var time = month * 100m / 12;
        foreach (var allotment in book.All.Where(a => book.Revised(a) > 0))
        {
            var rate = book.Paid(allotment, month) * 100m / book.Revised(allotment);
            if (rate < time - behind)
            {
                alerts.Add(Problem.Of($"{unit.Code} 指标 {allotment.Id}（{allotment.Chinese}）到 {month} 月执行 {rate:0.00}%，低于序时进度 {time:0.00}%", $"{unit.Code}: allotment {allotment.Id} ({allotment.English}) is executed to {rate:0.00} % by month {month}, behind {time:0.00} %", "加快执行，或调剂、追减", "speed it up, or have it moved or cut"));
            }
        }

        alerts.AddRange(Contracts.Unpaid(reading, unit).Select(c => Problem.Of($"{unit.Code} 合同 {c.Number}（{Fen.Yuan(c.Fen)} 元）还没有支付", $"{unit.Code}: nothing is paid under contract {c.Number} of {Fen.Yuan(c.Fen)} yuan", "登记支付，支付时写合同编号", "enter payments with the number of the contract")));
        var events = Events.Of(reading, unit);
        alerts.AddRange(Pair(unit, book, events, EventSort.Reception, "30217", month).Concat(Pair(unit, book, events, EventSort.Abroad, "30212", month)));
        return alerts;
    }

    // Money without an event, or an event without money.
    private static IEnumerable<Problem> Pair(Unit unit, ExecutionBook book, IReadOnlyList<Event> events, EventSort sort, string economic, int month)
    {
        var paid = book.All.Where(a => a.Line.Economic == economic && YearEnd.Fiscal(a.Line.Fund)).Sum(a => book.Paid(a, month));
        var counted = events.Where(e => e.Sort == sort.Key && int.Parse(e.Day.AsSpan(5, 2), System.Globalization.CultureInfo.InvariantCulture) <= month).Sum(e => e.Count);
        if ((paid > 0) != (counted > 0))
        {
            yield return Problem.Of($"{unit.Code} 的 {economic} 支出 {Fen.Yuan(paid)} 元，{sort.Name.Chinese} {counted}", $"{unit.Code}: {Fen.Yuan(paid)} yuan are paid under {economic}, {sort.Name.English} {counted}", "补登事项或支付", "enter the event or the payment");
        }
    }
}
