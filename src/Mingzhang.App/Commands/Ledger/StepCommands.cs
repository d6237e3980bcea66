using System.CommandLine;
using System.Globalization;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>流程各命令：submit, return, approve, reply. What a step needs is in the table of steps.</summary>
internal static class StepCommands
{
    public static IEnumerable<Command> Create(LedgerOptions options) =>
    [
        // A department is not submitted but gathered, from what its units submitted.
        Step(options, "submit", "送审；部门编码则汇总报财政 / submit a unit, or gather a department", (r, call, code) => Organisations.Department(r, call.Year, code) is null ? "submit" : "gather"),
        Step(options, "return", "退回 / return", (_, _, _) => "return"),
        Step(options, "approve", "审核通过 / approve", (_, _, _) => "approve"),
        Step(options, "reply", "批复（二下），其日期起算二十日 / reply; its date starts the twenty days", (_, _, _) => "reply"),
    ];

    /// <summary>日期的选项。</summary>
    public static Option<string?> Date() => LedgerOptions.Text("--date", "日期 yyyy-MM-dd，默认今天 / day, today where none is given");

    /// <summary>所给的日期; null after a message.</summary>
    public static DateOnly? Day(LedgerCall call, Option<string?> option)
    {
        if (call.Parsed.GetValue(option) is not { } text)
        {
            return call.Today;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        call.Tell([Problem.Of($"“{text}”不是日期", $"'{text}' is no day", "请写如 2026-02-10", "write it like 2026-02-10")]);
        return null;
    }

    private static Command Step(LedgerOptions options, string name, string description, Func<Reading, LedgerCall, string, string> action)
    {
        var code = LedgerOptions.Name("CODE", "单位或部门编码 / code of a unit or a department");
        var date = Date();
        return options.Command(name, description, [code, date], call => call.With(create: false, store =>
        {
            if (Day(call, date) is not { } day)
            {
                return ExitCodes.Unusable;
            }

            var step = "";
            return call.Write(store, w => Movement.Do(w, step = action(w, call, call.Parsed.GetValue(code)!), call.Year, call.Parsed.GetValue(code)!, day), () =>
            {
                var done = Steps.Name(step);
                return Answer.Done($"{call.Parsed.GetValue(code)}：{done.Chinese.Split('（')[0]}，已办", $"{call.Parsed.GetValue(code)}: {done.English.Split(',')[0]}, done");
            });
        }));
    }
}
