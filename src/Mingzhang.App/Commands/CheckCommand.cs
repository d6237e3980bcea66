using System.CommandLine;
using Mingzhang.Budget;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang check：reads, checks and reports.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = CommonOptions.Files();
        var format = CommonOptions.Format("text", "json");
        var output = CommonOptions.Output();
        var language = CommonOptions.Language();
        var books = CommonOptions.Books();
        var failOn = new Option<string>("--fail-on") { Description = "退出码为 1 的最低程度 / least severity for exit code 1: error | warning | note", DefaultValueFactory = _ => "error" };
        failOn.AcceptOnlyFromAmong("error", "warning", "note");
        var command = new Command("check", "检查公开文本 / check disclosures") { files, format, output, language, books, failOn };
        command.SetAction(parsed =>
        {
            if (CommonOptions.Load(parsed.GetValue(books)) is not { } library)
            {
                return ExitCodes.Unusable;
            }

            var sink = new ReportSink(parsed.GetValue(output), parsed.GetValue(format) == "json", parsed.GetValue(language) == "en");
            var least = Enum.Parse<Severity>(parsed.GetValue(failOn)!, ignoreCase: true);
            var code = ExitCodes.Clean;
            var names = parsed.GetValue(files)!;
            sink.Begin(names.Length);
            foreach (var (file, result) in Batch.Run(names, f => Batch.Check(f, library) is { } report ? new Checked(report.Worst, IsNothing(report), sink.Render(report)) : null))
            {
                if (result is null)
                {
                    code = ExitCodes.Unusable;
                    continue;
                }

                sink.Write(file, result.Rendered);
                code = Math.Max(code, result.Nothing ? ExitCodes.Unusable : result.Worst >= least ? ExitCodes.Found : ExitCodes.Clean);
            }

            sink.End();
            return code;
        });
        return command;
    }

    // No title, no book, not one amount: nothing of a disclosure was read.
    private static bool IsNothing(Report report) =>
        report.Disclosure.Facts is { Kind: DocumentKind.Unknown, Book: null } && !report.Disclosure.Statements.Any(s => s is AmountStatement { Amount: not null });

    private sealed record Checked(Severity? Worst, bool Nothing, byte[] Rendered);
}
