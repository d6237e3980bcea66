using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Accounts.Provider;

namespace Mingzhang.Tests.Workbench;

/// <summary>统一身份认证：whoever the provider vouches for gets in where he was invited, and nobody else, whatever is sent.</summary>
public sealed class ProviderTests : IAsyncLifetime
{
    private SmallProvider _provider = null!;
    private WorkbenchFixture _work = null!;
    private Dictionary<string, WorkClient> _people = [];

    public async ValueTask InitializeAsync()
    {
        _provider = await SmallProvider.Start();
        _work = new WorkbenchFixture { Provider = Settings(_provider.Issuer) };
        await _work.InitializeAsync();
        _people = await _work.Everybody();
    }

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task An_account_is_linked_by_its_owner_signs_in_and_is_unlinked()
    {
        Assert.Contains("尚未关联", (await _people["王芳"].Get("/work/account/provider")).Html, StringComparison.Ordinal);
        await Link("王芳");
        using var home = _work.Client();
        Assert.Contains("用云溪区统一身份认证登录", (await home.Get("/work/in")).Html, StringComparison.Ordinal);
        Assert.Equal("/work/settings", (await home.Get("/work/in/provider?to=%2Fwork%2Fsettings")).Path);
        Assert.Contains("王芳", (await home.Get("/work/account")).Html, StringComparison.Ordinal);

        // One identity opens one account.
        var taken = await Accept("赵敏");
        Assert.Contains("已关联到一个账号", taken.Html, StringComparison.Ordinal);
        await home.Post("/work/account/provider", ("old", WorkbenchFixture.Password));
        using var again = _work.Client();
        Assert.Contains("没有与此身份关联的账号", (await again.Get("/work/in/provider")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_in_who_was_not_invited_and_an_invitation_serves_once()
    {
        using var stranger = _work.Client();
        Assert.Contains("没有与此身份关联的账号", (await stranger.Get("/work/in/provider")).Html, StringComparison.Ordinal);
        Assert.Contains("by invitation only", (await stranger.Get("/work/in/provider?lang=en")).Html, StringComparison.Ordinal);
        Assert.StartsWith("/work/in?", (await stranger.Get("/work/settings")).Path, StringComparison.Ordinal);

        _work.Site.With(s => s.Write("李明", "", w => Organisations.Put(w, new Person("吴刚", "101002", Role.Unit))));
        var link = await _people["李明"].Invite("吴刚");
        Assert.Contains("/work/in/provider?code=", (await stranger.Get(link)).Html, StringComparison.Ordinal);
        var asked = await stranger.Get("/work/in/provider?" + link.Split('?')[1]);
        Assert.Contains("关联到 吴刚 的账号", asked.Html, StringComparison.Ordinal);
        Assert.Equal("/work", (await stranger.Post(asked.Path)).Path);
        Assert.Contains("本账号还没有口令", (await stranger.Get("/work/account")).Html, StringComparison.Ordinal);

        _provider.Subject = "u-200";
        using var late = _work.Client();
        Assert.Contains("没有与此身份关联的账号", (await late.Get("/work/in/provider?" + link.Split('?')[1])).Html, StringComparison.Ordinal);

        // His only way in stays until he has another.
        Assert.Contains("唯一的登录途径", (await stranger.Post("/work/account/provider")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stranger.Post("/work/account", ("do", "password"), ("password", "another-long-word"), ("again", "another-long-word"))).Status);
        Assert.Contains("尚未关联", (await stranger.Post("/work/account/provider", ("old", "another-long-word"))).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonce", "another")]
    [InlineData("aud", "somebody-else")]
    [InlineData("iss", "https://example.org")]
    [InlineData("azp", "somebody-else")]
    [InlineData("sub", "")]
    [InlineData("exp", 1_700_000_000L)]
    [InlineData("nbf", 4_000_000_000L)]
    public async Task A_token_of_another_time_or_for_another_party_is_refused(string claim, object value)
    {
        await Link("王芳");
        _provider.Twist = claims => claims[claim] = value;
        await Refused("没有通过核对");
        _provider.Twist = claims => claims.Remove(claim);
        if (claim is not ("azp" or "nbf"))
        {
            await Refused("没有通过核对");
        }
    }

    [Fact]
    public async Task A_token_that_the_provider_did_not_sign_is_refused()
    {
        await Link("王芳");
        foreach (var after in new Func<string, string>[]
        {
            t => t[..t.LastIndexOf('.')] + ".AAAA", t => t[..t.LastIndexOf('.')] + ".",
            t => WebEncoders.Base64UrlEncode("{\"alg\":\"none\"}"u8) + "." + t.Split('.')[1] + ".",
            t => Shared(t), _ => "junk", _ => "", _ => new string('a', 100_000),
        })
        {
            _provider.After = after;
            await Refused("没有通过核对");
        }
    }

    [Fact]
    public async Task New_keys_of_the_provider_are_found_and_false_ones_are_not_asked_for_by_everybody()
    {
        await Link("王芳");
        _provider.Rotate();
        using (var home = _work.Client())
        {
            Assert.Equal("/work", (await home.Get("/work/in/provider")).Path);
        }

        var asked = _provider.KeysAsked;
        _provider.Rotate();
        await Refused("没有通过核对");
        Assert.Equal(asked, _provider.KeysAsked);
    }

    [Fact]
    public async Task A_provider_that_is_down_or_refuses_or_an_answer_that_nobody_asked_for_is_told_in_words()
    {
        await Link("王芳");
        _provider.Refuses = true;
        await Refused("登录已取消");
        _provider.Refuses = false;
        using var stranger = _work.Client();
        foreach (var path in new[] { "/work/in/provider/back", "/work/in/provider/back?code=x&state=y", "/work/in/provider/back?error=%3Cscript%3E", "/work/in/provider/done" })
        {
            var shown = await stranger.Get(path);
            Assert.Equal(HttpStatusCode.Forbidden, shown.Status);
            Assert.DoesNotContain("   at ", shown.Html, StringComparison.Ordinal);
        }

        _provider.GivesNothing = true;
        await Refused("没有回应");
        await using var gone = await SmallProvider.Start();
        gone.Down = true;
        await using var without = new Other(new WorkbenchFixture { Provider = Settings(gone.Issuer) });
        await without.Work.InitializeAsync();
        using var visitor = without.Work.Client();
        Assert.Contains("does not answer", (await visitor.Get("/work/in/provider?lang=en")).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.Get("/work/in/provider")).Status);
    }

    [Fact]
    public async Task The_second_step_is_asked_after_the_provider_too()
    {
        await Link("王芳");
        var key = SecondFactorTests.Key().Match((await _people["王芳"].Get("/work/account/second")).Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await _people["王芳"].Post("/work/account/second", ("code", SecondFactorTests.Digits(key)));
        using var home = _work.Client();
        var asked = await home.Get("/work/in/provider?to=%2Fwork%2Fsettings");
        Assert.StartsWith("/work/in/second", asked.Path, StringComparison.Ordinal);
        Assert.Equal("/work/settings", (await home.Post(asked.Path, ("code", SecondFactorTests.Digits(key)))).Path);
    }

    [Fact]
    public async Task The_secret_is_shown_nowhere()
    {
        await Link("王芳");
        foreach (var page in new[] { "/work/account", "/work/account/provider", "/work/settings", "/work/in/provider/failed?why=down" })
        {
            Assert.DoesNotContain("a secret", (await _people["王芳"].Get(page)).Html, StringComparison.Ordinal);
        }
    }

    internal static ProviderSettings Settings(string issuer, string second = "")
    {
        var settings = ProviderSettings.Read(null, name => name[ProviderSettings.Prefix.Length..] switch { "ISSUER" => issuer, "CLIENT" => SmallProvider.Client, "SECRET" => SmallProvider.Secret, "NAME" => "云溪区统一身份认证", "ENGLISH" => "Yunxi sign-in", "SECOND" => second, _ => null }, out var problem);
        Assert.Null(problem);
        return settings!;
    }

    // Signed with what everybody knows: the key that the provider publishes, as if it were a shared secret.
    private static string Shared(string token)
    {
        var open = WebEncoders.Base64UrlEncode("{\"alg\":\"HS256\",\"kid\":\"k1\"}"u8) + "." + token.Split('.')[1];
        return open + "." + WebEncoders.Base64UrlEncode(System.Security.Cryptography.HMACSHA256.HashData(Encoding.ASCII.GetBytes(SmallProvider.Secret), Encoding.ASCII.GetBytes(open)));
    }

    private async Task<Shown> Accept(string name)
    {
        var asked = await _people[name].Get("/work/in/provider");
        Assert.Contains($"关联到 {name} 的账号", asked.Html, StringComparison.Ordinal);
        return await _people[name].Post(asked.Path);
    }

    private async Task Link(string name) => Assert.Contains("已关联：" + _provider.Issuer + " u-100", (await Accept(name)).Html, StringComparison.Ordinal);

    private async Task Refused(string words)
    {
        using var client = _work.Client();
        var shown = await client.Get("/work/in/provider");
        Assert.Contains(words, shown.Html, StringComparison.Ordinal);
        Assert.StartsWith("/work/in?", (await client.Get("/work/settings")).Path, StringComparison.Ordinal);
    }

    private sealed record Other(WorkbenchFixture Work) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Work.DisposeAsync();
    }
}
