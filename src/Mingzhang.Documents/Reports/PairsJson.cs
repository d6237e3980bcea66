using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports;

/// <summary>配对的 JSON：files checked together with a document, and those that could not be.</summary>
internal static class PairsJson
{
    public static void Write(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("pairs");
        foreach (var pair in report.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("role", PairWords.Key(pair.Role));
            json.WriteString("file", pair.File);
            json.WriteString("entity", pair.Facts?.Entity);
            if (pair.Facts?.Year is { } year)
            {
                json.WriteNumber("year", year);
            }
            else
            {
                json.WriteNull("year");
            }

            json.WriteString("kind", (pair.Facts?.Kind ?? DocumentKind.Unknown).ToString().ToLowerInvariant());
            JsonReport.Both(json, "evidence", pair.Evidence);
            json.WriteString("figures", pair.Key);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
