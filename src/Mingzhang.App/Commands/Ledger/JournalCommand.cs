using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang ledger：the journal: proves it, tells where a figure comes from, writes it as text and reads it back, undoes an entry.</summary>
internal static class JournalCommand
{
    public static Command Create(LedgerOptions options) => new("ledger", "账本与日志 / the journal of the ledger") { Verify(options), History(options), Export(options), Import(options), Seal(options), Undo(options) };

    private static Command Verify(LedgerOptions options) => options.Command("verify", "查账：日志未被改写，各表与日志一致 / prove the journal and the tables", [], call => call.With(create: false, store =>
    {
        var verified = Verification.Of(store);
        if (verified.Faults.Count > 0)
        {
            call.Tell([.. verified.Faults.Select(f => new Problem(f, new Budget.Reason("请从备份恢复，并查明经过", "restore a backup, and find out what happened")))]);
            return ExitCodes.Found;
        }

        return call.Say(new Answer($"账本完好：{verified.Chains} 条链，{verified.Entries} 笔，其中 {verified.Sealed} 笔已封存", $"the ledger is sound: {verified.Chains} chains, {verified.Entries} entries, {verified.Sealed} of them sealed",
            new JsonObject { ["sound"] = true, ["chains"] = verified.Chains, ["entries"] = verified.Entries, ["sealed"] = verified.Sealed }));
    }, anyone: true));

    private static Command History(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "单位或部门编码 / code of a unit or a department");
        var at = QueryCommand.At();
        var line = LedgerOptions.Text("--line", "某一行的行号 / id of one line");
        return options.Command("history", "某个数字的来历 / where a figure comes from", [code, at, line], call => call.With(create: false, store =>
        {
            if (call.Parsed.GetValue(line) is { } id)
            {
                return call.Say(Answer.Table(["entry", "at", "who", "why", "was", "became"], store.Read(r => JournalTable.Of(r.Statements, "line", id).Select(e => (IReadOnlyList<string>)
                    [Number(e.Seq), e.At, e.Who, e.Why, Flat(e.Was), Flat(e.Became)]).ToList())));
            }

            return QueryCommand.Point(call, call.Parsed.GetValue(at)) is not { } point ? ExitCodes.Unusable : call.Say(Answer.Table(["entry", "at", "who", "why", "line", "change", "became", "note"],
                store.Read(r => Steps(r, call, call.Parsed.GetValue(code)!, point).ToList())));
        }));
    }

    // What the department's sum makes of money that its units pass to each other belongs to no entry, so it comes last: the figure is what is printed.
    private static IEnumerable<IReadOnlyList<string>> Steps(Mingzhang.Ledger.Storage.Reading r, LedgerCall call, string code, Budget.Point point)
    {
        var steps = FigureHistory.Of(r, Library.Standard, call.Year, code, point);
        foreach (var s in steps)
        {
            var note = s.With.Length == 0 ? "" : call.English ? $"passes between {s.Entry.Chain} and {s.With}: {Fen.Yuan(s.LeftOut)} left out on both sides" : $"{s.Entry.Chain} 与 {s.With} 的内部往来 {Fen.Yuan(s.LeftOut)} 元，双方都不计入合计";
            yield return [$"{s.Entry.Chain}#{Number(s.Entry.Seq)}", s.Entry.At, s.Entry.Who, s.Entry.Why, s.Entry.Id, Fen.Yuan(s.Change), Fen.Yuan(s.After), note];
        }

        var (sum, printed) = (steps.Count == 0 ? 0 : steps[^1].After, LedgerView.Of(r, Library.Standard, call.Year, code, published: false)?.At(point) ?? 0);
        if (sum != printed)
        {
            yield return ["", "", "", "", "", Fen.Yuan(printed - sum), Fen.Yuan(printed), call.English ? "what units spend of money that another passed to them counts to the fund that paid" : "用转拨资金办的事记在原来的资金性质下"];
        }
    }

    private static Command Export(LedgerOptions options)
    {
        var output = new Option<string?>("--output", "-o") { Description = "写到文件，默认标准输出 / output file" };
        return options.Command("export", "日志写成文字 / write the journal as text", [output], call => call.With(create: false, store =>
        {
            if (call.Parsed.GetValue(output) is { } path)
            {
                path = path.EndsWith(".txt", StringComparison.Ordinal) ? path : path + ".txt";
                Backup.Write(store, path);
                return call.Say(Answer.Done($"日志已写到 {path}", $"the journal is in {path}"));
            }

            if (call.Json)
            {
                return call.Say(Answer.Table(["chain", "seq", "at", "who", "kind", "id", "was", "became", "why", "previous", "hash"], store.Read(r => JournalTable.Chains(r.Statements).SelectMany(c => JournalTable.Chain(r.Statements, c))
                    .Select(e => (IReadOnlyList<string>)[e.Chain, Number(e.Seq), e.At, e.Who, e.Kind, e.Id, e.Was ?? "", e.Became ?? "", e.Why, e.Previous, e.Hash]).ToList())));
            }

            store.Read(r =>
            {
                JournalText.Write(r, Console.Out);
                return 0;
            });
            return ExitCodes.Clean;
        }));
    }

    private static Command Import(LedgerOptions options)
    {
        var file = LedgerOptions.Name("FILE", "export 所写的文字 / text that export wrote");
        return options.Command("import", "由文字建立账库 / make a ledger from the text", [file], call => BackupCommands.Restore(call, call.Parsed.GetValue(file)!));
    }

    private static Command Seal(LedgerOptions options) => options.Command("seal", "立即封存 / seal now", [], call => call.With(create: false, store => call.Write(store, Sealing.SealNow, () => Answer.Done("已封存", "sealed"))));

    private static Command Undo(LedgerOptions options)
    {
        var entry = LedgerOptions.Name("ENTRY", "哪一笔，如 700001#12 / entry, such as 700001#12");
        return options.Command("undo", "撤销一笔（另记一笔）/ undo an entry by another", [entry], call => call.With(create: false, store =>
        {
            var parts = call.Parsed.GetValue(entry)!.Split('#');
            if (parts.Length != 2 || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var seq))
            {
                call.Tell([Problem.Of($"“{call.Parsed.GetValue(entry)}”不是一笔日志", $"'{call.Parsed.GetValue(entry)}' is no entry", "写作 单位#号，见 mingzhang ledger history", "write unit#number, see mingzhang ledger history")]);
                return ExitCodes.Unusable;
            }

            return call.Write(store, w => Undoing.Do(w, Library.Standard, parts[0], seq, call.Why), () => Answer.Done("已撤销", "undone"));
        }));
    }

    private static string Flat(string? body) => (body ?? "").TrimEnd('\n').Replace("\n", "; ", StringComparison.Ordinal);

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
