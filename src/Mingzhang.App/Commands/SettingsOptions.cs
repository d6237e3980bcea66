using System.CommandLine;
using System.CommandLine.Parsing;
using Mingzhang.Budget;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms;
using Mingzhang.Rules.Settings;

namespace Mingzhang.App.Commands;

/// <summary>设置文件：mingzhang.json, found upward from each document, named by --settings, or left aside by --no-settings. All are read before the
/// first document, so that a faulty one stops the run and not the middle of it.</summary>
internal sealed class SettingsOptions
{
    private const string Name = "mingzhang.json";
    private const long MostBytes = 4L * 1024 * 1024;

    private readonly Option<string?> _file = new("--settings") { Description = "设置文件；不写的，从文件所在的文件夹起向上寻找 mingzhang.json / settings file; else mingzhang.json is sought upward from the document" };
    private readonly Option<bool> _none = new("--no-settings") { Description = "不用设置文件 / no settings file" };

    private readonly Option<DateOnly?> _approved = Date("--approved", "批复日期，如 2026-02-10，核对公开时限 / when the budget was approved");
    private readonly Option<DateOnly?> _published = Date("--published", "公开日期 / when it was published");

    public void AddTo(Command command)
    {
        command.Options.Add(_file);
        command.Options.Add(_none);
    }

    /// <summary>连同批复、公开日期: for commands that check.</summary>
    public void AddDatesTo(Command command)
    {
        command.Options.Add(_approved);
        command.Options.Add(_published);
    }

    /// <summary>日期的读法。</summary>
    public static DateOnly? Day(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date))
        {
            return date;
        }

        result.AddError($"{((OptionResult)result.Parent!).Option.Name}: '{result.Tokens[0].Value}' is no date; write it as 2026-02-10");
        return null;
    }

    private static Option<DateOnly?> Date(string name, string description) => new(name) { Description = description, CustomParser = Day };

    /// <summary>各文件的设置、知识库和指定; null after a message where one cannot be used.</summary>
    public IReadOnlyDictionary<string, Basis>? Of(ParseResult parsed, IEnumerable<string> files, string? books, ChoiceOptions choices)
    {
        var named = parsed.GetValue(_file);
        var none = parsed.GetValue(_none);
        if (named is not null && none)
        {
            Messages.Fail("--settings 与 --no-settings 不能同时用", "--settings and --no-settings contradict each other", "请只用其中一个", "use one of them");
            return null;
        }

        var known = new Dictionary<string, Basis>(StringComparer.Ordinal);
        var all = new Dictionary<string, Basis>(StringComparer.Ordinal);
        foreach (var file in files.Distinct(StringComparer.Ordinal))
        {
            var path = none ? "" : named ?? Nearest(file);
            if (!known.TryGetValue(path, out var basis))
            {
                var settings = path.Length == 0 ? CheckSettings.None : Read(path);
                if (settings is null || CommonOptions.Load(books ?? settings.Books, settings.Lexicon) is not { } library || !Whole(settings, library) || choices.Of(parsed, library) is not { } choice)
                {
                    return null;
                }

                var dated = settings with { ApprovedOn = parsed.GetValue(_approved) ?? settings.ApprovedOn, PublishedOn = parsed.GetValue(_published) ?? settings.PublishedOn };
                known[path] = basis = new Basis(dated, library, choice);
            }

            all[file] = basis;
        }

        return all;
    }

    /// <summary>选项所写的优先于设置的。</summary>
    public static T Chosen<T>(ParseResult parsed, Option<T> option, T? set)
        where T : class => set is not null && parsed.GetResult(option) is not { Implicit: false } ? set : parsed.GetValue(option)!;

    // The path as the user would write it from here.
    private static string Nearest(string file)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(file)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var path = Path.Combine(folder, Name);
            if (File.Exists(path))
            {
                return Path.GetRelativePath(Directory.GetCurrentDirectory(), path);
            }
        }

        return "";
    }

    private static CheckSettings? Read(string path)
    {
        if (!File.Exists(path))
        {
            Messages.Fail($"没有设置文件“{path}”", $"there is no settings file '{path}'", "请检查 --settings 的路径", "check the path of --settings");
            return null;
        }

        string text;
        try
        {
            if (new FileInfo(path).Length > MostBytes)
            {
                Messages.Fail($"设置文件“{path}”过大", $"the settings file '{path}' is too large", "请检查是否选错了文件", "check that it is the right file");
                return null;
            }

            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Messages.Fail($"无法读取设置文件“{path}”", $"the settings file '{path}' cannot be read", "请检查文件权限", "check its permissions");
            return null;
        }

        if (text.Contains('\ufffd', StringComparison.Ordinal))
        {
            Messages.Fail($"设置文件“{path}”不是 UTF-8 编码", $"the settings file '{path}' is not in UTF-8", "请另存为 UTF-8 后再试", "save it in UTF-8 and try again");
            return null;
        }

        var settings = SettingsReading.Read(path, text, DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime), out var problems);
        foreach (var problem in problems)
        {
            Messages.Fail(problem, "改正后再试，或用 --no-settings", "mend it and try again, or use --no-settings");
        }

        return settings;
    }

    private static bool Whole(CheckSettings settings, Library library)
    {
        var problems = SettingsReading.Points(settings, library);
        foreach (var problem in problems)
        {
            Messages.Fail(problem, "改正后再试，或用 --no-settings", "mend it and try again, or use --no-settings");
        }

        return problems.Count == 0;
    }
}

/// <summary>检查一份文件所据的：settings, knowledge, and what the user said of the document.</summary>
internal sealed record Basis(CheckSettings Settings, Library Library, ReadingChoice Choice);
