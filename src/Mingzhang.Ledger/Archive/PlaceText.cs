using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Ledger.Archive;

/// <summary>位置的存放：page and box, sheet and cell, table, row and column, paragraph and span, as far as the format knows them.</summary>
internal static class PlaceText
{
    public static string Write(Place place) => JsonText.Write(json => Write(json, place));

    public static void Write(Utf8JsonWriter json, Place place)
    {
        json.WriteStartObject();
        json.Given("file", place.File);
        json.Given("page", place.Page);
        json.Given("line", place.Line);
        json.Given("order", place.Order);
        json.Given("sheet", place.Sheet);
        json.Given("cell", place.Cell);
        json.Given("start", place.Start);
        json.Given("length", place.Length);
        json.Given("section", place.Section);
        json.Given("table", place.Table);
        json.Given("row", place.Row);
        json.Given("column", place.Column);
        if (place.Box is { } box)
        {
            json.WriteStartArray("box");
            foreach (var side in box.Sides)
            {
                json.WriteNumberValue(side);
            }

            json.WriteEndArray();
        }

        json.Given("ocr", place.Ocr);
        json.Given("text", place.Text);
        if (place.ByFile)
        {
            json.WriteBoolean("byFile", true);
        }

        json.WriteEndObject();
    }

    public static Place Read(string text) => Read(JsonText.Read(text));

    public static Place Read(JsonElement e) => new()
    {
        File = e.Text("file"),
        Page = e.Whole("page"),
        Line = e.Whole("line"),
        Order = e.Whole("order"),
        Sheet = e.Text("sheet"),
        Cell = e.Text("cell"),
        Start = e.Whole("start"),
        Length = e.Whole("length"),
        Section = e.Text("section"),
        Table = e.Text("table"),
        Row = e.Text("row"),
        Column = e.Text("column"),
        Box = e.TryGetProperty("box", out var b) ? new Box(b[0].GetDecimal(), b[1].GetDecimal(), b[2].GetDecimal(), b[3].GetDecimal()) : null,
        Ocr = e.Whole("ocr"),
        Text = e.Text("text"),
        ByFile = e.Flag("byFile"),
    };
}
