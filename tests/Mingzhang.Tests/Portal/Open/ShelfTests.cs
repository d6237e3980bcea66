using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Mingzhang.Portal.Files.Shelves;
using Mingzhang.Tests.Ledger;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Portal.Open;

/// <summary>备好的文件：made once for a state, listed with their checksums, never changed.</summary>
public sealed partial class ShelfTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_listed_file_is_there_with_its_size_rows_and_checksum()
    {
        var sets = await Sets();
        Assert.Contains(sets, s => s.GetProperty("scope").GetString() == "all");
        Assert.True(sets.Count > 1);
        var page = await portal.Text("/data?year=" + portal.Sample.Year);
        foreach (var file in sets.SelectMany(s => s.GetProperty("files").EnumerateArray()))
        {
            using var response = await portal.Client.GetAsync(new Uri(file.GetProperty("url").GetString()!), Stop);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            var bytes = await response.Content.ReadAsByteArrayAsync(Stop);
            Assert.Equal(file.GetProperty("bytes").GetInt64(), bytes.Length);
            Assert.Equal(file.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            using var again = new HttpRequestMessage(HttpMethod.Get, new Uri(file.GetProperty("url").GetString()!));
            again.Headers.IfNoneMatch.Add(response.Headers.ETag!);
            using var same = await portal.Client.SendAsync(again, Stop);
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        }

        var all = sets.First(s => s.GetProperty("scope").GetString() == "all").GetProperty("files").EnumerateArray().ToList();
        Assert.All(all, f => Assert.Contains(f.GetProperty("sha256").GetString()!, page, StringComparison.Ordinal));
        Assert.Equal(portal.Store.Read(a => a.Documents((int?)null)).Sum(d => d.Statements), all.First(f => f.GetProperty("url").GetString()!.EndsWith("-figures.csv", StringComparison.Ordinal)).GetProperty("rows").GetInt64());
    }

    [Fact]
    public async Task Each_publication_has_files_of_its_own_with_checksums()
    {
        var page = await portal.Text($"/r/{portal.Sample.Key}/files");
        var links = Listed().Matches(page).Select(m => (Address: m.Groups[1].Value, Sha256: m.Groups[2].Value)).ToList();
        Assert.Equal([".csv", ".json", ".sqlite", ".zip"], links.Select(l => Path.GetExtension(l.Address)).Distinct().Order(StringComparer.Ordinal));
        foreach (var (address, sum) in links)
        {
            Assert.Equal(sum, Convert.ToHexStringLower(SHA256.HashData(await portal.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Stop))));
        }

        var figures = await portal.Client.GetStringAsync(new Uri(links.First(l => l.Address.EndsWith("-figures.csv", StringComparison.Ordinal)).Address, UriKind.Relative), Stop);
        Assert.Equal(portal.Sample.Statements + 1, figures.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        await portal.Text("/r/0123456789abcdef/files", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task All_formats_say_the_same()
    {
        var all = (await Sets()).First(s => s.GetProperty("scope").GetString() == "all").GetProperty("files").EnumerateArray().ToDictionary(f => Path.GetExtension(f.GetProperty("url").GetString()!) + (f.GetProperty("url").GetString()!.Contains("figures", StringComparison.Ordinal) ? "" : Path.GetFileName(f.GetProperty("url").GetString()!)), f => f.GetProperty("url").GetString()!);
        var csv = await portal.Client.GetStringAsync(new Uri(all[".csv"]), Stop);
        Assert.Equal((await portal.Text("/data/figures.csv")).TrimStart('\ufeff'), csv.TrimStart('\ufeff'));
        using var json = JsonDocument.Parse(await portal.Client.GetByteArrayAsync(new Uri(all.First(f => f.Key.EndsWith("archive.json", StringComparison.Ordinal)).Value), Stop));
        var figures = json.RootElement.GetProperty("documents").EnumerateArray().First(d => d.GetProperty("document").GetString() == portal.Sample.Key).GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetString()!);
        var database = Path.Combine(Databases.Temporary(), "a.sqlite");
        await File.WriteAllBytesAsync(database, await portal.Client.GetByteArrayAsync(new Uri(all.First(f => f.Key.EndsWith("archive.sqlite", StringComparison.Ordinal)).Value), Stop), Stop);
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT id, amount, amount_fen FROM figures WHERE document = '{portal.Sample.Key}' AND amount IS NOT NULL";
        using var reader = command.ExecuteReader();
        var compared = 0;
        while (reader.Read())
        {
            var statement = portal.Store.Read(a => a.Statement(portal.Sample, reader.GetString(0)))!;
            Assert.Equal(figures[reader.GetString(0)].GetProperty("amount").GetString(), reader.GetString(1));
            Assert.Equal(decimal.Parse(reader.GetString(1), CultureInfo.InvariantCulture) * 100, reader.GetInt64(2));
            Assert.Equal(Math.Abs(reader.GetInt64(2)), Math.Abs(statement.Fen!.Value));
            compared++;
        }

        Assert.InRange(compared, 50, int.MaxValue);
        using var zip = new ZipArchive(new MemoryStream(await portal.Client.GetByteArrayAsync(new Uri(all.First(f => f.Key.EndsWith("package.zip", StringComparison.Ordinal)).Value), Stop)));
        using var description = JsonDocument.Parse(zip.GetEntry("datapackage.json")!.Open());
        foreach (var resource in description.RootElement.GetProperty("resources").EnumerateArray())
        {
            using var entry = zip.GetEntry(resource.GetProperty("path").GetString()!)!.Open();
            Assert.Equal(resource.GetProperty("hash").GetString(), "sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(entry, Stop)));
        }
    }

    [Fact]
    public void The_same_documents_make_the_same_files_in_another_archive_and_others_make_another_version()
    {
        using var one = Archives.Of("sqlite", Documents.Sample);
        using var other = Archives.Of("sqlite", Documents.Sample);
        var (first, second) = (new Shelf(one, Documents.Library, Databases.Temporary()).Make(null, Stop), new Shelf(other, Documents.Library, Databases.Temporary()).Make(null, Stop));
        Assert.Equal(first.Version, second.Version);
        var differing = first.Files.Zip(second.Files).Where(p => p.First.Sha256 != p.Second.Sha256).Select(p => p.First.Name);

        // Only when it was filed differs, where the two were filed in different seconds.
        Assert.All(differing, n => Assert.DoesNotContain("figures.csv", n, StringComparison.Ordinal));
        Archives.File(other, Documents.Sample + "\n", "另一份.txt");
        Assert.NotEqual(first.Version, new Shelf(other, Documents.Library, Databases.Temporary()).Make(null, Stop).Version);
    }

    [Fact]
    public async Task Formulas_are_defused_wherever_a_spreadsheet_would_find_them()
    {
        using var store = Archives.Empty("sqlite");
        Archives.File(store, Documents.Sample, "=HYPERLINK(\"http://x\")", "@SUM(1+1)|cmd.txt");
        var folder = Databases.Temporary();
        var set = new Shelf(store, Documents.Library, folder).Make(null, Stop);
        foreach (var file in set.Files.Where(f => f.Name.EndsWith(".csv", StringComparison.Ordinal)))
        {
            var text = await File.ReadAllTextAsync(Path.Combine(folder, set.Version, file.Name), Stop);
            Assert.DoesNotMatch("(?m)(^|,)\"?[=@+\\t]", text.TrimStart('\ufeff'));
        }
    }

    [Theory]
    [InlineData("/data/v/../../etc/passwd")]
    [InlineData("/data/v/0123456789abcdef/manifest.json")]
    [InlineData("/data/v/%2e%2e/x")]
    [InlineData("/data/v/0123456789abcdef/..%2f..%2fportal.db")]
    public async Task Nothing_else_of_the_disk_is_sent(string path)
    {
        await Sets();
        using var response = await portal.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_part_of_a_file_may_be_asked_for()
    {
        var file = (await Sets())[0].GetProperty("files")[0];
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(file.GetProperty("url").GetString()!));
        request.Headers.Range = new RangeHeaderValue(0, 9);
        using var response = await portal.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(10, response.Content.Headers.ContentLength);
    }

    // What is asked for first is made then; a small archive's is there in a moment.
    private async Task<List<JsonElement>> Sets()
    {
        var years = portal.Store.Read(a => a.Years()).Select(y => y.Year).Distinct().Count();
        for (var i = 0; ; i++)
        {
            using var json = JsonDocument.Parse(await portal.Text("/data/catalogue.json"));
            var sets = json.RootElement.GetProperty("sets").EnumerateArray().Select(s => s.Clone()).ToList();
            if (sets.Count == years + 1 || i > 200)
            {
                return sets;
            }

            await Task.Delay(100, Stop);
        }
    }

    [GeneratedRegex("href=\"(/data/v/[^\"]+)\".*?<code class=\"hash\">([0-9a-f]{64})</code>")]
    private static partial Regex Listed();
}
