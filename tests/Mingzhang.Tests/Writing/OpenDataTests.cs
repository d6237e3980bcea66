using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Writing;

/// <summary>开放数据：every statement is a row, the package describes itself, and its bytes are always the same.</summary>
public class OpenDataTests
{
    private readonly Written _written = Written.Of(Documents.Library, Composer.Compose(Documents.Library, Documents.Library.Book("national-budget")!, Sampler.Draft(Documents.Library, Documents.Library.Book("national-budget")!, 3)));

    [Fact]
    public void The_package_holds_what_its_checksums_and_descriptions_say()
    {
        var bytes = WrittenFormats.Of("x.zip")!.Write(_written).Bytes!;
        Assert.Equal(bytes, WrittenFormats.Of("x.zip")!.Write(Written.Of(Documents.Library, _written.Composed)).Bytes);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var line in Encoding.UTF8.GetString(Part(zip, "SHA256SUMS")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(Part(zip, line[66..]))));
        }

        using var package = JsonDocument.Parse(Part(zip, "datapackage.json"));
        var header = Encoding.UTF8.GetString(Part(zip, "figures.csv")).Split("\r\n")[0].Split(',');
        var described = package.RootElement.GetProperty("resources")[0].GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()!).ToArray();
        Assert.Equal(header, described);
        Assert.Equal(header.Length, header.Distinct(StringComparer.Ordinal).Count());
        using var metadata = JsonDocument.Parse(Part(zip, "figures.csv-metadata.json"));
        Assert.Equal(header, metadata.RootElement.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("name").GetString()!));
    }

    [Fact]
    public void Every_statement_is_a_row()
    {
        var rows = Encoding.UTF8.GetString(WrittenFormats.Of("x.csv")!.Write(_written).Bytes!).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(_written.Disclosure.Value.Statements.Count, rows.Length - 1);
        using var json = JsonDocument.Parse(WrittenFormats.Of("x.json")!.Write(_written).Bytes!);
        Assert.Equal(rows.Length - 1, json.RootElement.GetProperty("figures").GetArrayLength());
    }

    [Fact]
    public void The_endings_are_those_of_the_formats() => Assert.Equal(WrittenFormats.Endings, string.Join(' ', WrittenFormats.All.Select(f => f.Extension)));

    private static byte[] Part(ZipArchive zip, string name)
    {
        using var stream = zip.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
