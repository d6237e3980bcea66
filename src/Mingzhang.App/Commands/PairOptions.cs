using System.CommandLine;
using Mingzhang.Budget;
using Mingzhang.Documents;

namespace Mingzhang.App.Commands;

/// <summary>多份文件的选项：--previous, --units, --final and --tables beside one document; --pair, or a folder, for documents that find each other.</summary>
internal sealed class PairOptions
{
    private readonly Option<string[]> _previous = Files("--previous", "上年文件 / last year's document");
    private readonly Option<string[]> _units = Files("--units", "所属单位的文件 / documents of the units");
    private readonly Option<string[]> _final = Files("--final", "同年决算 / final account of the same year");
    private readonly Option<string[]> _tables = Files("--tables", "同一文本另行公布的表格 / tables published as a file of their own");
    private readonly Option<bool> _pair = new("--pair") { Description = "多份文件自行配对；指明文件夹时也是如此 / documents find each other, as those of a folder do" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _previous, _units, _final, _tables, _pair })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>各选项所给的文件; null after a message where they cannot be meant.</summary>
    public PairRequest? Of(ParseResult parsed, string[] files)
    {
        Beside[] beside = [new(PairRole.Previous, Given(parsed, _previous)), new(PairRole.Unit, Given(parsed, _units)), new(PairRole.Final, Given(parsed, _final))];
        var tables = Given(parsed, _tables);
        var given = tables.Length > 0 || beside.Any(b => b.Files.Length > 0);
        var pair = parsed.GetValue(_pair) || files.Any(Directory.Exists);
        string[] all = [.. Sources.Expand(pair ? files.SelectMany(InFolder).Distinct(StringComparer.Ordinal) : files)];
        pair |= files.Length == 1 && all.Length > 1;
        if (given && (all.Length > 1 || pair))
        {
            Messages.Fail("--previous、--units、--final、--tables 只用于一份文件", "--previous, --units, --final and --tables are for one document", "请只指明一份文件，或改用 --pair 让多份文件自行配对", "name one document, or use --pair for documents that find each other");
            return null;
        }

        if (all.Length == 0)
        {
            Messages.Fail($"文件夹“{string.Join("、", files)}”中没有可读的文件", $"there is no file to read in '{string.Join(", ", files)}'", "可读的有 PDF、OFD、Word、Excel、网页和文本文件，以及含有它们的 zip", "PDF, OFD, Word, Excel, web pages and text are read, and zip files of them");
            return null;
        }

        return new PairRequest(all, pair, given, tables, beside);
    }

    /// <summary>文件夹展开为其中可读的文件，压缩包展开为其成员。</summary>
    public static string[] Expand(string[] files) => [.. Sources.Expand(files.SelectMany(InFolder).Distinct(StringComparer.Ordinal))];

    // What is no disclosure by its name is left aside in a folder; a file that is named is always read.
    private static IEnumerable<string> InFolder(string path) => !Directory.Exists(path) ? [path]
        : Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true }).Where(ReadableNames.Is).Order(StringComparer.Ordinal);

    private static string[] Given(ParseResult parsed, Option<string[]> option) => parsed.GetValue(option) ?? [];

    private static Option<string[]> Files(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
}

/// <summary>所要求的同查。</summary>
internal sealed record PairRequest(string[] Files, bool Pair, bool Given, string[] Tables, Beside[] Beside);

/// <summary>某一身份的文件。</summary>
internal sealed record Beside(PairRole Role, string[] Files);
