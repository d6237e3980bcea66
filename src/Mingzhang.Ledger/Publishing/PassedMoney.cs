using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Publishing;

/// <summary>内部转拨的资金：in the department's sum what one of its units passes to another is left out on both sides, so what the other spends of it is spent from the fund out of which the first paid; otherwise neither fund would balance.</summary>
internal sealed class PassedMoney
{
    private readonly List<Pot> _pots = [];

    private PassedMoney()
    {
    }

    /// <summary>一个单位的各行，所用转拨资金归还原来的资金性质: a line that is only partly paid by it becomes two.</summary>
    public static IEnumerable<Line> Attributed(Reading reading, Unit unit, IReadOnlySet<string> together, Func<Unit, IReadOnlyList<Line>> of)
    {
        var lines = of(unit);
        var passed = new PassedMoney();
        foreach (var received in lines.Where(l => l is { Measure: "income", Transfer.Length: > 0 } && together.Contains(l.Transfer)))
        {
            if (Organisations.Unit(reading, unit.Year, received.Transfer) is { } payer)
            {
                passed._pots.AddRange(of(payer).Where(l => l.Spending && l.Transfer == unit.Code && l.Phase == received.Phase).Select(l => new Pot(received.Phase, received.Fund, l.Fund, l.Fen)));
            }
        }

        return passed._pots.Count == 0 ? lines : lines.SelectMany(passed.Split);
    }

    private IEnumerable<Line> Split(Line line)
    {
        var left = line.Fen;
        if (line is { Spending: true, Transfer.Length: 0 })
        {
            foreach (var pot in _pots.Where(p => p.Fen > 0 && p.Phase == line.Phase && p.Received == line.Fund))
            {
                var taken = Math.Min(left, pot.Fen);
                (left, pot.Fen) = (left - taken, pot.Fen - taken);
                if (taken > 0)
                {
                    yield return line with { Fund = pot.Paid, Fen = taken };
                }
            }
        }

        if (left > 0 || line.Fen == 0)
        {
            yield return line with { Fen = left };
        }
    }

    private sealed class Pot(string phase, string received, string paid, long fen)
    {
        public string Phase { get; } = phase;

        public string Received { get; } = received;

        public string Paid { get; } = paid;

        public long Fen { get; set; } = fen;
    }
}
