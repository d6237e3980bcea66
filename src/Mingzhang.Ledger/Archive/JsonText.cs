using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>列中的 JSON：what has no column of its own: places, the second part of a statement, tables, findings. Both databases can look into it.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    /// <summary>写一个对象。</summary>
    public static string Object(Action<Utf8JsonWriter> content) => Write(json =>
    {
        json.WriteStartObject();
        content(json);
        json.WriteEndObject();
    });

    /// <summary>写一个值。</summary>
    public static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>();
        buffer.Clear();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            content(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>读一个值。</summary>
    public static JsonElement Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public static void Given(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static void Given(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }

    public static void Both(this Utf8JsonWriter json, string name, Reason? reason)
    {
        if (reason is not null)
        {
            json.WriteStartArray(name);
            json.WriteStringValue(reason.Chinese);
            json.WriteStringValue(reason.English);
            json.WriteEndArray();
        }
    }

    public static string? Text(this JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static int? Whole(this JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    public static decimal? Number(this JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    public static bool Flag(this JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static Reason? Both(this JsonElement element, string name) => element.TryGetProperty(name, out var value) ? new Reason(value[0].GetString()!, value[1].GetString()!) : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.EnumerateArray() : [];

    public static IReadOnlyList<string> Texts(this JsonElement element, string name) => [.. element.Items(name).Select(e => e.GetString()!)];
}
