using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mingzhang.Portal.Api;

/// <summary>接口的描述（OpenAPI）：made of the routes themselves.</summary>
internal static class OpenApi
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    public static byte[] Document { get; } = Write();

    private static byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteString("openapi", "3.1.0");
            json.WriteStartObject("info");
            json.WriteString("title", "Mingzhang");
            json.WriteString("version", "1");
            json.WriteString("description", "Figures of published budgets and final accounts, each with the place where it was printed. Reading only, no key. Money is a string in yuan.");
            json.WriteEndObject();
            json.WriteStartArray("servers");
            json.WriteStartObject();
            json.WriteString("url", "/api/v1");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartObject("paths");
            foreach (var route in ApiRoutes.All)
            {
                Path(json, route);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Path(Utf8JsonWriter json, ApiRoute route)
    {
        json.WriteStartObject(route.Path);
        json.WriteStartObject("get");
        json.WriteString("operationId", route.Key);
        json.WriteString("summary", route.About);
        json.WriteStartArray("parameters");
        foreach (var parameter in route.Parameters.Concat([new("page", "page, from 1"), new("size", "items a page, 1000 at most"), new("format", "json or csv"), new("lang", "en for English words")]))
        {
            json.WriteStartObject();
            json.WriteString("name", parameter.Name);
            json.WriteString("in", parameter.InPath ? "path" : "query");
            json.WriteBoolean("required", parameter.InPath);
            json.WriteString("description", parameter.About);
            json.WriteStartObject("schema");
            json.WriteString("type", parameter.Name is "page" or "size" or "year" ? "integer" : "string");
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("responses");
        json.WriteStartObject("200");
        json.WriteString("description", "a page of items");
        json.WriteStartObject("content");
        json.WriteStartObject("application/json");
        Schema(json, route);
        json.WriteEndObject();
        json.WriteStartObject("text/csv");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        foreach (var (status, about) in new[] { ("304", "not changed"), ("400", "a parameter is not understood"), ("404", "no such thing"), ("429", "too many requests") })
        {
            json.WriteStartObject(status);
            json.WriteString("description", about);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Schema(Utf8JsonWriter json, ApiRoute route)
    {
        json.WriteStartObject("schema");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WriteStartObject("total");
        json.WriteString("type", "integer");
        json.WriteEndObject();
        json.WriteStartObject("next");
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteStartObject("items");
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var column in route.Columns)
        {
            json.WriteStartObject(column.Name);
            json.WriteStartArray("type");
            json.WriteStringValue(column.Type);
            json.WriteStringValue("null");
            json.WriteEndArray();
            json.WriteString("description", column.About);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
