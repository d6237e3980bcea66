using System.Globalization;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>退款：names the payment that it takes back, is of the same allotment, and never more than what is left of it.</summary>
internal static class Refunds
{
    public static void Check(Reading reading, Unit unit, Payment refund, Action<string, Problem> fault)
    {
        var paid = reading.All(Kinds.Payment, ("year", (long)unit.Year), ("unit", unit.Code), ("voucher", refund.Reverses)) is [var found] ? found : null;
        if (paid is null || paid["reverses"].Length > 0)
        {
            fault("reverses", Problem.Of($"所冲回的凭证 {Problem.Shown(refund.Reverses)} 没有登记过支付", $"there is no payment {Problem.Shown(refund.Reverses)} to be taken back", "先登记原来的支付；上年的支付作为收款登记", "enter the payment first; what was paid last year is a receipt"));
            return;
        }

        if (paid["allotment"] != refund.Allotment)
        {
            fault("allotment", Problem.Of($"退款的指标 {refund.Allotment} 不是原支付的 {paid["allotment"]}", $"the allotment {refund.Allotment} is not that of the payment, {paid["allotment"]}", "退款退回原指标", "a refund goes back to the allotment it was paid from"));
            return;
        }

        var before = reading.All(Kinds.Payment, ("year", (long)unit.Year), ("unit", unit.Code), ("reverses", refund.Reverses)).Sum(r => -r.Whole("fen"));
        if (before + refund.Fen > paid.Whole("fen"))
        {
            fault("fen", Problem.Of(string.Create(CultureInfo.InvariantCulture, $"退款 {Fen.Yuan(refund.Fen)} 元超出原支付 {Fen.Yuan(paid.Whole("fen"))} 元，此前已退 {Fen.Yuan(before)} 元"),
                string.Create(CultureInfo.InvariantCulture, $"the refund of {Fen.Yuan(refund.Fen)} yuan is more than the payment of {Fen.Yuan(paid.Whole("fen"))}, of which {Fen.Yuan(before)} was taken back before"), "请核对", "compare them"));
        }
    }
}
