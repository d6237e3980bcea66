using System.CommandLine;
using System.Text;
using Mingzhang.Budget;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Reports.Page;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang check：reads, checks and reports.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var files = CommonOptions.Files();
        var format = CommonOptions.Format("text", "json", "html", "csv", "sarif");
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
        command.SetAction(parsed =>
        {
            if (pairs.Of(parsed, parsed.GetValue(files)!) is not { } request)
            {
                return ExitCodes.Unusable;
            }

            var names = request.Files;
            if (settings.Of(parsed, names, parsed.GetValue(books), choices) is not { } bases)
            {
                return ExitCodes.Unusable;
            }

            var kind = parsed.GetValue(format)!;
            var colour = parsed.GetValue(output) is null && kind == "text" && !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null;
            var paired = request.Pair ? PairedFiles.Of(names, bases) : null;
            names = paired?.Files ?? names;
            var code = paired?.Unread == true ? ExitCodes.Unusable : ExitCodes.Clean;
            using var sink = new ReportSink(parsed.GetValue(output), Frame(kind, SettingsOptions.Chosen(parsed, language, null) == "en"));
            sink.Begin(names.Length);
            var several = sink.Several;
            var unused = new UnusedWaivers(names.Length);
            foreach (var (file, result) in Batch.Run(names, f => Examine(f, bases[f], request, paired) is { } examined
                ? new Checked(examined, Render(kind, kind == "text" ? unused.Shown(examined.Report) : examined.Report, several, SettingsOptions.Chosen(parsed, language, bases[f].Settings.Language) == "en", colour)) : null))
            {
                if (result is null)
                {
                    code = ExitCodes.Unusable;
                    continue;
                }

                sink.Write(file, result.Rendered);
                unused.Add(result.Settings, result.Unused);
                var least = Enum.Parse<Severity>(SettingsOptions.Chosen(parsed, failOn, bases[file].Settings.FailOn?.ToString()), ignoreCase: true);
                code = Math.Max(code, result.Nothing || result.Refused ? ExitCodes.Unusable : result.Worst >= least ? ExitCodes.Found : ExitCodes.Clean);
            }

            sink.End();
            unused.Tell();
            return code;
        });
        return command;
    }

    private static Examined? Examine(string file, Basis basis, PairRequest request, PairedFiles? paired) => paired is not null ? paired.Check(file, basis)
        : request.Given ? GivenFiles.Check(file, basis, request)
        : Batch.Check(file, basis) is { } report ? new Examined(report, Refused: false) : null;

    private static ReportFrame Frame(string kind, bool english) => kind switch
    {
        "json" => JsonReport.Frame(Messages.Version),
        "html" => HtmlReport.Frame(english),
        "csv" => CsvReport.Frame(english),
        "sarif" => SarifReport.Frame,
        _ => ReportFrame.Text,
    };

    private static byte[] Render(string kind, Report report, bool several, bool english, bool colour) => kind switch
    {
        "json" => Json(report, several),
        "html" => Encoding.UTF8.GetBytes(HtmlReport.Write(report, english)),
        "csv" => Encoding.UTF8.GetBytes(CsvReport.Write(report, english)),
        "sarif" => Encoding.UTF8.GetBytes(SarifReport.Write(report, english, Messages.Version)),
        _ => Text(report, english, colour),
    };

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

    // Of a report only what is told at the end: the report itself may be large.
    private sealed record Checked(Severity? Worst, bool Nothing, bool Refused, CheckSettings Settings, IReadOnlyList<Waiver> Unused, byte[] Rendered)
    {
        public Checked(Examined examined, byte[] rendered)
            : this(examined.Report.Worst, Batch.IsNothing(examined.Report.Disclosure), examined.Refused, examined.Report.Settings, examined.Report.UnusedWaivers, rendered)
        {
        }
    }
}
