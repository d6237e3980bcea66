using System.CommandLine;
using Mingzhang.Forms;

namespace Mingzhang.App.Commands;

/// <summary>各命令共用的选项。</summary>
internal static class CommonOptions
{
    public static Argument<string[]> Files()
    {
        var files = new Argument<string[]>("FILE") { Description = "要读的文件 / files to read", Arity = ArgumentArity.OneOrMore };
        RefuseOptions(files);
        return files;
    }

    /// <summary>不认识的选项不当作文件: what begins with a dash and is no file is a mistyped option.</summary>
    public static void RefuseOptions(Argument argument) => argument.Validators.Add(result =>
    {
        foreach (var token in result.Tokens.Where(t => t.Value.Length > 1 && t.Value[0] == '-' && !File.Exists(t.Value)))
        {
            result.AddError($"Unrecognized option '{token.Value}'");
        }
    });

    public static Option<string> Language()
    {
        var option = new Option<string>("--lang") { Description = "语言 zh 或 en / language", DefaultValueFactory = _ => "zh" };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    public static Option<string?> Books() => new("--books") { Description = "表册文件夹，替换或增加内置数据 / folder of form books that replace or join the built-in ones" };

    public static Option<string?> Output() => new("--output", "-o") { Description = "写到文件；以 / 结尾或已是文件夹时，每份文件一个 / output file, or folder for one each" };

    public static Option<string> Format(params string[] formats)
    {
        var option = new Option<string>("--format") { Description = string.Join(" | ", formats), DefaultValueFactory = _ => formats[0] };
        option.AcceptOnlyFromAmong(formats);
        return option;
    }

    /// <summary>知识库，按用户的文件夹和词汇; null after a message where it cannot be loaded.</summary>
    public static Library? Load(string? folder, string? lexicon = null)
    {
        if (folder is null && lexicon is null)
        {
            return Library.Standard;
        }

        if (folder is not null && !Directory.Exists(folder))
        {
            Messages.Fail($"没有文件夹“{folder}”", $"there is no folder '{folder}'", "请检查 --books 或设置中 books 的路径", "check the path of --books, or of books in the settings");
            return null;
        }

        if (lexicon is not null && !File.Exists(lexicon))
        {
            Messages.Fail($"没有词汇文件“{lexicon}”", $"there is no file '{lexicon}'", "请检查设置中 lexicon 的路径", "check the path of lexicon in the settings");
            return null;
        }

        var library = Library.LoadWith(folder, out var problems, lexicon);
        foreach (var problem in problems)
        {
            Messages.Fail(problem, "改正后再试", "mend it and try again");
        }

        return library;
    }
}
