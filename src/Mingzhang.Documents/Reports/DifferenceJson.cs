using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Documents.Comparing;

namespace Mingzhang.Documents.Reports;

/// <summary>差异报告（JSON）：amounts are strings, differences in yuan.</summary>
public static class DifferenceJson
{
    /// <summary>格式的版本。</summary>
    public const string Schema = "mingzhang-difference/1";

    /// <summary>写成一个对象。</summary>
    public static string Write(Differences differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            Document(json, "before", differences.Before);
            Document(json, "after", differences.After);
            json.WriteNumber("same", differences.Same);
            json.WriteStartArray("figures");
            foreach (var figure in differences.Figures)
            {
                json.WriteStartObject();
                json.WriteString("point", figure.Point.ToString());
                json.WriteString("before", figure.Before);
                json.WriteString("after", figure.After);
                json.WriteString("change", figure.Change?.ToString(System.Globalization.CultureInfo.InvariantCulture));
                json.WriteString("place", figure.Place.Chinese);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("sentences");
            foreach (var sentence in differences.Sentences)
            {
                json.WriteStartObject();
                json.WriteString("before", sentence.Before);
                json.WriteString("after", sentence.After);
                json.WriteString("place", sentence.Place.Chinese);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray()) + "\n";
    }

    private static void Document(Utf8JsonWriter json, string name, DocumentFacts facts)
    {
        json.WriteStartObject(name);
        json.WriteString("id", facts.Id);
        json.WriteString("name", facts.Name);
        json.WriteString("entity", facts.Entity);
        if (facts.Year is { } year)
        {
            json.WriteNumber("year", year);
        }
        else
        {
            json.WriteNull("year");
        }

        json.WriteEndObject();
    }
}
