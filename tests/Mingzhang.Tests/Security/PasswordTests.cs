using System.Buffers.Binary;
using System.Net;
using System.Text.RegularExpressions;
using Mingzhang.Tests.Workbench;
using Mingzhang.Workbench.Accounts;

namespace Mingzhang.Tests.Security;

/// <summary>口令和一次性代码：what may be chosen, how it is kept, and that it serves once where it should.</summary>
public sealed partial class PasswordTests : IAsyncLifetime
{
    private const int Sha512 = 2, Rounds = 210_000, Salt = 16;

    private readonly WorkbenchFixture _work = new() { QuickPasswords = false };

    public ValueTask InitializeAsync() => _work.InitializeAsync();

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task Twelve_characters_and_no_more_than_128()
    {
        using var office = await Keeper();
        var present = WorkbenchFixture.Password;
        foreach (var (length, taken) in new[] { (11, false), (12, true), (64, true), (128, true), (129, false), (19_000, false) })
        {
            var chosen = Chosen(length);
            var answer = await Change(office, present, chosen);
            Assert.True((answer.Status == HttpStatusCode.OK) == taken, $"{length} {answer.Status}");
            present = taken ? chosen : present;
        }

        // Nothing of the 128 is left out when it is compared.
        using var home = _work.Client();
        Assert.Contains("姓名或口令不对", (await home.SignIn("李明", present[..^1])).Html, StringComparison.Ordinal);
        Assert.Equal("/work", (await home.SignIn("李明", present)).Path);
    }

    [Theory]
    [InlineData("vier kleine worte")]
    [InlineData("汉字也可以作为口令的一部分")]
    [InlineData("ねこ🐈🐕🦊🐻🐼🐨🐯🦁🐮🐷")]
    [InlineData("Ünïcödé O'Hara \"<>&;--")]
    [InlineData("jqvxkzwpfbyu")]
    [InlineData("\u00a1\u00bf\u2603\u2604\u2605\u2606\u2607\u2608\u2609\u260a\u260b\u260c")]
    public async Task Any_character_will_do(string chosen)
    {
        using var office = await Keeper();
        Assert.Equal(HttpStatusCode.OK, (await Change(office, WorkbenchFixture.Password, chosen)).Status);
        using var home = _work.Client();
        Assert.Equal("/work", (await home.SignIn("李明", chosen)).Path);
    }

    [Fact]
    public async Task An_old_password_may_be_taken_again_and_none_grows_old()
    {
        using var office = await Keeper();
        Assert.Equal(HttpStatusCode.OK, (await Change(office, WorkbenchFixture.Password, Chosen(20))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Change(office, Chosen(20), WorkbenchFixture.Password)).Status);
    }

    [Theory]
    [InlineData("password1234")]
    [InlineData("Password@2026")]
    [InlineData("qwertyuiop12")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("123456789012")]
    [InlineData("987654321098")]
    [InlineData("abcdefghijkl")]
    [InlineData("passwordpassword")]
    [InlineData("a1b2c3a1b2c3a1b2c3")]
    [InlineData("Administrator1!")]
    [InlineData("李明李明李明李明李明abcd")]
    [InlineData("Mingzhang2026!")]
    public async Task What_many_choose_is_refused(string chosen)
    {
        using var office = await Keeper();
        var refused = await Change(office, WorkbenchFixture.Password, chosen);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("太常见", refused.Html, StringComparison.Ordinal);
        Assert.Contains("soon guessed", (await office.Post("/work/account?lang=en", ("do", "password"), ("old", WorkbenchFixture.Password), ("password", chosen), ("again", chosen))).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-the-password")]
    [InlineData("my dragon has a cold")]
    [InlineData("云溪区的秋天很长很长很长")]
    public void What_only_holds_a_common_word_is_not(string chosen) => Assert.False(PasswordRules.Usual(chosen, "李明"));

    [Fact]
    public async Task Passwords_are_kept_as_slow_hashes_each_with_a_salt_of_its_own()
    {
        await _work.Everybody();
        var kept = _work.Site.Accounts.Read(s => s.Rows("SELECT password FROM work_account", r => Convert.FromBase64String(r.GetString(0))));
        Assert.True(kept.Count > 3);
        Assert.All(kept, hash =>
        {
            // The form of the platform: its version, the function, the rounds, the length of the salt, each in network order.
            Assert.Equal(1, hash[0]);
            Assert.Equal(Sha512, BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1)));
            Assert.True(BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)) >= Rounds);
            Assert.True(BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(9)) >= Salt);
        });
        Assert.Equal(kept.Count, kept.Select(h => Convert.ToHexString(h.AsSpan(13, Salt))).Distinct().Count());
    }

    [Fact]
    public async Task Fields_of_passwords_are_known_to_managers_and_take_what_is_pasted()
    {
        using var office = await Keeper();
        var own = (await office.Get("/work/account")).Html;
        using var stranger = _work.Client();
        var asked = (await stranger.Get("/work/in")).Html;
        Assert.Matches("type=\"password\" autocomplete=\"current-password\"", asked);
        Assert.Matches("name=\"name\" autocomplete=\"username", asked);
        Assert.Equal(2, Regex.Count(own, "type=\"password\" autocomplete=\"new-password\""));
        Assert.DoesNotMatch("(?i)onpaste|ondrop|autocomplete=\"off\"", own + asked);
    }

    [Fact]
    public async Task Codes_on_paper_are_kept_as_slow_hashes_each_with_a_salt_of_its_own()
    {
        using var office = await Keeper();
        var (_, codes) = await SecondStep(office);
        var kept = Codes();
        Assert.Equal(10, kept.Count);
        Assert.All(kept, k => Assert.Matches("^[0-9a-f]{32}\\.[0-9a-f]{64}$", k));
        Assert.Equal(10, kept.Select(k => k.Split('.')[0]).Distinct().Count());
        using var home = _work.Client();
        await home.SignIn("李明", WorkbenchFixture.Password);
        Assert.Equal("/work", (await home.Post("/work/in/second", ("code", codes[3].ToLowerInvariant()))).Path);
        Assert.Equal(9, Codes().Count);
    }

    [Fact]
    public async Task Digits_end_and_serve_once()
    {
        using var office = await Keeper();
        var (key, _) = await SecondStep(office);
        var digits = SecondFactorTests.Digits(key);
        using var home = _work.Client();
        await home.SignIn("李明", WorkbenchFixture.Password);
        Assert.Equal("/work", (await home.Post("/work/in/second", ("code", digits))).Path);
        using var shoulder = _work.Client();
        await shoulder.SignIn("李明", WorkbenchFixture.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await shoulder.Post("/work/in/second", ("code", digits))).Status);
        Assert.StartsWith("/work/in", (await shoulder.Get("/work")).Path, StringComparison.Ordinal);
        Assert.Contains("digits used twice", Told());

        // Those of an hour ago are none any more.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await shoulder.Post("/work/in/second", ("code", SecondFactorTests.Digits(key, -120)))).Status);
    }

    private List<string> Codes() => _work.Site.Accounts.Read(s => s.Rows("SELECT code FROM work_recovery", r => r.GetString(0)));

    private List<string> Told() => _work.Site.Accounts.Read(s => s.Rows("SELECT what FROM work_log", r => r.GetString(0)));

    private async Task<WorkClient> Keeper()
    {
        var client = _work.Client();
        await client.First(_work.Site.FirstCode, "李明");
        return client;
    }

    private static async Task<(string Key, List<string> Codes)> SecondStep(WorkClient client)
    {
        var key = SecondFactorTests.Key().Match((await client.Get("/work/account/second")).Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var on = await client.Post("/work/account/second", ("code", SecondFactorTests.Digits(key)));
        return (key, [.. Code().Matches(on.Html).Select(m => m.Groups[1].Value)]);
    }

    private static Task<Shown> Change(WorkClient client, string present, string chosen) => client.Post("/work/account", ("do", "password"), ("old", present), ("password", chosen), ("again", chosen));

    // Of no pattern that anybody would know, and of the length that is asked for.
    private static string Chosen(int length) => string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + ((i % 997 * (i % 997) * 7) + (i * 3) + (i / 11)) % 26)));

    [GeneratedRegex("<li class=\"code\">([^<]+)<")]
    private static partial Regex Code();
}
