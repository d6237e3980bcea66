using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Documents.Reports;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Markdown;
using Mingzhang.Forms;

namespace Mingzhang.Documents.Writing.OpenData;

/// <summary>数据包：figures and codes as CSV with their description as a Fiscal Data Package and as CSV on the Web, the text, and checksums; the same contents make the same bytes.</summary>
public static class DataPackage
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>写成压缩包。</summary>
    public static byte[] Write(Library library, Composed composed, Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(composed);
        ArgumentNullException.ThrowIfNull(disclosure);
        var columns = OpenColumn.All(library, disclosure);
        var figures = new ZipPart("figures.csv", Encoding.UTF8.GetBytes(OpenFigures.Csv(library, disclosure)));
        var codes = new ZipPart("codes.csv", Encoding.UTF8.GetBytes(Codes(library, disclosure)));
        var text = new ZipPart("document.md", Encoding.UTF8.GetBytes(ComposedMarkdown.Write(composed)));
        List<ZipPart> parts = [figures, codes, text, new ZipPart("datapackage.json", Description(composed, disclosure, columns, figures, codes)), new ZipPart("figures.csv-metadata.json", Metadata(composed, columns))];
        var sums = string.Concat(parts.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{Hash(p)}  {p.Name}\n"));
        return StableZip.Of([.. parts, new ZipPart("SHA256SUMS", Encoding.UTF8.GetBytes(sums))]);
    }

    // The codes that occur, with the names of the year.
    private static string Codes(Library library, Disclosure disclosure)
    {
        var text = new StringBuilder("classification,code,name\r\n");
        foreach (var (dimension, key) in new[] { ("function", "functions"), ("economic", "economic-department"), ("government-economic", "economic-government") })
        {
            foreach (var code in disclosure.Statements.Select(s => s.Point.Key(dimension)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                text.AppendJoin(',', new[] { dimension, code, library.Catalogues[key].Find(code, disclosure.Facts.Year ?? 0)?.Name ?? "" }.Select(CsvCell.Quote)).Append("\r\n");
            }
        }

        return text.ToString();
    }

    private static byte[] Description(Composed composed, Disclosure disclosure, IReadOnlyList<OpenColumn> columns, ZipPart figures, ZipPart codes) => Json(json =>
    {
        json.WriteString("profile", "tabular-data-package");
        json.WriteString("name", "mingzhang-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(composed.Title)))[..12]);
        json.WriteString("title", composed.Title);
        json.WriteString("countryCode", "CN");
        if (disclosure.Facts.Year is { } year)
        {
            json.WriteStartObject("fiscalPeriod");
            json.WriteString("start", $"{year}-01-01");
            json.WriteString("end", $"{year}-12-31");
            json.WriteEndObject();
        }

        OpenFigures.Facts(json, disclosure);
        json.WriteStartArray("resources");
        Resource(json, "figures", figures, columns.Select(c => new Field(c.Name, c.Title, c.Type, c.Fiscal)));
        Resource(json, "codes", codes, [new Field("classification", "分类", "string", null), new Field("code", "编码", "string", null), new Field("name", "名称", "string", null)]);
        json.WriteEndArray();
    });

    private static void Resource(Utf8JsonWriter json, string name, ZipPart part, IEnumerable<Field> fields)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("path", part.Name);
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteNumber("bytes", part.Bytes.Length);
        json.WriteString("hash", "sha256:" + Hash(part));
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var field in fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("title", field.Title);
            json.WriteString("type", field.Type);
            if (field.Fiscal is not null)
            {
                json.WriteString("columnType", field.Fiscal);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("missingValues");
        json.WriteStringValue("");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static byte[] Metadata(Composed composed, IReadOnlyList<OpenColumn> columns) => Json(json =>
    {
        json.WriteStartArray("@context");
        json.WriteStringValue("http://www.w3.org/ns/csvw");
        json.WriteStartObject();
        json.WriteString("@language", "zh");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("url", "figures.csv");
        json.WriteString("dc:title", composed.Title);
        json.WriteStartObject("tableSchema");
        json.WriteStartArray("columns");
        foreach (var column in columns)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("titles", column.Name);
            json.WriteString("dc:description", column.Title);
            json.WriteString("datatype", column.Type == "number" ? "decimal" : column.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("primaryKey", "id");
        json.WriteEndObject();
    });

    private static byte[] Json(Action<Utf8JsonWriter> content)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static string Hash(ZipPart part) => Convert.ToHexStringLower(SHA256.HashData(part.Bytes));

    private sealed record Field(string Name, string Title, string Type, string? Fiscal);
}
