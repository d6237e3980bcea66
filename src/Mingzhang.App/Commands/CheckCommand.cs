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
        var beside = new BesideReports();
        beside.AddTo(command);
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
            if (!batch.Possible(parsed, sink) || !beside.Possible(parsed, request.Files.Length) || !ForFile(kind, target, request.Files.Length, sink))
            {
                return ExitCodes.Unusable;
            }

            var run = new CheckRun(request, bases, kind)
            {
                English = f => SettingsOptions.Chosen(parsed, language, bases[f].Settings.Language) == "en",
                Least = f => Enum.Parse<Severity>(SettingsOptions.Chosen(parsed, failOn, bases[f].Settings.FailOn?.ToString()), ignoreCase: true),
                Progress = (what, english, files) => batch.Progress(parsed, what, english, files, target is not null),
                Beside = beside,
                Colour = Painting.Wanted(target, kind),
            };
            var code = run.Run(sink, batch.Finished(parsed, sink, target, () => FinishedReports.Mark(BatchOptions.Parts(bases, request, parsed.GetValue(books), parsed.GetValue(format)!, SettingsOptions.Chosen(parsed, language, null), ocr.Asked(parsed) ? "ocr" : ""))));
            var first = bases[request.Files[0]];
            beside.End(first.Library, SettingsOptions.Chosen(parsed, language, first.Settings.Language) == "en");
            return code;
        });
        return command;
    }

    // The form is a file, and one of each document.
    private static bool ForFile(string kind, string? target, int files, ReportSink sink)
    {
        if (kind != ReportKinds.Inspection || sink.Folder || (target is not null && files == 1))
        {
            return true;
        }

        Messages.Fail("检查表是 Excel 文件，每份文本一个", "the inspection form is an Excel file, one for each document", "请加 -o 文件.xlsx，多份时加 -o 文件夹/", "add -o FILE.xlsx, or -o FOLDER/ for several");
        return false;
    }
}
