using System.Buffers;
using System.Text;
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

    // Read for every statement of a page, so forward, without a tree of the object.
    public static Place Read(string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            var json = new Utf8JsonReader(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
            return Read(ref json);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static Place Read(ref Utf8JsonReader json)
    {
        string? file = null, sheet = null, cell = null, section = null, table = null, row = null, column = null, words = null;
        int? page = null, line = null, order = null, start = null, length = null, ocr = null;
        Box? box = null;
        var byFile = false;
        json.Read();
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.ValueSpan;
            _ = name.SequenceEqual("page"u8) ? (page = Whole(ref json)) is null
                : name.SequenceEqual("order"u8) ? (order = Whole(ref json)) is null
                : name.SequenceEqual("line"u8) ? (line = Whole(ref json)) is null
                : name.SequenceEqual("start"u8) ? (start = Whole(ref json)) is null
                : name.SequenceEqual("length"u8) ? (length = Whole(ref json)) is null
                : name.SequenceEqual("ocr"u8) ? (ocr = Whole(ref json)) is null
                : name.SequenceEqual("table"u8) ? (table = Said(ref json)) is null
                : name.SequenceEqual("row"u8) ? (row = Said(ref json)) is null
                : name.SequenceEqual("column"u8) ? (column = Said(ref json)) is null
                : name.SequenceEqual("section"u8) ? (section = Said(ref json)) is null
                : name.SequenceEqual("text"u8) ? (words = Said(ref json)) is null
                : name.SequenceEqual("file"u8) ? (file = Said(ref json)) is null
                : name.SequenceEqual("sheet"u8) ? (sheet = Said(ref json)) is null
                : name.SequenceEqual("cell"u8) ? (cell = Said(ref json)) is null
                : name.SequenceEqual("box"u8) ? (box = Sides(ref json)) is null
                : name.SequenceEqual("byFile"u8) ? byFile = json.Read() && json.TokenType == JsonTokenType.True
                : json.TrySkip();
        }

        return new Place { File = file, Page = page, Line = line, Order = order, Sheet = sheet, Cell = cell, Start = start, Length = length, Section = section, Table = table, Row = row, Column = column, Box = box, Ocr = ocr, Text = words, ByFile = byFile };
    }

    private static int? Whole(ref Utf8JsonReader json) => json.Read() ? json.GetInt32() : null;

    private static string? Said(ref Utf8JsonReader json) => json.Read() ? json.GetString() : null;

    private static Box Sides(ref Utf8JsonReader json)
    {
        json.Read();
        var (left, top, width, height) = (Side(ref json), Side(ref json), Side(ref json), Side(ref json));
        json.Read();
        return new Box(left, top, width, height);

        static decimal Side(ref Utf8JsonReader json) => json.Read() ? json.GetDecimal() : 0;
    }

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
