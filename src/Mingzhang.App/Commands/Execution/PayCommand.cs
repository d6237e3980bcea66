using System.Collections.Concurrent;
using System.CommandLine;
using System.Data.Common;
using System.Runtime.ExceptionServices;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Execution;

/// <summary>mingzhang pay：one payment, an export of many, or one a line from the standard input, each acknowledged once it is on the disk.</summary>
internal static class PayCommand
{
    private static readonly string[] Facts = ["voucher", "allotment", "yuan", "wan", "day", "reverses", "contract", "payee", "details"];

    public static Command Create(LedgerOptions options)
    {
        var unit = LedgerOptions.Optional("UNIT", "单位编码；导入时可由栏目决定 / code of the unit");
        var fields = ExecutionCommands.Described("voucher=凭证号 allotment=指标 yuan= 或 wan= day= contract=合同 payee=收款人 reverses=所退的凭证号");
        var list = LedgerOptions.Flag("--list", "列出各笔 / list them");
        var input = LedgerOptions.Flag("--stdin", "逐行读入，字段以制表符分开 / one a line, fields between tabs");
        var files = new TreasuryFiles();
        return options.Command("pay", "登记支付和退款 / enter payments and refunds", [unit, fields, list, input, .. files.Symbols], call => call.With(create: false, store =>
        {
            var code = call.Parsed.GetValue(unit);
            if (files.Given(call))
            {
                return files.Run(call, store, code, receipts: false);
            }

            if (code is null)
            {
                call.Tell([Problem.Of("没有写单位", "the unit is missing", "写单位编码，或用 --import 导入", "give its code, or --import")]);
                return ExitCodes.Unusable;
            }

            if (call.Parsed.GetValue(list))
            {
                return call.Say(Answer.Table(["id", "day", "voucher", "allotment", "yuan", "reverses", "contract", "payee", "details"], store.Read(r => Organisations.Unit(r, call.Year, code) is { } of
                    ? Payments.Of(r, of).Select(p => (IReadOnlyList<string>)[p.Id, p["day"], p["voucher"], p["allotment"], Fen.Yuan(p.Whole("fen")), p["reverses"], p["contract"], p["payee"], p["details"]]).ToList() : [])));
            }

            return call.Parsed.GetValue(input) ? Lines(call, store, code) : call.Write(store, w =>
            {
                var given = ExecutionCommands.Fields(w, call, fields, Facts);
                Payments.Put(w, call.Year, [Read(call, code, given, ExecutionCommands.Fen(w, given))]);
            }, () => Answer.Done("支付已登记", "the payment is kept"));
        }));
    }

    // Lines are handed over as they come and answered in their order: those that wait together are written together.
    private static int Lines(LedgerCall call, Store store, string unit)
    {
        var answers = new BlockingCollection<Answered>(1024);
        var failed = 0;
        DbException? broken = null;
        var printing = Task.Run(() =>
        {
            foreach (var (voucher, task) in answers.GetConsumingEnumerable())
            {
                IReadOnlyList<Problem> problems;
                try
                {
                    problems = task.GetAwaiter().GetResult();
                }
                catch (DbException e)
                {
                    // Told once, at the end; what waits behind it is still taken off the queue.
                    broken = e;
                    continue;
                }

                if (problems.Count > 0)
                {
                    failed++;
                    call.Tell(problems);
                }
                else
                {
                    call.Say(Answer.Done("已登记 " + voucher, "kept " + voucher));
                }
            }
        });
        using (var group = new GroupCommit(store, call.Year, call.Who, call.Why))
        {
            while (Console.In.ReadLine() is { } line)
            {
                var given = new GivenFields(line.Split('\t', StringSplitOptions.RemoveEmptyEntries), Facts);
                var fen = given.Fen() ?? 0;
                answers.Add(new Answered(given.Text("voucher", ""), given.Problems.Count > 0 ? Task.FromResult(given.Problems) : group.Put(Read(call, unit, given, fen))));
            }
        }

        answers.CompleteAdding();
        printing.GetAwaiter().GetResult();
        if (broken is not null)
        {
            ExceptionDispatchInfo.Throw(broken);
        }

        return failed > 0 ? ExitCodes.Found : ExitCodes.Clean;
    }

    private static Payment Read(LedgerCall call, string unit, GivenFields given, long fen) => new()
    {
        Unit = unit,
        Day = ExecutionCommands.Day(call, given),
        Voucher = given.Text("voucher", ""),
        Allotment = given.Text("allotment", ""),
        Fen = fen,
        Reverses = given.Text("reverses", ""),
        Contract = given.Text("contract", ""),
        Payee = given.Text("payee", ""),
        Details = given.Text("details", ""),
    };

    private sealed record Answered(string Voucher, Task<IReadOnlyList<Problem>> Task);
}
