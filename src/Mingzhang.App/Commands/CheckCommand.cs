using System.CommandLine;
using Mingzhang.Budget;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang check：reads, checks and reports.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = CommonOptions.Files();
        var format = CommonOptions.Format(ReportKinds.Names);
        var output = CommonOptions.Output();
        var language = CommonOptions.Language();
        var books = CommonOptions.Books();
        var failOn = new Option<string>("--fail-on") { Description = "退出码为 1 的最低程度 / least severity for exit code 1: error | warning | note", DefaultValueFactory = _ => "error" };
        failOn.AcceptOnlyFromAmong("error", "warning", "note");
        var command = new Command("check", "检查公开文本 / check disclosures") { files, format, output, language, books, failOn };
        var choices = new ChoiceOptions();
        choices.AddTo(command);
        var settings = new SettingsOptions();
        settings.AddTo(command);
        settings.AddDatesTo(command);
        var pairs = new PairOptions();
        pairs.AddTo(command);
        var ocr = new RecognitionOption();
        ocr.AddTo(command);
        var batch = new BatchOptions();
        batch.AddTo(command, resumable: true);
        command.SetAction(parsed =>
        {
            if (OutputFile.WouldReplace(parsed.GetValue(output), parsed.GetValue(files)!) || !ocr.Ready(parsed) || pairs.Of(parsed, parsed.GetValue(files)!) is not { } request)
            {
                return ExitCodes.Unusable;
            }

            if (settings.Of(parsed, request.Files, parsed.GetValue(books), choices) is not { } bases)
            {
                return ExitCodes.Unusable;
            }

            var kind = parsed.GetValue(format)!;
            var target = parsed.GetValue(output);
            using var sink = new ReportSink(target, ReportKinds.Frame(kind, SettingsOptions.Chosen(parsed, language, null) == "en"));
            if (!batch.Possible(parsed, sink))
            {
                return ExitCodes.Unusable;
            }

            var run = new CheckRun(request, bases, kind)
            {
                English = f => SettingsOptions.Chosen(parsed, language, bases[f].Settings.Language) == "en",
                Least = f => Enum.Parse<Severity>(SettingsOptions.Chosen(parsed, failOn, bases[f].Settings.FailOn?.ToString()), ignoreCase: true),
                Progress = (what, english, files) => batch.Progress(parsed, what, english, files, target is not null),
                Colour = target is null && kind == "text" && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null,
            };
            return run.Run(sink, batch.Finished(parsed, sink, target, () => FinishedReports.Mark(BatchOptions.Parts(bases, request, parsed.GetValue(books), parsed.GetValue(format)!, SettingsOptions.Chosen(parsed, language, null), ocr.Asked(parsed) ? "ocr" : ""))));
        });
        return command;
    }
}
