using System.Net;
using System.Text.RegularExpressions;
using Mingzhang.Tests.Workbench;

namespace Mingzhang.Tests.Security;

/// <summary>会话的 Cookie：whom they reach, and that each signing in has its own.</summary>
public sealed partial class CookieTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work = new();

    public ValueTask InitializeAsync() => _work.InitializeAsync();

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task Cookies_are_for_the_workbench_alone_and_out_of_reach_of_scripts()
    {
        await _work.Client().First(_work.Site.FirstCode, "李明");
        using var browser = new RawBrowser(_work.Address);
        await browser.SignIn("李明");
        Assert.Contains(browser.Set, c => c.StartsWith("mingzhang=", StringComparison.Ordinal));
        Assert.Contains(browser.Set, c => c.StartsWith("mingzhang.form=", StringComparison.Ordinal));
        Assert.All(browser.Set, c => Assert.Matches("(?i); path=/work;.*samesite=lax; httponly", c));
        Assert.All(browser.Set, c => Assert.DoesNotMatch("(?i)domain=", c));
    }

    [Fact]
    public async Task Over_HTTPS_cookies_are_secure()
    {
        await using var work = new WorkbenchFixture { Proxies = [IPAddress.Loopback] };
        await work.InitializeAsync();
        await work.Client().First(work.Site.FirstCode, "李明");
        using var browser = new RawBrowser(work.Address) { Https = "budget.example" };
        await browser.SignIn("李明");
        Assert.All(browser.Set, c => Assert.Matches("(?i); secure;", c));

        // The session is this host's alone: a neighbour of the same domain can lay no other in its place, and the portal does not look at it.
        Assert.Matches("(?i)^__Host-mingzhang=[^;]+; path=/;(?!.*domain=)", Assert.Single(browser.Set, c => c.Contains("mingzhang=", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/work/account")).Status);
        var seen = work.Sessions("李明");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/")).Status);
        Assert.Equal(seen, work.Sessions("李明"));
        browser.Cookies["mingzhang"] = browser.Cookies["__Host-mingzhang"];
        browser.Cookies.Remove("__Host-mingzhang");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/work/account")).Status);
    }

    [Fact]
    public async Task Who_signs_in_gets_a_new_key_and_signing_out_ends_it()
    {
        await _work.Client().First(_work.Site.FirstCode, "李明");
        using var browser = new RawBrowser(_work.Address);
        browser.Cookies["mingzhang"] = "of-somebody-who-laid-it-there";
        await browser.SignIn("李明");
        var first = browser.Cookies["mingzhang"];
        Assert.DoesNotContain("laid-it-there", first, StringComparison.Ordinal);
        using var again = new RawBrowser(_work.Address);
        await again.SignIn("李明");
        Assert.NotEqual(first, again.Cookies["mingzhang"]);

        // Neither a page nor an address tells it.
        var page = await browser.Get("/work");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain(first, page.Html, StringComparison.Ordinal);
        Assert.All(browser.Asked, a => Assert.DoesNotContain(first[..20], a, StringComparison.Ordinal));

        var kept = new Dictionary<string, string>(browser.Cookies);
        var gone = await browser.Post("/work/out", [], page.Html);
        Assert.Equal("\"cache\", \"storage\"", gone.Cleared);
        foreach (var (name, value) in kept)
        {
            browser.Cookies[name] = value;
        }

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Get("/work")).Status);
        Assert.Equal(HttpStatusCode.OK, (await again.Get("/work")).Status);
    }
}

/// <summary>看得见 Cookie 的浏览器：one that follows nothing and forgets nothing.</summary>
internal sealed partial class RawBrowser(Uri address) : IDisposable
{
    private readonly HttpClient _client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };

    /// <summary>以 https 访问的网址，由前面的服务器转告; null where it is plain.</summary>
    public string? Https { get; init; }

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>收到的 Set-Cookie。</summary>
    public List<string> Set { get; } = [];

    /// <summary>问过的和被引向的地址。</summary>
    public List<string> Asked { get; } = [];

    public async Task SignIn(string name)
    {
        var page = await Get("/work/in");
        Assert.Equal(HttpStatusCode.Redirect, (await Post("/work/in", [("name", name), ("password", WorkbenchFixture.Password)], page.Html)).Status);
    }

    public Task<RawAnswer> Get(string path) => Send(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<RawAnswer> Post(string path, (string Name, string Value)[] fields, string page) => Send(new HttpRequestMessage(HttpMethod.Post, path)
    {
        Content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", Token().Match(page).Groups[1].Value)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
    });

    public void Dispose() => _client.Dispose();

    private async Task<RawAnswer> Send(HttpRequestMessage request)
    {
        using var sent = request;
        if (Https is not null)
        {
            sent.Headers.Add("X-Forwarded-Proto", "https");
            sent.Headers.Add("X-Forwarded-Host", Https);
        }

        if (Cookies.Count > 0)
        {
            sent.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => c.Key + "=" + c.Value)));
        }

        using var answer = await _client.SendAsync(sent);
        Asked.Add(sent.RequestUri!.ToString());
        Asked.Add(answer.Headers.Location?.ToString() ?? "");
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            Set.Add(cookie);
            var pair = cookie.Split(';')[0].Split('=', 2);
            Cookies[pair[0]] = pair[1];
        }

        return new RawAnswer(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.TryGetValues("Clear-Site-Data", out var cleared) ? cleared.Single() : "");
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}

/// <summary>它收到的回答。</summary>
internal sealed record RawAnswer(HttpStatusCode Status, string Html, string Cleared);
