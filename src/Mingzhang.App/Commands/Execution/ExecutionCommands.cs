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

    /// <summary>取字段; what is not understood is refused.</summary>
    public static T Of<T>(Writing w, GivenFields given, Func<GivenFields, T> read)
    {
        var before = given.Problems.Count;
        var value = read(given);
        given.Problems.Skip(before).ToList().ForEach(w.Refuse);
        return value;
    }

    /// <summary>金额; refused where it is none, and then <see cref="Mingzhang.Ledger.Execution.PaymentChecks.Unread"/>, so that the rest is looked at too.</summary>
    public static long Fen(Writing w, GivenFields given)
    {
        var before = w.Problems.Count;
        var fen = Of(w, given, g => g.Fen());
        if (fen is null && w.Problems.Count == before)
        {
            w.Refuse("没有写金额", "the amount is missing", "用 yuan= 或 wan= 写明", "give yuan= or wan=");
        }

        return fen ?? Mingzhang.Ledger.Execution.PaymentChecks.Unread;
    }

    /// <summary>写作日期的今天。</summary>
    public static string Day(LedgerCall call, GivenFields given) => given.Text("day", Mingzhang.Ledger.Execution.Days.Write(call.Today));
}
