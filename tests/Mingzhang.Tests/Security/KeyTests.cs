using System.Text.RegularExpressions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Mingzhang.Tests.Workbench;
using Mingzhang.Workbench.Accounts;

namespace Mingzhang.Tests.Security;

/// <summary>密钥和质询：how they are made, and what becomes of one that is no good.</summary>
public sealed partial class KeyTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work = new();

    public ValueTask InitializeAsync() => _work.InitializeAsync();

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task A_key_of_a_session_is_kept_as_a_hash_and_its_ticket_is_no_open_text()
    {
        await _work.Client().First(_work.Site.FirstCode, "李明");
        using var browser = new RawBrowser(_work.Address);
        await browser.SignIn("李明");
        var kept = _work.Site.Accounts.Read(s => s.Rows("SELECT id, ticket FROM work_session", r => (Id: r.GetString(0), Ticket: r.GetString(1))));
        Assert.All(kept, s => Assert.Matches("^[0-9a-f]{64}$", s.Id));
        Assert.All(kept, s => Assert.DoesNotContain(Convert.ToBase64String("李明"u8)[..6], s.Ticket, StringComparison.Ordinal));
        Assert.Equal(kept.Count, kept.Select(s => s.Id).Distinct().Count());
        Assert.All(kept, s => Assert.DoesNotContain(s.Id, string.Concat(browser.Set), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_that_cannot_be_read_is_none()
    {
        await _work.Client().First(_work.Site.FirstCode, "李明");
        using var browser = new RawBrowser(_work.Address);
        await browser.SignIn("李明");
        _work.Site.Accounts.Write(s => s.Run("UPDATE work_session SET ticket = SUBSTR(ticket, 1, 60) || 'AAAA' || SUBSTR(ticket, 65)"));
        var answer = await browser.Get("/work");
        Assert.NotEqual(System.Net.HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain("   at ", answer.Html, StringComparison.Ordinal);
        browser.Cookies["mingzhang"] = browser.Cookies["mingzhang"][..30] + "AAAA" + browser.Cookies["mingzhang"][34..];
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await browser.Get("/work")).Status);
        browser.Cookies["mingzhang"] = "junk";
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await browser.Get("/work")).Status);
    }

    [Fact]
    public async Task What_is_kept_secret_is_encrypted_with_AES_and_proven_by_an_HMAC_each_time_anew()
    {
        await _work.Client().First(_work.Site.FirstCode, "李明");
        var key = Assert.Single(_work.Site.Accounts.Read(s => s.Rows("SELECT body FROM work_key", r => r.GetString(0))));
        Assert.Contains("AES_256_CBC", key, StringComparison.Ordinal);
        Assert.Contains("HMACSHA256", key, StringComparison.Ordinal);
        var secrets = new Secrets(new EphemeralDataProtectionProvider());
        Assert.NotEqual(secrets.Protect("a"), secrets.Protect("a"));
        var kept = WebEncoders.Base64UrlDecode(secrets.Protect("a"));
        kept[^40] ^= 1;
        Assert.Throws<System.Security.Cryptography.CryptographicException>(() => secrets.Unprotect(WebEncoders.Base64UrlEncode(kept)));
    }

    [Fact]
    public async Task Challenges_are_long_and_never_the_same()
    {
        await _work.Client().First(_work.Site.FirstCode, "李明");
        using var client = new WorkClient(new Uri("http://localhost:" + _work.Address.Port));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 5; i++)
        {
            var challenge = Challenge().Match(System.Net.WebUtility.HtmlDecode((await client.Get("/work/in")).Html)).Groups[1].Value;
            Assert.True(WebEncoders.Base64UrlDecode(challenge).Length >= 16);
            Assert.True(seen.Add(challenge));
        }
    }

    [GeneratedRegex("\"challenge\":\"([^\"]+)\"")]
    private static partial Regex Challenge();
}
