using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Mingzhang.Portal.Files.Shelves;

/// <summary>备好的文件。</summary>
/// <param name="Name">File name, which is also the end of its address.</param>
/// <param name="Rows">Rows of data, headers not counted.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">Checksum.</param>
internal sealed record DataFile(string Name, long Rows, long Bytes, string Sha256);

/// <summary>一套备好的文件：of the whole archive, one year or one publication, under a version that is made of what it holds; never changed.</summary>
/// <param name="Version">Hash of the documents in it.</param>
/// <param name="Scope">all, a year, or the key of a document.</param>
/// <param name="Documents">How many documents.</param>
/// <param name="Files">Its files.</param>
internal sealed record DataSet(string Version, string Scope, int Documents, IReadOnlyList<DataFile> Files)
{
    /// <summary>清单的文件名。</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>一个年度，或全部，的写法。</summary>
    public static string ScopeOf(int? year) => year?.ToString(CultureInfo.InvariantCulture) ?? "all";

    /// <summary>一个文件的地址。</summary>
    public string Address(DataFile file) => $"/data/v/{Version}/{file.Name}";
}

/// <summary>清单的读写。</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(DataSet))]
internal sealed partial class DataSetJson : JsonSerializerContext
{
    /// <summary>写出。</summary>
    public static byte[] Write(DataSet set) => JsonSerializer.SerializeToUtf8Bytes(set, Default.DataSet);

    /// <summary>读回; null where it is no manifest.</summary>
    public static DataSet? Read(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize(stream, Default.DataSet);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>给人看的 JSON。</summary>
    internal static JsonWriterOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
