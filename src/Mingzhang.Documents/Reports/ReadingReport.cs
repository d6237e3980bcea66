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
        return new ReadingText(d, english).Write();
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
            json.WriteStartArray("objectives");
            foreach (var objective in d.Performance)
            {
                ObjectiveJson.Write(json, objective);
            }

            json.WriteEndArray();
            json.WriteStartArray("unbound");
            foreach (var unbound in d.Unbound)
            {
                FigureJson.Write(json, unbound);
            }

            json.WriteEndArray();
            json.WriteStartArray("notRead");
            foreach (var finding in d.ReadingFindings)
            {
                json.WriteStartObject();
                json.WriteString("rule", finding.Rule);
                JsonReport.Both(json, "message", finding.Message);
                json.WriteEndObject();
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
        var text = new StringBuilder(header ? "file,id,kind,raw,value,unit,coordinates,section,table,row,column,line,page,detail\r\n" : "");
        foreach (var s in d.Statements)
        {
            var (value, unit, detail) = s switch
            {
                AmountStatement a => (a.Amount is { } amount ? Number(amount.Value) : "", a.Amount?.Unit.Name ?? "", a.Use),
                ChangeStatement { Percent: { } p } c => ((c.Direction == Direction.Decrease ? "-" : "") + Number(p.Value), "%", c.Reason),
                ChangeStatement c => (c.Amount is { } amount ? (c.Direction == Direction.Decrease ? "-" : "") + Number(amount.Value) : "", c.Amount?.Unit.Name ?? "", c.Reason),
                ShareStatement p => (Number(p.Percent.Value), "%", null),
                CompletionStatement p => (Number(p.Percent.Value), "%", null),
                CountStatement n => (Number(n.Number), n.Unit, n.What),
                _ => ("", "", (string?)null),
            };
            Row(text, d, s.Place, s.Id, s.Kind, s.Raw, value, unit, s.Point.ToString(), detail);
        }

        // Objectives and indicators have no point: their names stand in the column of detail.
        foreach (var objective in d.Performance)
        {
            Row(text, d, objective.Place, "", "objective", objective.Goal, "", "", "", objective.Name);
            foreach (var i in objective.Indicators)
            {
                Row(text, d, i.Place, "", "indicator", (i.Nature + i.Value).Trim(), i.Number is { } number ? Number(number) : "", i.Unit, i.WeightText.Length == 0 ? "" : "weight=" + i.WeightText, i.Name);
            }
        }

        return text.ToString();
    }

    private static void Row(StringBuilder text, Disclosure d, Place place, string id, string kind, string raw, string value, string unit, string coordinates, string? detail) =>
        text.AppendJoin(',', new[] { d.Facts.Name, id, kind, raw, value, unit, coordinates, place.Section, place.Table, place.Row, place.Column, place.Line?.ToString(CultureInfo.InvariantCulture), place.Page?.ToString(CultureInfo.InvariantCulture), detail }.Select(CsvCell.Quote)).Append("\r\n");

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
