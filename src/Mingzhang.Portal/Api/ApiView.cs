using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Documents.Reports;

namespace Mingzhang.Portal.Api;

/// <summary>接口的一栏。</summary>
/// <param name="Name">Key.</param>
/// <param name="Type">string or integer; money is a string, so that no program rounds it.</param>
/// <param name="About">What it holds, in English.</param>
internal sealed record ApiColumn(string Name, string Type, string About);

/// <summary>接口的一页：rows under columns, the same as JSON and as CSV.</summary>
internal sealed record ApiView(IReadOnlyList<ApiColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, int Total)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>写成 JSON。</summary>
    /// <param name="next">Address of the next page; null where this is the last.</param>
    public byte[] Json(string? next)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("total", Total);
            if (next is not null)
            {
                json.WriteString("next", next);
            }

            json.WriteStartArray("items");
            foreach (var row in Rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < Columns.Count; i++)
                {
                    Value(json, Columns[i].Name, row[i]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>写成 CSV。</summary>
    public byte[] Csv()
    {
        var text = new StringBuilder("\ufeff");
        text.AppendJoin(',', Columns.Select(c => c.Name)).Append("\r\n");
        foreach (var row in Rows)
        {
            text.AppendJoin(',', row.Select(v => CsvCell.Quote(Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture)))).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Value(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            default:
                json.WriteString(name, (string)value);
                break;
        }
    }
}
