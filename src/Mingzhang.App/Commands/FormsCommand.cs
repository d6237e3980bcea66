using System.CommandLine;
using Mingzhang.Documents.Reports;

namespace Mingzhang.App.Commands;

/// <summary>mingzhang forms：lists, shows and validates form books.</summary>
internal static class FormsCommand
{
    public static Command Create()
    {
        var key = new Argument<string?>("KEY") { Description = "表册或表式，如 cq-budget、cq-budget/二 / book or form", Arity = ArgumentArity.ZeroOrOne };
        CommonOptions.RefuseOptions(key);
        var books = CommonOptions.Books();
        var command = new Command("forms", "列出、显示、校验表册 / list, show and validate form books") { key, books };
        command.SetAction(parsed =>
        {
            if (CommonOptions.Load(parsed.GetValue(books)) is not { } library)
            {
                return ExitCodes.Unusable;
            }

            var text = FormsReport.Show(library, parsed.GetValue(key));
            if (text is null)
            {
                Messages.Fail($"没有表册或表式“{parsed.GetValue(key)}”", $"there is no book or form '{parsed.GetValue(key)}'", "用 mingzhang forms 查看全部", "see mingzhang forms");
                return ExitCodes.Unusable;
            }

            Console.Out.Write(text);
            return ExitCodes.Clean;
        });
        return command;
    }
}
