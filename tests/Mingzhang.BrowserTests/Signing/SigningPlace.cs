using Microsoft.Playwright;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.BrowserTests.Signing;

/// <summary>可以登录的地方：a workbench of its own, addressed by a name since passkeys need one, and a browser.</summary>
public sealed class SigningPlace : IAsyncLifetime
{
    internal const string Password = "four-plain-words-here";

    private OpenSite? _open;

    internal WorkSite? Site => _open?.Work;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _open = await OpenSite.Workbench();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _open?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>一个浏览器窗口。</summary>
    internal async Task<IPage> Page(int width = 1280, bool script = true)
    {
        Needed.Program("chromium", "chromium fonts-wqy-microhei");
        return await _open!.Page(width, script: script, address: new UriBuilder(_open.Address) { Host = "localhost" }.Uri);
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
