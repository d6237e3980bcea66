using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Publishing;

internal sealed class PassedMoney
{
    private readonly List<Pot> _pots;

    private PassedMoney(List<Pot> pots) => _pots = pots;

    /// <summary>一个单位的各行，所用转拨资金归还原来的资金性质: a line that is only partly paid by it becomes two. <paramref name="executed"/> where they say what was executed, so that earlier years leave something.</summary>
    public static IEnumerable<Line> Attributed(Reading reading, Unit unit, IReadOnlySet<string> together, Func<Unit, IReadOnlyList<Line>> of, bool executed)
    {
        var lines = of(unit);
        var before = executed ? Before(reading, unit, together, of) : [];
        var passed = new PassedMoney([.. before.Select(p => p.Copy()), .. Received(reading, unit, lines, together, of)]);
        if (passed._pots.Count == 0)
        {
            return lines;
        }

        var split = lines.SelectMany(passed.Split).ToList();
        return executed ? Carrying(unit, split, before, passed.Left()) : split;
    }

    // What each payer passed; receipts say only that it came, and out of which fund it is spent.
    private static IEnumerable<Pot> Received(Reading reading, Unit unit, IReadOnlyList<Line> lines, IReadOnlySet<string> together, Func<Unit, IReadOnlyList<Line>> of)
    {
        foreach (var received in lines.Where(l => l is { Measure: "income", Transfer.Length: > 0 } && together.Contains(l.Transfer)).DistinctBy(l => string.Join('|', l.Transfer, l.Phase, l.Fund)))
        {
            if (Organisations.Unit(reading, unit.Year, received.Transfer) is { } payer)
            {
                foreach (var paid in of(payer).Where(l => l.Spending && l.Transfer == unit.Code && (l.Phase == received.Phase || (l.Phase == "revised" && received.Phase == "final"))))
                {
                    yield return new Pot(paid.Phase, received.Fund, paid.Fund, paid.Function, paid.Fen);
                }
            }
        }
    }

    // What is left of earlier years' money; most units never received any.
    private static List<Pot> Before(Reading reading, Unit unit, IReadOnlySet<string> together, Func<Unit, IReadOnlyList<Line>> of)
    {
        var first = reading.Statements.Rows("SELECT MIN(year) FROM receipt WHERE unit = @unit AND transfer <> '' AND year < @year", r => r.IsDBNull(0) ? unit.Year : (int)r.GetInt64(0), ("unit", unit.Code), ("year", (long)unit.Year))[0];
        var left = new List<Pot>();
        for (var year = first; year < unit.Year; year++)
        {
            if (Organisations.Unit(reading, year, unit.Code) is { } then)
            {
                var lines = of(then);
                var passed = new PassedMoney([.. left, .. Received(reading, then, lines, together, of)]);
                _ = lines.SelectMany(passed.Split).Count();
                left = passed.Left();
            }
        }

        return left;
    }

    private List<Pot> Left() => _pots.FindAll(p => p.Fen > 0 && p.Phase == "final");

    // The unit counts it among its own money; the department carries it in and out, and only the rest is distributed or used.
    private static IEnumerable<Line> Carrying(Unit unit, List<Line> lines, List<Pot> before, List<Pot> left)
    {
        var own = lines.Where(Surplus).Sum(l => l.Measure == "surplus-distributed" ? l.Fen : -l.Fen) + before.Sum(p => p.Fen) - left.Sum(p => p.Fen);
        return [.. lines.Where(l => !Surplus(l)), .. before.Select(p => p.As(unit, "carried-in")), .. left.Select(p => p.As(unit, "carried-out")),
            .. own == 0 ? [] : new[] { Pot.Resource(unit, own > 0 ? "surplus-distributed" : "surplus-used", "", "", Math.Abs(own)) }];
    }

    private static bool Surplus(Line line) => line is { Phase: "final", Measure: "surplus-distributed" or "surplus-used" };

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

    private sealed class Pot(string phase, string received, string paid, string function, long fen)
    {
        public string Phase { get; } = phase;

        public string Received { get; } = received;

        public string Paid { get; } = paid;

        public long Fen { get; set; } = fen;

        public Pot Copy() => new(Phase, Received, Paid, function, Fen);

        public Line As(Unit unit, string measure) => Resource(unit, measure, Paid, function, Fen);

        public static Line Resource(Unit unit, string measure, string fund, string function, long fen) => new() { Year = unit.Year, Unit = unit.Code, Phase = "final", Measure = measure, Fund = fund, Function = function, Fen = fen };
    }
}
