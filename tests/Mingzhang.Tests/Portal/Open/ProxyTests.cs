using System.Net;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Portal.Open;

/// <summary>前面有代理服务器：who asks is told by the proxy, and only by one that is named.</summary>
public class ProxyTests
{
    // More than one visitor may ask at once, and fewer, so that time lost by a busy machine changes nothing.
    private const int Rate = 1, More = 12, Few = 6;

    [Fact]
    public async Task Behind_a_named_proxy_each_visitor_has_a_limit_of_his_own()
    {
        using var store = Archives.Of("sqlite", Documents.Sample);
        await using var server = await Running.Start(store, Rate, proxies: [IPAddress.Loopback]);
        Assert.Contains(HttpStatusCode.TooManyRequests, await Ask(server, "203.0.113.7", More));
        Assert.All(await Ask(server, "203.0.113.8", Few), s => Assert.Equal(HttpStatusCode.OK, s));
    }

    [Fact]
    public async Task Without_a_named_proxy_nobody_gives_himself_another_address()
    {
        using var store = Archives.Of("sqlite", Documents.Sample);
        await using var server = await Running.Start(store, Rate);
        Assert.Contains(HttpStatusCode.TooManyRequests, await Ask(server, "203.0.113.7", More));
        Assert.Contains(HttpStatusCode.TooManyRequests, await Ask(server, "203.0.113.8", Few));
    }

    [Fact]
    public async Task What_was_asked_over_https_is_answered_as_such()
    {
        using var store = Archives.Of("sqlite", Documents.Sample);
        await using var server = await Running.Start(store, proxies: [IPAddress.Loopback]);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/feed.atom") { Headers = { { "X-Forwarded-Proto", "https" }, { "X-Forwarded-Host", "budget.example" } } };
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(response.Headers.Contains("Strict-Transport-Security"));
        Assert.Contains("https://budget.example/", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<List<HttpStatusCode>> Ask(Running server, string from, int times)
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < times; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/healthz") { Headers = { { "X-Forwarded-For", from } } };
            using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
            statuses.Add(response.StatusCode);
        }

        return statuses;
    }
}
