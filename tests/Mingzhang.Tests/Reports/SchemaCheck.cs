using System.Text.Json;

namespace Mingzhang.Tests.Reports;

/// <summary>结构核对：the part of JSON Schema that docs/report.schema.json uses; anything else in a schema fails the test.</summary>
internal sealed class SchemaCheck(JsonElement root)
{
    private static readonly string[] Known = ["$schema", "$id", "title", "description", "$defs", "type", "required", "additionalProperties", "properties", "items", "enum", "const", "$ref", "oneOf"];

    public IEnumerable<string> Faults(JsonElement value) => Faults(root, value, "$");

    private IEnumerable<string> Faults(JsonElement schema, JsonElement value, string path)
    {
        foreach (var keyword in schema.EnumerateObject().Where(k => !Known.Contains(k.Name)))
        {
            yield return $"{path}: the schema uses {keyword.Name}";
        }

        if (schema.TryGetProperty("$ref", out var reference))
        {
            var target = root.GetProperty("$defs").GetProperty(reference.GetString()!["#/$defs/".Length..]);
            foreach (var fault in Faults(target, value, path))
            {
                yield return fault;
            }
        }

        if (schema.TryGetProperty("oneOf", out var choices) && !choices.EnumerateArray().Any(c => !Faults(c, value, path).Any()))
        {
            yield return $"{path}: none of the choices";
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(type).Contains("number")))
        {
            yield return $"{path}: is {TypeOf(value)}";
            yield break;
        }

        if (schema.TryGetProperty("enum", out var allowed) && !allowed.EnumerateArray().Any(a => JsonElement.DeepEquals(a, value)))
        {
            yield return $"{path}: {value} is not allowed";
        }

        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, value))
        {
            yield return $"{path}: {value} is not {only}";
        }

        foreach (var fault in value.ValueKind switch
        {
            JsonValueKind.Object => Object(schema, value, path),
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) => value.EnumerateArray().SelectMany((v, i) => Faults(items, v, $"{path}[{i}]")),
            _ => [],
        })
        {
            yield return fault;
        }
    }

    private IEnumerable<string> Object(JsonElement schema, JsonElement value, string path)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(r => r.GetString()!).Where(n => !value.TryGetProperty(n, out _)))
            {
                yield return $"{path}.{name}: missing";
            }
        }

        var closed = schema.TryGetProperty("additionalProperties", out var more) && more.ValueKind == JsonValueKind.False;
        foreach (var property in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(property.Name, out var own))
            {
                foreach (var fault in Faults(own, property.Value, path + "." + property.Name))
                {
                    yield return fault;
                }
            }
            else if (closed)
            {
                yield return $"{path}.{property.Name}: unknown";
            }
        }
    }

    private static IEnumerable<string> Types(JsonElement type) => type.ValueKind == JsonValueKind.String ? [type.GetString()!] : type.EnumerateArray().Select(t => t.GetString()!);

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        _ => value.TryGetInt64(out _) ? "integer" : "number",
    };
}
