using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Rules;

namespace Mingzhang.Documents.Reports;

/// <summary>报告（JSON）：versioned; its schema is docs/report.schema.json. Amounts are strings, so that no digit is lost on the way.</summary>
public static class JsonReport
{
    /// <summary>格式的版本: fields are only added within a version; what is taken out or means something else raises it.</summary>
    public const string Schema = "mingzhang-report/1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>一份报告，一个对象。</summary>
    public static void Write(Stream stream, Report report, string toolVersion)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        Versions(json, toolVersion);
        Body(json, report);
        json.WriteEndObject();
    }

    /// <summary>多份报告的一份: an item of documents.</summary>
    public static void WriteBody(Stream stream, Report report)
    {
        using var json = new Utf8JsonWriter(stream, Options);
        json.WriteStartObject();
        Body(json, report);
        json.WriteEndObject();
    }

    /// <summary>外框：several reports are one object with documents.</summary>
    public static ReportFrame Frame(string toolVersion) => ReportFrame.Json(Opening(toolVersion));

    /// <summary>多份报告的开头: what stands before the first item; "]}" ends it.</summary>
    public static string Opening(string toolVersion)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options))
        {
            json.WriteStartObject();
            Versions(json, toolVersion);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray()).TrimEnd().TrimEnd('}').TrimEnd() + ",\n  \"documents\": [";
    }

    private static void Versions(Utf8JsonWriter json, string toolVersion)
    {
        json.WriteString("schema", Schema);
        json.WriteStartObject("tool");
        json.WriteString("name", "mingzhang");
        json.WriteString("version", toolVersion);
        json.WriteEndObject();
        json.WriteStartObject("rules");
        json.WriteString("version", RuleBook.Version);
        json.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter json, Report report)
    {
        Document(json, report.Disclosure);
        json.WriteStartArray("figures");
        foreach (var statement in report.Disclosure.Statements.Where(s => s is not AmountStatement { Blank: true }))
        {
            FigureJson.Write(json, statement);
        }

        json.WriteEndArray();
        json.WriteStartArray("unbound");
        foreach (var unbound in report.Disclosure.Unbound)
        {
            FigureJson.Write(json, unbound);
        }

        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (var check in report.Checks)
        {
            Check(json, check);
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            Finding(json, finding);
        }

        json.WriteEndArray();
        SettingsJson.Write(json, report);
        PairsJson.Write(json, report);
    }

    private static void Document(Utf8JsonWriter json, Disclosure disclosure)
    {
        var facts = disclosure.Facts;
        json.WriteStartObject("document");
        json.WriteString("id", facts.Id);
        json.WriteString("name", facts.Name);
        json.WriteString("kind", facts.Kind.ToString().ToLowerInvariant());
        json.WriteString("scope", facts.Scope?.ToString().ToLowerInvariant());
        json.WriteString("entity", facts.Entity);
        json.WriteString("moneyUnit", facts.MoneyUnit?.Name);
        if (facts.Year is { } year)
        {
            json.WriteNumber("year", year);
        }
        else
        {
            json.WriteNull("year");
        }

        json.WriteStartObject("book");
        json.WriteString("key", facts.Book);
        json.WriteNumber("confidence", facts.BookConfidence);
        json.WriteEndObject();
        json.WriteString("format", facts.Format);
        if (facts.Pages is { } pages)
        {
            json.WriteNumber("pages", pages);
        }
        else
        {
            json.WriteNull("pages");
        }

        json.WriteString("encoding", facts.Encoding);
        if (disclosure.Contact is { } contact)
        {
            json.WriteStartObject("contact");
            json.WriteString("name", contact.Name);
            json.WriteString("phone", contact.Phone);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("contact");
        }

        json.WriteEndObject();
    }

    private static void Check(Utf8JsonWriter json, Check check)
    {
        json.WriteStartObject();
        json.WriteString("id", check.Id);
        json.WriteString("rule", check.Rule);
        json.WriteString("outcome", OutcomeKey(check.Outcome));
        Strings(json, "figures", check.Figures);
        Number(json, "expected", check.Compared?.Expected);
        Number(json, "found", check.Compared?.Found);
        Number(json, "slack", check.Compared?.Slack);
        if (check.Why is { } why)
        {
            Both(json, "reason", why);
        }

        json.WriteEndObject();
    }

    internal static void Finding(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        json.WriteString("template", finding.Template);
        json.WriteStartObject("arguments");
        foreach (var name in finding.Arguments.Keys.Order(StringComparer.Ordinal))
        {
            json.WriteString(name, finding.Arguments[name]);
        }

        json.WriteEndObject();
        Both(json, "title", finding.Title);
        Both(json, "message", finding.Message);
        Strings(json, "checks", finding.Checks);
        json.WriteStartArray("candidates");
        foreach (var candidate in finding.Candidates)
        {
            json.WriteStartObject();
            json.WriteString("figure", candidate.Figure);
            json.WriteString("printed", candidate.Printed);
            json.WriteString("value", candidate.Value);
            Number(json, "yuan", candidate.Yuan);
            json.WriteString("slip", candidate.Slip);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("places");
        foreach (var place in finding.Places)
        {
            PlaceJson.Write(json, null, place);
        }

        json.WriteEndArray();
        if (finding.Suggestion is { } suggestion)
        {
            Both(json, "suggestion", suggestion);
        }
        else
        {
            json.WriteNull("suggestion");
        }

        json.WriteEndObject();
    }

    /// <summary>核对结果的键。</summary>
    public static string OutcomeKey(Outcome outcome) => outcome switch
    {
        Outcome.Held => "held",
        Outcome.HeldWithinRounding => "held-within-rounding",
        Outcome.HeldByTruncation => "held-by-truncation",
        Outcome.Broken => "broken",
        Outcome.NotApplicable => "not-applicable",
        _ => "not-checked",
    };

    internal static void Both(Utf8JsonWriter json, string name, Reason reason)
    {
        json.WriteStartObject(name);
        json.WriteString("zh", reason.Chinese);
        json.WriteString("en", reason.English);
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value) => json.WriteString(name, value?.ToString(CultureInfo.InvariantCulture));
}
