using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Rules.Settings;

namespace Mingzhang.Documents.Certificates;

/// <summary>设置的写法：what applied to a document, in the form of mingzhang.json, so that whoever verifies reads it as settings are read.</summary>
internal static class SettingsText
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>写成 JSON: of the waivers, those named.</summary>
    public static byte[] Write(CheckSettings settings, IEnumerable<Waiver> waivers)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            Date(json, "approvedOn", settings.ApprovedOn);
            Date(json, "publishedOn", settings.PublishedOn);
            TermJson.Write(json, settings.Term);
            json.WriteStartObject("severities");
            foreach (var (rule, severity) in settings.Severities.OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                json.WriteString(rule, severity is { } level ? level.ToString().ToLowerInvariant() : "off");
            }

            json.WriteEndObject();
            json.WriteStartArray("waivers");
            foreach (var waiver in waivers)
            {
                Waiver(json, waiver);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void Waiver(Utf8JsonWriter json, Waiver waiver)
    {
        json.WriteStartObject();
        json.WriteString("rule", waiver.Rule);
        Text(json, "finding", waiver.Finding);
        Text(json, "document", waiver.Document);
        Text(json, "entity", waiver.Entity);
        Text(json, "figure", waiver.Figure);
        Text(json, "point", waiver.Point);
        Text(json, "text", waiver.Text);
        json.WriteString("reason", waiver.Reason);
        Date(json, "date", waiver.Date);
        Text(json, "by", waiver.By);
        Date(json, "expires", waiver.Expires);
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Date(Utf8JsonWriter json, string name, DateOnly? date) => Text(json, name, date?.ToString(Manifest.DateFormat, CultureInfo.InvariantCulture));
}
