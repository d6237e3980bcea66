using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Workbench;

/// <summary>通行密钥：opens the account that it was made for, on this site, once for every challenge.</summary>
public partial class PasskeyTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work;

    public PasskeyTests()
        : this("sqlite")
    {
    }

    protected PasskeyTests(string kind) => _work = new WorkbenchFixture { Kind = kind };

    public ValueTask InitializeAsync() => _work.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private string Origin => "http://localhost:" + _work.Address.Port;

    [Fact]
    public async Task Who_has_added_a_passkey_signs_in_with_it_and_removes_it()
    {
        using var office = await Keeper();
        using var key = new SoftKey(Origin);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add(office, key, "not-the-password")).Status);
        Assert.Contains("已添加通行密钥“办公电脑”", (await Add(office, key)).Html, StringComparison.Ordinal);

        using var home = Client();
        Assert.Equal("/work", (await SignIn(home, key)).Path);
        var number = Key().Match((await home.Get("/work/account/passkeys")).Html).Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await home.Post("/work/account/passkeys", ("do", "name"), ("key", number), ("title", "家用电脑"))).Status);
        Assert.Contains("value=\"家用电脑\"", (await home.Get("/work/account/passkeys")).Html, StringComparison.Ordinal);
        Assert.Contains("已移除", (await home.Post("/work/account/passkeys", ("do", "remove"), ("key", number), ("old", WorkbenchFixture.Password))).Html, StringComparison.Ordinal);

        // Its device is signed out as every other, and opens nothing any more.
        Assert.StartsWith("/work/in", (await office.Get("/work")).Path, StringComparison.Ordinal);
        using var again = Client();
        Assert.Contains("没有通过验证", (await SignIn(again, key)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_from_another_site_or_place_or_without_the_holder_is_refused()
    {
        using var office = await Keeper();
        using var foreign = new SoftKey("http://localhost.example.org") { Place = "localhost" };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add(office, foreign)).Status);
        using var elsewhere = new SoftKey(Origin) { Place = "example.org" };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add(office, elsewhere)).Status);
        using var careless = new SoftKey(Origin) { Verifies = false };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Add(office, careless)).Status);
        Assert.Contains("还没有通行密钥", (await office.Get("/work/account/passkeys")).Html, StringComparison.Ordinal);

        using var key = new SoftKey(Origin);
        await Add(office, key);
        using var stranger = new SoftKey(Origin);
        foreach (var junk in new[] { "", "{}", "[1]", "null", "{\"id\":\"AA\"}", new string('[', 5000) })
        {
            using var client = Client();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(client, junk)).Status);
        }

        using var guest = Client();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignIn(guest, stranger)).Status);
    }

    [Fact]
    public async Task An_answer_serves_once_even_where_the_device_does_not_count()
    {
        using var office = await Keeper();
        using var key = new SoftKey(Origin) { Counter = 0 };
        await Add(office, key);
        using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
        using var raw = new HttpClient(handler) { BaseAddress = new Uri(Origin) };
        using var page = await raw.GetAsync(new Uri("/work/in", UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var cookies = string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        var answer = key.Assert(Options(html));
        Assert.Equal(HttpStatusCode.Redirect, await Again());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Again());

        async Task<HttpStatusCode> Again()
        {
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("credential", answer), KeyValuePair.Create("__RequestVerificationToken", Token().Match(html).Groups[1].Value)]);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/work/in/passkey") { Content = content, Headers = { { "Cookie", cookies } } };
            using var sent = await raw.SendAsync(request, TestContext.Current.CancellationToken);
            return sent.StatusCode;
        }
    }

    [Fact]
    public async Task A_locked_account_stays_locked_and_no_challenge_serves_a_page_that_asked_for_none()
    {
        using var office = await Keeper();
        using var key = new SoftKey(Origin);
        await Add(office, key);
        using var stranger = Client();
        for (var i = 0; i < 5; i++)
        {
            await stranger.SignIn("李明", "wrong-password");
        }

        Assert.Contains("页面打开太久", (await office.PostWith(await office.AnyToken(), "/work/in/passkey", ("credential", "{}"))).Html, StringComparison.Ordinal);
        using var home = Client();
        Assert.Contains("已锁定", (await SignIn(home, key)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_means_of_signing_in_stays()
    {
        using var office = await Keeper();
        using var key = new SoftKey(Origin);
        await Add(office, key);
        _work.Site.Accounts.Write(s => s.Run("UPDATE work_account SET password = NULL"));
        var number = Key().Match((await office.Get("/work/account/passkeys")).Html).Groups[1].Value;
        Assert.Contains("唯一的登录途径", (await office.Post("/work/account/passkeys", ("do", "remove"), ("key", number))).Html, StringComparison.Ordinal);
        using var home = Client();
        Assert.Equal("/work", (await SignIn(home, key)).Path);
    }

    [Fact]
    public async Task A_site_that_is_addressed_by_a_number_offers_none_and_says_why()
    {
        using var office = await Keeper();
        using var number = _work.Client();
        Assert.DoesNotContain("data-passkey", (await number.Get("/work/in")).Html, StringComparison.Ordinal);
        await number.SignIn("李明", WorkbenchFixture.Password);
        Assert.Contains("改用域名", (await number.Get("/work/account/passkeys")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_passkey_only_the_public_half_is_kept()
    {
        using var office = await Keeper();
        using var key = new SoftKey(Origin);
        await Add(office, key);
        var body = Assert.Single(_work.Site.Accounts.Read(s => s.Rows("SELECT body FROM work_passkey", r => r.GetString(0))));
        using var kept = JsonDocument.Parse(body);
        Assert.Equal(["Attestation", "BackedUp", "Client", "MayBackUp", "PublicKey", "Transports", "Verified"], kept.RootElement.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));

        // The two halves of a point of the curve, and nothing of the number that signs.
        var half = Convert.ToHexString(kept.RootElement.GetProperty("PublicKey").GetBytesFromBase64());
        Assert.Contains(Convert.ToHexString(key.Public), half, StringComparison.Ordinal);
        Assert.All(new[] { "Attestation", "Client", "PublicKey" }, p => Assert.DoesNotContain(Convert.ToHexString(key.Private), Convert.ToHexString(kept.RootElement.GetProperty(p).GetBytesFromBase64()), StringComparison.Ordinal));
    }

    private WorkClient Client() => new(new Uri(Origin));

    private async Task<WorkClient> Keeper()
    {
        var client = Client();
        await client.First(_work.Site.FirstCode, "李明");
        return client;
    }

    internal static async Task<Shown> Add(WorkClient client, SoftKey key, string password = WorkbenchFixture.Password)
    {
        var page = (await client.Get("/work/account/passkeys")).Html;
        return await client.PostWith(Token().Match(page).Groups[1].Value, "/work/account/passkeys", ("do", "add"), ("title", "办公电脑"), ("old", password), ("credential", key.Create(Options(page))));
    }

    internal static async Task<Shown> SignIn(WorkClient client, SoftKey key)
    {
        var page = (await client.Get("/work/in")).Html;
        return await client.PostWith(Token().Match(page).Groups[1].Value, "/work/in/passkey", ("credential", key.Assert(Options(page))));
    }

    private static async Task<Shown> Send(WorkClient client, string credential) => await client.PostWith(Token().Match((await client.Get("/work/in")).Html).Groups[1].Value, "/work/in/passkey", ("credential", credential));

    private static string Options(string html) => WebUtility.HtmlDecode(Given().Match(html).Groups[1].Value);

    [GeneratedRegex("data-options=\"([^\"]+)\"")]
    private static partial Regex Given();

    [GeneratedRegex("name=\"key\" value=\"([^\"]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
