using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>调整的登记：追加、追减、调剂和结转, each with its document; nothing falls below what is paid already.</summary>
internal static class Adjustments
{
    /// <summary>登记一笔; its number and version are given when it is stored.</summary>
    public static void Put(Writing writing, Unit unit, Adjustment adjustment)
    {
        if (AdjustmentSort.Find(adjustment.Sort) is not { } sort)
        {
            writing.Refuse($"没有调整类别“{Problem.Shown(adjustment.Sort)}”", $"there is no kind of adjustment '{Problem.Shown(adjustment.Sort)}'", "应为 " + string.Join('、', AdjustmentSort.All.Select(s => s.Name.Chinese)), "the kinds are " + string.Join(", ", AdjustmentSort.All.Select(s => s.Key)));
            return;
        }

        if (!Permission.Check(writing, sort.Action, unit))
        {
            return;
        }

        var book = new ExecutionBook(writing, unit);
        var refused = writing.Problems.Count;
        void Fault(string field, Problem problem) => writing.Refuse(problem);
        var day = Days.Check(unit, book.Closed, adjustment.Day, Fault);
        PaymentChecks.Amount(adjustment.Fen, Fault);
        PaymentChecks.Text("document", adjustment.Document, required: false, Fault);
        if (adjustment.Document.Trim().Length == 0)
        {
            writing.Refuse($"{sort.Name.Chinese}没有写文号", $"the {sort.Name.English} names no document", "填写批准的文号，断点由它说明", "give the number of the document that allows it");
        }

        var (taken, given) = (Side(writing, book, sort.Takes, adjustment.Taken, "调出"), Side(writing, book, sort.Gives, adjustment.Given, "调入"));
        if (writing.Problems.Count > refused)
        {
            return;
        }

        if (taken is not null && given is not null && (taken.Id == given.Id || taken.Line.Fund != given.Line.Fund))
        {
            writing.Refuse($"调剂的两边应是同一资金性质的两个指标：{taken.Id} 是{Names.Fund(taken.Line.Fund)}，{given.Id} 是{Names.Fund(given.Line.Fund)}", $"a virement is between two allotments of one fund: {taken.Id} is {Names.FundEnglish(taken.Line.Fund)}, {given.Id} is {Names.FundEnglish(given.Line.Fund)}", "请改正一方", "mend one of them");
            return;
        }

        if (taken is not null && adjustment.Fen > book.Left(taken))
        {
            writing.Refuse($"{sort.Name.Chinese} {Fen.Yuan(adjustment.Fen)} 元，超出指标 {taken.Id}（{taken.Chinese}）尚余的 {Fen.Yuan(book.Left(taken))} 元：调整预算 {Fen.Yuan(book.Revised(taken))} 元，已付 {Fen.Yuan(book.Paid(taken))} 元",
                $"{sort.Name.English} of {Fen.Yuan(adjustment.Fen)} yuan is more than the allotment {taken.Id} ({taken.English}) has left, {Fen.Yuan(book.Left(taken))}: revised {Fen.Yuan(book.Revised(taken))}, paid {Fen.Yuan(book.Paid(taken))}", "减少金额，或先退回支付", "take less, or have payments returned first");
            return;
        }

        writing.AddAll(unit.Code, [seq => (adjustment with { Sort = sort.Key, Day = Days.Write(day!.Value) }).Stored(unit, seq)]);
    }

    private static Allotment? Side(Writing writing, ExecutionBook book, bool needed, string id, string name)
    {
        if (!needed)
        {
            if (id.Length > 0)
            {
                writing.Refuse($"这一类调整没有{name}指标", "this kind of adjustment has no such side", "去掉它，或改用调剂", "leave it out, or move between two");
            }

            return null;
        }

        if (book.Find(id) is { } found)
        {
            return found;
        }

        writing.Refuse($"{book.Unit.Code} 没有{name}的指标“{Problem.Shown(id)}”", $"{book.Unit.Code} has no allotment '{Problem.Shown(id)}'", "用 mingzhang status 查看各指标", "see mingzhang status");
        return null;
    }
}
