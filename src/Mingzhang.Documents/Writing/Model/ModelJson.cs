using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Writing.Model;

/// <summary>底稿的 JSON：everything that a document is made of, in the shape of docs/model.schema.json; amounts are strings, in yuan.</summary>
public static class ModelJson
{
    /// <summary>格式的名称。</summary>
    public const string Schema = "mingzhang-model/1";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>写出底稿。</summary>
    public static byte[] Write(Draft draft, string book)
    {
        ArgumentNullException.ThrowIfNull(draft);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("book", book);
            json.WriteString("entity", draft.Entity);
            json.WriteNumber("year", draft.Year);
            json.WriteString("kind", draft.Kind == DocumentKind.Final ? "final" : "budget");
            json.WriteString("scope", draft.Scope == DocumentScope.Unit ? "unit" : "department");
            json.WriteStartArray("lines");
            foreach (var line in draft.Cube.Lines)
            {
                Line(json, line, false);
            }

            json.WriteEndArray();
            Totals(json, draft);
            Words(json, "words", draft.Words);
            Words(json, "counts", draft.Counts);
            json.WriteStartArray("performance");
            foreach (var objective in draft.Performance)
            {
                Objective(json, objective);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void Totals(Utf8JsonWriter json, Draft draft)
    {
        if (draft.Cube.Totals.Count == 0)
        {
            return;
        }

        json.WriteStartArray("totals");
        foreach (var total in draft.Cube.Totals)
        {
            var purpose = total.Point.Members.FirstOrDefault(m => m.Dimension.Key == "purpose");
            Line(json, new BudgetLine(purpose is null ? total.Point : total.Point.Without(purpose.Dimension), total.Yuan, purpose is null ? [] : [purpose]), total.Blank);
        }

        json.WriteEndArray();
    }

    private static void Line(Utf8JsonWriter json, BudgetLine line, bool blank)
    {
        json.WriteStartObject();
        json.WriteString("yuan", Number(line.Yuan));
        if (blank)
        {
            json.WriteBoolean("blank", true);
        }

        foreach (var member in line.Point.Members)
        {
            json.WriteString(member.Dimension.Key, member.Key);
        }

        if (line.Purposes.Count > 0)
        {
            json.WriteStartArray("purposes");
            foreach (var purpose in line.Purposes)
            {
                json.WriteStringValue(purpose.Key);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Words(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> words)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in words.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }

    private static void Objective(Utf8JsonWriter json, PerformanceObject objective)
    {
        json.WriteStartObject();
        json.WriteString("name", objective.Name);
        json.WriteBoolean("whole", objective.Whole);
        if (objective.Money?.Amount is { } money)
        {
            json.WriteString("yuan", Number(money.Yuan));
        }

        json.WriteString("goal", objective.Goal);
        json.WriteStartArray("indicators");
        foreach (var i in objective.Indicators)
        {
            json.WriteStartObject();
            Said(json, i);
            if (i.Core is { } core)
            {
                json.WriteBoolean("core", core);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Number(decimal value) => value.ToString("0.00##########", CultureInfo.InvariantCulture);

    /// <summary>指标的各栏，按原文。</summary>
    internal static void Said(Utf8JsonWriter json, Indicator indicator)
    {
        json.WriteString("name", indicator.Name);
        json.WriteString("nature", indicator.Nature);
        json.WriteString("value", indicator.Value);
        json.WriteString("unit", indicator.Unit);
        json.WriteString("weight", indicator.WeightText);
    }
}
