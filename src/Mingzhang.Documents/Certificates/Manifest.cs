using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mingzhang.Documents.Certificates;

/// <summary>清单：what a certificate holds and says, and the one thing that is signed: through the hashes it stands for every part.</summary>
public sealed record Manifest
{
    /// <summary>格式的名称。</summary>
    public const string Schema = "mingzhang-certificate/1";

    internal const string DateFormat = "yyyy-MM-dd";

    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>程序版本。</summary>
    public required string Tool { get; init; }

    /// <summary>规则版本。</summary>
    public required string Rules { get; init; }

    /// <summary>检查之日，说明是否过期以此为准。</summary>
    public required DateOnly Checked { get; init; }

    /// <summary>签名人公钥的指纹。</summary>
    public required string Signer { get; init; }

    /// <summary>各份文件，按次序。</summary>
    public required IReadOnlyList<CertifiedDocument> Documents { get; init; }

    /// <summary>账库日志各链的链头：what the figures were published from; empty where there is no ledger.</summary>
    public IReadOnlyList<JournalHead> Heads { get; init; } = [];

    /// <summary>各部分，按名称: all but the manifest and its signature.</summary>
    public required IReadOnlyList<CertifiedPart> Parts { get; init; }

    /// <summary>写成 JSON。</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("tool", Tool);
            json.WriteString("rules", Rules);
            json.WriteString("checked", Checked.ToString(DateFormat, CultureInfo.InvariantCulture));
            json.WriteString("signer", Signer);
            json.WriteStartArray("documents");
            foreach (var document in Documents)
            {
                Document(json, document);
            }

            json.WriteEndArray();
            json.WriteStartArray("heads");
            foreach (var head in Heads)
            {
                json.WriteStartObject();
                json.WriteString("chain", head.Chain);
                json.WriteNumber("entry", head.Entry);
                json.WriteString("hash", head.Hash);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("parts");
            foreach (var part in Parts)
            {
                json.WriteStartObject();
                json.WriteString("name", part.Name);
                json.WriteNumber("bytes", part.Length);
                json.WriteString("sha256", part.Hash);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. stream.ToArray(), (byte)'\n'];
    }

    private static void Document(Utf8JsonWriter json, CertifiedDocument document)
    {
        json.WriteStartObject();
        json.WriteString("name", document.Name);
        json.WriteString("original", document.Original);
        json.WriteStartArray("tables");
        foreach (var tables in document.Tables)
        {
            json.WriteStringValue(tables);
        }

        json.WriteEndArray();
        json.WriteString("book", document.Book);
        if (document.Year is { } year)
        {
            json.WriteNumber("year", year);
        }
        else
        {
            json.WriteNull("year");
        }

        json.WriteString("kind", document.Kind);
        var said = document.Said;
        json.WriteStartObject("results");
        json.WriteNumber("held", said.Held);
        json.WriteNumber("broken", said.Broken);
        json.WriteNumber("notApplicable", said.NotApplicable);
        json.WriteNumber("notChecked", said.NotChecked);
        json.WriteNumber("errors", said.Errors);
        json.WriteNumber("warnings", said.Warnings);
        json.WriteNumber("notes", said.Notes);
        json.WriteNumber("waived", said.Waived);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>所证的一份文件。</summary>
/// <param name="Name">Name of its file, without folder.</param>
/// <param name="Original">Part that is the file.</param>
/// <param name="Book">Book that the user named; null where it was recognised.</param>
/// <param name="Year">Year that the user named.</param>
/// <param name="Kind">budget or final, where the user named it.</param>
/// <param name="Said">What the results come to.</param>
public sealed record CertifiedDocument(string Name, string Original, string? Book, int? Year, string? Kind, CertifiedResults Said)
{
    /// <summary>另行公布的表格的文件名: read as one with the document.</summary>
    public IReadOnlyList<string> Tables { get; init; } = [];
}

/// <summary>结果的件数。</summary>
public sealed record CertifiedResults(int Held, int Broken, int NotApplicable, int NotChecked, int Errors, int Warnings, int Notes, int Waived);

/// <summary>一个部分。</summary>
public sealed record CertifiedPart(string Name, long Length, string Hash);

/// <summary>日志的链头。</summary>
/// <param name="Chain">Chain of the journal.</param>
/// <param name="Entry">Number of its last entry.</param>
/// <param name="Hash">Hash of that entry, which stands for all before it.</param>
public sealed record JournalHead(string Chain, long Entry, string Hash);
