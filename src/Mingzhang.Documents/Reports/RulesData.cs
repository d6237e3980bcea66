using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Rules;

namespace Mingzhang.Documents.Reports;

/// <summary>规则的数据：the rules with all that is known of them, as JSON (docs/rules.schema.json) or one line each as CSV.</summary>
public static class RulesData
{
    /// <summary>格式的版本。</summary>
    public const string Schema = "mingzhang-rules/1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Columns =
        ["id", "family_zh", "family_en", "title_zh", "title_en", "severity", "severity_by_book", "books", "since", "until", "basis_zh", "basis_en", "sources_zh", "sources_en", "about_zh", "about_en", "example_severity", "example_zh", "example_en", "suggestion_zh", "suggestion_en"];

    /// <summary>结构化数据（JSON）。</summary>
    public static string Json(IReadOnlyList<Rule> rules, string toolVersion)
    {
        ArgumentNullException.ThrowIfNull(rules);
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteStartObject("tool");
            json.WriteString("name", "mingzhang");
            json.WriteString("version", toolVersion);
            json.WriteEndObject();
            json.WriteString("version", RuleBook.Version);
            json.WriteStartArray("rules");
            foreach (var rule in rules)
            {
                One(json, rule);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray());
    }

    /// <summary>一行一条（CSV）。</summary>
    public static string Csv(IReadOnlyList<Rule> rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var text = new StringBuilder(string.Join(',', Columns)).Append("\r\n");
        foreach (var rule in rules)
        {
            var family = FamilyOf(rule);
            var sample = RuleSample.All.GetValueOrDefault(rule.Id);
            string?[] cells =
            [
                rule.Id, family.Title.Chinese, family.Title.English, rule.Title.Chinese, rule.Title.English, SeverityWords.English(rule.Severity),
                string.Join(' ', rule.SeverityByBook.OrderBy(b => b.Key, StringComparer.Ordinal).Select(b => b.Key + "=" + SeverityWords.English(b.Value))), string.Join(' ', rule.Books),
                rule.Since?.ToString(CultureInfo.InvariantCulture), rule.Until?.ToString(CultureInfo.InvariantCulture), rule.Basis.Chinese, rule.Basis.English,
                string.Join("；", rule.Sources.Select(s => s.Title.Chinese)), string.Join("; ", rule.Sources.Select(s => s.Title.English)), rule.About.Chinese, rule.About.English,
                sample?.Severity is { } severity ? SeverityWords.English(severity) : null, sample?.Message.Chinese, sample?.Message.English, sample?.Suggestion?.Chinese, sample?.Suggestion?.English,
            ];
            text.AppendJoin(',', cells.Select(CsvCell.Quote)).Append("\r\n");
        }

        return text.ToString();
    }

    private static void One(Utf8JsonWriter json, Rule rule)
    {
        var family = FamilyOf(rule);
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        json.WriteString("family", family.Digit.ToString());
        JsonReport.Both(json, "familyTitle", family.Title);
        JsonReport.Both(json, "title", rule.Title);
        JsonReport.Both(json, "about", rule.About);
        json.WriteString("severity", SeverityWords.English(rule.Severity));
        json.WriteStartObject("severityByBook");
        foreach (var (book, severity) in rule.SeverityByBook.OrderBy(b => b.Key, StringComparer.Ordinal))
        {
            json.WriteString(book, SeverityWords.English(severity));
        }

        json.WriteEndObject();
        json.WriteStartArray("books");
        foreach (var book in rule.Books)
        {
            json.WriteStringValue(book);
        }

        json.WriteEndArray();
        Year(json, "since", rule.Since);
        Year(json, "until", rule.Until);
        JsonReport.Both(json, "basis", rule.Basis);
        json.WriteStartArray("sources");
        foreach (var source in rule.Sources)
        {
            json.WriteStartObject();
            json.WriteString("kind", source.Kind.ToString().ToLowerInvariant());
            JsonReport.Both(json, "name", source.Name);
            JsonReport.Both(json, "title", source.Title);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Example(json, RuleSample.All.GetValueOrDefault(rule.Id));
        json.WriteEndObject();
    }

    private static void Example(Utf8JsonWriter json, RuleSample? sample)
    {
        if (sample is null)
        {
            json.WriteNull("example");
            return;
        }

        json.WriteStartObject("example");
        json.WriteString("severity", sample.Severity is { } severity ? SeverityWords.English(severity) : null);
        JsonReport.Both(json, "message", sample.Message);
        if (sample.Suggestion is { } fix)
        {
            JsonReport.Both(json, "suggestion", fix);
        }
        else
        {
            json.WriteNull("suggestion");
        }

        json.WriteEndObject();
    }

    private static RuleFamily FamilyOf(Rule rule) => RuleTexts.Standard.Families.First(f => f.Digit == rule.Family);

    private static void Year(Utf8JsonWriter json, string name, int? year)
    {
        if (year is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
