using System.CommandLine;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang unit end, merge, restore：a unit that is no more from a year on, with what it did before kept.</summary>
internal static class UnitEndingCommands
{
    public static Command End(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "单位编码 / code of the unit");
        return options.Command("end", "从 --year 年起停用单位，以前年度不变 / end a unit from --year on; earlier years stay", [code], call => call.With(create: false, store =>
            call.Write(store, w => Ending.End(w, call.Year, call.Parsed.GetValue(code)!, ""), () => Answer.Done($"单位 {call.Parsed.GetValue(code)} 从 {call.Year} 年起停用", $"unit {call.Parsed.GetValue(code)} is no more from {call.Year} on"))));
    }

    public static Command Merge(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "被并入的单位 / the unit that is no more");
        var into = LedgerOptions.Name("INTO", "接收单位 / the unit that takes it over");
        return options.Command("merge", "从 --year 年起并入另一单位，以前年度不变；上年数、人数和车辆不带过去 / merge a unit into another from --year on; earlier years stay, and figures of the year before, posts and vehicles are not carried over", [code, into], call => call.With(create: false, store =>
            call.Write(store, w => Ending.End(w, call.Year, call.Parsed.GetValue(code)!, call.Parsed.GetValue(into)!), () => Answer.Done($"单位 {call.Parsed.GetValue(code)} 从 {call.Year} 年起并入 {call.Parsed.GetValue(into)}", $"unit {call.Parsed.GetValue(code)} is part of {call.Parsed.GetValue(into)} from {call.Year} on"))));
    }

    public static Command Restore(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "单位编码 / code of the unit");
        return options.Command("restore", "撤回停用或并入 / take an end or a merger back", [code], call => call.With(create: false, store =>
            call.Write(store, w => Ending.Undo(w, call.Year, call.Parsed.GetValue(code)!), () => Answer.Done($"单位 {call.Parsed.GetValue(code)} 已恢复", $"unit {call.Parsed.GetValue(code)} is there again"))));
    }
}
