using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Rules.Settings;

/// <summary>公开期限的写法：as it is read again, and only where it is not the usual one.</summary>
public static class TermJson
{
    /// <summary>写入所在的对象。</summary>
    public static void Write(Utf8JsonWriter json, PublicationTerm term)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(term);
        if (term.IsStandard)
        {
            return;
        }

        json.WriteStartObject("publishWithin");
        json.WriteNumber("days", term.Days);
        json.WriteString("count", term.Working ? "working" : "calendar");
        Days(json, "holidays", term.Calendar.Free);
        Days(json, "workdays", term.Calendar.Worked);
        json.WriteEndObject();
    }

    private static void Days(Utf8JsonWriter json, string name, IEnumerable<DateOnly> days)
    {
        json.WriteStartArray(name);
        foreach (var day in days.Order())
        {
            json.WriteStringValue(new DayRange(day, day).Written);
        }

        json.WriteEndArray();
    }
}
