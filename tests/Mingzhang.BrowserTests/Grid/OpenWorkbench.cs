using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Mingzhang.Forms;
using Mingzhang.Ledger.Archive;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Portal.Hosting;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.BrowserTests.Grid;

/// <summary>开着的工作台：one department with units of their own for every test, its officers with accounts, a chromium.</summary>
public sealed class OpenWorkbench : IAsyncLifetime
{
    internal const int Year = 2026;
    internal const string Password = "four-plain-words-here";
    internal const string Keeper = "李明", Officer = "王芳";

    private const int Units = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("mingzhang-grid-").FullName;
    private ArchiveStore? _archive;
    private WorkSite? _site;
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private int _next;

    /// <summary>工作台的地址。</summary>
    public Uri Address { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Needed.Find("chromium") is not { } chromium)
        {
            return;
        }

        Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", typeof(OpenPortal).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "PlaywrightDriver").Value);
        var file = Path.Combine(_folder, "work.db");
        _archive = ArchiveStore.Open(file, TimeProvider.System, Library.Standard.Space, create: true, out _);
        _site = WorkSite.Open(file, _archive!, Library.Standard, TimeProvider.System, out _);
        _app = PortalHost.Build(_archive!, Library.Standard, "http://127.0.0.1:0", rate: 0, beside: new WorkHost(_site));
        await _app.StartAsync();
        Address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
        await Begin();
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

        _site?.Dispose();
        _archive?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>一个还没有人填过的单位。</summary>
    internal string FreshUnit()
    {
        Needed.Program("chromium", "chromium fonts-wqy-microhei");
        return Code(Interlocked.Increment(ref _next));
    }

    /// <summary>一位填报人员，已登录。</summary>
    internal async Task<IPage> SignedIn(string name, int width = 1280, int height = 900)
    {
        var page = await Stranger(width, height);
        await page.GotoAsync("/work/in");
        await SignIn(page, name);
        return page;
    }

    /// <summary>还没有登录的人。</summary>
    internal async Task<IPage> Stranger(int width = 1280, int height = 900)
    {
        Needed.Program("chromium", "chromium fonts-wqy-microhei");
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN", BaseURL = Address.ToString() });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        return page;
    }

    /// <summary>填写姓名和口令。</summary>
    internal static async Task SignIn(IPage page, string name)
    {
        await page.FillAsync("[name=name]", name);
        await page.FillAsync("[name=password]", Password);
        await page.PressAsync("[name=password]", "Enter");
        await page.WaitForURLAsync(u => !u.Contains("/work/in", StringComparison.Ordinal));
    }

    /// <summary>一个单位的一部分的地址。</summary>
    internal static string At(string unit, string part) => string.Create(CultureInfo.InvariantCulture, $"/work/reports/{unit}/{part}?year={Year}");

    /// <summary>账库里的各行。</summary>
    internal List<Line> Lines(string unit) => _site!.With(s => s.Read(r => LineRows.Of(r, Organisations.Unit(r, Year, unit)!).ToList()));

    /// <summary>以某人的名义写一个单位。</summary>
    internal void Write(string who, string unit, Action<LineBook> work) => Assert.Empty(_site!.With(s => s.WriteUnit(who, "", unit, w => work(new LineBook(w, Library.Standard, Organisations.Unit(w, Year, unit)!)))));

    private static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"101{number:000}");

    private async Task Begin()
    {
        var keeper = await Stranger();
        await keeper.GotoAsync("/work/first?code=" + _site!.FirstCode);
        foreach (var (field, value) in new[] { ("code", _site.FirstCode), ("name", Keeper), ("title", "云溪区科技局"), ("department", "101"), ("year", Year.ToString(CultureInfo.InvariantCulture)), ("password", Password), ("again", Password) })
        {
            await keeper.FillAsync($"[name={field}]", value);
        }

        await keeper.PressAsync("[name=again]", "Enter");
        await keeper.WaitForLoadStateAsync();
        Assert.Empty(_site.With(s => s.Write(Keeper, "", w =>
        {
            for (var i = 1; i <= Units; i++)
            {
                Organisations.Put(w, new Unit { Year = Year, Code = Code(i), Department = "101", Name = "云溪区科技局" + (i == 1 ? "本级" : "第" + i.ToString(CultureInfo.InvariantCulture) + "所"), Kind = i == 1 ? "行政" : "事业", Place = i == 1 ? "本级" : "下属" });
                Organisations.Put(w, new Person(Officer, Code(i), Role.Unit));
            }
        })));
        await keeper.GotoAsync("/work/settings/people");
        await keeper.Locator($"form:has([value=invite]):has([value={Officer}]) button").First.ClickAsync();
        var link = await keeper.Locator(".done").InnerTextAsync();
        var officer = await Stranger();
        await officer.GotoAsync(System.Text.RegularExpressions.Regex.Match(link, "/work/invited\\?code=[0-9a-f]+").Value);
        await officer.FillAsync("[name=password]", Password);
        await officer.FillAsync("[name=again]", Password);
        await officer.PressAsync("[name=again]", "Enter");
        await officer.WaitForLoadStateAsync();
        await officer.Context.CloseAsync();
        await keeper.Context.CloseAsync();
    }
}

/// <summary>同开一个工作台的测试。</summary>
[CollectionDefinition(Name)]
public sealed class WorkbenchTests : ICollectionFixture<OpenWorkbench>
{
    /// <summary>名称。</summary>
    public const string Name = "grid";
}
