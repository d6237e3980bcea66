using System.Globalization;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Forms.Loading;

namespace Mingzhang.Rules.Settings;

/// <summary>公开期限的读取：publishWithin of mingzhang.json, with the days off and the made-up days where working days are counted.</summary>
/// <param name="file">The settings file.</param>
/// <param name="problems">Where faults are told.</param>
internal sealed class TermReading(string file, Problems problems)
{
    /// <summary>可用的各项。</summary>
    public static readonly string[] Known = ["days", "count", "holidays", "workdays"];

    /// <summary>读取。</summary>
    public PublicationTerm Of(SettingsNode at)
    {
        var working = false;
        if (Field(at, "count") is { } count)
        {
            working = count is { Kind: JsonTokenType.String, Text: "working" };
            if (!working && count is not { Kind: JsonTokenType.String, Text: "calendar" })
            {
                Add(count, "请写 \"calendar\"（日历日）或 \"working\"（工作日）", "write \"calendar\" or \"working\"");
            }
        }

        var days = PublicationTerm.Lawful;
        if (Field(at, "days") is { } number && (number.Kind != JsonTokenType.Number || !int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days is < 1 or > PublicationTerm.Most))
        {
            Add(number, $"应为 1 到 {PublicationTerm.Most} 的整数，不加引号", $"must be a whole number from 1 to {PublicationTerm.Most}, without quotes");
            days = PublicationTerm.Lawful;
        }

        var (free, worked) = (Ranges(at, "holidays"), Ranges(at, "workdays"));
        return new PublicationTerm(days, working, new WorkCalendar(free, worked, free.Concat(worked).Select(r => r.First.Year)));
    }

    private List<DayRange> Ranges(SettingsNode at, string name)
    {
        var all = new List<DayRange>();
        if (Field(at, name) is not { } list)
        {
            return all;
        }

        if (list.Kind != JsonTokenType.StartArray)
        {
            Add(list, "类型不对，应为列表。请写成 [ … ]", "has the wrong type: it must be a list; write [ … ]");
        }

        foreach (var item in list.Items)
        {
            if (item.Kind == JsonTokenType.String && DayRange.Read(item.Text!) is { } range)
            {
                all.Add(range);
            }
            else
            {
                Add(item, "不是日期。请写一日如 2026-02-14，或起止两日如 2026-02-15/2026-02-23", "is no date; write a day such as 2026-02-14, or the first and last such as 2026-02-15/2026-02-23");
            }
        }

        return all;
    }

    private static SettingsNode? Field(SettingsNode at, string name) => at.Fields.FirstOrDefault(f => f.Name == name).Value;

    private void Add(SettingsNode at, string chinese, string english) => problems.Add(file, at.Line, $"{at.Path}：{chinese}", $"{at.Path}: {english}");
}
