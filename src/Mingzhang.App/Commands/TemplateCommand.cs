using System.CommandLine;
using System.Runtime.CompilerServices;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Entry;
using Mingzhang.Forms;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang template：the workbook that an officer fills: the tables of a book with lists of codes and locked sums.</summary>
internal static class TemplateCommand
{
    private const int FirstMonthOfNextBudget = 7;

    public static Command Create()
    {
        var book = new Option<string>("--book") { Description = "表册，如 cq-budget / book, such as cq-budget", Required = true };
        var year = new Option<int?>("--year") { Description = "年度；不写则为正在编制的一年 / year; without it the one being prepared" };
        var unit = new Option<bool>("--unit") { Description = "单位而不是部门 / of a unit, not of a department" };
        var output = new Option<string>("--output", "-o") { Description = "写到 .xlsx 文件 / output file, .xlsx", Required = true };
        var force = WriteCommand.Force();
        var books = CommonOptions.Books();
        year.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var y) || y is < 2000 or > 2100))
            {
                result.AddError($"--year {result.Tokens[0].Value} is out of range");
            }
        });
        var command = new Command("template", "写出填报表，填好后可核对并写成公开文本 / write the workbook to be filled in") { book, year, unit, output, force, books };
        command.SetAction(parsed => CommonOptions.Load(parsed.GetValue(books)) is { } library
            ? Write(library, parsed.GetValue(book)!, parsed.GetValue(year), parsed.GetValue(unit), parsed.GetValue(output)!, parsed.GetValue(force)) : ExitCodes.Unusable);
        return command;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Write(Library library, string key, int? year, bool unit, string output, bool force)
    {
        var writable = string.Join('、', library.Books.Where(b => b.Print is not null).Select(b => b.Key));
        if (library.Book(key) is not { Print: not null } book)
        {
            Messages.Fail($"没有可书写的表册 {key}", $"there is no book {key} that can be written", "可用的有 " + writable, "there are " + writable);
            return ExitCodes.Unusable;
        }

        if (!string.Equals(Path.GetExtension(output), ".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            Messages.Fail("填报表是 .xlsx 文件", "the workbook to be filled in is an .xlsx file", "请换一个以 .xlsx 结尾的文件名", "choose a name that ends in .xlsx");
            return ExitCodes.Unusable;
        }

        if (unit && book.Scope == DocumentScope.Department)
        {
            Messages.Fail($"表册 {key} 只用于部门", $"the book {key} is for departments only", "去掉 --unit，或换用单位的表册", "drop --unit, or choose a book for units");
            return ExitCodes.Unusable;
        }

        if (!OutputFile.MayWrite(output, force))
        {
            return ExitCodes.Unusable;
        }

        OutputFile.Write(output, EntryTemplate.Write(library, book, year ?? Usual(book.Kind), unit ? DocumentScope.Unit : DocumentScope.Department));
        return ExitCodes.Clean;
    }

    // In autumn next year's budget is prepared, in spring this year's is published; final accounts are those of last year.
    private static int Usual(DocumentKind kind)
    {
        var today = TimeProvider.System.GetLocalNow();
        return kind == DocumentKind.Final ? today.Year - 1 : today.Month >= FirstMonthOfNextBudget ? today.Year + 1 : today.Year;
    }
}
