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
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.BrowserTests;

/// <summary>开着的服务器和浏览器：one archive, with or without a workbench, one server on a free port, one chromium; all fixtures start and stop them here.</summary>
internal sealed class OpenSite : IAsyncDisposable
{
    private static readonly string[] Switches = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly ArchiveStore _archive;
    private readonly WebApplication _app;
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly string? _folder;

    private OpenSite(ArchiveStore archive, WorkSite? work, WebApplication app, IPlaywright playwright, IBrowser browser, string? folder) =>
        (_archive, Work, _app, _playwright, _browser, _folder) = (archive, work, app, playwright, browser, folder);

    /// <summary>工作台; null where only the portal is open.</summary>
    public WorkSite? Work { get; }

    /// <summary>服务器的地址。</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>程序中登记的地址: the patterns of all that can be got.</summary>
    public IReadOnlyList<string> Patterns => [.. _app.Services.GetServices<EndpointDataSource>().Concat(((IEndpointRouteBuilder)_app).DataSources).SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText!).Distinct(StringComparer.Ordinal)];

    /// <summary>只开网站; null where there is no browser.</summary>
    public static async Task<OpenSite?> Portal(Func<string> file)
    {
        if (Needed.Find("chromium") is null)
        {
            return null;
        }

        var archive = ArchiveStore.Open(file(), TimeProvider.System, Library.Standard.Space, create: false, out var problem);
        Assert.Null(problem);
        return await Start(archive!, null, null);
    }

    /// <summary>连同一个空的工作台; null where there is no browser.</summary>
    public static async Task<OpenSite?> Workbench()
    {
        if (Needed.Find("chromium") is null)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("mingzhang-").FullName;
        var file = Path.Combine(folder, "work.db");
        var archive = ArchiveStore.Open(file, TimeProvider.System, Library.Standard.Space, create: true, out _)!;
        return await Start(archive, WorkSite.Open(file, archive, Library.Standard, TimeProvider.System, out _), folder);
    }

    /// <summary>一个新的浏览器窗口, which shares nothing with others.</summary>
    /// <param name="width">How wide.</param>
    /// <param name="height">How high.</param>
    /// <param name="script">Whether scripts run.</param>
    /// <param name="address">Under which name the server is asked for; null for its address.</param>
    public async Task<IPage> Page(int width = 1280, int height = 900, bool script = true, Uri? address = null)
    {
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, JavaScriptEnabled = script, Locale = "zh-CN", BaseURL = (address ?? Address).ToString() });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        return page;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        Work?.Dispose();
        _archive.Dispose();
        if (_folder is not null)
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<OpenSite> Start(ArchiveStore archive, WorkSite? work, string? folder)
    {
        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", typeof(OpenSite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "PlaywrightDriver").Value);
        var app = PortalHost.Build(archive, Library.Standard, "http://127.0.0.1:0", rate: 0, beside: work is null ? null : new WorkHost(work, settings: new() { SecondStep = Mingzhang.Workbench.Accounts.SecondStep.Nobody }));
        await app.StartAsync();
        var playwright = await Playwright.CreateAsync();
        return new OpenSite(archive, work, app, playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Needed.Find("chromium"), Args = Switches }), folder);
    }
}
