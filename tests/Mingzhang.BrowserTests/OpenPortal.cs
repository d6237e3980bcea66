using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.BrowserTests;

/// <summary>开着的网站和浏览器：one archive, one server on a free port, one chromium for all tests.</summary>
public sealed class OpenPortal : IAsyncLifetime
{
    private ArchiveStore? _store;
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Task<PageWalk>? _pages;

    /// <summary>网站的地址。</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>程序中登记的地址: the patterns of all that can be got.</summary>
    internal IReadOnlyList<string> Patterns => [.. _app!.Services.GetServices<EndpointDataSource>().Concat(((IEndpointRouteBuilder)_app).DataSources).SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!).Distinct(StringComparer.Ordinal)];

    /// <summary>走过一遍的网页, for all tests once.</summary>
    internal Task<PageWalk> Pages => _pages ??= PageWalk.From(this);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Needed.Find("chromium") is not { } chromium)
        {
            return;
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", typeof(OpenPortal).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "PlaywrightDriver").Value);
        _store = ArchiveStore.Open(PublishedArchive.File(), TimeProvider.System, Library.Standard.Space, create: false, out var problem);
        Assert.Null(problem);
        _app = PortalHost.Build(_store!, Library.Standard, "http://127.0.0.1:0", rate: 0);
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _store?.Dispose();
    }

    /// <summary>一位读者：a visitor of their own, with nothing kept from others.</summary>
    internal async Task<Visitor> Visitor(int width = 1280, int height = 900, bool script = true)
    {
        Needed.Program("chromium", "chromium fonts-wqy-microhei");
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, JavaScriptEnabled = script, Locale = "zh-CN", BaseURL = Address.ToString() });
        return new Visitor(await context.NewPageAsync(), Address);
    }
}

/// <summary>同开一个网站的测试。</summary>
[CollectionDefinition(Name)]
public sealed class PortalTests : ICollectionFixture<OpenPortal>
{
    /// <summary>名称。</summary>
    public const string Name = "portal";
}
