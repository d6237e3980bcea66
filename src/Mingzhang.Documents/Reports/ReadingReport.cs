using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Budget;

namespace Mingzhang.Documents.Reports;

/// <summary>阅读报告：what was understood of a document: tables with each cell's point, sentences with theirs, what was not bound.</summary>
public static class ReadingReport
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>供人看的文字。</summary>
    public static string Text(Disclosure d, bool english)
    {
        ArgumentNullException.ThrowIfNull(d);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{d.Facts.Name}  {d.Facts.Entity} {d.Facts.Year} {d.Facts.Kind} {d.Facts.Scope} {d.Facts.Book} {d.Facts.Encoding}");
        var common = Common(d);
        text.AppendLine(CultureInfo.InvariantCulture, $"{(english ? "all figures: " : "以下各数均为：")}{common}");
        foreach (var table in d.Tables)
        {
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{table.Number} {table.Title} [{table.Form ?? "-"}] {table.Unit?.Name}");
            foreach (var row in table.Rows)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {row.Place.Line,5} {row.Name}");
                foreach (var cell in row.Cells.Where(c => c.Statement is AmountStatement { Blank: false }))
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"        {cell.Raw,14}  {Short(cell.Statement!.Point, common)}");
                }
            }
        }

        text.AppendLine();
        foreach (var statement in d.Statements.Where(s => s.Place.Table is null))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {statement.Place.Line,5} {statement.Kind,-7} {statement.Raw}  {Short(statement.Point, common)}{Detail(statement)}");
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{(english ? "not understood" : "未读懂")}: {d.Unbound.Count}");
        foreach (var unbound in d.Unbound)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {unbound.Raw}  {(english ? unbound.Reason.English : unbound.Reason.Chinese)}  {(english ? unbound.Place.English : unbound.Place.Chinese)}");
        }

        return text.ToString();
    }

    /// <summary>结构化数据（JSON）: document, tables, figures, unbound.</summary>
    public static string Json(Disclosure d)
    {
        ArgumentNullException.ThrowIfNull(d);
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "mingzhang-reading/1");
            json.WriteString("name", d.Facts.Name);
            json.WriteString("id", d.Facts.Id);
            json.WriteStartArray("tables");
            foreach (var table in d.Tables)
            {
                json.WriteStartObject();
                json.WriteString("number", table.Number);
                json.WriteString("title", table.Title);
                json.WriteString("form", table.Form);
                json.WriteString("unit", table.Unit?.Name);
                json.WriteNumber("rows", table.Rows.Count);
                json.WriteStartArray("columns");
                foreach (var column in table.Columns)
                {
                    json.WriteStringValue(column);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("figures");
            foreach (var statement in d.Statements)
            {
                FigureJson.Write(json, statement);
            }

            json.WriteEndArray();
            json.WriteStartArray("unbound");
            foreach (var unbound in d.Unbound)
            {
                FigureJson.Write(json, unbound);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(memory.ToArray()) + "\n";
    }

    /// <summary>逐数一行（CSV）: one line a figure, the coordinates in one column; cells that a spreadsheet would take for a formula are defused.</summary>
    public static string Csv(Disclosure d, bool header)
    {
        ArgumentNullException.ThrowIfNull(d);
        var text = new StringBuilder(header ? "file,id,kind,raw,value,unit,coordinates,section,table,row,column,line\r\n" : "");
        foreach (var s in d.Statements)
        {
            var (value, unit) = s switch
            {
                AmountStatement { Amount: { } a } => (a.Value.ToString(CultureInfo.InvariantCulture), a.Unit.Name),
                ChangeStatement { Amount: { } a } c => ((c.Direction == Direction.Decrease ? "-" : "") + a.Value.ToString(CultureInfo.InvariantCulture), a.Unit.Name),
                CountStatement n => (n.Number.ToString(CultureInfo.InvariantCulture), n.Unit),
                _ => ("", ""),
            };
            text.AppendJoin(',', new[] { d.Facts.Name, s.Id, s.Kind, s.Raw, value, unit, s.Point.ToString(), s.Place.Section, s.Place.Table, s.Place.Row, s.Place.Column, s.Place.Line?.ToString(CultureInfo.InvariantCulture) }.Select(Quote)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Quote(string? field)
    {
        field ??= "";
        if (field.Length > 0 && field[0] is '=' or '+' or '@' or '\t' || (field.StartsWith('-') && !decimal.TryParse(field, NumberStyles.Number, CultureInfo.InvariantCulture, out _)))
        {
            field = "'" + field;
        }

        return field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : "\"" + field.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    private static Point Common(Disclosure d)
    {
        var points = d.Statements.Select(s => s.Point).ToList();
        return points.Count == 0 ? null! : points[0].Members.Where(m => !points.TrueForAll(p => Equals(p[m.Dimension], m))).Aggregate(points[0], (p, m) => p.Without(m.Dimension));
    }

    private static string Short(Point point, Point common) => string.Join(' ', point.Members.Where(m => !Equals(common[m.Dimension], m)));

    private static string Detail(Statement statement) => statement switch
    {
        ChangeStatement c => string.Create(CultureInfo.InvariantCulture, $"  {c.Direction} vs {c.Base.Year} {c.Base.Phase.Key}{(c.Base.Assumed ? " (assumed)" : "")}"),
        CountStatement n => "  " + n.What,
        _ => "",
    };
}
