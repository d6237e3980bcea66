using Microsoft.Playwright;

namespace Mingzhang.BrowserTests;

/// <summary>读者：looks at pages as people do, and notes what a page should not do.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly List<string> _faults = [];
    private readonly Uri _site;

    public Visitor(IPage page, Uri site)
    {
        (Page, _site) = (page, site);
        page.SetDefaultTimeout(20_000);
        page.Console += (_, m) => Note(m.Type is "error" or "warning", "console: " + m.Text + " " + m.Location);
        page.PageError += (_, e) => Note(true, "script: " + e);
        page.RequestFailed += (_, r) => Note(r.Failure is not null && !r.Failure.Contains("ERR_ABORTED", StringComparison.Ordinal), "request: " + r.Url + " " + r.Failure);
        page.Request += (_, r) => Note(new Uri(r.Url) is { Scheme: "http" or "https" } u && u.Authority != _site.Authority, "another host: " + r.Url);
        page.Response += (_, r) => Note(r.Headers.ContainsKey("set-cookie"), "cookie: " + r.Url);
    }

    public IPage Page { get; }

    /// <summary>点了几下，搜一次也算一下。</summary>
    public int Clicks { get; private set; }

    /// <summary>走到一个地址, as if it had been typed.</summary>
    public async Task<int> Go(string path) => (await Page.GotoAsync(path))?.Status ?? 0;

    /// <summary>正文里写着这些字的链接。</summary>
    public ILocator Link(string words) => Page.Locator("main a").Filter(new() { HasText = words });

    /// <summary>点。</summary>
    public async Task Click(ILocator link)
    {
        Clicks++;
        await link.Filter(new() { Visible = true }).First.ClickAsync();
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>在首页的搜索框里搜.</summary>
    public async Task Search(string words)
    {
        Clicks++;
        await Page.Locator("#q2").FillAsync(words);
        await Page.Locator("#q2").PressAsync("Enter");
        await Page.WaitForURLAsync(u => !u.EndsWith("/", StringComparison.Ordinal));
    }

    /// <summary>页面正文。</summary>
    public Task<string> Text() => Page.Locator("main").InnerTextAsync();

    /// <summary>页面是否比窗口宽: by how many pixels, and what sticks out.</summary>
    public Task<string> Wider() => Page.EvaluateAsync<string>("""
        () => { const w = document.documentElement.clientWidth; if (document.documentElement.scrollWidth <= w) return '';
          const inside = e => { for (let p = e.parentElement; p; p = p.parentElement) { const o = getComputedStyle(p).overflowX; if (o === 'auto' || o === 'scroll' || o === 'hidden') return true; } return false; };
          return (document.documentElement.scrollWidth - w) + 'px: ' + [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > w + 1 && !inside(e)).slice(0, 4).map(e => e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + (e.textContent || '').trim().slice(0, 30)).join(' | '); }
        """);

    /// <summary>不该有的事，到此为止。</summary>
    public async Task<IReadOnlyList<string>> Faults()
    {
        var cookies = await Page.Context.CookiesAsync();
        lock (_faults)
        {
            List<string> found = [.. _faults, .. cookies.Select(c => "cookie: " + c.Name)];
            _faults.Clear();
            return found;
        }
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private void Note(bool happened, string fault)
    {
        if (happened)
        {
            lock (_faults)
            {
                _faults.Add(fault);
            }
        }
    }
}
