using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Workbench.Pages.Final;

/// <summary>一种资金的收支：what was carried in and came in, what was paid and is carried out.</summary>
internal sealed record FundBalance(string Fund, long In, long Received, long Paid, long Out)
{
    /// <summary>结余：what is left of it; of fiscal money nothing may be once the year is closed.</summary>
    public long Left => In + Received - Paid - Out;

    /// <summary>是否财政拨款。</summary>
    public bool Fiscal => YearEnd.Fiscal(Fund);

    /// <summary>各种资金的，合计各单位。</summary>
    public static IReadOnlyList<FundBalance> Of(Reading r, IReadOnlyList<Unit> units)
    {
        var funds = new SortedDictionary<string, FundBalance>(StringComparer.Ordinal);
        void Add(string fund, Func<FundBalance, FundBalance> change) => funds[fund] = change(funds.GetValueOrDefault(fund) ?? new FundBalance(fund, 0, 0, 0, 0));
        foreach (var unit in units)
        {
            var book = new ExecutionBook(r, unit);
            foreach (var carried in Carried.In(r, unit))
            {
                Add(carried.Fund, f => f with { In = f.In + carried.Fen });
            }

            foreach (var receipt in Receipts.Of(r, unit))
            {
                Add(receipt["fund"], f => f with { Received = f.Received + receipt.Whole("fen") });
            }

            foreach (var allotment in book.All)
            {
                Add(allotment.Line.Fund, f => f with { Paid = f.Paid + book.Paid(allotment) });
            }

            foreach (var carried in Carried.Out(r, unit))
            {
                Add(carried.Fund, f => f with { Out = f.Out + carried.Fen });
            }
        }

        return [.. funds.Values];
    }
}
