using System.Globalization;
using Microsoft.Playwright;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.BrowserTests.Grid;

/// <summary>开着的工作台：one department with units of their own for every test, its officers with accounts, a chromium.</summary>
public sealed class OpenWorkbench : IAsyncLifetime
{
    internal const int Year = 2026;
    internal const string Password = "four-plain-words-here";
    internal const string Keeper = "李明", Officer = "王芳";

    private const int Units = 20;

    private OpenSite? _open;
    private int _next;

    private WorkSite Site => _open!.Work!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _open = await OpenSite.Workbench();
        if (_open is not null)
        {
            await Begin();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _open?.DisposeAsync() ?? ValueTask.CompletedTask;

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
        return await _open!.Page(width, height);
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
    internal List<Line> Lines(string unit) => Site.With(s => s.Read(r => LineRows.Of(r, Organisations.Unit(r, Year, unit)!).ToList()));

    /// <summary>以某人的名义写一个单位。</summary>
    internal void Write(string who, string unit, Action<LineBook> work) => Assert.Empty(Site.With(s => s.WriteUnit(who, "", unit, w => work(new LineBook(w, Library.Standard, Organisations.Unit(w, Year, unit)!)))));

    private static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"101{number:000}");

    private async Task Begin()
    {
        var keeper = await Stranger();
        await keeper.GotoAsync("/work/first?code=" + Site.FirstCode);
        foreach (var (field, value) in new[] { ("code", Site.FirstCode), ("name", Keeper), ("title", "云溪区科技局"), ("department", "101"), ("year", Year.ToString(CultureInfo.InvariantCulture)), ("password", Password), ("again", Password) })
        {
            await keeper.FillAsync($"[name={field}]", value);
        }

        await keeper.PressAsync("[name=again]", "Enter");
        await keeper.Locator(".who").WaitForAsync();
        Assert.Empty(Site.With(s => s.Write(Keeper, "", w =>
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
        await officer.Locator(".who").WaitForAsync();
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
