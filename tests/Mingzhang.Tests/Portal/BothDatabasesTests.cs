using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Portal;

public class BothDatabasesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_files_and_answers_are_the_same_on_both_databases()
    {
        using var file = Archives.Of("sqlite", Documents.Sample);
        using var server = Archives.Of("postgres", Documents.Sample);
        var sample = Archives.Only(file);
        string[] paths =
        [
            "/", "/depts", $"/d/{sample.Body!.Code}/{sample.Year}", $"/d/{sample.Body.Code}/{sample.Year}?lang=en", $"/r/{sample.Key}", $"/cell/{sample.Key}.t1.r1.c2", "/c/206", "/t/sangong", "/t/sangong?by=sangong-posts", "/t/sangong?page=2", "/t/assets", "/t/projects", "/t/rise", "/t/execution", "/t/added", "/t/targets", "/depts?page=2", "/compare?a=" + sample.Key, "/status",
            "/s?q=" + Uri.EscapeDataString("支出"), "/s?q=" + Uri.EscapeDataString("项目支出 预算"), "/data", $"/r/{sample.Key}/figures.csv", $"/r/{sample.Key}/figures.json", "/data/figures.csv", $"/api/v1/documents/{sample.Key}/figures", $"/api/v1/departments/{sample.Body.Code}/series?at=measure%3Dexpenditure",
        ];
        var (one, other) = (await All(file, paths), await All(server, paths));
        Assert.All(paths.Zip(one.Zip(other)), p => Assert.True(p.Second.First == p.Second.Second, p.First));
    }

    [Fact]
    public async Task Pages_are_the_same_where_an_analytics_database_answers()
    {
        using var alone = Archives.Of("sqlite", Documents.Sample);
        using var followed = Archives.Of("sqlite", Documents.Sample);
        using var columns = ClickHouseServers.Answering(followed, ClickHouseServers.Fresh(shards: true));
        string[] paths = ["/", "/c/206", "/t/sangong", "/t/sangong?by=sangong-posts", "/t/projects", "/t/rise", "/depts", "/readyz"];
        Assert.Equal(await All(alone, paths), await All(followed, paths));
        Assert.True(columns.Ready);
    }

    [Fact]
    public async Task Who_asks_too_much_is_asked_to_wait()
    {
        using var store = Archives.Of("sqlite", Documents.Sample);
        var statuses = await All(store, [.. Enumerable.Repeat("/healthz", 12)], rate: 1);
        Assert.Contains("ok\n", statuses);
        Assert.Contains(statuses, s => s.Contains("请求太快了", StringComparison.Ordinal));
    }

    private static async Task<List<string>> All(ArchiveStore store, string[] paths, int rate = 0)
    {
        await using var app = PortalHost.Build(store, Documents.Library, "http://127.0.0.1:0", rate);
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        var texts = new List<string>();
        foreach (var path in paths)
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, path + ": " + response.StatusCode);
            texts.Add(await response.Content.ReadAsStringAsync(Stop));
        }

        await app.StopAsync(Stop);
        return texts;
    }
}
