using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Documents.Reports;

namespace Mingzhang.Documents.Certificates;

/// <summary>验证的结果（JSON），供程序使用。</summary>
public static class VerificationJson
{
    /// <summary>格式的名称。</summary>
    public const string Schema = "mingzhang-verification/1";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>写成 JSON。</summary>
    public static byte[] Write(Verified verified)
    {
        ArgumentNullException.ThrowIfNull(verified);
        return Object(json =>
        {
            json.WriteBoolean("holds", verified.Holds);
            json.WriteString("state", verified.State switch { CertificateState.Holds => "holds", CertificateState.OtherVersion => "other-version", CertificateState.Unproven => "unproven", _ => "altered" });
            JsonReport.Both(json, "conclusion", VerificationText.State(verified));
            json.WriteStartObject("signer");
            json.WriteString("fingerprint", verified.Key.Fingerprint);
            json.WriteString("trust", verified.Trust.ToString().ToLowerInvariant());
            json.WriteEndObject();
            json.WriteString("checked", verified.Manifest.Checked.ToString(Manifest.DateFormat, CultureInfo.InvariantCulture));
            Versions(json, "rules", verified.Manifest.Rules, verified.Rules);
            Versions(json, "tool", verified.Manifest.Tool, verified.Tool);
            Alterations(json, "alterations", verified.Alterations);
            json.WriteStartArray("documents");
            foreach (var document in verified.Documents)
            {
                json.WriteStartObject();
                json.WriteString("name", document.Name);
                Alterations(json, "differences", document.Differences);
                Findings(json, "new", document.New);
                Findings(json, "gone", document.Gone);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>不能读取的包。</summary>
    public static byte[] Unreadable(Reason problem) => Object(json =>
    {
        json.WriteBoolean("holds", false);
        json.WriteString("state", "unreadable");
        JsonReport.Both(json, "conclusion", problem);
    });

    private static byte[] Object(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            content(json);
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void Versions(Utf8JsonWriter json, string name, string certified, string present)
    {
        json.WriteStartObject(name);
        json.WriteString("certified", certified);
        json.WriteString("present", present);
        json.WriteEndObject();
    }

    private static void Alterations(Utf8JsonWriter json, string name, IReadOnlyList<Alteration> all)
    {
        json.WriteStartArray(name);
        foreach (var one in all)
        {
            json.WriteStartObject();
            json.WriteString("kind", one.Kind.ToString().ToLowerInvariant());
            json.WriteString("part", one.Part);
            JsonReport.Both(json, "what", one.What);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Findings(Utf8JsonWriter json, string name, IReadOnlyList<ComparedFinding> all)
    {
        json.WriteStartArray(name);
        foreach (var finding in all)
        {
            json.WriteStartObject();
            json.WriteString("id", finding.Id);
            json.WriteString("rule", finding.Rule);
            JsonReport.Both(json, "message", finding.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
