using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Process;

/// <summary>内部往来：what one unit of a department pays another must be what the other says it receives, since both are left out of the department's sum.</summary>
internal static class Transfers
{
    public static IEnumerable<Problem> Unmatched(Reading reading, IReadOnlyList<Unit> units)
    {
        var lines = units.SelectMany(u => LineRows.Of(reading, u)).Where(l => l.Transfer.Length > 0 && l.Phase == "budget").ToList();
        foreach (var payer in units)
        {
            foreach (var receiver in units)
            {
                var paid = lines.Where(l => l.Spending && l.Unit == payer.Code && l.Transfer == receiver.Code).Sum(l => l.Fen);
                var received = lines.Where(l => l.Measure == "income" && l.Unit == receiver.Code && l.Transfer == payer.Code).Sum(l => l.Fen);
                if (paid != received)
                {
                    yield return Problem.Of($"内部往来不符：{payer.Code} 付给 {receiver.Code} {Fen.Yuan(paid)} 元，{receiver.Code} 收到 {Fen.Yuan(received)} 元", $"{payer.Code} pays {receiver.Code} {Fen.Yuan(paid)} yuan, which says it receives {Fen.Yuan(received)}", "双方核对后改正一方", "compare both and mend one");
                }
            }
        }
    }
}
