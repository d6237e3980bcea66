namespace Mingzhang.BrowserTests;

/// <summary>开着的网站和浏览器：the published archive for all tests.</summary>
public sealed class OpenPortal : IAsyncLifetime
{
    private OpenSite? _open;
    private Task<PageWalk>? _pages;

    /// <summary>网站的地址。</summary>
    public Uri Address => _open!.Address;

    /// <summary>程序中登记的地址。</summary>
    internal IReadOnlyList<string> Patterns => _open!.Patterns;

    /// <summary>走过一遍的网页, for all tests once.</summary>
    internal Task<PageWalk> Pages => _pages ??= PageWalk.From(this);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => _open = await OpenSite.Portal(PublishedArchive.File);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _open?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>一位读者：a visitor of their own, with nothing kept from others.</summary>
    internal async Task<Visitor> Visitor(int width = 1280, int height = 900, bool script = true)
    {
        Needed.Program("chromium", "chromium fonts-wqy-microhei");
        return new Visitor(await _open!.Page(width, height, script), Address);
    }
}

/// <summary>同开一个网站的测试。</summary>
[CollectionDefinition(Name)]
public sealed class PortalTests : ICollectionFixture<OpenPortal>
{
    /// <summary>名称。</summary>
    public const string Name = "portal";
}
