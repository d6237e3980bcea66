using System.CommandLine;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Storage;

namespace Mingzhang.App.Commands.Execution;

/// <summary>执行各命令：adjust, receive, pay, contract, event, perform, close, rollup, demo.</summary>
internal static class ExecutionCommands
{
    public static IEnumerable<Command> Create(LedgerOptions options) =>
    [
        AdjustCommand.Create(options), ReceiveCommand.Create(options), PayCommand.Create(options), ContractCommand.Create(options), EventCommand.Create(options), PerformCommand.Create(options),
        CloseCommand.Create(options), RollUpCommand.Create(options), DemoCommand.Create(options),
    ];

    /// <summary>单位编码的参数。</summary>
    public static Argument<string> UnitCode() => LedgerOptions.Name("UNIT", "单位编码 / code of the unit");

    /// <summary>所指的单位; null after a refusal.</summary>
    public static Unit? Unit(Writing w, LedgerCall call, Argument<string> argument)
    {
        var code = call.Parsed.GetValue(argument)!;
        if (Organisations.Unit(w, call.Year, code) is { } unit)
        {
            return unit;
        }

        w.Refuse($"{call.Year} 年没有单位 {code}", $"there is no unit {code} in {call.Year}", "用 mingzhang unit list 查看", "see mingzhang unit list");
        return null;
    }

    /// <summary>字段中的错误。</summary>
    public static GivenFields Fields(Writing w, LedgerCall call, Argument<string[]> fields, params string[] known)
    {
        var given = new GivenFields(call.Parsed.GetValue(fields)!, known);
        foreach (var problem in given.Problems)
        {
            w.Refuse(problem);
        }

        return given;
    }

    /// <summary>带说明的字段参数。</summary>
    public static Argument<string[]> Described(string description)
    {
        var fields = LedgerOptions.Fields();
        fields.Description = description;
        return fields;
    }

    /// <summary>金额; refused where it is none.</summary>
    public static long Fen(Writing w, GivenFields given)
    {
        var before = given.Problems.Count;
        var fen = given.Fen();
        foreach (var problem in given.Problems.Skip(before))
        {
            w.Refuse(problem);
        }

        if (fen is null && given.Problems.Count == before)
        {
            w.Refuse("没有写金额", "the amount is missing", "用 yuan= 或 wan= 写明", "give yuan= or wan=");
        }

        return fen ?? 0;
    }

    /// <summary>写作日期的今天。</summary>
    public static string Day(LedgerCall call, GivenFields given) => given.Text("day", Mingzhang.Ledger.Execution.Days.Write(call.Today));
}
