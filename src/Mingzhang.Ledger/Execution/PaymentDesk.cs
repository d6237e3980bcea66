using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>支付的窗口：every way in (form, import, many writers at once) pays through here, so that all ask the same questions. What it knows of a unit it keeps from one writing to the next, and reads again as soon as the unit's chain has an entry that is not its own.</summary>
internal sealed class PaymentDesk(int year)
{
    private readonly Dictionary<string, ExecutionBook> _books = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OtherHeads> _others = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _contracted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _may = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Func<long, StoredRecord>>> _accepted = new(StringComparer.Ordinal);
    private Writing? _writing;

    /// <summary>开始一次写入。</summary>
    public void Begin(Writing writing)
    {
        _writing = writing;
        _may.Clear();
        _accepted.Clear();
        _contracted.Clear();
    }

    /// <summary>忘掉所知: the writing was not kept.</summary>
    public void Forget() => _books.Clear();

    /// <summary>某单位的执行; null after a refusal.</summary>
    public ExecutionBook? Book(string unit)
    {
        if (!_may.TryGetValue(unit, out var may))
        {
            _may[unit] = may = Unchanged(unit) || Open(unit);
        }

        return may ? _books[unit] : null;
    }

    // What the unit's year is, who may pay, and how far the process is stand in three chains: while none has a new entry, all is as it was.
    private bool Unchanged(string unit)
    {
        if (!_books.TryGetValue(unit, out var book) || !_others.TryGetValue(unit, out var others))
        {
            return false;
        }

        var heads = JournalTable.Heads(_writing!.Statements, unit, others.Chain, Organisations.CommonChain);
        if (heads.GetValueOrDefault(unit) != book.Head || heads.GetValueOrDefault(others.Chain) != others.Department || heads.GetValueOrDefault(Organisations.CommonChain) != others.Common)
        {
            return false;
        }

        _writing.Know(unit, book.Head);
        return true;
    }

    private bool Open(string unit)
    {
        var writing = _writing!;
        _books.Remove(unit);
        if (Organisations.Unit(writing, year, unit) is not { } found)
        {
            writing.Refuse($"{year} 年没有单位 {Problem.Shown(unit)}", $"there is no unit {Problem.Shown(unit)} in {year}", "用 mingzhang unit list 查看", "see mingzhang unit list");
            return false;
        }

        if (!Permission.Check(writing, "pay", found))
        {
            return false;
        }

        var chain = Sealing.DepartmentChain(found.Department);
        var heads = JournalTable.Heads(writing.Statements, unit, chain, Organisations.CommonChain);
        _books[unit] = new ExecutionBook(writing, found);
        _others[unit] = new OtherHeads(chain, heads.GetValueOrDefault(chain), heads.GetValueOrDefault(Organisations.CommonChain));
        return true;
    }

    /// <summary>检查并收下一笔; every fault is told with its field. What is taken is written by <see cref="Finish"/>.</summary>
    public bool Take(Payment payment, Action<string, Problem> fault)
    {
        var faults = 0;
        void Told(string field, Problem problem)
        {
            faults++;
            fault(field, problem);
        }

        if (Book(payment.Unit) is not { } book)
        {
            return false;
        }

        var day = Facts(book, payment, Told);
        var allotment = book.Find(payment.Allotment);
        if (allotment is null)
        {
            Told("allotment", Problem.Of($"{payment.Unit} 在 {year} 年没有指标“{Problem.Shown(payment.Allotment)}”", $"{payment.Unit} has no allotment '{Problem.Shown(payment.Allotment)}' in {year}", "用 mingzhang status 查看各指标", "see mingzhang status"));
        }

        if (faults > 0 || day is null || allotment is null || book.Used(_writing!, payment.Voucher))
        {
            return false;
        }

        if (payment.Reverses.Length > 0)
        {
            Refunds.Check(_writing!, book.Unit, payment, Told);
        }
        else if (payment.Fen > book.Left(allotment))
        {
            Told("fen", Problem.Of($"支付 {Fen.Yuan(payment.Fen)} 元超出指标 {allotment.Id}（{allotment.Chinese}）：调整预算 {Fen.Yuan(book.Revised(allotment))} 元，已付 {Fen.Yuan(book.Paid(allotment))} 元，尚余 {Fen.Yuan(book.Left(allotment))} 元",
                $"{Fen.Yuan(payment.Fen)} yuan is more than the allotment {allotment.Id} ({allotment.English}) has left: revised {Fen.Yuan(book.Revised(allotment))}, paid {Fen.Yuan(book.Paid(allotment))}, left {Fen.Yuan(book.Left(allotment))}", "核对金额和指标，或先调剂、追加", "compare amount and allotment, or have it adjusted first"));
        }

        if (faults == 0 && payment.Contract.Length > 0)
        {
            Contracts.CheckPaid(_writing!, book.Unit, payment, Pending(payment), Told);
        }

        if (faults > 0)
        {
            book.Free(payment.Voucher);
            return false;
        }

        Keep(book, payment, day.Value);
        return true;
    }

    /// <summary>单看这一笔的事实，不管指标: its day, amount and texts, and whether its voucher was used before; null where it has no day.</summary>
    public DateOnly? Facts(ExecutionBook book, Payment payment, Action<string, Problem> fault)
    {
        var day = Days.Check(book.Unit, book.Closed, payment.Day, fault);
        PaymentChecks.Amount(payment.Fen, fault);
        PaymentChecks.Text("voucher", payment.Voucher, required: true, fault);
        PaymentChecks.Text("payee", payment.Payee, required: false, fault);
        PaymentChecks.Text("details", payment.Details, required: false, fault);
        if (book.Knows(_writing!, payment.Voucher))
        {
            fault("voucher", Problem.Of($"凭证号 {payment.Voucher} 已经登记过", $"the voucher {payment.Voucher} is entered already", "同一份导出不要导入两次；确是另一笔时请核对凭证号", "do not import an export twice; compare the number where it is another payment"));
        }

        return day;
    }

    /// <summary>写入所收下的各笔。</summary>
    public void Finish()
    {
        foreach (var (unit, records) in _accepted)
        {
            _writing!.AddAll(unit, records);
            _books[unit].MoveTo(_writing.HeadOf(unit));
        }

        _accepted.Clear();
        _contracted.Clear();
    }

    // What this writing has taken under the contract and not written yet.
    private long Pending(Payment payment) => _contracted.GetValueOrDefault(payment.Unit + " " + payment.Contract);

    private void Keep(ExecutionBook book, Payment payment, DateOnly day)
    {
        var signed = payment.Reverses.Length > 0 ? -payment.Fen : payment.Fen;
        book.Pay(payment.Allotment, day.Month, signed);
        if (payment.Contract.Length > 0)
        {
            _contracted[payment.Unit + " " + payment.Contract] = Pending(payment) + signed;
        }

        if (!_accepted.TryGetValue(payment.Unit, out var records))
        {
            _accepted[payment.Unit] = records = [];
        }

        records.Add(seq => payment.Stored(book.Unit, day, seq));
    }

    private sealed record OtherHeads(string Chain, ChainHead? Department, ChainHead? Common);
}
