using System.CommandLine;
using System.Runtime.CompilerServices;
using Mingzhang.Documents;
using Mingzhang.Documents.Formats.Archives;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Entry;
using Mingzhang.Documents.Writing.Model;
using Mingzhang.Forms;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang write：writes the disclosure of a model, or of a data package, in any format: Word, Excel, web page, Markdown, text, open data.</summary>
internal static class WriteCommand
{
    public static Command Create()
    {
        var model = new Argument<string>("MODEL") { Description = "底稿（JSON，见 docs/model.schema.json）、填好的填报表（.xlsx）或数据包（.zip）/ model as JSON, a filled template, or data package" };
        CommonOptions.RefuseOptions(model);
        var output = Output();
        var force = Force();
        var books = CommonOptions.Books();
        var draft = new Option<bool>("--draft") { Description = "尚有待填之处也写出，标明“草稿” / write a draft although words are missing" };
        var command = new Command("write", "由底稿写出公开文本 / write a disclosure from a model") { model, output, draft, force, books };
        command.SetAction(parsed => CommonOptions.Load(parsed.GetValue(books)) is { } library
            ? Write(library, parsed.GetValue(model)!, parsed.GetValue(output)!, parsed.GetValue(draft), parsed.GetValue(force)) : ExitCodes.Unusable);
        return command;
    }

    public static Option<string> Output() => new("--output", "-o") { Description = "写到 " + WrittenFormats.Endings + " 文件 / output file; its ending is the format", Required = true };

    public static Option<bool> Force() => new("--force") { Description = "替换已有的文件 / replace an existing file" };

    /// <summary>按文件名取格式; null after a message.</summary>
    public static WrittenFormat? Format(string path)
    {
        if (WrittenFormats.Of(path) is { } format)
        {
            return format;
        }

        Messages.Fail($"不能写“{Path.GetExtension(path)}”文件", $"files '{Path.GetExtension(path)}' cannot be written", "可用的有 " + WrittenFormats.Endings, "there are " + WrittenFormats.Endings);
        return null;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Write(Library library, string path, string output, bool draft, bool force)
    {
        if (Format(output) is not { } format)
        {
            return ExitCodes.Unusable;
        }

        var file = new FileInfo(path);
        if (!file.Exists || file.Length > Opening.MostBytes)
        {
            Messages.Fail($"{path}：文件不存在，或超过 {Opening.MostBytes / 1024 / 1024} MB", $"{path}: does not exist, or has more than {Opening.MostBytes / 1024 / 1024} MB", "请检查路径", "check the path");
            return ExitCodes.Unusable;
        }

        var bytes = File.ReadAllBytes(path);
        if (OwnPackage.Recognises(bytes))
        {
            return ConvertCommand.Convert(library, path, output, ReadingChoice.None, force);
        }

        if (OwnData.NoModel(bytes) is { } refused)
        {
            Messages.Fail($"{path}：{refused.Problem!.Chinese}", $"{path}: {refused.Problem.English}", refused.Remedy!.Chinese, refused.Remedy.English);
            return ExitCodes.Unusable;
        }

        if (Model(library, path, bytes) is not { } model)
        {
            return ExitCodes.Unusable;
        }

        var composed = Composer.Compose(library, model.Book, model.Draft);
        if (composed.Draft && !draft)
        {
            foreach (var gap in composed.Gaps)
            {
                Messages.Fail($"{path}：{gap.Text}（words 中的“{gap.Key}”）", $"{path}: the words '{gap.Key}' are missing", "填写后再写出，或加 --draft 写成草稿", "fill them in, or add --draft for a draft");
            }

            return ExitCodes.Found;
        }

        if (!OutputFile.MayWrite(output, force))
        {
            return ExitCodes.Unusable;
        }

        return OutputFile.Write(output, format.Write(Written.Of(library, composed))) ? ExitCodes.Clean : ExitCodes.Unusable;
    }

    // A model is JSON; a template is a workbook, which is a zip file.
    private static BookedDraft? Model(Library library, string path, byte[] bytes)
    {
        if (bytes is [(byte)'P', (byte)'K', ..])
        {
            return Template(library, path, bytes);
        }

        var read = ModelReading.Read(bytes, library);
        foreach (var problem in read.Problems)
        {
            Messages.Fail($"{path}：{problem.Chinese}", $"{path}: {problem.English}", "改正后再试", "mend it and try again");
        }

        return read.Model;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static BookedDraft? Template(Library library, string path, byte[] bytes)
    {
        if (Opening.Bytes(path, bytes).Paper is { } paper && EntryReading.Draft(paper, library) is { } draft)
        {
            return draft;
        }

        Messages.Fail($"{path}：不是填报表", $"{path}: is no template to be filled in", "填报表由 mingzhang template 写出；其他文件用 mingzhang convert 转换", "templates are written by mingzhang template; other files are converted by mingzhang convert");
        return null;
    }
}
