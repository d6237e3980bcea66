using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Sample;
using Mingzhang.Forms;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang sample：writes the disclosure of a fictional department, made by our own forms and sentences; with --book, any number of sampled ones.</summary>
internal static class SampleCommand
{
    public static Command Create()
    {
        var output = CommonOptions.Output();
        var books = CommonOptions.Books();
        var book = new Option<string?>("--book") { Description = "表册，如 final-accounts；抽样而不是固定的示例 / book whose documents are sampled" };
        var seed = Number("--seed", "抽样的种子 / seed of the sampling", 1, 0);
        var years = Number("--years", "连续几年，每年一份 / consecutive years, one document each", 1, 1);
        var count = Number("--count", "几个部门，种子依次加一 / how many departments, seeds counting up", 1, 1);
        var damage = Number("--damage", "百分之几的文件印错一个数字，错处另写一份 / percentage of documents with one figure misprinted", 0, 0);
        var format = CommonOptions.Format("txt", "md", "html", "docx", "xlsx", "pdf", "csv", "json", "sqlite", "zip");
        format.Description = "文件夹中各文件的格式；json 是底稿 / format of the files of a folder; json is the model";
        var force = WriteCommand.Force();
        var command = new Command("sample", "写出一份示例公开文本 / write a sample disclosure") { output, books, book, seed, years, count, damage, format, force };
        command.SetAction(parsed =>
        {
            if (CommonOptions.Load(parsed.GetValue(books)) is not { } library)
            {
                return ExitCodes.Unusable;
            }

            var key = parsed.GetValue(book) ?? SampleDraft.Book;
            if (library.Book(key) is not { Print: not null } chosen)
            {
                Messages.Fail($"没有可书写的表册 {key}", $"there is no book {key} that can be written", "可用的有 " + string.Join('、', library.Books.Where(b => b.Print is not null).Select(b => b.Key)), "see mingzhang forms");
                return ExitCodes.Unusable;
            }

            var ending = Path.GetExtension(parsed.GetValue(output) ?? "");
            var sampled = parsed.GetValue(book) is not null || ending is not ("" or ".txt");
            return sampled
                ? SampledFiles.Write(library, chosen, new SampleRequest(parsed.GetValue(output), parsed.GetValue(book) is not null, parsed.GetValue(seed), parsed.GetValue(years), parsed.GetValue(count), parsed.GetValue(damage), parsed.GetValue(format)!) { Force = parsed.GetValue(force) })
                : Plain(library, chosen, parsed.GetValue(output), parsed.GetValue(force));
        });
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Plain(Library library, FormBook book, string? output, bool force)
    {
        if (output is not null && !OutputFile.MayWrite(ReportSink.IsFolder(output) ? Path.Combine(output, "sample" + ReportFrame.Text.Extension) : output, force))
        {
            return ExitCodes.Unusable;
        }

        using var sink = new ReportSink(output, ReportFrame.Text);
        sink.Begin(1);
        sink.Write("sample", Encoding.UTF8.GetBytes(DisclosureText.Write(library, book, SampleDraft.Build(library))));
        sink.End();
        return ExitCodes.Clean;
    }

    private static Option<int> Number(string name, string description, int usual, int least)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var n) || n < least || (name is "--damage" && n > 100) || (name is "--years" && n > 20)))
            {
                result.AddError($"{name} {result.Tokens[0].Value} is out of range");
            }
        });
        return option;
    }
}
