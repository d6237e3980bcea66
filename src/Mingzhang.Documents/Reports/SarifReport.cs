using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Rules;

namespace Mingzhang.Documents.Reports;

/// <summary>问题清单（SARIF 2.1.0）：one run a document, for tools that show findings of checkers. Places in text files have lines and columns; on
/// pages the page and box stand among the properties, because SARIF's regions are of text.</summary>
public static class SarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>外框：the log around its runs.</summary>
    public static ReportFrame Frame { get; } = new(".sarif", $"{{\n\"$schema\": \"{Schema}\",\n\"version\": \"2.1.0\",\n\"runs\": [\n", ",\n", "\n]}\n") { Always = true };

    /// <summary>一份报告，一次运行。</summary>
    public static string Write(Report report, bool english, string toolVersion)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options))
        {
            json.WriteStartObject();
            Tool(json, report, english, toolVersion);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteString("language", english ? "en" : "zh-CN");
            json.WriteStartArray("results");
            report.Findings.ToList().ForEach(f => Result(json, report.Disclosure.Facts, f, null, english));
            report.Waived.ToList().ForEach(w => Result(json, report.Disclosure.Facts, w.Finding, w.Waiver, english));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    private static void Tool(Utf8JsonWriter json, Report report, bool english, string toolVersion)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "mingzhang");
        json.WriteString("version", toolVersion);
        json.WriteStartArray("rules");
        foreach (var id in report.Findings.Concat(report.Waived.Select(w => w.Finding)).Select(f => f.Rule).Distinct().Order(StringComparer.Ordinal))
        {
            var rule = RuleTexts.Standard.Rules[id];
            json.WriteStartObject();
            json.WriteString("id", id);
            Text(json, "shortDescription", english ? rule.Title.English : rule.Title.Chinese);
            Text(json, "fullDescription", english ? rule.About.English : rule.About.Chinese);
            Text(json, "help", english ? rule.Basis.English : rule.Basis.Chinese);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, DocumentFacts facts, Finding finding, Waiver? waiver, bool english)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteString("level", SeverityWords.English(finding.Severity));
        var remedy = finding.Suggestion is { } s ? (english ? " " + s.English : s.Chinese) : "";
        Text(json, "message", (english ? finding.Message.English : finding.Message.Chinese) + remedy);
        json.WriteStartArray("locations");
        foreach (var place in finding.Places)
        {
            Location(json, facts, place, english);
        }

        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("mingzhang/v1", finding.Id);
        json.WriteEndObject();
        if (waiver is not null)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("justification", waiver.Reason);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, DocumentFacts facts, Place place, bool english)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", Uri.EscapeDataString(place.File ?? facts.Name));
        json.WriteEndObject();
        if (place.Line is { } line)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", line);
            if (place.Start is { } start)
            {
                json.WriteNumber("startColumn", start + 1);
                json.WriteNumber("endColumn", start + 1 + Math.Max(1, place.Length ?? 1));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", english ? place.English : place.Chinese);
        json.WriteEndObject();
        json.WriteEndArray();
        if (place.Page is { } page)
        {
            json.WriteStartObject("properties");
            json.WriteNumber("page", page);
            if (place.Box is { } box)
            {
                json.WriteStartArray("box");
                foreach (var side in box.Sides)
                {
                    json.WriteNumberValue(side);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
