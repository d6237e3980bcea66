using System.CommandLine;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Forms;
using Mingzhang.Ledger;
using Mingzhang.Ledger.Storage;
using Mingzhang.Publishing;

namespace Mingzhang.App.Commands.Ledger;

/// <summary>mingzhang compose：writes the disclosure of a unit or a department from the ledger, as a draft to be looked at.</summary>
internal static class ComposeCommand
{
    public static Command Create(LedgerOptions options)
    {
        var code = LedgerOptions.Name("CODE", "单位或部门编码 / code of a unit or a department");
        var (book, output, force) = (Book(), WriteCommand.Output(), WriteCommand.Force());
        return options.Command("compose", "由账写出公开文本（底稿）/ write the disclosure from the ledger, as a draft", [code, book, output, force], call => call.With(create: false, store =>
            Chosen(call, call.Parsed.GetValue(book)!) is not { } chosen || WriteCommand.Format(call.Parsed.GetValue(output)!) is null || !OutputFile.MayWrite(call.Parsed.GetValue(output)!, call.Parsed.GetValue(force)) ? ExitCodes.Unusable
                : Compose(call, store, chosen, call.Parsed.GetValue(code)!, call.Parsed.GetValue(output)!)));
    }

    public static Option<string> Book() => new("--book") { Description = "表册，如 cq-budget / form book", DefaultValueFactory = _ => "cq-budget" };

    /// <summary>所选的表册; null after a message.</summary>
    public static FormBook? Chosen(LedgerCall call, string key)
    {
        if (Library.Standard.Book(key) is { Print: not null } book)
        {
            return book;
        }

        call.Tell([Problem.Of($"没有可书写的表册 {key}", $"there is no book {key} that can be written", "可用的有 " + string.Join('、', Library.Standard.Books.Where(b => b.Print is not null).Select(b => b.Key)), "see mingzhang forms")]);
        return null;
    }

    /// <summary>写出文件, before the step is kept.</summary>
    public static void Write(Writing writing, Composed? composed, string path)
    {
        if (Bytes(writing, composed, path) is { } bytes)
        {
            OutputFile.Write(path, bytes);
        }
    }

    /// <summary>按文件名的格式成文; null after a refusal.</summary>
    public static byte[]? Bytes(Writing writing, Composed? composed, string path) =>
        composed is null || writing.Problems.Count > 0 || WriteCommand.Format(path) is not { } format ? null : PublishedVersion.Bytes(writing, Library.Standard, composed, format);

    private static int Compose(LedgerCall call, Store store, FormBook book, string code, string path)
    {
        Composed? composed = null;
        return call.Write(store, w =>
        {
            composed = Publication.Draft(w, Library.Standard, book, call.Year, code, call.Today);
            Write(w, composed, path);
        }, () => Answer.Done($"底稿已写到 {path}，待填 {composed!.Gaps.Count} 处", $"the draft is in {path}, {composed.Gaps.Count} places are to be filled in"));
    }
}
