using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Mingzhang.Portal.Hosting;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Security;

/// <summary>意外：what a visitor sees of a failure that nobody expected, and what the log holds of it.</summary>
public class FailureTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_nobody_expected_is_a_page_without_a_word_of_the_program()
    {
        var (status, html, log) = await Ask("/breaks/x?lang=en");
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Contains("<html lang=\"en\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("the hidden reason|InvalidOperation|   at |Mingzhang\\.[A-Z]|[a-z]\\.cs:line", html);
        Assert.Contains(log, l => l.Contains("the hidden reason", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_path_cannot_forge_the_log()
    {
        var (_, _, log) = await Ask("/breaks/a%0d%0a2026-01-01%20fail:%20somebody%20signed%20in%0a");
        var said = Assert.Single(log, l => l.Contains("/breaks/a", StringComparison.Ordinal));
        Assert.DoesNotMatch("[\r\n]", said.Split(" failed", 2)[0]);
    }

    private static async Task<Answered> Ask(string path)
    {
        using var kept = new KeptLog();
        using var store = Archives.Of("sqlite", Documents.Sample);
        await using var app = PortalHost.Build(store, Documents.Library, "http://127.0.0.1:0", rate: 0, beside: new Breaking(), more: b => b.Logging.AddProvider(kept));
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        var html = await answer.Content.ReadAsStringAsync(Stop);
        await app.StopAsync(Stop);
        return new Answered(answer.StatusCode, html, [.. kept.Said]);
    }

    private sealed record Answered(HttpStatusCode Status, string Html, List<string> Log);

    private sealed class Breaking : IBesides
    {
        public void Services(WebApplicationBuilder builder)
        {
        }

        public void Use(WebApplication app)
        {
        }

        public void Map(WebApplication app, Mingzhang.Portal.Hosting.Site site) => app.MapMethods("/breaks/{**rest}", ["GET"], _ => throw new InvalidOperationException("the hidden reason"));
    }
}
