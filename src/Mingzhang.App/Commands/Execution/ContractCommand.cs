using System.CommandLine;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.App.Commands.Execution;

/// <summary>mingzhang contract：contracts of procurement, with the size of the supplier.</summary>
internal static class ContractCommand
{
    private static readonly string[] Facts = ["allotment", "procurement", "size", "reserved", "yuan", "wan", "supplier", "day", "details"];

    public static Command Create(LedgerOptions options)
    {
        var unit = ExecutionCommands.UnitCode();
        var number = LedgerOptions.Optional("NUMBER", "合同编号；不给则列出 / number; lists them where none is given");
        var fields = ExecutionCommands.Described("allotment=指标 procurement=货物|工程|服务 size=中小企业|小微企业 reserved=是 yuan= 或 wan= supplier= day=");
        return options.Command("contract", "登记合同 / enter contracts", [unit, number, fields], call => call.With(create: false, store =>
        {
            if (call.Parsed.GetValue(number) is not { } named)
            {
                return call.Say(Answer.Table(["number", "day", "allotment", "procurement", "size", "yuan", "supplier"], store.Read(r => Organisations.Unit(r, call.Year, call.Parsed.GetValue(unit)!) is { } of
                    ? Contracts.Of(r, of).Select(c => (IReadOnlyList<string>)[c.Number, c.Day, c.Allotment, c.Procurement, c.Size, Fen.Yuan(c.Fen), c.Supplier]).ToList() : [])));
            }

            return call.Write(store, w =>
            {
                if (ExecutionCommands.Unit(w, call, unit) is not { } of)
                {
                    return;
                }

                var given = ExecutionCommands.Fields(w, call, fields, Facts);
                var size = ExecutionCommands.Of(w, given, g => g.Known("size", ImportCells.Sme, "")).Replace("sme/", "", StringComparison.Ordinal);
                var contract = new Contract(ExecutionCommands.Day(call, given), named, given.Text("allotment", ""), ExecutionCommands.Of(w, given, g => g.Known("procurement", ImportCells.Procurement, "")), size, ExecutionCommands.Of(w, given, g => g.Flag("reserved", false)), ExecutionCommands.Fen(w, given), given.Text("supplier", ""), given.Text("details", ""));
                Contracts.Put(w, of, contract);
            }, () => Answer.Done($"合同 {named} 已登记", $"contract {named} is kept"));
        }));
    }
}
