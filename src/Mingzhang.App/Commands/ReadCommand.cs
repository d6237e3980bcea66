using System.CommandLine;
using System.Text;
using Mingzhang.Documents.Reports;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang read：what was understood: each cell's and sentence's point, and what was not.</summary>
internal static class ReadCommand
{
    private const string Opening = "{\n  \"schema\": \"mingzhang-reading/1\",\n  \"documents\": [";

    public static Command Create()
    {
        var files = CommonOptions.Files();
        var format = CommonOptions.Format("text", "json", "csv");
        var output = CommonOptions.Output();
        var language = CommonOptions.Language();
        var books = CommonOptions.Books();
        var overlay = new Option<string?>("--overlay") { Description = "画成 .svg 或 .html：每页所见、每个数字的含义 / draw each page as it was seen, with the point of each figure" };
        var command = new Command("read", "显示读懂了什么 / show what was understood") { files, format, output, language, books, overlay };
        var choices = new ChoiceOptions();
        choices.AddTo(command);
        var settings = new SettingsOptions();
        settings.AddTo(command);
        var ocr = new RecognitionOption();
        ocr.AddTo(command);
        var batch = new BatchOptions();
        batch.AddTo(command, resumable: false);
        command.SetAction(parsed =>
        {
            string[] names = [.. Sources.Expand(parsed.GetValue(files)!)];
            if (OutputFile.WouldReplace(parsed.GetValue(output), parsed.GetValue(files)!) || OutputFile.WouldReplace(parsed.GetValue(overlay), parsed.GetValue(files)!) || !ocr.Ready(parsed) || settings.Of(parsed, names, parsed.GetValue(books), choices) is not { } bases)
            {
                return ExitCodes.Unusable;
            }

            if (parsed.GetValue(overlay) is { } target)
            {
                return OverlayRun.Write(names, target, f => bases[f], f => SettingsOptions.Chosen(parsed, language, bases[f].Settings.Language) == "en");
            }

            var kind = parsed.GetValue(format)!;
            var code = ExitCodes.Clean;
            var first = true;
            using var sink = new ReportSink(parsed.GetValue(output), kind switch { "json" => ReportFrame.Json(Opening), "csv" => ReportFrame.Bare(kind), _ => ReportFrame.Text });
            sink.Begin(names.Length);
            using var bar = batch.Progress(parsed, "读取", "reading", names.Length, parsed.GetValue(output) is not null);
            foreach (var (file, disclosure) in Batch.Run(names, f => Batch.Read(f, bases[f])))
            {
                bar.Step(passed: false);
                if (disclosure is null)
                {
                    code = ExitCodes.Unusable;
                    continue;
                }

                // A spreadsheet takes a CSV file for UTF-8 only where it begins with a mark.
                var header = first || sink.Folder;
                var text = kind switch
                {
                    "csv" => (header && parsed.GetValue(output) is not null ? "\ufeff" : "") + ReadingReport.Csv(disclosure, header),
                    "json" => ReadingReport.Json(disclosure).TrimEnd(),
                    _ => ReadingReport.Text(disclosure, SettingsOptions.Chosen(parsed, language, bases[file].Settings.Language) == "en"),
                };
                sink.Write(file, Encoding.UTF8.GetBytes(text));
                code = Batch.IsNothing(disclosure) ? ExitCodes.Unusable : code;
                first = false;
            }

            if (Interruption.Asked)
            {
                return Interruption.Code;
            }

            sink.End();
            return code;
        });
        return command;
    }
}
