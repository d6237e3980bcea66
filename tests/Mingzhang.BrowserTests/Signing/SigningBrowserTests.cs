using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Mingzhang.BrowserTests.Signing;

/// <summary>登录，只用键盘：with the second step, and what was typed when the session had ended.</summary>
public sealed class SigningBrowserTests(SigningPlace place) : IClassFixture<SigningPlace>
{
    [Fact]
    public async Task Name_password_and_second_step_need_no_mouse()
    {
        var page = await place.Keeper();
        await page.GotoAsync("/work/account/second");
        var key = (await page.Locator("main .code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
        await page.FillAsync("[name=code]", Digits(key));
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".done").WaitForAsync();
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/work/in");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("document.activeElement.getAttribute('href')"));
        await page.FocusAsync("[name=name]");
        await page.Keyboard.TypeAsync("李明");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(SigningPlace.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/work/in/second**");
        Assert.Empty(await SigningPlace.Look(page, "work-second"));
        await page.Keyboard.PressAsync("Tab");
        while (await page.EvaluateAsync<string>("document.activeElement.getAttribute('name') || ''") != "code")
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.TypeAsync(Digits(key));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(u => u.EndsWith("/work", StringComparison.Ordinal));
        await page.Context.DisposeAsync();
        place.Site!.Accounts.Write(s => s.Run("UPDATE work_account SET two_factor = 0, authenticator = NULL"));
    }

    [Fact]
    public async Task What_was_typed_outlives_the_session()
    {
        var page = await place.Keeper();
        await page.GotoAsync("/work/settings/units?year=2026");
        await page.Locator("section details summary").First.ClickAsync();
        var form = page.Locator("section details form").First;
        await form.Locator("[name=code]").FillAsync("101003");
        await form.Locator("[name=name]").FillAsync("云溪区科技馆");
        place.Site!.Accounts.Write(s => s.Run("DELETE FROM work_session"));
        await form.Locator("button").ClickAsync();
        await page.Locator(".refused").First.WaitForAsync();
        Assert.Empty(await SigningPlace.Look(page, "work-kept-in"));
        await page.FillAsync("[name=name]", "李明");
        await page.FillAsync("[name=password]", SigningPlace.Password);
        await page.ClickAsync("form[action^='/work/in?'] button");
        await page.Locator("main li").Filter(new() { HasText = "云溪区科技馆" }).WaitForAsync();
        foreach (var width in new[] { 1280, 390 })
        {
            await page.SetViewportSizeAsync(width, 900);
            Assert.Empty(await SigningPlace.Look(page, "work-kept-" + width.ToString(CultureInfo.InvariantCulture)));
        }

        await page.ClickAsync("main form button");
        await page.Locator("main th").Filter(new() { HasText = "云溪区科技馆" }).First.WaitForAsync();
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_pages_of_the_keeper_are_usable_by_everybody()
    {
        var page = await place.Keeper();
        var found = new List<string>();
        foreach (var name in new[] { "health", "books", "backup", "units", "people", "journal" })
        {
            foreach (var language in new[] { "", "&lang=en" })
            {
                foreach (var width in new[] { 1280, 390 })
                {
                    await page.SetViewportSizeAsync(width, 900);
                    await page.GotoAsync($"/work/settings/{name}?year=2026{language}");
                    found.AddRange((await SigningPlace.Look(page, $"work-{name}-{width.ToString(CultureInfo.InvariantCulture)}{(language.Length > 0 ? "-en" : "")}")).Select(f => $"{name} {width.ToString(CultureInfo.InvariantCulture)}: {f}"));
                }
            }
        }

        Assert.Empty(found);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_password_can_be_shown_and_its_strength_is_told()
    {
        var page = await place.Keeper();
        await page.GotoAsync("/work/account");
        var field = page.Locator("input[name=password]");
        await field.FillAsync("aaaaaaaaaaaa");
        Assert.EndsWith("弱", await page.Locator(".strength output").InnerTextAsync(), StringComparison.Ordinal);
        await field.FillAsync("云溪区的秋天很长很长");
        Assert.EndsWith("强", await page.Locator(".strength output").InnerTextAsync(), StringComparison.Ordinal);
        await page.Locator("label:has(input[name=password]) + .peek input").CheckAsync();
        Assert.Equal("text", await field.GetAttributeAsync("type"));
        Assert.Empty(await SigningPlace.Look(page, "work-account-strength"));
        await page.Locator("label:has(input[name=password]) + .peek input").UncheckAsync();
        Assert.Equal("password", await field.GetAttributeAsync("type"));
        await page.Context.DisposeAsync();
    }

    // RFC 6238, as an authenticator reckons it.
    private static string Digits(string key)
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(c => Convert.ToString(Letters.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard of authenticators asks for it.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(at, 4)) & 0x7fffffff) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
