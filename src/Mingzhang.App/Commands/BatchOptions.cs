using System.CommandLine;
using System.Globalization;

namespace Mingzhang.App.Commands;

/// <summary>大批量的选项：--resume and --progress.</summary>
internal sealed class BatchOptions
{
    private readonly Option<bool> _resume = new("--resume") { Description = "接着上次中断之处：报告已在文件夹中的不再检查 / go on where a run was interrupted: what has its report in the folder is not checked again" };
    private readonly Option<bool> _progress = new("--progress") { Description = "不在终端上时也每隔几秒报告进度 / tell the progress every few seconds, also where there is no terminal" };

    public void AddTo(Command command, bool resumable)
    {
        command.Options.Add(_progress);
        if (resumable)
        {
            command.Options.Add(_resume);
        }
    }

    /// <summary>进度。</summary>
    public Progress Progress(ParseResult parsed, string what, string english, int files, bool elsewhere) =>
        Commands.Progress.Of(what, english, files, parsed.GetValue(_progress), elsewhere);

    /// <summary>已完成的报告; null where none are kept, as there is no folder of reports.</summary>
    public FinishedReports? Finished(ParseResult parsed, ReportSink sink, string? output, Func<string> mark) =>
        sink.Folder ? FinishedReports.Open(output!, parsed.GetValue(_resume), mark()) : null;

    /// <summary>能否接着上次; false after a message.</summary>
    public bool Possible(ParseResult parsed, ReportSink sink)
    {
        if (parsed.GetValue(_resume) && !sink.Folder)
        {
            Messages.Fail("--resume 需要输出到文件夹", "--resume needs a folder of reports", "请加 -o 文件夹/", "add -o FOLDER/");
            return false;
        }

        return true;
    }

    /// <summary>所据的标记：settings, knowledge, options, and, where documents are compared with each other, all that are beside.</summary>
    public static IEnumerable<string> Parts(IReadOnlyDictionary<string, Basis> bases, PairRequest request, string? books, params string[] options)
    {
        foreach (var basis in bases.Values.Distinct())
        {
            yield return basis.Choice.ToString();
            var settings = basis.Settings;
            foreach (var file in new[] { settings.File, settings.Lexicon }.OfType<string>().Where(File.Exists))
            {
                yield return file + " " + Sources.Id(file);
            }

            foreach (var file in new[] { books ?? settings.Books }.OfType<string>().Where(Directory.Exists).SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
            {
                yield return file + " " + Sources.Id(file);
            }

            // An explanation that has expired since then counts no more.
            yield return settings.Waivers.Count > 0 ? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime).ToString("O", CultureInfo.InvariantCulture) : "";
        }

        foreach (var option in options)
        {
            yield return option;
        }

        foreach (var file in request.Tables.Concat(request.Beside.SelectMany(b => b.Files.Prepend(b.Role.ToString()))).Concat(request.Pair ? request.Files : []))
        {
            yield return file + " " + Sources.Id(file);
        }
    }
}
