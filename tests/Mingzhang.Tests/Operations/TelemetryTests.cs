using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Operations;

/// <summary>遥测：what the collector of an operator receives, and what it must not.</summary>
public class TelemetryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Traces_and_metrics_and_the_log_arrive_and_nothing_of_who_asked_for_what()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = await Collector(received);
        using var store = Archives.Of("sqlite", Documents.Sample);
        using (var server = await ServerProcess.Start(store.Address, "--telemetry", collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(), "--log", "json", "--rate", "3", "--alarms", "slowed=0"))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/s?q=secretword") { Headers = { { "User-Agent", "SomebodysBrowser" } } };
            using var answer = await server.Client.SendAsync(request, Stop);
            Assert.True(answer.IsSuccessStatusCode);

            // Who asks too much is asked to wait, and rings an alarm.
            for (var status = HttpStatusCode.OK; status != HttpStatusCode.TooManyRequests;)
            {
                status = await server.Status("/depts");
            }

            server.Terminate();
            Assert.Equal(0, await server.Ended());
            var lines = server.Said.Where(l => l.Length > 0).Select(l => JsonDocument.Parse(l).RootElement).ToList();
            Assert.Contains(lines, l => l.GetProperty("Message").GetString()!.StartsWith("alarm: slowed", StringComparison.Ordinal) && l.GetProperty("LogLevel").GetString() == "Warning");
            Assert.All(lines, l => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$", l.GetProperty("Timestamp").GetString()));
        }

        var traces = received["/v1/traces"];
        Assert.Contains("mingzhang", traces, StringComparison.Ordinal);
        Assert.Contains("/s", traces, StringComparison.Ordinal);
        Assert.Contains("http.server.request.duration", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("mingzhang.security.events", received["/v1/metrics"], StringComparison.Ordinal);
        Assert.Contains("alarm: ", received["/v1/logs"], StringComparison.Ordinal);
        Assert.All(received.Values, sent => Assert.DoesNotContain("secretword", sent, StringComparison.Ordinal));
        Assert.All(received.Values, sent => Assert.DoesNotContain("SomebodysBrowser", sent, StringComparison.Ordinal));
        Assert.DoesNotContain("127.0.0.1", traces.Replace("127.0.0.1:", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task<WebApplication> Collector(ConcurrentDictionary<string, string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
            received.AddOrUpdate(context.Request.Path, _ => Encoding.UTF8.GetString(bytes.ToArray()), (_, before) => before + Encoding.UTF8.GetString(bytes.ToArray()));
        });
        await app.StartAsync(Stop);
        return app;
    }
}
