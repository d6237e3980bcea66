using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>表的存放：rows and cells as printed; a cell that states something names the statement.</summary>
internal static class TableText
{
    public static string Write(Table table) => JsonText.Object(json =>
    {
        json.WriteString("number", table.Number);
        json.Given("unit", table.Unit?.Name);
        json.WritePropertyName("place");
        PlaceText.Write(json, table.Place);
        if (table.Unread)
        {
            json.WriteBoolean("unread", true);
        }

        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStringValue(column);
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            Row(json, row);
        }

        json.WriteEndArray();
        json.WriteStartArray("notes");
        foreach (var note in table.Notes)
        {
            json.WriteStringValue(note.Text);
        }

        json.WriteEndArray();
    });

    private static void Row(Utf8JsonWriter json, TableRow row)
    {
        json.WriteStartObject();
        json.WriteString("code", row.Code);
        json.WriteString("label", row.Label);
        json.Given("printed", row.PrintedCode);
        json.Given("order", row.Place.Order);
        json.Given("page", row.Place.Page);
        json.WriteStartArray("cells");
        foreach (var cell in row.Cells)
        {
            json.WriteStartArray();
            json.WriteNumberValue(cell.Column);
            json.WriteStringValue(cell.Raw);
            if (cell.Statement is { } statement)
            {
                json.WriteStringValue(statement.Id);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>还原; statements by their id.</summary>
    public static Table Read(string title, string? form, string body, Func<string, Statement?> statement)
    {
        var e = JsonText.Read(body);
        return new Table
        {
            Number = e.Text("number") ?? "",
            Title = title,
            Form = form,
            Unit = e.Text("unit") is { } unit ? MoneyUnit.Find(unit) : null,
            Place = e.TryGetProperty("place", out var place) ? PlaceText.Read(place) : new Place(),
            Unread = e.Flag("unread"),
            Columns = e.Texts("columns"),
            Rows = [.. e.Items("rows").Select(r => Row(r, statement))],
            Notes = [.. e.Texts("notes").Select(n => new Passage(PassageKind.Note, n, new Place()))],
        };
    }

    private static TableRow Row(JsonElement e, Func<string, Statement?> statement) => new(e.Text("code") ?? "", e.Text("label") ?? "", new Place { Order = e.Whole("order"), Page = e.Whole("page"), Row = e.Text("label") },
        [.. e.Items("cells").Select(c => new TableCell(c[0].GetInt32(), c[1].GetString() ?? "", c.GetArrayLength() > 2 ? statement(c[2].GetString()!) : null))])
    {
        PrintedCode = e.Text("printed"),
    };
}
