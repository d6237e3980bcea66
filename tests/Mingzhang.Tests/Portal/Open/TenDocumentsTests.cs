using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mingzhang.App.Commands.Demo;
using Mingzhang.Budget;
using Mingzhang.Documents;
using Mingzhang.Documents.Reading;
using Mingzhang.Forms.Words;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Storage;
using Mingzhang.Rules;
using Mingzhang.Tests.Ledger;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Portal.Open;

/// <summary>同一数字：ten documents of the corpus and of the demo, five and more of them PDF: what pages show, by their links, is what the interface, the files and the document itself say.</summary>
public sealed partial class TenDocumentsTests
{
    private const int MostCells = 25;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_interface_files_and_documents_say_the_same()
    {
        using var store = Archives.Empty("sqlite");
        FileCorpus(store);
        FileDemo(store);
        var documents = store.Read(a => a.Documents((int?)null));
        Assert.True(documents.Count >= 10, documents.Count.ToString(CultureInfo.InvariantCulture));
        Assert.True(documents.Count(d => d.Format == "pdf") >= 5);
        await using var site = await Running.Start(store);
        foreach (var document in documents)
        {
            Assert.True(await Compare(site, document) > 20, document.Name);
        }
    }

    private static async Task<int> Compare(Running site, ArchivedDocument document)
    {
        var csv = Rows(await site.Text($"/r/{document.Key}/figures.csv"));
        var api = await Interface(site, document);
        using var original = await site.Client.GetAsync(new Uri($"/r/{document.Key}/original", UriKind.Relative), Stop);
        var bytes = await original.Content.ReadAsByteArrayAsync(Stop);
        var source = Reader.Read(Opening.Bytes(document.Name, bytes).Paper!, Documents.Library).Statements.GroupBy(s => s.Id).ToDictionary(g => g.Key, g => g.First());
        var printed = Text(document, bytes);

        // Every link of the report that is a figure, and those of the department's page.
        var pages = new List<string> { await site.Text("/r/" + document.Key) };
        if (document is { Body: { } body, Year: { } year })
        {
            pages.Add(await site.Text($"/d/{body.Code}/{year.ToString(CultureInfo.InvariantCulture)}{(document.Kind == "Final" ? "?kind=final" : "")}"));
        }

        var compared = 0;
        var cells = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (page, number) in pages.Select((p, i) => (p, i)))
        {
            foreach (Match figure in Figure().Matches(page).Where(m => m.Groups[1].Value == document.Key).DistinctBy(m => m.Value))
            {
                var id = Uri.UnescapeDataString(figure.Groups[2].Value);
                var shown = WebUtility.HtmlDecode(figure.Groups[3].Value);
                Assert.Equal(source[id].Raw, csv[id]["printed"].TrimStart('\''));
                Assert.Equal(source[id].Raw, api[id].GetProperty("printed").GetString());
                if (source[id] is AmountStatement { Amount: { } amount })
                {
                    Assert.Equal(amount.Yuan, decimal.Parse(csv[id]["amount"], CultureInfo.InvariantCulture));
                    Assert.Equal(amount.Yuan, decimal.Parse(api[id].GetProperty("yuan").GetString()!, CultureInfo.InvariantCulture));
                    Assert.True(number == 0 ? Fold.Label(shown).Contains(Digits(source[id].Raw), StringComparison.Ordinal) || Fold.Label(source[id].Raw).Contains(Digits(shown), StringComparison.Ordinal) : !decimal.TryParse(shown, NumberStyles.Number, CultureInfo.InvariantCulture, out var wan) || wan * 10_000 == amount.Yuan || shown == source[id].Raw, $"{document.Name} {id}: {shown}, {source[id].Raw}");
                    Assert.True(printed is null || printed.Contains(Digits(source[id].Raw), StringComparison.Ordinal), $"{document.Name} {id}: {source[id].Raw} is not in the file");
                }

                if (cells.Count < MostCells && cells.Add(id))
                {
                    var cell = await site.Text($"/cell/{document.Key}.{Uri.EscapeDataString(id)}");
                    Assert.Contains(WebUtility.HtmlEncode(source[id].Raw), WebUtility.HtmlEncode(WebUtility.HtmlDecode(cell)), StringComparison.Ordinal);
                }

                compared++;
            }
        }

        return compared;
    }

    private static async Task<Dictionary<string, JsonElement>> Interface(Running site, ArchivedDocument document)
    {
        var all = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        for (var next = $"/api/v1/documents/{document.Key}/figures?size=1000"; next is not null;)
        {
            using var answer = JsonDocument.Parse(await site.Text(next));
            foreach (var item in answer.RootElement.GetProperty("items").EnumerateArray())
            {
                all.TryAdd(item.GetProperty("id").GetString()!, item.Clone());
            }

            next = answer.RootElement.TryGetProperty("next", out var more) ? more.GetString() : null;
        }

        return all;
    }

    private static void FileCorpus(ArchiveStore store)
    {
        string[] wanted = ["JSwb18_", "JSzx19_", "WL25_", "WL24_", "SG24f_", "SW25_", "CQjt18_"];
        foreach (var path in Shared.Corpus().Where(p => wanted.Any(w => Path.GetFileName(p).StartsWith(w, StringComparison.Ordinal))))
        {
            var bytes = File.ReadAllBytes(path);
            store.File(f => f.Add(new Submission(Inspector.Check(Reader.Read(Opening.Bytes(Path.GetFileName(path), bytes).Paper!, Documents.Library), Documents.Library), path, bytes, [])));
        }
    }

    private static void FileDemo(ArchiveStore store)
    {
        var clock = new DemoClock();
        using var ledger = Store.Open(Databases.Fresh("sqlite"), clock, create: true, out _)!;
        var filing = new DistrictArchive();
        Assert.Empty(District.Build(ledger, clock, Documents.Library, 1, d => filing.Add(d, Documents.Library), departments: 1));
        filing.File(store);
    }

    // What another program finds in the file; null where there is none for it.
    private static string? Text(ArchivedDocument document, byte[] bytes)
    {
        if (document.Format != "pdf")
        {
            return Fold.Label(Encoding.UTF8.GetString(bytes));
        }

        if (!File.Exists("/usr/bin/pdftotext"))
        {
            return null;
        }

        var file = Path.Combine(Databases.Temporary(), "a.pdf");
        File.WriteAllBytes(file, bytes);
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 })!;
        return Fold.Label(process.StandardOutput.ReadToEnd());
    }

    private static string Digits(string text) => Number().Match(Fold.Label(text)).Value;

    private static Dictionary<string, Dictionary<string, string>> Rows(string csv)
    {
        var rows = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        string[]? header = null;
        foreach (Match record in Record().Matches(csv.TrimStart('\ufeff')))
        {
            var fields = Field().Matches(record.Value.TrimEnd('\r', '\n')).Select(m => m.Groups[1].Success ? m.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups[2].Value).ToArray();
            if (header is null)
            {
                header = fields;
                continue;
            }

            var row = header.Zip(fields).ToDictionary(p => p.First, p => p.Second);
            rows.TryAdd(row["id"], row);
        }

        return rows;
    }

    [GeneratedRegex("<a class=\"fig\" href=\"/cell/([0-9a-f]+)\\.([^\"?]+)\"[^>]*>([^<]+)</a>")]
    private static partial Regex Figure();

    [GeneratedRegex("(?:[^\"\r]|\"(?:[^\"]|\"\")*\")+\r\n")]
    private static partial Regex Record();

    [GeneratedRegex("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))")]
    private static partial Regex Field();

    [GeneratedRegex("[0-9][0-9,.]*")]
    private static partial Regex Number();
}
