using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>支付的登记：one or several in one writing, all or none.</summary>
internal static class Payments
{
    public static void Put(Writing writing, int year, IEnumerable<Payment> payments)
    {
        var desk = new PaymentDesk(year);
        desk.Begin(writing);
        foreach (var payment in payments)
        {
            // A refund within the same writing asks the ledger for its payment, so that is written first.
            if (payment.Reverses.Length > 0)
            {
                desk.Finish();
            }

            desk.Take(payment, (_, problem) => writing.Refuse(problem));
        }

        desk.Finish();
    }

    /// <summary>某单位的全部支付。</summary>
    public static IReadOnlyList<StoredRecord> Of(Reading reading, Unit unit) => reading.All(Kinds.Payment, ("year", (long)unit.Year), ("unit", unit.Code));
}
