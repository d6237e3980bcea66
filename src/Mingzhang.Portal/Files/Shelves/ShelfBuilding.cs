using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Portal.Files.Shelves;

/// <summary>备文件：one pass over the documents, all formats at once, one document in memory at a time; whole before anybody sees it.</summary>
internal static class ShelfBuilding
{
    // What is written differently another time is another version.
    private const string Format = "mingzhang-shelf/1";
    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>版本：of the documents, whatever their order.</summary>
    public static string VersionOf(IEnumerable<ArchivedDocument> documents, string scope) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Format + "\n" + scope + "\n" + string.Join('\n', documents.Select(d => d.Hash).Order(StringComparer.Ordinal)))))[..16];

    /// <summary>备好一套，放进文件夹。</summary>
    public static DataSet Build(ArchiveStore store, Library library, string folder, string scope, IReadOnlyList<ArchivedDocument> documents, CancellationToken stop)
    {
        var version = VersionOf(documents, scope);
        var unfinished = Path.Combine(folder, "." + version + "-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(unfinished);
        try
        {
            var prefix = $"mingzhang-{scope}-";
            var rows = Write(store, library, unfinished, prefix, documents, stop);
            List<DataFile> files = [.. Directory.EnumerateFiles(unfinished).Order(StringComparer.Ordinal).Select(f => Entry(f, rows, prefix))];
            files.Add(Package(unfinished, prefix, scope, files, rows.GetValueOrDefault("figures")));
            var set = new DataSet(version, scope, documents.Count, files);
            File.WriteAllText(Path.Combine(unfinished, "SHA256SUMS"), string.Concat(files.Select(f => $"{f.Sha256}  {f.Name}\n")));
            File.WriteAllBytes(Path.Combine(unfinished, DataSet.ManifestName), DataSetJson.Write(set));
            var place = Path.Combine(folder, version);
            if (!Directory.Exists(place))
            {
                Directory.Move(unfinished, place);
            }

            return set;
        }
        finally
        {
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }
        }
    }

    private static Dictionary<string, long> Write(ArchiveStore store, Library library, string folder, string prefix, IReadOnlyList<ArchivedDocument> documents, CancellationToken stop)
    {
        using var csv = new CsvSheets(folder, prefix);
        using var json = new JsonSheets(Path.Combine(folder, prefix + "archive.json"));
        using var sqlite = new SqliteSheets(Path.Combine(folder, prefix + "archive.sqlite"));
        ISheetWriter[] writers = [csv, json, sqlite];
        foreach (var document in documents)
        {
            stop.ThrowIfCancellationRequested();
            var sheets = store.Read(a => DocumentSheets.Of(library, a, document));
            foreach (var writer in writers)
            {
                writer.Add(sheets);
            }
        }

        foreach (var writer in writers)
        {
            writer.Complete();
        }

        return csv.Rows;
    }

    private static DataFile Entry(string path, Dictionary<string, long> rows, string prefix)
    {
        var name = Path.GetFileName(path);
        using var stream = File.OpenRead(path);
        return new DataFile(name, rows.GetValueOrDefault(Path.GetFileNameWithoutExtension(name)[prefix.Length..], rows.GetValueOrDefault("figures")), stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    // The tables with their description as a Data Package; the same contents make the same bytes.
    private static DataFile Package(string folder, string prefix, string scope, List<DataFile> files, long figures)
    {
        var csv = files.Where(f => f.Name.EndsWith(".csv", StringComparison.Ordinal)).ToList();
        var path = Path.Combine(folder, prefix + "package.zip");
        using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
        {
            var description = Description(folder, prefix, scope, csv);
            Put(zip, "datapackage.json", new MemoryStream(description));
            foreach (var file in csv)
            {
                Put(zip, file.Name[prefix.Length..], File.OpenRead(Path.Combine(folder, file.Name)));
            }

            var sums = string.Concat(csv.Select(f => $"{f.Sha256}  {f.Name[prefix.Length..]}\n").Append($"{Convert.ToHexStringLower(SHA256.HashData(description))}  datapackage.json\n"));
            Put(zip, "SHA256SUMS", new MemoryStream(Encoding.UTF8.GetBytes(sums)));
        }

        using var stream = File.OpenRead(path);
        return new DataFile(Path.GetFileName(path), figures, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    private static void Put(ZipArchive zip, string name, Stream content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Fixed;
        using var target = entry.Open();
        using (content)
        {
            content.CopyTo(target);
        }
    }

    private static byte[] Description(string folder, string prefix, string scope, List<DataFile> csv)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, DataSetJson.Plain))
        {
            json.WriteStartObject();
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("name", "mingzhang-" + scope);
            json.WriteString("countryCode", "CN");
            json.WriteStartArray("resources");
            foreach (var file in csv)
            {
                json.WriteStartObject();
                json.WriteString("name", Path.GetFileNameWithoutExtension(file.Name)[prefix.Length..]);
                json.WriteString("path", file.Name[prefix.Length..]);
                json.WriteString("profile", "tabular-data-resource");
                json.WriteString("format", "csv");
                json.WriteString("encoding", "utf-8");
                json.WriteNumber("bytes", file.Bytes);
                json.WriteString("hash", "sha256:" + file.Sha256);
                json.WriteStartObject("schema");
                json.WriteStartArray("fields");
                foreach (var field in Header(Path.Combine(folder, file.Name)))
                {
                    json.WriteStartObject();
                    json.WriteString("name", field);
                    json.WriteString("type", field is "year" or "base_year" or "pages" or "statements" or "errors" or "warnings" or "notes" ? "integer" : field is "amount" or "precision" or "percent" or "count" ? "number" : field is "blank" or "whole" or "core" ? "boolean" : "string");
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteStartArray("missingValues");
                json.WriteStringValue("");
                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static string[] Header(string file)
    {
        using var reader = new StreamReader(file);
        return (reader.ReadLine() ?? "").Split(',');
    }
}
