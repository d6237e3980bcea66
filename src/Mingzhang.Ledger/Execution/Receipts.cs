using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>收款：income of one source on one day; what is paid back is an entry of its own.</summary>
internal sealed record Receipt
{
    public string Unit { get; init; } = "";

    public required string Day { get; init; }

    public required string Voucher { get; init; }

    /// <summary>资金来源。</summary>
    public required string Fund { get; init; }

    /// <summary>支出功能分类项: the tables of final accounts list income by it.</summary>
    public required string Function { get; init; }

    public required long Fen { get; init; }

    public string Reverses { get; init; } = "";

    /// <summary>对方单位, for money between units.</summary>
    public string Transfer { get; init; } = "";

    public string Details { get; init; } = "";

    public StoredRecord Stored(Unit unit, DateOnly day, long seq) => new RecordValues().Set("year", unit.Year).Set("unit", unit.Code).Set("month", day.Month).Set("day", Days.Write(day)).Set("voucher", Voucher).Set("fund", Fund)
        .Set("function", Function).Set("fen", Reverses.Length > 0 ? -Fen : Fen).Set("reverses", Reverses).Set("transfer", Transfer).Set("details", Details)
        .As(Kinds.Receipt, string.Create(CultureInfo.InvariantCulture, $"{unit.Code}-{unit.Year}-{seq}"), unit.Code, 0);
}

/// <summary>收款的登记：one unit's, checked one by one and written together.</summary>
internal sealed class Receipts(Writing writing, Library library, Unit unit)
{
    private readonly bool _may = Permission.Check(writing, "pay", unit);
    private readonly int _closed = Closing.Of(writing, unit).Month;
    private readonly Dictionary<string, StoredRecord> _known = writing.All(Kinds.Receipt, ("year", (long)unit.Year), ("unit", unit.Code)).ToDictionary(r => r["voucher"], StringComparer.Ordinal);
    private readonly List<Func<long, StoredRecord>> _accepted = [];

    public static IReadOnlyList<StoredRecord> Of(Reading reading, Unit unit) => reading.All(Kinds.Receipt, ("year", (long)unit.Year), ("unit", unit.Code));

    public bool Take(Receipt receipt, Action<string, Problem> fault)
    {
        if (!_may)
        {
            return false;
        }

        var faults = 0;
        void Told(string field, Problem problem)
        {
            faults++;
            fault(field, problem);
        }

        var day = Days.Check(unit, _closed, receipt.Day, Told);
        PaymentChecks.Amount(receipt.Fen, Told);
        PaymentChecks.Text("voucher", receipt.Voucher, required: true, Told);
        PaymentChecks.Text("details", receipt.Details, required: false, Told);
        if (library.Space.Member("fund", receipt.Fund) is not { } fund || library.Space.Children(fund).Count > 0)
        {
            Told("fund", Problem.Of($"“{Problem.Shown(receipt.Fund)}”不是一种资金来源", $"'{Problem.Shown(receipt.Fund)}' is no single source of money", "如 一般公共预算、事业收入、其他收入", "such as general, operating or other"));
        }

        if (receipt.Function.Length != 7 || library.Catalogues["functions"].Find(receipt.Function, unit.Year) is null)
        {
            var near = Nearest.Of(library.Catalogues["functions"], receipt.Function, unit.Year, 7);
            Told("function", Problem.Of($"{unit.Year} 年没有支出功能分类项 {Problem.Shown(receipt.Function)}", $"there is no function {Problem.Shown(receipt.Function)} in {unit.Year}", near.Count > 0 ? "是不是 " + string.Join('、', near.Select(n => $"{n.Code} {n.Name}")) : "决算按它列示收入，请填写", near.Count > 0 ? "did you mean " + string.Join(", ", near.Select(n => n.Code)) : "final accounts list income by it"));
        }

        if (receipt.Transfer.Length > 0 && (receipt.Transfer == unit.Code || Organisations.Unit(writing, unit.Year, receipt.Transfer) is null))
        {
            Told("transfer", Problem.Of($"对方单位 {Problem.Shown(receipt.Transfer)} 不是其他单位", $"{Problem.Shown(receipt.Transfer)} is no other unit", "账库以外的来源不填对方单位", "sources outside the ledger are not named there"));
        }

        if (faults > 0 || day is null)
        {
            return false;
        }

        if (_known.ContainsKey(receipt.Voucher))
        {
            Told("voucher", Problem.Of($"凭证号 {receipt.Voucher} 已经登记过", $"the voucher {receipt.Voucher} is entered already", "同一份导出不要导入两次；确是另一笔时请核对凭证号", "do not import an export twice; compare the number where it is another receipt"));
            return false;
        }

        if (receipt.Reverses.Length > 0 && !Returns(receipt, Told))
        {
            return false;
        }

        var record = receipt.Stored(unit, day.Value, 0);
        _known[receipt.Voucher] = record;
        _accepted.Add(seq => receipt.Stored(unit, day.Value, seq));
        return true;
    }

    public void Finish()
    {
        writing.AddAll(unit.Code, _accepted);
        _accepted.Clear();
    }

    // Nothing below zero: what goes back is never more than what came.
    private bool Returns(Receipt receipt, Action<string, Problem> fault)
    {
        if (!_known.TryGetValue(receipt.Reverses, out var came) || came["reverses"].Length > 0)
        {
            fault("reverses", Problem.Of($"所冲回的凭证 {Problem.Shown(receipt.Reverses)} 没有登记过收款", $"there is no receipt {Problem.Shown(receipt.Reverses)} to be taken back", "先登记原来的收款", "enter the receipt first"));
            return false;
        }

        var before = _known.Values.Where(r => r["reverses"] == receipt.Reverses).Sum(r => -r.Whole("fen"));
        if (came["fund"] == receipt.Fund && came["function"] == receipt.Function && before + receipt.Fen <= came.Whole("fen"))
        {
            return true;
        }

        fault("fen", Problem.Of($"冲回 {Fen.Yuan(receipt.Fen)} 元超出原收款 {Fen.Yuan(came.Whole("fen"))} 元（已冲 {Fen.Yuan(before)} 元），或来源、科目不同", $"{Fen.Yuan(receipt.Fen)} yuan cannot be taken back from a receipt of {Fen.Yuan(came.Whole("fen"))} ({Fen.Yuan(before)} taken before), or it is of another source", "请核对", "compare them"));
        return false;
    }
}
