using System.CommandLine;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Imports;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.App.Commands.Execution;

/// <summary>mingzhang receive：receipts by source, one or an export of many.</summary>
internal static class ReceiveCommand
{
    private static readonly string[] Facts = ["voucher", "fund", "function", "yuan", "wan", "day", "reverses", "transfer", "details"];

    public static Command Create(LedgerOptions options)
    {
        var unit = LedgerOptions.Optional("UNIT", "单位编码；导入时可由栏目决定 / code of the unit");
        var fields = ExecutionCommands.Described("voucher=凭证号 fund=资金性质 function=支出功能分类 yuan= 或 wan= day= reverses=所冲回的凭证号 transfer=对方单位");
        var list = LedgerOptions.Flag("--list", "按来源和月列出 / list them by source and month");
        var files = new TreasuryFiles();
        return options.Command("receive", "登记收款 / enter receipts", [unit, fields, list, .. files.Symbols], call => call.With(create: false, store =>
        {
            var code = call.Parsed.GetValue(unit);
            if (files.Given(call))
            {
                return files.Run(call, store, code, receipts: true);
            }

            if (code is null || store.Read(r => Organisations.Unit(r, call.Year, code)) is not { } of)
            {
                call.Tell([Problem.Of($"{call.Year} 年没有单位 {code}", $"there is no unit {code} in {call.Year}", "写单位编码，或用 --import 导入", "give its code, or --import")]);
                return ExitCodes.Unusable;
            }

            if (call.Parsed.GetValue(list))
            {
                return call.Say(Answer.Table(["fund", "month", "yuan"], store.Read(r => Receipts.Of(r, of).GroupBy(x => new { Fund = x["fund"], Month = x.Whole("month") }).OrderBy(g => g.Key.Fund, StringComparer.Ordinal).ThenBy(g => g.Key.Month)
                    .Select(g => (IReadOnlyList<string>)[g.Key.Fund, g.Key.Month.ToString(System.Globalization.CultureInfo.InvariantCulture), Fen.Yuan(g.Sum(x => x.Whole("fen")))]).ToList())));
            }

            return call.Write(store, w =>
            {
                var given = ExecutionCommands.Fields(w, call, fields, Facts);
                var fund = given.Text("fund", "");
                fund = new ImportCells(Library.Standard, call.Year).Fund(fund) ?? fund;
                var receipts = new Receipts(w, Library.Standard, of);
                receipts.Take(new Receipt { Unit = of.Code, Day = ExecutionCommands.Day(call, given), Voucher = given.Text("voucher", ""), Fund = fund, Function = given.Text("function", ""), Fen = ExecutionCommands.Fen(w, given), Reverses = given.Text("reverses", ""), Transfer = given.Text("transfer", ""), Details = given.Text("details", "") }, (_, p) => w.Refuse(p));
                receipts.Finish();
            }, () => Answer.Done("收款已登记", "the receipt is kept"));
        }));
    }
}
