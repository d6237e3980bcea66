using System.Globalization;
using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Certificates;

/// <summary>清单的读取：bytes that nobody vouches for; what is missing, unknown in kind or beyond the limits is no manifest.</summary>
internal static class ManifestReading
{
    private const int MostDocuments = 100;
    private const int MostTables = 20;
    private const int MostParts = 4000;
    private const int LongestText = 1000;

    /// <summary>读取; null with the reason.</summary>
    public static Manifest? Read(byte[] bytes, out Reason? problem)
    {
        problem = null;
        try
        {
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            var root = json.RootElement;
            var schema = Text(root, "schema");
            if (schema != Manifest.Schema)
            {
                problem = new Reason($"清单的格式是“{PlainText.Of(schema)}”，本程序只认 {Manifest.Schema}；可能出自更新的程序", $"the manifest is of the form '{PlainText.Of(schema)}', and this program knows {Manifest.Schema}; it may be of a newer one");
                return null;
            }

            return new Manifest
            {
                Tool = Text(root, "tool"),
                Rules = Text(root, "rules"),
                Checked = DateOnly.ParseExact(Text(root, "checked"), Manifest.DateFormat, CultureInfo.InvariantCulture),
                Signer = Text(root, "signer"),
                Documents = Items(root, "documents", MostDocuments, Document),
                Heads = Items(root, "heads", MostParts, h => new JournalHead(Text(h, "chain"), h.GetProperty("entry").GetInt64(), Text(h, "hash"))),
                Parts = Items(root, "parts", MostParts, p => new CertifiedPart(Text(p, "name"), p.GetProperty("bytes").GetInt64(), Text(p, "sha256"))),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            problem = new Reason("清单不完整或已损坏", "the manifest is incomplete or damaged");
            return null;
        }
    }

    private static CertifiedDocument Document(JsonElement at)
    {
        var said = at.GetProperty("results");
        var year = at.GetProperty("year");
        return new CertifiedDocument(Text(at, "name"), Text(at, "original"), Optional(at, "book"), year.ValueKind == JsonValueKind.Null ? null : year.GetInt32(), Optional(at, "kind"),
            new CertifiedResults(Count(said, "held"), Count(said, "broken"), Count(said, "notApplicable"), Count(said, "notChecked"), Count(said, "errors"), Count(said, "warnings"), Count(said, "notes"), Count(said, "waived")))
        {
            Tables = Items(at, "tables", MostTables, t => Short(t)),
        };
    }

    private static int Count(JsonElement at, string name) => at.GetProperty(name).GetInt32();

    private static string? Optional(JsonElement at, string name) => at.GetProperty(name).ValueKind == JsonValueKind.Null ? null : Text(at, name);

    private static string Text(JsonElement at, string name) => Short(at.GetProperty(name));

    private static string Short(JsonElement value) => value.GetString() is { Length: <= LongestText } text ? text : throw new FormatException("too long");

    private static List<T> Items<T>(JsonElement at, string name, int most, Func<JsonElement, T> of)
    {
        var items = at.GetProperty(name);
        return items.GetArrayLength() <= most ? [.. items.EnumerateArray().Select(of)] : throw new FormatException(name);
    }
}
