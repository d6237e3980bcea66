using System.CommandLine;
using System.Text;
using Mingzhang.Documents.Comparing;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Reports.Page;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang diff：what changed between two versions or two years, by figure and by sentence. Exit code 0: nothing; 1: something.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("BEFORE") { Description = "原来的，或上一年的 / the earlier version or year" };
        var after = new Argument<string>("AFTER") { Description = "现在的，或这一年的 / the later one" };
        CommonOptions.RefuseOptions(before);
        CommonOptions.RefuseOptions(after);
        var format = CommonOptions.Format("text", "html", "json");
        var output = CommonOptions.Output();
        var language = CommonOptions.Language();
        var books = CommonOptions.Books();
        var command = new Command("diff", "比较两个版本或两个年度 / compare two versions or years") { before, after, format, output, language, books };
        var settings = new SettingsOptions();
        settings.AddTo(command);
        command.SetAction(parsed =>
        {
            string[] names = [parsed.GetValue(before)!, parsed.GetValue(after)!];
            if (OutputFile.WouldReplace(parsed.GetValue(output), names) || settings.Of(parsed, names, parsed.GetValue(books), new ChoiceOptions()) is not { } bases
                || Batch.Read(names[0], bases[names[0]]) is not { } old || Batch.Read(names[1], bases[names[1]]) is not { } now)
            {
                return ExitCodes.Unusable;
            }

            var differences = Differences.Of(old, now);
            var english = SettingsOptions.Chosen(parsed, language, bases[names[1]].Settings.Language) == "en";
            var kind = parsed.GetValue(format)!;
            var colour = Painting.Wanted(parsed.GetValue(output), kind);
            using var sink = new ReportSink(parsed.GetValue(output), ReportFrame.Bare(kind));
            sink.Begin(1);
            sink.Write(names[1], Encoding.UTF8.GetBytes(kind switch
            {
                "html" => DifferencePage.Write(differences, english),
                "json" => DifferenceJson.Write(differences),
                _ => string.Concat(DifferenceText.Lines(differences, english).Select(l => Painting.Paint(l, colour) + "\n")),
            }));
            sink.End();
            return differences.Figures.Count + differences.Sentences.Count == 0 ? ExitCodes.Clean : ExitCodes.Found;
        });
        return command;
    }
}
