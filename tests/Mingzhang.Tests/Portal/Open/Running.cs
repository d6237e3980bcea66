using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Tests.Portal.Open;

/// <summary>另开的一个网站：for a test that needs an archive or settings of its own.</summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Running(WebApplication app)
    {
        _app = app;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    public HttpClient Client { get; }

    public static async Task<Running> Start(ArchiveStore store, int rate = 0, string address = "", IReadOnlyList<IPAddress>? proxies = null)
    {
        var app = PortalHost.Build(store, Documents.Library, "http://127.0.0.1:0", rate, address, proxies: proxies);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new Running(app);
    }

    public async Task<string> Text(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{path}: {response.StatusCode}");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
