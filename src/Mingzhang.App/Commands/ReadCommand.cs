using System.CommandLine;
using System.Text;
using Mingzhang.Documents.Reports;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang read：what was understood: each cell's and sentence's point, and what was not.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var files = CommonOptions.Files();
        var format = CommonOptions.Format("text", "json", "csv");
        var output = CommonOptions.Output();
        var language = CommonOptions.Language();
        var books = CommonOptions.Books();
        var command = new Command("read", "显示读懂了什么 / show what was understood") { files, format, output, language, books };
        command.SetAction(parsed =>
        {
            if (CommonOptions.Load(parsed.GetValue(books)) is not { } library)
            {
                return ExitCodes.Unusable;
            }

            var code = ExitCodes.Clean;
            var text = new StringBuilder();
            var first = true;
            foreach (var (_, disclosure) in Batch.Run(parsed.GetValue(files)!, f => Batch.Read(f, library)))
            {
                if (disclosure is null)
                {
                    code = ExitCodes.Unusable;
                    continue;
                }

                text.Append(parsed.GetValue(format) switch
                {
                    "csv" => ReadingReport.Csv(disclosure, first),
                    "json" => ReadingReport.Json(disclosure),
                    _ => ReadingReport.Text(disclosure, parsed.GetValue(language) == "en"),
                });
                first = false;
            }

            if (parsed.GetValue(output) is { } path)
            {
                File.WriteAllText(path, text.ToString(), new UTF8Encoding(parsed.GetValue(format) == "csv"));
            }
            else
            {
                Console.Out.Write(text);
            }

            return code;
        });
        return command;
    }
}
