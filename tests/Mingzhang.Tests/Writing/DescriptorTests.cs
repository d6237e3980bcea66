using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;

namespace Mingzhang.Tests.Writing;

/// <summary>数据的描述：what the specifications of Data Package, Table Schema and CSV on the Web require of a descriptor, and that the rows are as it says.</summary>
public partial class DescriptorTests
{
    // Data Package v1, tabular: names are lower case, paths relative, types those of Table Schema.
    private static readonly string[] FieldTypes = ["string", "number", "integer", "boolean", "object", "array", "date", "time", "datetime", "year", "yearmonth", "duration", "geopoint", "geojson", "any"];
    private static readonly string[] WebTypes = ["string", "decimal", "integer", "boolean", "date"];

    public static TheoryData<string> Books => ["cq-budget", "final-accounts", "national-budget"];

    [Theory]
    [MemberData(nameof(Books))]
    public void The_descriptor_is_as_the_specification_says(string book)
    {
        using var zip = Package(book);
        using var json = JsonDocument.Parse(Text(zip, "datapackage.json"));
        var root = json.RootElement;
        Assert.Equal("tabular-data-package", root.GetProperty("profile").GetString());
        Assert.Matches(Name(), root.GetProperty("name").GetString());
        var resources = root.GetProperty("resources").EnumerateArray().ToList();
        Assert.NotEmpty(resources);
        Assert.Distinct(resources.Select(r => r.GetProperty("name").GetString()));
        foreach (var resource in resources)
        {
            Assert.Matches(Name(), resource.GetProperty("name").GetString());
            Assert.Equal("tabular-data-resource", resource.GetProperty("profile").GetString());
            var path = resource.GetProperty("path").GetString()!;
            Assert.DoesNotMatch(@"^/|^\.|\.\./", path);
            Assert.Equal("utf-8", resource.GetProperty("encoding").GetString());
            Assert.Equal(zip.GetEntry(path)!.Length, resource.GetProperty("bytes").GetInt64());
            Assert.Matches("^sha256:[0-9a-f]{64}$", resource.GetProperty("hash").GetString());
            var schema = resource.GetProperty("schema");
            Rows(path, zip, schema, "type", FieldTypes);
        }
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void The_metadata_are_as_CSV_on_the_Web_says(string book)
    {
        using var zip = Package(book);
        var csv = zip.Entries.Where(e => e.Name.EndsWith(".csv", StringComparison.Ordinal)).ToList();
        Assert.Equal(8, csv.Count);
        foreach (var entry in csv)
        {
            // Found by its name alone: {url}-metadata.json.
            using var json = JsonDocument.Parse(Text(zip, entry.Name + "-metadata.json"));
            var root = json.RootElement;
            Assert.Equal("http://www.w3.org/ns/csvw", root.GetProperty("@context")[0].GetString());
            Assert.Equal(entry.Name, root.GetProperty("url").GetString());
            var schema = root.GetProperty("tableSchema");
            Assert.All(schema.GetProperty("columns").EnumerateArray(), c => Assert.Matches("^[a-z][a-z0-9_]*$", c.GetProperty("name").GetString()));
            Rows(entry.Name, zip, schema, "datatype", WebTypes);
        }
    }

    // The header has the columns in their order, every value is of its type, and no key occurs twice.
    private static void Rows(string path, ZipArchive zip, JsonElement schema, string typeName, string[] types)
    {
        var fields = schema.GetProperty(typeName == "type" ? "fields" : "columns").EnumerateArray().Select(f => (Name: f.GetProperty("name").GetString()!, Type: f.GetProperty(typeName).GetString()!)).ToList();
        Assert.Distinct(fields.Select(f => f.Name));
        Assert.All(fields, f => Assert.Contains(f.Type, types));
        var rows = Csv(Text(zip, path));
        Assert.Equal(fields.Select(f => f.Name), rows[0]);
        foreach (var row in rows.Skip(1))
        {
            Assert.Equal(fields.Count, row.Count);
            foreach (var ((name, type), value) in fields.Zip(row).Where(v => v.Second.Length > 0))
            {
                Assert.True(type switch
                {
                    "number" or "decimal" => decimal.TryParse(value, System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out _),
                    "integer" => long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _),
                    "boolean" => value is "true" or "false",
                    _ => true,
                }, $"{path} {name}: {value}");
            }
        }

        if (schema.TryGetProperty("primaryKey", out var keys))
        {
            var columns = keys.EnumerateArray().Select(k => fields.FindIndex(f => f.Name == k.GetString())).ToList();
            Assert.DoesNotContain(-1, columns);
            Assert.Distinct(rows.Skip(1).Select(r => string.Join('\n', columns.Select(c => r[c]))));
        }
    }

    private static ZipArchive Package(string book) => new(new MemoryStream(WrittenFormats.Of("x.zip")!.Write(Written.Of(Documents.Library, Composer.Compose(Documents.Library, Documents.Library.Book(book)!, Sampler.Draft(Documents.Library, Documents.Library.Book(book)!, 5)))).Bytes!));

    private static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static List<List<string>> Csv(string text)
    {
        var rows = new List<List<string>>();
        var (row, value, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
            {
                value.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && (c is ',' or '\r'))
            {
                row.Add(value.ToString());
                value.Clear();
            }
            else if (!quoted && c == '\n')
            {
                rows.Add(row);
                row = [];
            }
            else
            {
                value.Append(c);
            }
        }

        return rows;
    }

    [GeneratedRegex("^[a-z0-9][-a-z0-9._]*$")]
    private static partial Regex Name();
}
