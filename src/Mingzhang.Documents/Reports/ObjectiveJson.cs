using System.Globalization;
using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports;

/// <summary>绩效目标的 JSON：an objective with its indicators, as printed and as numbers.</summary>
internal static class ObjectiveJson
{
    public static void Write(Utf8JsonWriter json, PerformanceObject objective)
    {
        json.WriteStartObject();
        json.WriteString("table", objective.Table);
        json.WriteString("name", objective.Name);
        json.WriteBoolean("whole", objective.Whole);
        json.WriteString("money", objective.Money?.Id);
        json.WriteString("goal", objective.Goal);
        JsonReport.PlaceJson(json, "place", objective.Place);
        json.WriteStartArray("indicators");
        foreach (var indicator in objective.Indicators)
        {
            json.WriteStartObject();
            json.WriteString("name", indicator.Name);
            json.WriteString("nature", indicator.Nature);
            json.WriteString("value", indicator.Value);
            json.WriteString("number", indicator.Number?.ToString(CultureInfo.InvariantCulture));
            json.WriteString("unit", indicator.Unit);
            json.WriteString("weight", indicator.WeightText);
            if (indicator.Core is { } core)
            {
                json.WriteBoolean("core", core);
            }

            JsonReport.PlaceJson(json, "place", indicator.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
