using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Markdown;
using Mingzhang.Forms;
using Mingzhang.Rules;

namespace Mingzhang.Documents.Writing.OpenData;

/// <summary>数据包：figures, codes, tables, performance and checks as CSV with their description as a Fiscal Data Package and as CSV on the Web, the text, and checksums; the same contents make the same bytes.</summary>
public static class DataPackage
{
    /// <summary>描述的文件名。</summary>
    internal const string DescriptionName = "datapackage.json";

    /// <summary>全文的文件名：what the figures are read from.</summary>
    internal const string TextName = "document.md";

    /// <summary>校验和的文件名。</summary>
    internal const string SumsName = "SHA256SUMS";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>写成压缩包。</summary>
    public static byte[] Write(Library library, Composed composed, Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(library);
        ArgumentNullException.ThrowIfNull(composed);
        ArgumentNullException.ThrowIfNull(disclosure);
        IReadOnlyList<OpenSheet> sheets = [.. OpenSheets.Of(library, disclosure), .. OpenSheets.Of(Inspector.Check(disclosure, library))];
        var csv = sheets.Select(s => new ZipPart(s.File, s.Bytes())).ToList();
        List<ZipPart> parts =
        [
            .. csv, .. sheets.Select(s => new ZipPart(s.File + "-metadata.json", Metadata(composed, s))),
            new ZipPart(TextName, Encoding.UTF8.GetBytes(ComposedMarkdown.Write(composed))), new ZipPart(DescriptionName, Description(composed, disclosure, sheets, csv)),
        ];
        var sums = string.Concat(parts.OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => $"{Hash(p)}  {p.Name}\n"));
        return StableZip.Of([.. parts, new ZipPart(SumsName, Encoding.UTF8.GetBytes(sums))]);
    }

    private static byte[] Description(Composed composed, Disclosure disclosure, IReadOnlyList<OpenSheet> sheets, IReadOnlyList<ZipPart> csv) => Json(json =>
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
        foreach (var (sheet, part) in sheets.Zip(csv))
        {
            Resource(json, sheet, part);
        }

        json.WriteEndArray();
    });

    private static void Resource(Utf8JsonWriter json, OpenSheet sheet, ZipPart part)
    {
        json.WriteStartObject();
        json.WriteString("name", sheet.Name);
        json.WriteString("title", sheet.Title);
        json.WriteString("path", part.Name);
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteNumber("bytes", part.Bytes.Length);
        json.WriteString("hash", "sha256:" + Hash(part));
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var field in sheet.Fields)
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
        Keys(json, sheet);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static byte[] Metadata(Composed composed, OpenSheet sheet) => Json(json =>
    {
        json.WriteStartArray("@context");
        json.WriteStringValue("http://www.w3.org/ns/csvw");
        json.WriteStartObject();
        json.WriteString("@language", "zh");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("url", sheet.File);
        json.WriteString("dc:title", composed.Title + "：" + sheet.Title);
        json.WriteStartObject("tableSchema");
        json.WriteStartArray("columns");
        foreach (var field in sheet.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field.Name);
            json.WriteString("titles", field.Name);
            json.WriteString("dc:description", field.Title);
            json.WriteString("datatype", field.Type == "number" ? "decimal" : field.Type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Keys(json, sheet);
        json.WriteEndObject();
    });

    private static void Keys(Utf8JsonWriter json, OpenSheet sheet)
    {
        if (sheet.Keys.Count == 0)
        {
            return;
        }

        json.WriteStartArray("primaryKey");
        foreach (var key in sheet.Keys)
        {
            json.WriteStringValue(key);
        }

        json.WriteEndArray();
    }

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
}
