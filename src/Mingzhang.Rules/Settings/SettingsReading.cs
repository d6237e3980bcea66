using System.Globalization;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Forms;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Rules.Settings;

/// <summary>设置的读取：the text of mingzhang.json to settings; what is unknown, of the wrong type or incomplete is refused with file, line, path and remedy.</summary>
public sealed class SettingsReading
{
    private static readonly string[] Known = ["$schema", "severities", "waivers", "books", "lexicon", "approvedOn", "publishedOn", "publishWithin", "failOn", "lang"];
    private static readonly string[] KnownOfWaiver = ["rule", "finding", "document", "entity", "figure", "point", "text", "reason", "date", "by", "expires"];
    private static readonly string[] Levels = ["error", "warning", "note"];

    private readonly string _file;
    private readonly Problems _problems;

    private SettingsReading(string file, Problems problems)
    {
        _file = file;
        _problems = problems;
    }

    /// <summary>读取; null where anything is faulty. Paths in the settings are taken from the folder of the file.</summary>
    public static CheckSettings? Read(string file, string text, DateOnly? today, out IReadOnlyList<DataProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(text);
        var found = new Problems();
        var settings = SettingsNode.Read(file, text, found) is { } root ? new SettingsReading(file, found).Whole(root, today) : null;
        problems = found.All;
        return problems.Count == 0 ? settings : null;
    }

    /// <summary>说明中的坐标是否存在, once the data are loaded.</summary>
    public static IReadOnlyList<DataProblem> Points(CheckSettings settings, Library library)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(library);
        var problems = new Problems();
        for (var i = 0; i < settings.Waivers.Count; i++)
        {
            var waiver = settings.Waivers[i];
            if (waiver.Point is { } point && library.Space.Parse(point, out var unknown) is null)
            {
                var path = "$.waivers[" + i.ToString(CultureInfo.InvariantCulture) + "].point";
                problems.Add(settings.File ?? "", waiver.Line, $"{path}：不认识的坐标“{unknown}”。请照 mingzhang read 所示的写，如 fund=general nature=project", $"{path}: unknown coordinate '{unknown}'; write it as mingzhang read shows it, such as fund=general nature=project");
            }
        }

        return problems.All;
    }

    private CheckSettings? Whole(SettingsNode root, DateOnly? today)
    {
        if (!Is(root, JsonTokenType.StartObject))
        {
            return null;
        }

        Unknown(root, Known);
        return new CheckSettings
        {
            File = _file,
            Today = today,
            Severities = Field(root, "severities") is { } severities ? Severities(severities) : CheckSettings.None.Severities,
            Waivers = Field(root, "waivers") is { } waivers && Is(waivers, JsonTokenType.StartArray) ? [.. waivers.Items.Select(Waiver).OfType<Waiver>()] : [],
            Books = Near(Text(root, "books")),
            Lexicon = Near(Text(root, "lexicon")),
            ApprovedOn = Date(root, "approvedOn"),
            PublishedOn = Date(root, "publishedOn"),
            Term = Term(root),
            FailOn = OneOf(Field(root, "failOn"), Levels) is { } level ? Enum.Parse<Severity>(level, ignoreCase: true) : null,
            Language = OneOf(Field(root, "lang"), ["zh", "en"]),
        };
    }

    private PublicationTerm Term(SettingsNode root)
    {
        if (Field(root, "publishWithin") is not { } at || !Is(at, JsonTokenType.StartObject))
        {
            return PublicationTerm.Standard;
        }

        Unknown(at, TermReading.Known);
        return new TermReading(_file, _problems).Of(at);
    }

    private Dictionary<string, Severity?> Severities(SettingsNode at)
    {
        var all = new Dictionary<string, Severity?>(StringComparer.Ordinal);
        if (Is(at, JsonTokenType.StartObject))
        {
            foreach (var (rule, value) in at.Fields)
            {
                if (IsRule(rule, value) && OneOf(value, [.. Levels, "off"]) is { } level)
                {
                    all[rule] = level == "off" ? null : Enum.Parse<Severity>(level, ignoreCase: true);
                }
            }
        }

        return all;
    }

    private Waiver? Waiver(SettingsNode at)
    {
        if (!Is(at, JsonTokenType.StartObject))
        {
            return null;
        }

        Unknown(at, KnownOfWaiver);
        var rule = Text(at, "rule");
        if (Field(at, "rule") is not { } named)
        {
            Missing(at, "rule", "请写规则编号，如 MZ408", "name the rule, such as MZ408");
        }
        else if (rule is not null)
        {
            IsRule(rule, named);
        }

        var reason = Text(at, "reason");
        if (Field(at, "reason") is null)
        {
            Missing(at, "reason", "请写明为什么这一问题可以保留", "say why the finding may stand");
        }

        var date = Date(at, "date");
        if (Field(at, "date") is null)
        {
            Missing(at, "date", "请写作出说明的日期，如 2026-02-10", "give the date of the waiver, such as 2026-02-10");
        }

        var waiver = rule is null || reason is null || date is null ? null : new Waiver
        {
            Rule = rule,
            Finding = Text(at, "finding"),
            Document = Text(at, "document"),
            Entity = Text(at, "entity"),
            Figure = Text(at, "figure"),
            Point = Text(at, "point"),
            Text = Text(at, "text"),
            Reason = reason,
            Date = date.Value,
            By = Text(at, "by"),
            Expires = Date(at, "expires"),
            Line = at.Line,
        };
        if (waiver?.Expires < waiver?.Date)
        {
            Add(Field(at, "expires")!, "早于说明的日期。请核对两个日期", "is before the date of the waiver; check both dates");
        }

        return waiver;
    }

    private bool IsRule(string rule, SettingsNode at)
    {
        if (RuleTexts.Standard.Rules.ContainsKey(rule))
        {
            return true;
        }

        Add(at, $"没有规则“{rule}”。用 mingzhang rules 查看全部编号", $"there is no rule '{rule}'; see mingzhang rules for all ids");
        return false;
    }

    private static SettingsNode? Field(SettingsNode at, string name) => at.Fields.FirstOrDefault(f => f.Name == name).Value;

    private string? Text(SettingsNode parent, string name)
    {
        if (Field(parent, name) is not { } at || !Is(at, JsonTokenType.String))
        {
            return null;
        }

        if (!string.IsNullOrWhiteSpace(at.Text))
        {
            return at.Text;
        }

        Add(at, "是空的。请填写，或删去这一项", "is empty; fill it in or take it out");
        return null;
    }

    private DateOnly? Date(SettingsNode parent, string name)
    {
        if (Field(parent, name) is not { } at || !Is(at, JsonTokenType.String))
        {
            return null;
        }

        if (DateOnly.TryParseExact(at.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Add(at, $"“{at.Text}”不是日期。请写成年-月-日，如 2026-02-10", $"'{at.Text}' is no date; write year-month-day, such as 2026-02-10");
        return null;
    }

    private string? OneOf(SettingsNode? at, string[] allowed)
    {
        if (at is null || !Is(at, JsonTokenType.String))
        {
            return null;
        }

        if (allowed.Contains(at.Text, StringComparer.Ordinal))
        {
            return at.Text;
        }

        Add(at, $"不能是“{at.Text}”。请写 {string.Join("、", allowed)} 之一", $"cannot be '{at.Text}'; write one of {string.Join(", ", allowed)}");
        return null;
    }

    private bool Is(SettingsNode at, JsonTokenType kind)
    {
        if (at.Kind == kind)
        {
            return true;
        }

        var (chinese, english, example) = kind switch
        {
            JsonTokenType.String => ("文字", "text", "\"…\""),
            JsonTokenType.StartArray => ("列表", "a list", "[ … ]"),
            _ => ("对象", "an object", "{ … }"),
        };
        Add(at, $"类型不对，应为{chinese}。请写成 {example}", $"has the wrong type: it must be {english}; write {example}");
        return false;
    }

    private void Unknown(SettingsNode at, string[] known)
    {
        foreach (var (name, value) in at.Fields.Where(f => !known.Contains(f.Name, StringComparer.Ordinal)))
        {
            var names = known.Where(k => k[0] != '$').ToList();
            Add(value, $"没有这一项。可用的有 {string.Join("、", names)}", $"there is no such field; the fields are {string.Join(", ", names)}");
        }
    }

    private void Missing(SettingsNode at, string name, string remedy, string remedyEnglish) =>
        _problems.Add(_file, at.Line, $"{at.Path}.{name}：缺少。{remedy}", $"{at.Path}.{name}: is missing; {remedyEnglish}");

    private void Add(SettingsNode at, string chinese, string english) => _problems.Add(_file, at.Line, $"{at.Path}：{chinese}", $"{at.Path}: {english}");

    private string? Near(string? path) => path is null ? null : Path.Combine(Path.GetDirectoryName(_file) ?? "", path);
}
