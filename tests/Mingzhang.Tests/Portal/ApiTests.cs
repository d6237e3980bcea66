using System.Globalization;
using System.Net;
using System.Text.Json;
using Mingzhang.Budget;
using Mingzhang.Portal.Api;

namespace Mingzhang.Tests.Portal;

public sealed class ApiTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Every_address_of_the_description_answers_what_it_promises()
    {
        using var description = JsonDocument.Parse(await portal.Text("/openapi/v1.json"));
        var paths = description.RootElement.GetProperty("paths").EnumerateObject().ToList();
        Assert.Equal(ApiRoutes.All.Count, paths.Count);
        foreach (var path in paths)
        {
            var address = "/api/v1" + path.Name.Replace("{code}", portal.Sample.Body!.Code, StringComparison.Ordinal).Replace("{document}", portal.Sample.Key, StringComparison.Ordinal) + "?q=" + Uri.EscapeDataString("支出") + "&at=measure%3Dexpenditure";
            using var answer = JsonDocument.Parse(await portal.Text(address));
            var promised = path.Value.GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties").GetProperty("items").GetProperty("items").GetProperty("properties").EnumerateObject().Select(p => p.Name).ToList();
            var items = answer.RootElement.GetProperty("items").EnumerateArray().ToList();
            Assert.All(items, i => Assert.Equal(promised, i.EnumerateObject().Select(p => p.Name)));
            Assert.True(items.Count > 0 || path.Name.EndsWith("findings", StringComparison.Ordinal), address);
            var csv = (await portal.Text(address + "&format=csv")).TrimStart('\ufeff').Split("\r\n")[0];
            Assert.Equal(promised, csv.Split(','));
        }
    }

    [Fact]
    public async Task A_figure_of_the_interface_is_that_of_the_archive()
    {
        using var answer = JsonDocument.Parse(await portal.Text($"/api/v1/documents/{portal.Sample.Key}/figures?size=1000"));
        var items = answer.RootElement.GetProperty("items").EnumerateArray().ToDictionary(i => i.GetProperty("id").GetString()!);
        var all = portal.Store.Read(a => a.Statements(portal.Sample));
        Assert.Equal(all.Count, answer.RootElement.GetProperty("total").GetInt32());
        foreach (var statement in all.Where(s => s is { Fen: not null, Statement: AmountStatement }))
        {
            Assert.Equal(statement.Fen!.Value / 100m, decimal.Parse(items[statement.Statement.Id].GetProperty("yuan").GetString()!, CultureInfo.InvariantCulture));
            Assert.Equal(statement.Statement.Raw, items[statement.Statement.Id].GetProperty("printed").GetString());
        }
    }

    [Fact]
    public async Task Pages_follow_one_another_and_lose_nothing()
    {
        var seen = new List<string>();
        for (var next = $"/api/v1/documents/{portal.Sample.Key}/figures?size=50"; next is not null;)
        {
            using var answer = JsonDocument.Parse(await portal.Text(next));
            seen.AddRange(answer.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            next = answer.RootElement.TryGetProperty("next", out var more) ? more.GetString() : null;
        }

        Assert.Equal(portal.Store.Read(a => a.Statements(portal.Sample)).Select(s => s.Statement.Id), seen);
    }

    [Theory]
    [InlineData("/api/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/documents/0123456789abcdef", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/documents?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/documents?size=100000", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/documents?format=xml", HttpStatusCode.BadRequest)]
    public async Task A_failure_is_told_as_data(string path, HttpStatusCode status)
    {
        using var answer = JsonDocument.Parse(await portal.Text(path, status));
        Assert.Equal((int)status, answer.RootElement.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Two_years_of_one_point_make_a_series()
    {
        using var answer = JsonDocument.Parse(await portal.Text($"/api/v1/departments/{portal.Sample.Body!.Code}/series?at=measure%3Dexpenditure%20fund%3Dgeneral"));
        var years = answer.RootElement.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("year").GetInt32()).Distinct().ToList();
        Assert.Contains(portal.Sample.Year!.Value, years);
        Assert.Contains(portal.Sample.Year.Value - 1, years);
    }
}
