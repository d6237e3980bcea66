using System.CommandLine;
using Mingzhang.Documents.Reports;
using System.Text;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Sample;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang sample：writes the disclosure of a fictional department, made by our own forms and sentences.</summary>
internal static class SampleCommand
{
    public static Command Create()
    {
        var output = CommonOptions.Output();
        var books = CommonOptions.Books();
        var command = new Command("sample", "写出一份示例公开文本 / write a sample disclosure") { output, books };
        command.SetAction(parsed =>
        {
            if (CommonOptions.Load(parsed.GetValue(books)) is not { } library)
            {
                return ExitCodes.Unusable;
            }

            if (library.Book(SampleDraft.Book) is not { } book)
            {
                Messages.Fail($"没有表册 {SampleDraft.Book}", $"there is no book {SampleDraft.Book}", "请检查 --books", "check --books");
                return ExitCodes.Unusable;
            }

            using var sink = new ReportSink(parsed.GetValue(output), ReportFrame.Text);
            sink.Begin(1);
            sink.Write("sample", Encoding.UTF8.GetBytes(DisclosureText.Write(library, book, SampleDraft.Build(library))));
            sink.End();
            return ExitCodes.Clean;
        });
        return command;
    }
}
