using System.CommandLine;
using System.Runtime.CompilerServices;
using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang convert：writes a document that was read in another format: its words and tables as they stand.</summary>
internal static class ConvertCommand
{
    public static Command Create()
    {
        var input = new Argument<string>("IN") { Description = "要读的文件 / file to read" };
        CommonOptions.RefuseOptions(input);
        var output = new Argument<string>("OUT") { Description = "写到 " + WrittenFormats.Endings + " 文件 / output file; its ending is the format" };
        var force = WriteCommand.Force();
        var books = CommonOptions.Books();
        var command = new Command("convert", "把读懂的文本写成另一种格式 / write what was read in another format") { input, output, force, books };
        var choices = new ChoiceOptions();
        choices.AddTo(command);
        command.SetAction(parsed => CommonOptions.Load(parsed.GetValue(books)) is { } library
            ? Convert(library, parsed.GetValue(input)!, parsed.GetValue(output)!, choices.Of(parsed, library), parsed.GetValue(force)) : ExitCodes.Unusable);
        return command;
    }

    /// <summary>读入，写成另一种格式。</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Convert(Library library, string input, string output, ReadingChoice? choice, bool force)
    {
        if (OutputFile.WouldReplace(output, input) || choice is null || WriteCommand.Format(output) is not { } format || Batch.Open(input) is not { } paper || !OutputFile.MayWrite(output, force))
        {
            return ExitCodes.Unusable;
        }

        var disclosure = Reader.Read(paper, library, choice);
        if (disclosure.Passages.Count == 0 && disclosure.Tables.Count == 0)
        {
            Messages.Fail($"{input}：没有读到文字和表格", $"{input}: no words and no tables were read", "请检查文件", "check the file");
            return ExitCodes.Unusable;
        }

        return OutputFile.Write(output, format.Write(new Written(library, ReadComposition.Of(disclosure), new Lazy<Disclosure>(disclosure)))) ? ExitCodes.Clean : ExitCodes.Unusable;
    }
}
