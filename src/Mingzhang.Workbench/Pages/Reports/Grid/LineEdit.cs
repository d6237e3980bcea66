using System.Text.Json;

namespace Mingzhang.Workbench.Pages.Reports.Grid;

/// <summary>一处改动：the cells of one line that an officer has changed, against the version that he saw.</summary>
/// <param name="Key">Name that the page gave it, so that its answer is found, and what is sent twice is done once.</param>
/// <param name="Id">The line; empty for a new one.</param>
/// <param name="Version">Version that was seen; 0 for a new one.</param>
/// <param name="Set">Cells with what is to stand in them.</param>
/// <param name="Remove">Whether the line is to be removed.</param>
/// <param name="Again">Whether it was sent before and the answer never came.</param>
internal sealed record LineEdit(string Key, string Id, long Version, IReadOnlyDictionary<string, string> Set, bool Remove, bool Again)
{
    /// <summary>一次至多几处。</summary>
    public const int Most = 500;

    private const int LongestKey = 80, LongestText = 4000, MostCells = 20;

    /// <summary>读取; null where it is nothing of the kind.</summary>
    public static List<LineEdit>? Read(JsonElement body, IReadOnlyList<LineField> fields)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("edits", out var edits) || edits.ValueKind != JsonValueKind.Array || edits.GetArrayLength() > Most)
        {
            return null;
        }

        var read = edits.EnumerateArray().Select(e => One(e, fields)).ToList();
        return read.Contains(null) ? null : [.. read.OfType<LineEdit>()];
    }

    /// <summary>一段文字; null where there is none, or one longer than anybody types.</summary>
    public static string? Text(JsonElement e, string name, int longest = LongestKey) =>
        e.ValueKind == JsonValueKind.Object && e.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String && text.GetString() is { } said && said.Length <= longest ? said : null;

    private static LineEdit? One(JsonElement e, IReadOnlyList<LineField> fields)
    {
        if (Text(e, "key") is not { Length: > 0 } key || Text(e, "id") is not { } id || !e.TryGetProperty("version", out var number) || number.ValueKind != JsonValueKind.Number || !number.TryGetInt64(out var version))
        {
            return null;
        }

        var set = new Dictionary<string, string>(StringComparer.Ordinal);
        if (e.TryGetProperty("set", out var cells))
        {
            if (cells.ValueKind != JsonValueKind.Object || cells.EnumerateObject().Count() > MostCells)
            {
                return null;
            }

            foreach (var cell in cells.EnumerateObject())
            {
                if (fields.All(f => f.Key != cell.Name) || Text(cells, cell.Name, LongestText) is not { } text)
                {
                    return null;
                }

                set[cell.Name] = text.Trim();
            }
        }

        return new LineEdit(key, id, version, set, Is(e, "remove"), Is(e, "again"));
    }

    private static bool Is(JsonElement e, string name) => e.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
