using Microsoft.Playwright;

namespace Mingzhang.BrowserTests.Signing;

/// <summary>通行密钥，在真的浏览器里：with Chromium's own virtual authenticator in place of a finger.</summary>
public sealed class PasskeyBrowserTests(SigningPlace place) : IClassFixture<SigningPlace>
{
    [Fact]
    public async Task A_passkey_is_added_signs_in_by_button_and_by_itself_and_is_removed()
    {
        var page = await place.Keeper();
        var (device, authenticator) = await Device(page);
        await page.GotoAsync("/work/account/passkeys");
        await page.FillAsync("form[data-passkey] [name=title]", "办公电脑");
        await page.FillAsync("form[data-passkey] [name=old]", SigningPlace.Password);
        await page.ClickAsync("form[data-passkey] button");
        await page.Locator(".done").WaitForAsync();
        Assert.Equal("办公电脑", await page.InputValueAsync("table [name=title]"));

        // Nobody touches the device: the quiet dialogue waits, and the button asks.
        await device.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new Dictionary<string, object> { ["authenticatorId"] = authenticator, ["enabled"] = false });
        await page.ClickAsync("form.who button");
        await page.WaitForURLAsync("**/work/in");
        Assert.True(await page.IsHiddenAsync("[data-passkey-none]"));
        await device.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new Dictionary<string, object> { ["authenticatorId"] = authenticator, ["enabled"] = true });
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync(u => u.EndsWith("/work", StringComparison.Ordinal));

        // A finger that is there already: the browser offers it without a click.
        await page.ClickAsync("form.who button");
        await page.WaitForURLAsync(u => u.EndsWith("/work", StringComparison.Ordinal));
        await page.GotoAsync("/work/account/passkeys");
        await page.ClickAsync("tbody td details summary");
        await page.FillAsync("tbody [name=old]", SigningPlace.Password);
        await page.ClickAsync("tbody details button");
        await page.Locator(".done").WaitForAsync();
        Assert.Equal(0, await page.Locator("tbody").CountAsync());

        // What the device still has opens nothing.
        await page.ClickAsync("form.who button");
        await page.Locator(".refused:visible").WaitForAsync();
        Assert.Contains("/work/in", page.Url, StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_cancelled_dialogue_is_told_and_nothing_is_sent()
    {
        var page = await place.Keeper();
        var (device, authenticator) = await Device(page);
        await device.SendAsync("WebAuthn.setUserVerified", new Dictionary<string, object> { ["authenticatorId"] = authenticator, ["isUserVerified"] = false });
        await page.GotoAsync("/work/account/passkeys");
        await page.FillAsync("form[data-passkey] [name=title]", "办公电脑");
        await page.FillAsync("form[data-passkey] [name=old]", SigningPlace.Password);
        await page.ClickAsync("form[data-passkey] button");
        await page.Locator("[data-passkey-failed]").WaitForAsync();
        Assert.Equal("办公电脑", await page.InputValueAsync("form[data-passkey] [name=title]"));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_pages_are_usable_by_everybody_and_without_script_there_is_a_hint()
    {
        var page = await place.Keeper();
        foreach (var (path, name) in new[] { ("/work/account/passkeys", "work-passkeys"), ("/work/account", "work-account") })
        {
            foreach (var language in new[] { "", "?lang=en" })
            {
                await page.GotoAsync(path + language);
                Assert.Empty(await SigningPlace.Look(page, name + (language.Length > 0 ? "-en" : "")));
            }
        }

        await page.ClickAsync("form.who button");
        foreach (var (width, language) in new[] { (1280, ""), (390, ""), (390, "?lang=en") })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync("/work/in" + language);
            Assert.Empty(await SigningPlace.Look(page, $"work-in-{width}{(language.Length > 0 ? "-en" : "")}"));
        }

        await page.Context.DisposeAsync();
        var plain = await place.Page(script: false);
        await plain.GotoAsync("/work/in");
        Assert.True(await plain.IsVisibleAsync("[data-passkey-none]"));
        Assert.False(await plain.IsVisibleAsync("form[data-passkey]"));
        await plain.Context.DisposeAsync();
    }

    private static async Task<(ICDPSession Device, string Authenticator)> Device(IPage page)
    {
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        var made = await device.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object> { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
        return (device, made!.Value.GetProperty("authenticatorId").GetString()!);
    }
}
