using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Publishing;

/// <summary>内部转拨的资金：in the department's sum what one of its units passes to another is left out on both sides, so what the other spends of it is spent from the fund out of which the first paid; otherwise neither fund would balance. Money that is passed on again is followed to where it came from.</summary>
internal sealed class PassedMoney
{
    private readonly List<Pot> _pots = [];

    private PassedMoney()
    {
    }

    /// <summary>一个单位的各行，所用转拨资金归还原来的资金性质: a line that is only partly paid by it becomes two.</summary>
    public static IEnumerable<Line> Attributed(Reading reading, Unit unit, IReadOnlySet<string> together, Func<Unit, IReadOnlyList<Line>> of) => Attributed(reading, unit, together, of, [unit.Code]);

    // Two units may pay each other: whoever stands on the way already is taken as it is.
    private static IEnumerable<Line> Attributed(Reading reading, Unit unit, IReadOnlySet<string> together, Func<Unit, IReadOnlyList<Line>> of, IReadOnlyList<string> way)
    {
        var lines = of(unit);
        var passed = new PassedMoney();
        foreach (var from in lines.Where(l => l is { Measure: "income", Transfer.Length: > 0 } && together.Contains(l.Transfer)).GroupBy(l => l.Transfer, StringComparer.Ordinal))
        {
            if (Organisations.Unit(reading, unit.Year, from.Key) is { } payer)
            {
                var paying = way.Contains(payer.Code) ? of(payer) : Attributed(reading, payer, together, of, [.. way, payer.Code]);
                passed.Fill([.. from], [.. paying.Where(l => l.Spending && l.Transfer == unit.Code)]);
            }
        }

        return passed._pots.Count == 0 ? lines : lines.SelectMany(l => passed.Split(l, together));
    }

    // What is paid fills what is received, each once, in the order of the lines.
    private void Fill(IReadOnlyList<Line> received, IReadOnlyList<Line> paid)
    {
        foreach (var phase in received.GroupBy(l => l.Phase, StringComparer.Ordinal))
        {
            var sources = paid.Where(p => p.Phase == phase.Key).Select(p => new Pot(phase.Key, "", p.Fund, p.Fen)).ToList();
            foreach (var line in phase)
            {
                var left = line.Fen;
                foreach (var source in sources.Where(s => s.Fen > 0))
                {
                    var taken = Math.Min(left, source.Fen);
                    (left, source.Fen) = (left - taken, source.Fen - taken);
                    if (taken > 0)
                    {
                        _pots.Add(new Pot(phase.Key, line.Fund, source.Paid, taken));
                    }
                }
            }
        }
    }

    private IEnumerable<Line> Split(Line line, IReadOnlySet<string> together)
    {
        var left = line.Fen;
        if (line.Measure is "expenditure" or "carried-out" && (line.Transfer.Length == 0 || together.Contains(line.Transfer)))
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
