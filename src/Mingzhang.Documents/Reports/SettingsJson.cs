using System.Globalization;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Rules.Settings;

namespace Mingzhang.Documents.Reports;

/// <summary>设置的 JSON：severities and waivers in effect, and the findings that are waived.</summary>
internal static class SettingsJson
{
    public static void Write(Utf8JsonWriter json, Report report)
    {
        var settings = report.Settings;
        if (settings.File is null)
        {
            json.WriteNull("settings");
        }
        else
        {
            json.WriteStartObject("settings");
            json.WriteString("file", settings.File);
            json.WriteStartObject("severities");
            foreach (var (rule, severity) in settings.Severities.OrderBy(s => s.Key, StringComparer.Ordinal))
            {
                json.WriteString(rule, severity is { } level ? SeverityWords.English(level) : "off");
            }

            json.WriteEndObject();
            Date(json, "approvedOn", settings.ApprovedOn);
            Date(json, "publishedOn", settings.PublishedOn);
            TermJson.Write(json, settings.Term);
            json.WriteStartArray("waivers");
            foreach (var waiver in settings.Waivers)
            {
                Waiver(json, report, waiver);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteStartArray("waived");
        foreach (var waived in report.Waived)
        {
            json.WriteStartObject();
            json.WriteNumber("waiver", IndexOf(settings.Waivers, waived.Waiver));
            json.WritePropertyName("finding");
            JsonReport.Finding(json, waived.Finding);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Waiver(Utf8JsonWriter json, Report report, Waiver waiver)
    {
        json.WriteStartObject();
        json.WriteString("rule", waiver.Rule);
        foreach (var (name, value) in new[] { ("finding", waiver.Finding), ("document", waiver.Document), ("entity", waiver.Entity), ("figure", waiver.Figure), ("point", waiver.Point), ("text", waiver.Text) })
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }

        json.WriteString("reason", waiver.Reason);
        Date(json, "date", waiver.Date);
        json.WriteString("by", waiver.By);
        Date(json, "expires", waiver.Expires);
        json.WriteBoolean("expired", report.Settings.Expired(waiver));
        json.WriteNumber("used", report.Waived.Count(w => ReferenceEquals(w.Waiver, waiver)));
        json.WriteEndObject();
    }

    private static int IndexOf(IReadOnlyList<Waiver> waivers, Waiver waiver)
    {
        var at = 0;
        while (!ReferenceEquals(waivers[at], waiver))
        {
            at++;
        }

        return at;
    }

    private static void Date(Utf8JsonWriter json, string name, DateOnly? date) => json.WriteString(name, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
