using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Model;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.OpenData;

/// <summary>开放数据：every statement of a document as one flat row: all coordinates by code and name, value, unit, precision, place.</summary>
public static class OpenFigures
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>写成 CSV，不带字节序标记。</summary>
    public static string Csv(Library library, Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(disclosure);
        return OpenSheets.Figures(library, disclosure).Csv();
    }

    /// <summary>字节（CSV）：with the mark by which spreadsheets know UTF-8.</summary>
    public static byte[] CsvBytes(Library library, Disclosure disclosure) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv(library, disclosure))];

    /// <summary>写成 JSON; numbers of money are strings, so that no program rounds them.</summary>
    public static byte[] Json(Library library, Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(disclosure);
        var columns = OpenColumn.All(library, disclosure);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", "mingzhang-figures/1");
            Facts(json, disclosure);
            json.WriteStartArray("figures");
            foreach (var statement in disclosure.Statements)
            {
                json.WriteStartObject();
                foreach (var column in columns)
                {
                    if (column.Of(statement) is { Length: > 0 } value && value != "false")
                    {
                        json.WriteString(column.Name, value);
                    }
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("objectives");
            foreach (var objective in disclosure.Performance)
            {
                Objective(json, objective);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    internal static void Facts(Utf8JsonWriter json, Disclosure disclosure)
    {
        var facts = disclosure.Facts;
        json.WriteString("entity", facts.Entity ?? "");
        if (facts.Year is { } year)
        {
            json.WriteNumber("year", year);
        }

        json.WriteString("kind", facts.Kind switch { DocumentKind.Budget => "budget", DocumentKind.Final => "final", _ => "unknown" });
        json.WriteString("scope", facts.Scope switch { DocumentScope.Unit => "unit", DocumentScope.Department => "department", _ => "" });
        json.WriteString("book", facts.Book ?? "");
    }

    private static void Objective(Utf8JsonWriter json, PerformanceObject objective)
    {
        json.WriteStartObject();
        json.WriteString("name", objective.Name);
        json.WriteString("goal", objective.Goal);
        json.WriteStartArray("indicators");
        foreach (var i in objective.Indicators)
        {
            json.WriteStartObject();
            ModelJson.Said(json, i);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
