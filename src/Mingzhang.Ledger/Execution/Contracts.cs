using System.Globalization;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.Ledger.Execution;

/// <summary>合同：what was procured, of whom, and under which allotment; procurement is counted by contract.</summary>
internal sealed record Contract(string Day, string Number, string Allotment, string Procurement, string Size, bool Reserved, long Fen, string Supplier, string Details = "")
{
    /// <summary>供应商规模：large, medium and small (sme), or small and micro.</summary>
    public static readonly IReadOnlyList<string> Sizes = ["", "sme", "micro"];

    public static Contract Of(StoredRecord r) => new(r["day"], r["number"], r["allotment"], r["procurement"], r["size"], r.Is("reserved"), r.Whole("fen"), r["supplier"], r["details"]);

    public StoredRecord Stored(Unit unit, long seq) => new RecordValues().Set("year", unit.Year).Set("unit", unit.Code).Set("day", Day).Set("number", Number).Set("allotment", Allotment).Set("procurement", Procurement).Set("size", Size)
        .Set("reserved", Reserved).Set("fen", Fen).Set("supplier", Supplier).Set("details", Details).As(Kinds.Contract, string.Create(CultureInfo.InvariantCulture, $"{unit.Code}-{unit.Year}-{seq}"), unit.Code, 0);
}

/// <summary>合同的登记：never more than the allotments of the year give; paid never above its amount.</summary>
internal static class Contracts
{
    public static IReadOnlyList<Contract> Of(Reading reading, Unit unit) => [.. reading.All(Kinds.Contract, ("year", (long)unit.Year), ("unit", unit.Code)).Select(Contract.Of)];

    public static void Put(Writing writing, Unit unit, Contract contract)
    {
        if (!Permission.Check(writing, "pay", unit))
        {
            return;
        }

        var book = new ExecutionBook(writing, unit);
        void Fault(string field, Problem problem) => writing.Refuse(problem);

        // A contract moves no money, so a closed month takes it; a closed year does not, since its account counts contracts.
        var day = Days.Check(unit, Closing.Of(writing, unit).State.Length > 0 ? 12 : 0, contract.Day, Fault);
        PaymentChecks.Amount(contract.Fen, Fault);
        PaymentChecks.Text("supplier", contract.Supplier, required: false, Fault);
        PaymentChecks.Text("details", contract.Details, required: false, Fault);
        if (contract.Procurement is not ("goods" or "works" or "services") || !Contract.Sizes.Contains(contract.Size))
        {
            writing.Refuse($"合同 {Problem.Shown(contract.Number)} 的品类或供应商规模不能识别", $"contract {Problem.Shown(contract.Number)}: kind or size of the supplier is not known", "品类写货物、工程、服务；规模写中小企业、小微企业或不写", "the kinds are goods, works, services; the sizes sme, micro or none");
        }

        if (contract.Number.Trim().Length == 0 || contract.Number.Length > 60 || contract.Number.Any(char.IsControl))
        {
            writing.Refuse("合同没有编号，或编号过长", "the contract has no number, or too long a one", "请填写", "give it");
        }

        var others = Of(writing, unit);
        if (others.Any(c => c.Number == contract.Number))
        {
            writing.Refuse($"合同 {contract.Number} 已经登记过", $"the contract {contract.Number} is entered already", "另一份合同请用另一个编号", "give another contract another number");
        }

        if (book.Find(contract.Allotment) is not { } allotment)
        {
            writing.Refuse($"{unit.Code} 没有指标“{Problem.Shown(contract.Allotment)}”", $"{unit.Code} has no allotment '{Problem.Shown(contract.Allotment)}'", "用 mingzhang status 查看各指标", "see mingzhang status");
            return;
        }

        var bound = others.Where(c => c.Allotment == allotment.Id).Sum(c => c.Fen);
        if (bound + contract.Fen > book.Revised(allotment))
        {
            writing.Refuse($"合同 {contract.Number} {Fen.Yuan(contract.Fen)} 元超出指标 {allotment.Id}：调整预算 {Fen.Yuan(book.Revised(allotment))} 元，已签 {Fen.Yuan(bound)} 元", $"contract {contract.Number} of {Fen.Yuan(contract.Fen)} yuan is more than the allotment {allotment.Id} has: revised {Fen.Yuan(book.Revised(allotment))}, bound {Fen.Yuan(bound)}", "先追加或调剂", "have it adjusted first");
        }

        if (writing.Problems.Count == 0)
        {
            writing.AddAll(unit.Code, [seq => (contract with { Day = Days.Write(day!.Value) }).Stored(unit, seq)]);
        }
    }

    /// <summary>按合同支付：the contract is there, of the same allotment, and not overpaid.</summary>
    public static void CheckPaid(Reading reading, Unit unit, Payment payment, long pending, Action<string, Problem> fault)
    {
        var found = reading.All(Kinds.Contract, ("year", (long)unit.Year), ("unit", unit.Code), ("number", payment.Contract)).Select(Contract.Of).FirstOrDefault();
        if (found is null || found.Allotment != payment.Allotment)
        {
            fault("contract", Problem.Of(found is null ? $"没有登记合同 {Problem.Shown(payment.Contract)}" : $"合同 {payment.Contract} 用的是指标 {found.Allotment}", found is null ? $"there is no contract {Problem.Shown(payment.Contract)}" : $"the contract {payment.Contract} is under the allotment {found.Allotment}", "先登记合同，或改正编号", "enter the contract first, or mend its number"));
            return;
        }

        var paid = Paid(reading, unit, payment.Contract) + pending;
        if (payment.Reverses.Length == 0 && paid + payment.Fen > found.Fen)
        {
            fault("fen", Problem.Of($"支付 {Fen.Yuan(payment.Fen)} 元超出合同 {found.Number}：金额 {Fen.Yuan(found.Fen)} 元，已付 {Fen.Yuan(paid)} 元", $"{Fen.Yuan(payment.Fen)} yuan is more than the contract {found.Number} of {Fen.Yuan(found.Fen)} has left, of which {Fen.Yuan(paid)} is paid", "核对合同，或登记补充合同", "compare the contract, or enter a further one"));
        }
    }

    /// <summary>已签未付的合同。</summary>
    public static IEnumerable<Contract> Unpaid(Reading reading, Unit unit) => Of(reading, unit).Where(c => Paid(reading, unit, c.Number) == 0);

    private static long Paid(Reading reading, Unit unit, string number) => reading.All(Kinds.Payment, ("year", (long)unit.Year), ("unit", unit.Code), ("contract", number)).Sum(r => r.Whole("fen"));
}
