using System.Globalization;
using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>问题的存放。</summary>
internal static class FindingText
{
    public static string Write(Finding finding) => JsonText.Object(json =>
    {
        json.WriteString("template", finding.Template);
        json.Both("title", finding.Title);
        json.Both("message", finding.Message);
        json.Both("suggestion", finding.Suggestion);
        json.WriteStartObject("arguments");
        foreach (var (key, value) in finding.Arguments)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("checks");
        foreach (var check in finding.Checks)
        {
            json.WriteStringValue(check);
        }

        json.WriteEndArray();
        json.WriteStartArray("candidates");
        foreach (var candidate in finding.Candidates)
        {
            json.WriteStartObject();
            json.WriteString("figure", candidate.Figure);
            json.WriteString("printed", candidate.Printed);
            json.WriteString("value", candidate.Value);
            json.WriteString("yuan", candidate.Yuan.ToString(CultureInfo.InvariantCulture));
            json.Given("slip", candidate.Slip);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("places");
        foreach (var place in finding.Places)
        {
            PlaceText.Write(json, place);
        }

        json.WriteEndArray();
    });

    public static Finding Read(string id, string rule, string severity, string body)
    {
        var e = JsonText.Read(body);
        return new Finding
        {
            Id = id,
            Rule = rule,
            Severity = Enum.Parse<Severity>(severity),
            Template = e.Text("template") ?? "",
            Arguments = e.TryGetProperty("arguments", out var arguments) ? arguments.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? "", StringComparer.Ordinal) : new Dictionary<string, string>(StringComparer.Ordinal),
            Title = e.Both("title")!,
            Message = e.Both("message")!,
            Suggestion = e.Both("suggestion"),
            Checks = e.Texts("checks"),
            Candidates = [.. e.Items("candidates").Select(Candidate)],
            Places = [.. e.Items("places").Select(PlaceText.Read)],
        };
    }

    private static Candidate Candidate(JsonElement e) => new(e.Text("figure")!, e.Text("printed")!, e.Text("value")!, decimal.Parse(e.Text("yuan")!, CultureInfo.InvariantCulture), e.Text("slip"));
}
