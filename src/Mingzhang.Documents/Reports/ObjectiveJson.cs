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
        PlaceJson.Write(json, "place", objective.Place);
        Funding(json, objective.Funding);
        if (objective.Evaluation is { } evaluation)
        {
            json.WriteStartObject("evaluation");
            json.WriteString("outcome", evaluation.Outcome);
            json.WriteString("full", evaluation.Full?.Text);
            json.WriteString("total", evaluation.Total?.Text);
            json.WriteString("grade", evaluation.Grade);
            json.WriteEndObject();
        }

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
            if (indicator.Levels.Count > 0)
            {
                json.WriteString("levels", string.Join(" / ", indicator.Levels));
            }

            if (indicator.Score is { } score)
            {
                json.WriteString("actual", indicator.Actual);
                json.WriteString("score", score.Text);
            }

            if (indicator.Core is { } core)
            {
                json.WriteBoolean("core", core);
            }

            PlaceJson.Write(json, "place", indicator.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
    private static void Funding(Utf8JsonWriter json, IReadOnlyList<FundingLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        json.WriteStartArray("funding");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("label", line.Label);
            json.WriteBoolean("total", line.Total);
            json.WriteStartArray("amounts");
            foreach (var amount in line.Amounts)
            {
                json.WriteStringValue(amount.Id);
            }

            json.WriteEndArray();
            json.WriteString("rate", line.Rate?.Text);
            json.WriteString("weight", line.Weight?.Text);
            json.WriteString("score", line.Score?.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
