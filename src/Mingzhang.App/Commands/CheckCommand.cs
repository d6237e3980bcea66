using System.CommandLine;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Reports;

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
        var choices = new ChoiceOptions();
        choices.AddTo(command);
        command.SetAction(parsed =>
        {
            if (CommonOptions.Load(parsed.GetValue(books)) is not { } library || choices.Of(parsed, library) is not { } choice)
            {
                return ExitCodes.Unusable;
            }

            var json = parsed.GetValue(format) == "json";
            var english = parsed.GetValue(language) == "en";
            var colour = parsed.GetValue(output) is null && !json && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;
            var least = Enum.Parse<Severity>(parsed.GetValue(failOn)!, ignoreCase: true);
            var code = ExitCodes.Clean;
            var names = parsed.GetValue(files)!;
            using var sink = new ReportSink(parsed.GetValue(output), json ? ".json" : ".txt", json ? JsonReport.Opening(Messages.Version) : null, "\n");
            sink.Begin(names.Length);
            var several = sink.Several;
            foreach (var (file, result) in Batch.Run(names, f => Batch.Check(f, library, choice) is { } report
                ? new Checked(report.Worst, Batch.IsNothing(report.Disclosure), json ? Json(report, several) : Text(report, english, colour)) : null))
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

    private static byte[] Json(Report report, bool several)
    {
        using var memory = new MemoryStream();
        if (several)
        {
            JsonReport.WriteBody(memory, report);
        }
        else
        {
            JsonReport.Write(memory, report, Messages.Version);
        }

        return memory.ToArray();
    }

    private static byte[] Text(Report report, bool english, bool colour) =>
        Encoding.UTF8.GetBytes(string.Concat(TextReport.Lines(report, english).Select(l => Painting.Paint(l, colour) + "\n")));

    private sealed record Checked(Severity? Worst, bool Nothing, byte[] Rendered);
}
