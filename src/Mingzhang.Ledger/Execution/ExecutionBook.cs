using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>一个单位一年的执行：its allotments with what was adjusted and paid, as they are at one entry of its chain.</summary>
internal sealed class ExecutionBook
{
    private readonly Dictionary<string, Allotment> _allotments;
    private readonly Dictionary<string, long> _adjusted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long[]> _paid = new(StringComparer.Ordinal);
    private HashSet<string>? _vouchers;

    public ExecutionBook(Reading reading, Unit unit)
    {
        Unit = unit;
        Closed = Closing.Of(reading, unit).Month;
        _allotments = Allotments.Of(reading, unit).ToDictionary(a => a.Id, StringComparer.Ordinal);
        Adjustments = [.. reading.All(Kinds.Adjustment, ("year", (long)unit.Year), ("unit", unit.Code)).Select(Adjustment.Of)];
        foreach (var adjustment in Adjustments)
        {
            Adjust(adjustment);
        }

        foreach (var sum in reading.Statements.Rows("SELECT allotment, month, SUM(fen) FROM payment WHERE year = @year AND unit = @unit GROUP BY allotment, month",
            r => new MonthSum(r.GetString(0), (int)r.GetInt64(1), Convert.ToInt64(r.GetValue(2), System.Globalization.CultureInfo.InvariantCulture)), ("year", (long)unit.Year), ("unit", unit.Code)))
        {
            Pay(sum.Allotment, sum.Month, sum.Fen);
        }

        Head = JournalTable.Head(reading.Statements, unit.Code);
    }

    public Unit Unit { get; }

    /// <summary>已结账的最后一月; 0 where none is.</summary>
    public int Closed { get; }

    /// <summary>所据的链头: while the chain has no later entry, nothing here is out of date.</summary>
    public ChainHead Head { get; private set; }

    public IReadOnlyList<Adjustment> Adjustments { get; }

    public IReadOnlyCollection<Allotment> All => _allotments.Values;

    public Allotment? Find(string id) => _allotments.GetValueOrDefault(id);

    /// <summary>调整预算数：what the reply gave, and what was added and taken since.</summary>
    public long Revised(Allotment allotment) => (allotment.Source == Allotment.Replied ? allotment.Line.Fen : 0) + _adjusted.GetValueOrDefault(allotment.Id);

    /// <summary>已付，到某月为止。</summary>
    public long Paid(Allotment allotment, int month = 12) => _paid.TryGetValue(allotment.Id, out var months) ? months.Take(month).Sum() : 0;

    /// <summary>尚可支付。</summary>
    public long Left(Allotment allotment) => Revised(allotment) - Paid(allotment);

    /// <summary>凭证号是否已用过; it is used from now on.</summary>
    public bool Used(Reading reading, string voucher) => !Vouchers(reading).Add(voucher);

    /// <summary>凭证号是否已用过。</summary>
    public bool Knows(Reading reading, string voucher) => Vouchers(reading).Contains(voucher);

    private HashSet<string> Vouchers(Reading reading) =>
        _vouchers ??= reading.Statements.Rows("SELECT voucher FROM payment WHERE year = @year AND unit = @unit", r => r.GetString(0), ("year", (long)Unit.Year), ("unit", Unit.Code)).ToHashSet(StringComparer.Ordinal);

    /// <summary>凭证号退还: the payment was refused for another reason.</summary>
    public void Free(string voucher) => _vouchers?.Remove(voucher);

    public void Pay(string allotment, int month, long fen)
    {
        if (!_paid.TryGetValue(allotment, out var months))
        {
            _paid[allotment] = months = new long[12];
        }

        months[month - 1] += fen;
    }

    public void Adjust(Adjustment adjustment)
    {
        _adjusted[adjustment.Given] = _adjusted.GetValueOrDefault(adjustment.Given) + adjustment.Fen;
        _adjusted[adjustment.Taken] = _adjusted.GetValueOrDefault(adjustment.Taken) - adjustment.Fen;
    }

    public void Add(Allotment allotment) => _allotments[allotment.Id] = allotment;

    /// <summary>写入之后的链头。</summary>
    public void MoveTo(ChainHead head) => Head = head;

    /// <summary>按科目和项目找指标：those that fit whatever is given.</summary>
    public IReadOnlyList<Allotment> Matching(Line asked) => [.. All.Where(a => Fits(asked.Fund, a.Line.Fund) && Fits(asked.Nature, a.Line.Nature) && Fits(asked.Function, a.Line.Function) && Fits(asked.Economic, a.Line.Economic)
        && Fits(asked.Project, a.Line.Project)).OrderBy(a => a.Id.Length).ThenBy(a => a.Id, StringComparer.Ordinal)];

    private static bool Fits(string asked, string has) => asked.Length == 0 || asked == has;

    private sealed record MonthSum(string Allotment, int Month, long Fen);
}
