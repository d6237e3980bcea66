using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.BrowserTests.Signing;

/// <summary>可以登录的地方：a workbench of its own, addressed by a name since passkeys need one, and a browser.</summary>
public sealed class SigningPlace : IAsyncLifetime
{
    internal const string Password = "four-plain-words-here";

    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-").FullName;
    private ArchiveStore? _archive;
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal WorkSite? Site { get; private set; }

    private string Address { get; set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Needed.Find("chromium") is not { } chromium)
        {
            return;
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", typeof(SigningPlace).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "PlaywrightDriver").Value);
        var database = Path.Combine(_folder, "work.db");
        _archive = ArchiveStore.Open(database, TimeProvider.System, Library.Standard.Space, create: true, out _)!;
        Site = WorkSite.Open(database, _archive, Library.Standard, TimeProvider.System, out _);
        _app = PortalHost.Build(_archive, Library.Standard, "http://127.0.0.1:0", rate: 0, beside: new WorkHost(Site));
        await _app.StartAsync();
        Address = "http://localhost:" + new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
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

        Site?.Dispose();
        _archive?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>一个浏览器窗口。</summary>
    internal async Task<IPage> Page(int width = 1280, bool script = true)
    {
        Needed.Program("chromium", "chromium fonts-wqy-microhei");
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = script, Locale = "zh-CN", BaseURL = Address });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        return page;
    }

    /// <summary>管理员已建立账号的窗口。</summary>
    internal async Task<IPage> Keeper()
    {
        var page = await Page();
        if (Site!.Begun)
        {
            await page.GotoAsync("/work/in");
            await page.FillAsync("[name=name]", "李明");
            await page.FillAsync("[name=password]", Password);
            await page.ClickAsync("form[action^='/work/in?'] button");
            return page;
        }

        await page.GotoAsync("/work/first?code=" + Site.FirstCode);
        foreach (var (field, value) in new[] { ("name", "李明"), ("title", "云溪区科技局"), ("department", "101"), ("year", "2026"), ("password", Password), ("again", Password) })
        {
            await page.FillAsync($"[name={field}]", value);
        }

        await page.ClickAsync("main form button");
        return page;
    }

    /// <summary>无障碍检查：what axe finds, and a picture of the page.</summary>
    internal static async Task<IReadOnlyList<string>> Look(IPage page, string picture)
    {
        var folder = Directory.CreateDirectory(Repository.Path("build", "screenshots")).FullName;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, picture + ".png"), FullPage = true });
        await page.EvaluateAsync(Needed.Axe());
        var found = await page.EvaluateAsync<string[]>("async () => (await axe.run()).violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(' | '))");
        var wide = await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        return wide ? [.. found, "wider than the window"] : found;
    }
}
