using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Publishing;

/// <summary>内部转拨的资金：in the department's sum what one of its units passes to another is left out on both sides, so what the other spends of it is spent from the fund out of which the first paid; otherwise neither fund would balance. Money that is passed on again is followed to where it came from. What the other has not spent at the year's end the department carries over in that fund.</summary>
internal sealed class PassedMoney
{
    private readonly List<Pot> _pots;

    private PassedMoney(IEnumerable<Pot> before) => _pots = [.. before];

    /// <summary>一个单位的各行，所用转拨资金归还原来的资金性质: a line that is only partly paid by it becomes two. <paramref name="executed"/> where they say what was executed, so that earlier years leave something.</summary>
    public static IEnumerable<Line> Attributed(Reading reading, Unit unit, IReadOnlySet<string> together, Func<Unit, IReadOnlyList<Line>> of, bool executed)
    {
        var before = executed ? Before(reading, unit, together, of) : [];
        var (lines, left) = Attributed(reading, unit, together, of, [unit.Code], before);
        return executed && before.Count + left.Count > 0 ? Carrying(unit, lines, before, left) : lines;
    }

    // Two units may pay each other: whoever stands on the way already is taken as it is.
    private static (IReadOnlyList<Line> Lines, List<Pot> Left) Attributed(Reading reading, Unit unit, IReadOnlySet<string> together, Func<Unit, IReadOnlyList<Line>> of, IReadOnlyList<string> way, List<Pot> before)
    {
        var lines = of(unit);
        var passed = new PassedMoney(before.Select(p => p.Copy()));
        foreach (var from in lines.Where(l => l is { Measure: "income", Transfer.Length: > 0 } && together.Contains(l.Transfer)).GroupBy(l => l.Transfer, StringComparer.Ordinal))
        {
            if (Organisations.Unit(reading, unit.Year, from.Key) is { } payer)
            {
                var paying = way.Contains(payer.Code) ? of(payer) : Attributed(reading, payer, together, of, [.. way, payer.Code], []).Lines;
                passed.Fill([.. from], [.. paying.Where(l => l.Spending && l.Transfer == unit.Code)]);
            }
        }

        return passed._pots.Count == 0 ? (lines, []) : (lines.SelectMany(l => passed.Split(l, together)).ToList(), passed._pots.FindAll(p => p.Fen > 0 && p.Phase == "final"));
    }

    // What is left of earlier years' money; most units never received any.
    private static List<Pot> Before(Reading reading, Unit unit, IReadOnlySet<string> together, Func<Unit, IReadOnlyList<Line>> of)
    {
        var first = reading.Statements.Rows("SELECT MIN(year) FROM receipt WHERE unit = @unit AND transfer <> '' AND year < @year", r => r.IsDBNull(0) ? unit.Year : (int)r.GetInt64(0), ("unit", unit.Code), ("year", (long)unit.Year))[0];
        var left = new List<Pot>();
        for (var year = first; year < unit.Year; year++)
        {
            left = Organisations.Unit(reading, year, unit.Code) is { } then ? Attributed(reading, then, together, of, [then.Code], left).Left : left;
        }

        return left;
    }

    // The unit counts it among its own money; the department carries it in and out, and only the rest is distributed or used.
    private static IEnumerable<Line> Carrying(Unit unit, IReadOnlyList<Line> lines, List<Pot> before, List<Pot> left)
    {
        var own = lines.Where(Surplus).Sum(l => l.Measure == "surplus-distributed" ? l.Fen : -l.Fen) + before.Sum(p => p.Fen) - left.Sum(p => p.Fen);
        return [.. lines.Where(l => !Surplus(l)), .. before.Select(p => p.As(unit, "carried-in")), .. left.Select(p => p.As(unit, "carried-out")),
            .. own == 0 ? [] : new[] { Pot.Resource(unit, own > 0 ? "surplus-distributed" : "surplus-used", "", "", Math.Abs(own)) }];
    }

    private static bool Surplus(Line line) => line is { Phase: "final", Measure: "surplus-distributed" or "surplus-used" };

    // What is paid fills what is received, each once, in the order of the lines. The revised budget knows no receipts: it is what the payer may pay.
    private void Fill(IReadOnlyList<Line> received, IReadOnlyList<Line> paid)
    {
        if (received.FirstOrDefault(l => l.Phase == "final") is { } came)
        {
            _pots.AddRange(paid.Where(p => p.Phase == "revised").Select(p => new Pot("revised", came.Fund, p.Fund, p.Function, p.Fen)));
        }

        foreach (var phase in received.GroupBy(l => l.Phase, StringComparer.Ordinal))
        {
            var sources = paid.Where(p => p.Phase == phase.Key).Select(p => new Pot(phase.Key, "", p.Fund, p.Function, p.Fen)).ToList();
            foreach (var line in phase)
            {
                var left = line.Fen;
                foreach (var source in sources.Where(s => s.Fen > 0))
                {
                    var taken = Math.Min(left, source.Fen);
                    (left, source.Fen) = (left - taken, source.Fen - taken);
                    if (taken > 0)
                    {
                        _pots.Add(new Pot(phase.Key, line.Fund, source.Paid, source.Function, taken));
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

    private sealed class Pot(string phase, string received, string paid, string function, long fen)
    {
        public string Phase { get; } = phase;

        public string Received { get; } = received;

        public string Paid { get; } = paid;

        public string Function { get; } = function;

        public long Fen { get; set; } = fen;

        public Pot Copy() => new(Phase, Received, Paid, Function, Fen);

        public Line As(Unit unit, string measure) => Resource(unit, measure, Paid, Function, Fen);

        public static Line Resource(Unit unit, string measure, string fund, string function, long fen) => new() { Year = unit.Year, Unit = unit.Code, Phase = "final", Measure = measure, Fund = fund, Function = function, Fen = fen };
    }
}
