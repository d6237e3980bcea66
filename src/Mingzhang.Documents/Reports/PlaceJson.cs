using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports;

/// <summary>位置（JSON）：what the format of the document knows of a place, and nothing else.</summary>
internal static class PlaceJson
{
    /// <summary>写成对象; named, or as an item of an array.</summary>
    public static void Write(Utf8JsonWriter json, string? name, Place place)
    {
        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }

        Given(json, "file", place.File);
        Given(json, "page", place.Page);
        Given(json, "sheet", place.Sheet);
        Given(json, "cell", place.Cell);
        Given(json, "line", place.Line);
        Given(json, "start", place.Start);
        Given(json, "length", place.Length);
        Given(json, "section", place.Section);
        Given(json, "table", place.Table);
        Given(json, "row", place.Row);
        Given(json, "column", place.Column);
        if (place.Box is { } box)
        {
            json.WriteStartArray("box");
            foreach (var side in box.Sides)
            {
                json.WriteNumberValue(side);
            }

            json.WriteEndArray();
        }

        Given(json, "ocr", place.Ocr);
        Given(json, "text", place.Text);
        json.WriteEndObject();
    }

    private static void Given(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Given(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
