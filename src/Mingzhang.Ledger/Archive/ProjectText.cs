using System.Globalization;
using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>项目绩效的存放：the objective with its indicators, plan and result.</summary>
internal static class ProjectText
{
    public static string Write(PerformanceObject project) => JsonText.Object(json =>
    {
        json.WriteString("table", project.Table);
        json.WritePropertyName("place");
        PlaceText.Write(json, project.Place);
        json.Given("outcome", project.Evaluation?.Outcome);
        json.Given("total", project.Evaluation?.Total?.Text);
        json.Given("grade", project.Evaluation?.Grade);
        json.WriteStartArray("indicators");
        foreach (var indicator in project.Indicators)
        {
            json.WriteStartObject();
            json.WriteString("name", indicator.Name);
            json.WriteString("nature", indicator.Nature);
            json.WriteString("value", indicator.Value);
            json.Given("number", indicator.Number?.ToString(CultureInfo.InvariantCulture));
            json.WriteString("unit", indicator.Unit);
            json.WriteString("weight", indicator.WeightText);
            json.Given("weightNumber", indicator.Weight?.ToString(CultureInfo.InvariantCulture));
            if (indicator.Core is { } core)
            {
                json.WriteBoolean("core", core);
            }

            json.WriteStartArray("levels");
            foreach (var level in indicator.Levels)
            {
                json.WriteStringValue(level);
            }

            json.WriteEndArray();
            json.WriteString("actual", indicator.Actual);
            json.Given("score", indicator.Score?.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>还原。</summary>
    public static PerformanceObject Read(string name, bool whole, string goal, string body, AmountStatement? money)
    {
        var e = JsonText.Read(body);
        return new PerformanceObject
        {
            Table = e.Text("table") ?? "",
            Name = name,
            Whole = whole,
            Money = money,
            Goal = goal,
            Place = e.TryGetProperty("place", out var place) ? PlaceText.Read(place) : new Place(),
            Indicators = [.. e.Items("indicators").Select(Indicator)],
            Evaluation = e.Text("outcome") is { } outcome ? new SelfEvaluation { Outcome = outcome, Full = null, Total = Mark(e.Text("total")), Grade = e.Text("grade") ?? "", GradePlace = null } : null,
        };
    }

    private static Indicator Indicator(JsonElement e) => new()
    {
        Name = e.Text("name") ?? "",
        Nature = e.Text("nature") ?? "",
        Value = e.Text("value") ?? "",
        Number = Number(e.Text("number")),
        Unit = e.Text("unit") ?? "",
        WeightText = e.Text("weight") ?? "",
        Weight = Number(e.Text("weightNumber")),
        Core = e.TryGetProperty("core", out var core) ? core.GetBoolean() : null,
        Levels = e.Texts("levels"),
        Actual = e.Text("actual") ?? "",
        Score = Mark(e.Text("score")),
        Place = new Place(),
    };

    private static Mark? Mark(string? text) => text is null ? null : new Mark(text, Number(text), 0, new Place());

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}
