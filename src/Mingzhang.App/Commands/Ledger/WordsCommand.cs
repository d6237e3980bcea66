using System.CommandLine;
using Mingzhang.Documents.Writing;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Publishing;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang words：reasons and free text by key, and counts, of a unit or a department.</summary>
internal static class WordsCommand
{
    public static Command Create(LedgerOptions options) => new("words", "文字和数量 / words and counts") { Put(options), List(options), Reasons(options), Carry(options), Review(options) };

    private static Argument<string> Owner() => LedgerOptions.Name("OWNER", "单位或部门编码 / code of a unit or a department");

    private static Command Put(LedgerOptions options)
    {
        var owner = Owner();
        var key = LedgerOptions.Name("KEY", "键，如 duties、\"why 三公/reception\" / key");
        var text = LedgerOptions.Name("TEXT", "文字 / text");
        var count = LedgerOptions.Flag("--count", "是数量 / it is a count");
        return options.Command("set", "写下 / write", [owner, key, text, count], call => call.With(create: false, store => call.Write(store,
            w => WordFigures.Put(w, Library.Standard, call.Year, call.Parsed.GetValue(owner)!, Words.Sorts[call.Parsed.GetValue(count) ? 1 : 0], call.Parsed.GetValue(key)!, call.Parsed.GetValue(text)!),
            () => Answer.Done("已保存", "kept"))));
    }

    private static Command List(LedgerOptions options)
    {
        var owner = Owner();
        return options.Command("list", "列出 / list", [owner], call => call.With(create: false, store => call.Say(Answer.Table(["sort", "key", "text", "reviewed"],
            store.Read(r => Words.All(r, call.Year, call.Parsed.GetValue(owner)!).Select(w => (IReadOnlyList<string>)[w["sort"], w["item"], w["said"].Replace('\n', ' '), w.Is("reviewed") ? "已复核" : "未复核"]).ToList())))));
    }

    private static Command Reasons(LedgerOptions options)
    {
        var (owner, book) = (Owner(), ComposeCommand.Book());
        return options.Command("reasons", "要说明原因的变动：哪些项带动，所写的原因说到多少 / changes that want a reason: what drives them, how much of each the reason names", [owner, book], call => call.With(create: false, store =>
        {
            if (ComposeCommand.Chosen(call, call.Parsed.GetValue(book)!) is not { } chosen)
            {
                return ExitCodes.Unusable;
            }

            if (store.Read(r => LedgerDraft.Of(r, Library.Standard, call.Year, call.Parsed.GetValue(owner)!)) is not { } draft)
            {
                call.Tell([Problem.Of($"{call.Year} 年没有单位或部门 {call.Parsed.GetValue(owner)}", $"there is no unit or department {call.Parsed.GetValue(owner)} in {call.Year}", "用 mingzhang unit list 查看", "see mingzhang unit list")]);
                return ExitCodes.Found;
            }

            return call.Say(ReasonsAnswer.Of(ReasonedChange.Of(Library.Standard, chosen, draft)));
        }));
    }

    private static Command Carry(LedgerOptions options)
    {
        var owner = Owner();
        return options.Command("carry", "带来上年的文字，待复核 / carry last year's words over, to be reviewed", [owner], call => call.With(create: false, store =>
        {
            var carried = 0;
            return call.Write(store, w => carried = Words.Carry(w, call.Year, call.Parsed.GetValue(owner)!), () => Answer.Done($"带来 {carried} 条，待复核", $"carried over {carried}, to be reviewed"));
        }));
    }

    private static Command Review(LedgerOptions options)
    {
        var owner = Owner();
        var key = LedgerOptions.Optional("KEY", "键；不给则全部 / key; all where none is given");
        return options.Command("review", "复核无误 / the words stand", [owner, key], call => call.With(create: false, store => call.Write(store,
            w => WordFigures.Review(w, Library.Standard, call.Year, call.Parsed.GetValue(owner)!, call.Parsed.GetValue(key)), () => Answer.Done("已复核", "reviewed"))));
    }
}
