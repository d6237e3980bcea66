using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mingzhang.Budget;

namespace Mingzhang.Tests.Portal;

/// <summary>同一数字：what a page shows, what the files say and what the archive holds.</summary>
public sealed partial class SameNumberTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Figures_of_the_department_page_are_those_of_the_files_and_the_archive()
    {
        var html = await portal.Text($"/d/{portal.Sample.Body!.Code}/{portal.Sample.Year}");
        var csv = Csv(await portal.Text($"/r/{portal.Sample.Key}/figures.csv"));
        using var json = JsonDocument.Parse(await portal.Text($"/r/{portal.Sample.Key}/figures.json"));
        var byId = json.RootElement.GetProperty("figures").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetString()!);
        var compared = 0;
        foreach (Match figure in Figure().Matches(html).DistinctBy(m => m.Value))
        {
            var id = WebUtility.UrlDecode(figure.Groups[1].Value);
            var statement = portal.Store.Read(a => a.Statement(portal.Sample, id))!;
            if (statement.Statement is not AmountStatement || !decimal.TryParse(figure.Groups[2].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var shown))
            {
                continue;
            }

            Assert.Equal(statement.Fen, (long)(shown * 1_000_000));
            Assert.Equal(statement.Fen!.Value / 100m, decimal.Parse(csv[id]["amount"], CultureInfo.InvariantCulture));
            Assert.Equal(csv[id]["amount"], byId[id].GetProperty("amount").GetString());
            Assert.Equal(statement.Statement.Raw, csv[id]["printed"]);
            compared++;
        }

        Assert.InRange(compared, 30, int.MaxValue);
    }

    [Fact]
    public async Task The_page_of_a_figure_shows_it_as_printed()
    {
        foreach (var found in portal.Store.Read(a => a.Statements(portal.Sample)).Where(s => s.Statement is AmountStatement { Amount: not null }).Where((_, i) => i % 17 == 0))
        {
            var html = await portal.Text($"/cell/{portal.Sample.Key}.{Uri.EscapeDataString(found.Statement.Id)}");
            var amount = ((AmountStatement)found.Statement).Amount!.Value;
            Assert.Contains($"<h1 class=\"value\">{amount.Print(amount.Yuan, amount.Digits)} ", html, StringComparison.Ordinal);
            Assert.Contains(WebUtility.HtmlEncode(found.Statement.Raw), html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_whole_archive_is_one_file_of_all_documents()
    {
        var all = (await portal.Text("/data/figures.csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(portal.Store.Read(a => a.Documents((int?)null)).Sum(d => d.Statements), all.Length - 1);
        Assert.Contains(all, l => l.StartsWith(portal.Sample.Key + ",t1.", StringComparison.Ordinal));
    }

    private static Dictionary<string, Dictionary<string, string>> Csv(string text)
    {
        var lines = text.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');
        return lines.Skip(1).Select(l => header.Zip(Fields(l)).ToDictionary(p => p.First, p => p.Second)).ToDictionary(r => r["id"]);
    }

    private static IEnumerable<string> Fields(string line) => Field().Matches(line).Select(m => m.Groups[1].Success ? m.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups[2].Value);

    [GeneratedRegex("<a class=\"fig\" href=\"/cell/[0-9a-f]+\\.([^\"?]+)\">([^<]+)</a>")]
    private static partial Regex Figure();

    [GeneratedRegex("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))")]
    private static partial Regex Field();
}
