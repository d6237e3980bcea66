using System.Net;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Accounts;
using Mingzhang.Workbench.Accounts.Provider;

namespace Mingzhang.Tests.Workbench;

/// <summary>要求的两步验证：who administers gets no further than his own account until he signs in by two steps.</summary>
public sealed class StepAskedTests : IAsyncDisposable
{
    private readonly MovedClock _clock = new();
    private SmallProvider? _provider;
    private WorkbenchFixture? _work;

    public async ValueTask DisposeAsync()
    {
        await (_work?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_provider?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Fact]
    public async Task Who_administers_is_led_to_setting_it_up_and_others_are_not()
    {
        var work = await Open(new AccountSettings());
        using var keeper = work.Client();
        var led = await keeper.First(work.Site.FirstCode, "李明");
        Assert.Equal("/work/account/second", led.Path);
        Assert.Contains("登录须两步验证", led.Html, StringComparison.Ordinal);
        Assert.Contains("ask for a second step", (await keeper.Get("/work/account/passkeys?lang=en")).Html, StringComparison.Ordinal);
        work.Site.With(s => s.Write("李明", "", w => Organisations.Put(w, new Person("王芳", "101", Role.Unit))));

        // Neither by an address, nor by a form, nor by a script.
        Assert.Equal("/work/account/second", (await keeper.Get("/work/settings/people")).Path);
        var token = await keeper.AnyToken();
        Assert.Equal("/work/account/second", (await keeper.PostWith(token, "/work/settings/people", ("do", "give"), ("name", "外人"), ("role", "reader"), ("scope", ""))).Path);
        Assert.Equal("/work/account/second", (await keeper.PostJson(token, "/work/reports/101001/lines", "{}")).Path);
        Assert.Empty(work.Site.With(s => s.Read(r => Organisations.Roles(r, "外人"))));

        var key = await SetUp(keeper);
        using var officer = work.Client();
        Assert.Equal("/work", (await officer.Accept(await keeper.Invite("王芳"))).Path);

        // Whoever turns it off has it asked of him again; and digits at signing in are enough.
        await keeper.Post("/work/account/second", ("do", "off"), ("old", WorkbenchFixture.Password));
        Assert.Equal("/work/account/second", (await keeper.Get("/work")).Path);
        key = await SetUp(keeper);
        using var home = work.Client();
        await home.SignIn("李明", WorkbenchFixture.Password);
        Assert.Equal("/work", (await home.Post("/work/in/second", ("code", SecondFactorTests.Digits(key)))).Path);
        Assert.Equal("/work/settings/people", (await home.Get("/work/settings/people")).Path);
    }

    [Fact]
    public async Task Where_it_is_asked_of_all_officers_are_led_there_too_and_a_passkey_will_do()
    {
        var work = await Open(new AccountSettings { SecondStep = SecondStep.Everybody });
        using var keeper = new WorkClient(new Uri("http://localhost:" + work.Address.Port));
        await keeper.First(work.Site.FirstCode, "李明");
        using var device = new SoftKey("http://localhost:" + work.Address.Port);
        Assert.Contains("已添加", (await PasskeyTests.Add(keeper, device)).Html, StringComparison.Ordinal);
        Assert.Equal("/work/settings/people", (await keeper.Get("/work/settings/people")).Path);
        work.Site.With(s => s.Write("李明", "", w => Organisations.Put(w, new Person("王芳", "101", Role.Unit))));
        using var officer = work.Client();
        Assert.Equal("/work/account/second", (await officer.Accept(await keeper.Invite("王芳"))).Path);

        // His passkey is two steps; his password alone is one.
        using var home = new WorkClient(new Uri("http://localhost:" + work.Address.Port));
        Assert.Equal("/work", (await PasskeyTests.SignIn(home, device)).Path);
        using var weak = work.Client();
        Assert.Equal("/work/account/second", (await weak.SignIn("李明", WorkbenchFixture.Password)).Path);
    }

    [Theory]
    [InlineData("", "mfa", false)]
    [InlineData("mfa", "pwd", false)]
    [InlineData("mfa", "mfa", true)]
    [InlineData("always", "pwd", true)]
    public async Task What_the_provider_asked_counts_where_the_operator_says_so(string second, string said, bool counts)
    {
        _provider = await SmallProvider.Start();
        _provider.Twist = claims => claims["amr"] = new[] { "face", said };
        var work = await Open(new AccountSettings(), ProviderTests.Settings(_provider.Issuer, second));
        using var keeper = work.Client();
        await keeper.First(work.Site.FirstCode, "李明");
        await keeper.Post((await keeper.Get("/work/in/provider")).Path);
        using var home = work.Client();
        Assert.Equal(counts ? "/work" : "/work/account/second", (await home.Get("/work/in/provider")).Path);
    }

    [Fact]
    public async Task Who_signed_in_long_ago_proves_anew_who_he_is_before_his_means_change()
    {
        var work = await Open(new AccountSettings { SecondStep = SecondStep.Nobody });
        using var keeper = work.Client();
        await keeper.First(work.Site.FirstCode, "李明");
        var key = SecondFactorTests.Key().Match((await keeper.Get("/work/account/second")).Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        _clock.Ahead = TimeSpan.FromMinutes(15);
        Assert.Contains("name=\"old\"", (await keeper.Get("/work/account/second")).Html, StringComparison.Ordinal);
        Assert.Contains("现在的口令不对", (await keeper.Post("/work/account/second", ("code", SecondFactorTests.Digits(key)))).Html, StringComparison.Ordinal);
        using var home = work.Client();
        await home.SignIn("李明", WorkbenchFixture.Password);

        // Who has no password signs in anew.
        work.Site.Accounts.Write(s => s.Run("UPDATE work_account SET password = NULL"));
        Assert.Contains("请先退出并重新登录", (await keeper.Post("/work/account", ("do", "end"), ("session", "others"))).Html, StringComparison.Ordinal);
        Assert.Equal(2, work.Sessions("李明").Count);
        Assert.Equal(HttpStatusCode.OK, (await home.Post("/work/account", ("do", "end"), ("session", "others"))).Status);
        Assert.Single(work.Sessions("李明"));
    }

    private async Task<WorkbenchFixture> Open(AccountSettings settings, ProviderSettings? provider = null)
    {
        _work = new WorkbenchFixture { Settings = settings, Provider = provider, Clock = _clock };
        await _work.InitializeAsync();
        return _work;
    }

    private static async Task<string> SetUp(WorkClient client)
    {
        var key = SecondFactorTests.Key().Match((await client.Get("/work/account/second")).Html).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("备用代码", (await client.Post("/work/account/second", ("code", SecondFactorTests.Digits(key)))).Html, StringComparison.Ordinal);
        return key;
    }
}
