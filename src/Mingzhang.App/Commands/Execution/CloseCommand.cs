using System.CommandLine;
using Mingzhang.App.Commands.Ledger;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Ledger.Execution;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.App.Commands.Execution;

/// <summary>mingzhang close：months, the year, what is carried over, and the final account until it is published.</summary>
internal static class CloseCommand
{
    public static Command Create(LedgerOptions options) => new("close", "结账和决算 / close months and years, write the final account")
    {
        Units(options, "month", "结到某月 / close through a month", true, (w, u, call, month) => YearEnd.Month(w, u, month), "已结账", "closed"),
        Units(options, "reopen", "反结到某月（--why 写理由）/ open a month again", true, (w, u, call, month) => YearEnd.Reopen(w, u, month, call.Why), "已反结账", "open again"),
        Units(options, "year", "年结 / close the year", false, (w, u, _, _) => YearEnd.Year(w, u), "已年结", "the year is closed"),
        Carry(options), Reply(options), Words(options), Compose(options), Publish(options),
    };

    private static Argument<string> Code() => LedgerOptions.Name("CODE", "单位或部门编码 / code of a unit or a department");

    private static Command Units(LedgerOptions options, string name, string description, bool monthly, Action<Writing, Unit, LedgerCall, int> work, string done, string english)
    {
        var code = Code();
        var month = new Argument<int>("MONTH") { Description = "1–12" };
        return options.Command(name, description, monthly ? [code, month] : [code], call => call.With(create: false, store => call.Write(store, w =>
        {
            foreach (var unit in Named(w, call, code))
            {
                work(w, unit, call, monthly ? call.Parsed.GetValue(month) : 0);
            }
        }, () => Answer.Done($"{call.Parsed.GetValue(code)}：{done}", $"{call.Parsed.GetValue(code)}: {english}"))));
    }

    private static Command Carry(LedgerOptions options)
    {
        var (code, document) = (Code(), LedgerOptions.Name("DOCUMENT", "下达结转的文号 / document that hands it down"));
        return options.Command("carry", "把结转下达到下年 / hand down what was carried over to the next year", [code, document], call => call.With(create: false, store => call.Write(store, w =>
        {
            foreach (var unit in Named(w, call, code))
            {
                YearEnd.Carry(w, Library.Standard, unit, call.Parsed.GetValue(document)!);
            }
        }, () => Answer.Done("结转已下达", "what was carried over is handed down"))));
    }

    private static Command Reply(LedgerOptions options)
    {
        var (code, date) = (Code(), StepCommands.Date());
        return options.Command("reply", "批复决算 / reply to the final account", [code, date], call => call.With(create: false, store => StepCommands.Day(call, date) is not { } day ? ExitCodes.Unusable
            : call.Write(store, w => Accounts.Reply(w, call.Year, call.Parsed.GetValue(code)!, day), () => Answer.Done("决算已批复", "the final account is replied to"))));
    }

    private static Command Words(LedgerOptions options)
    {
        var code = Code();
        var key = LedgerOptions.Optional("KEY", "键；不给则列出 / key; lists them where none is given");
        var text = LedgerOptions.Optional("TEXT", "文字 / text");
        var carry = LedgerOptions.Flag("--carry", "带来上年的文字，待复核 / carry last year's over, to be reviewed");
        return options.Command("words", "决算的文字 / words of the final account", [code, key, text, carry], call => call.With(create: false, store =>
        {
            if (call.Parsed.GetValue(carry))
            {
                return call.Write(store, w => AccountWords.Carry(w, call.Year, call.Parsed.GetValue(code)!), () => Answer.Done("上年的文字已带来，待复核", "last year's words are carried over, to be reviewed"));
            }

            return call.Parsed.GetValue(key) is { } item && call.Parsed.GetValue(text) is { } said
                ? call.Write(store, w => AccountWords.Put(w, call.Year, call.Parsed.GetValue(code)!, item, said), () => Answer.Done("已保存", "kept"))
                : call.Say(Answer.Table(["key", "text", "reviewed"], store.Read(r => AccountWords.All(r, call.Year, call.Parsed.GetValue(code)!).Select(w => (IReadOnlyList<string>)[w["item"], w["said"].Replace('\n', ' '), w.Is("reviewed") ? "已复核" : "未复核"]).ToList())));
        }));
    }

    private static Command Compose(LedgerOptions options)
    {
        var (code, output, force) = (Code(), WriteCommand.Output(), WriteCommand.Force());
        return options.Command("compose", "写出决算底稿 / write the final account, as a draft", [code, output, force], call => call.With(create: false, store => Written(call, output, force, path =>
        {
            Composed? composed = null;
            return call.Write(store, w => ComposeCommand.Write(w, composed = FinalPublication.Compose(w, Library.Standard, call.Year, call.Parsed.GetValue(code)!, w.Refuse), path), () => Answer.Done($"决算底稿已写到 {path}，待填 {composed!.Gaps.Count} 处", $"the draft is in {path}, {composed.Gaps.Count} places are to be filled in"));
        })));
    }

    private static Command Publish(LedgerOptions options)
    {
        var (code, output, force, date, certificate, key) = (Code(), WriteCommand.Output(), WriteCommand.Force(), StepCommands.Date(), PublishedCertificate.Target(), PublishedCertificate.Key());
        return options.Command("publish", "公开决算：核对无误后写出并归档 / publish and file the final account once the checks find no error", [code, output, force, date, certificate, key], call => call.With(create: false, store => Written(call, output, force, path =>
        {
            if (StepCommands.Day(call, date) is not { } day || !PublishedOutput.Ready(path) || !PublishedCertificate.Ready(call, call.Parsed.GetValue(certificate), call.Parsed.GetValue(key), call.Parsed.GetValue(force)))
            {
                return ExitCodes.Unusable;
            }

            using var file = new StagedFile(path);
            using var proof = call.Parsed.GetValue(certificate) is { } target ? new StagedFile(target) : null;
            return call.Write(store, w =>
            {
                var named = call.Parsed.GetValue(code)!;
                var composed = FinalPublication.Publish(w, Library.Standard, call.Year, named, day);
                var replied = Organisations.Named(w, call.Year, named).Max(u => Closing.Of(w, u).Replied) ?? "";
                if (PublishedOutput.Keep(w, composed, file, new Published(call.Year, named, PublishedFile.Final, FinalPublication.Book, day, replied)) is { } bytes && proof is not null)
                {
                    PublishedCertificate.Of(w, call.Year, named, file, bytes, day, call.Parsed.GetValue(key)!, proof);
                }
            }, () =>
            {
                proof?.Place();
                file.Place();
                return Answer.Done($"决算已公开 {path}，并归档", $"the final account is published and filed, {path}");
            });
        })));
    }

    private static int Written(LedgerCall call, Option<string> output, Option<bool> force, Func<string, int> work)
    {
        var path = call.Parsed.GetValue(output)!;
        return WriteCommand.Format(path) is null || !OutputFile.MayWrite(path, call.Parsed.GetValue(force)) ? ExitCodes.Unusable : work(path);
    }

    private static IReadOnlyList<Unit> Named(Writing w, LedgerCall call, Argument<string> code)
    {
        var units = Organisations.Named(w, call.Year, call.Parsed.GetValue(code)!);
        if (units.Count == 0)
        {
            w.Refuse($"{call.Year} 年没有单位或部门 {call.Parsed.GetValue(code)}", $"there is no unit or department {call.Parsed.GetValue(code)} in {call.Year}", "用 mingzhang unit list 查看", "see mingzhang unit list");
        }

        return units;
    }
}
