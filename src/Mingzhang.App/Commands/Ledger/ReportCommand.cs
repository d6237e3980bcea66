using System.CommandLine;
using System.Globalization;
using Mingzhang.Forms;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Publishing;
using Mingzhang.Publishing;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang report：the way of a report from its draft to publication: checked, offered, returned or passed, and corrected later.</summary>
internal static class ReportCommand
{
    public static Command Create(LedgerOptions options) => new("report", "公开文本的校验、报审、退回、通过、更正 / check, offer, return, pass or correct a report")
    {
        Verify(options),
        Step(options, "offer", "报审 / offer it for review", "offer"),
        Step(options, "return", "退回，用 --why 写理由 / return it, with --why", "report-return"),
        Step(options, "pass", "审核通过，不能由报审人本人办理 / pass it; not by who offered it", "pass"),
        Step(options, "amend", "更正已公开的文本，用 --why 写理由 / correct what is published, with --why", "amend"),
        State(options), Versions(options),
    };

    private static Command Verify(LedgerOptions options)
    {
        var (code, book) = (Code(), ComposeCommand.Book());
        return options.Command("check", "校验：无缺文、已复核、核对无错误 / nothing missing, all reviewed, no error found", [code, book], call => call.With(create: false, store =>
            ComposeCommand.Chosen(call, call.Parsed.GetValue(book)!) is not { } chosen ? ExitCodes.Unusable
                : call.Write(store, w => Publication.Verify(w, Library.Standard, chosen, call.Year, call.Parsed.GetValue(code)!, call.Today), () => Done(call.Parsed.GetValue(code)!, "check"))));
    }

    private static Command Step(LedgerOptions options, string name, string description, string action)
    {
        var code = Code();
        return options.Command(name, description, [code], call => call.With(create: false, store =>
            call.Write(store, w => Movement.Report(w, action, call.Year, call.Parsed.GetValue(code)!, call.Today), () => Done(call.Parsed.GetValue(code)!, action))));
    }

    private static Command State(LedgerOptions options)
    {
        var code = Code();
        return options.Command("state", "公开文本的状态 / the state of the report", [code], call => call.With(create: false, store => call.Say(Answer.Table(["code", "name", "state", "report", "replied", "published", "corrected"], store.Read(r =>
            Organisations.Owner(r, call.Year, call.Parsed.GetValue(code)!) is not { } owner ? [] : (IReadOnlyList<IReadOnlyList<string>>)[Row(call, owner, Stage.Of(r, owner))])))));
    }

    private static Command Versions(LedgerOptions options)
    {
        var code = Code();
        return options.Command("versions", "公开过的各版本，原件在档案里 / the versions that were published, whose bytes are in the archive", [code], call => call.With(create: false, store => call.Say(Answer.Table(["account", "version", "published", "book", "file", "sha256"],
            store.Read(r => new[] { PublishedFile.Budget, PublishedFile.Final }.SelectMany(account => PublishedFile.Of(r, call.Year, call.Parsed.GetValue(code)!, account).Select(p => (IReadOnlyList<string>)
                [call.Json ? account : account == PublishedFile.Final ? "决算 final" : "预算 budget", p.Number.ToString(CultureInfo.InvariantCulture), p.Day, p.Book, p.File, p.Hash])).ToList())))));
    }

    private static IReadOnlyList<string> Row(LedgerCall call, Unit owner, Stage stage) =>
        [owner.Code, owner.Name, call.Word(Steps.State(stage.State)), call.Word(Steps.ReportState(stage.Report)), stage.Replied, stage.Published, stage.Corrected];

    private static Argument<string> Code() => LedgerOptions.Name("CODE", "单位或部门编码 / code of a unit or a department");

    private static Answer Done(string code, string action)
    {
        var name = Steps.Name(action);
        return Answer.Done($"{code}：{name.Chinese}，已办", $"{code}: {name.English}, done");
    }
}
