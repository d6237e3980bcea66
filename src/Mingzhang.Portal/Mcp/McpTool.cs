using System.Text.Json.Nodes;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Mcp;

/// <summary>工具的参数。</summary>
/// <param name="Name">Key.</param>
/// <param name="Type">string, integer or array (of strings).</param>
/// <param name="About">What it is, in English.</param>
/// <param name="Needed">Whether nothing can be answered without it.</param>
internal sealed record McpParameter(string Name, string Type, string About, bool Needed = false);

/// <summary>供程序调用的工具：its description and what it does stand together.</summary>
/// <param name="Name">Key.</param>
/// <param name="About">Sentence that says what it gives.</param>
/// <param name="Parameters">What may be given.</param>
/// <param name="Answer">What it does.</param>
internal sealed record McpTool(string Name, string About, IReadOnlyList<McpParameter> Parameters, Func<McpCall, JsonObject> Answer)
{
    /// <summary>参数的模式（JSON Schema）。</summary>
    public JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var parameter in Parameters.Append(new McpParameter("language", "string", "zh (default) or en: language of names and places")))
        {
            var schema = new JsonObject { ["type"] = parameter.Type, ["description"] = parameter.About };
            if (parameter.Type == "array")
            {
                schema["items"] = new JsonObject { ["type"] = "string" };
            }

            properties[parameter.Name] = schema;
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["required"] = new JsonArray([.. Parameters.Where(p => p.Needed).Select(p => (JsonNode)p.Name)]) };
    }
}

/// <summary>不能回答：the reason, which whoever asked is told.</summary>
internal sealed class McpRefusal(string message) : Exception(message);

/// <summary>一次调用：the archive at one moment, and what was given.</summary>
internal sealed class McpCall(IArchive archive, Library library, Bridges bridges, string site, Func<string, JsonNode?> given)
{
    public const int Most = 50;

    private const int LongestText = 2000;

    public IArchive Archive => archive;

    public Library Library => library;

    public Bridges Bridges => bridges;

    public bool English => Text("language") == "en";

    /// <summary>文字; empty where it is not given.</summary>
    public string Text(string name) => given(name) is JsonValue value && value.TryGetValue(out string? text) ? text.Length > LongestText ? text[..LongestText] : text.Trim() : "";

    /// <summary>必需的文字。</summary>
    public string Needed(string name) => Text(name) is { Length: > 0 } text ? text : throw new McpRefusal($"'{name}' is needed");

    /// <summary>整数; null where it is not given.</summary>
    public int? Whole(string name) => given(name) is JsonValue value ? value.TryGetValue(out int number) ? number : throw new McpRefusal($"'{name}' must be a whole number") : null;

    /// <summary>若干项文字。</summary>
    public IReadOnlyList<string> List(string name) => given(name) is JsonArray list ? [.. list.OfType<JsonValue>().Select(i => i.TryGetValue(out string? text) ? text : "").Where(t => t.Length > 0).Take(Most)] : [];

    /// <summary>完整的地址。</summary>
    public string Url(string path) => site + path;

    /// <summary>所说的部门，按代码或名称。</summary>
    public Body Department(string given)
    {
        var found = archive.Body(given) is { } body ? [body] : Citing.NamedBodies.In(given, archive.Bodies());
        return found switch
        {
            [var one] => one,
            [] => throw new McpRefusal($"there is no department '{given}' in this archive; use find"),
            _ => throw new McpRefusal($"'{given}' may be any of: {string.Join(", ", found.Take(10).Select(b => b.Name + " (" + b.Code + ")"))}"),
        };
    }

    /// <summary>按格页的键取数。</summary>
    public ArchivedStatement Figure(string id)
    {
        var key = id.Contains("/cell/", StringComparison.Ordinal) ? Uri.UnescapeDataString(id[(id.IndexOf("/cell/", StringComparison.Ordinal) + 6)..]) : id;
        var cut = key.IndexOf('.', StringComparison.Ordinal);
        return cut > 0 && archive.Document(key[..cut]) is { } document && archive.Statement(document, key[(cut + 1)..].Split('?')[0]) is { } found ? found : throw new McpRefusal($"there is no figure '{id}'; ids come from find, figure, series, breakdown and check_citation");
    }
}
