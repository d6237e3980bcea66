using Microsoft.Playwright;

namespace Mingzhang.BrowserTests.Season;

/// <summary>只用键盘：what each kind of page is for is done by Tab, Enter and typing alone; the grid and the uploads have tests of their own.</summary>
[Collection(SeasonsTests.Name)]
public sealed class KeyboardTests(SeasonPlace place)
{
    private const int MostTabs = 400;

    [Fact]
    public async Task An_officer_signs_in_writes_words_draws_up_the_report_and_enters_what_was_achieved()
    {
        var page = await place.Stranger();
        await page.GotoAsync("/work/in");
        await To(page, "[name=name]");
        await page.Keyboard.TypeAsync(SeasonPlace.Officer);
        await To(page, "[name=password]");
        await page.Keyboard.TypeAsync(SeasonPlace.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(u => u.EndsWith("/work", StringComparison.Ordinal));

        await page.GotoAsync(At($"reports/{RepliedUnit.Code}/words"));
        await To(page, "section.words textarea");
        await page.Keyboard.TypeAsync("负责全区体育工作。");
        await To(page, "button[value=save]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("section.words [role=status]").WaitForAsync();

        await page.GotoAsync(At($"reports/{RepliedUnit.Code}/publish"));
        await To(page, "form:has([value=draft]) button");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("form:has([value=check])").WaitForAsync();

        await page.GotoAsync(At($"reports/{RepliedUnit.Code}/evaluation") + "&moment=final");
        await To(page, "[name=actual]");
        await page.Keyboard.TypeAsync("11");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[name=actual][value='11']").WaitForAsync();

        await page.GotoAsync(At($"reports/{RepliedUnit.Code}/final"));
        await To(page, "form:has([value=month]) button");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("main td.n", new() { HasTextRegex = new("^1$") }).First.WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_reviewer_goes_to_the_next_change_and_comments_there()
    {
        var page = await place.SignedIn(SeasonPlace.Keeper);
        await page.GotoAsync(At("review/" + SeasonPlace.Unit));
        await page.Keyboard.PressAsync("j");
        await page.Locator(".years b", new() { HasText = "第 1 处" }).WaitForAsync();
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
        await page.Keyboard.PressAsync("j");
        await page.Locator(".years b", new() { HasText = "第 2 处" }).WaitForAsync();
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
        await page.Keyboard.PressAsync("k");
        await page.Locator(".years b", new() { HasText = "第 1 处" }).WaitForAsync();
        await page.WaitForFunctionAsync("() => document.readyState === 'complete'");

        // From the line that one has come to, its comment is the next stop but few.
        await To(page, "tr[aria-current] summary", most: 3);
        await page.Keyboard.PressAsync("Enter");
        await To(page, "tr[aria-current] [name=said]", most: 2);
        await page.Keyboard.TypeAsync("请附测算依据");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("table.review td", new() { HasText = "请附测算依据" }).WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_keeps_the_rules_finds_one_and_decides_how_severe_it_is()
    {
        var page = await place.SignedIn(SeasonPlace.Rules);
        await page.GotoAsync(At("rules"));
        await To(page, "[name=q]");
        await page.Keyboard.TypeAsync("MZ602");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(u => u.Contains("q=MZ602", StringComparison.Ordinal));
        await To(page, "#MZ602 summary");
        await page.Keyboard.PressAsync("Enter");
        await To(page, "#MZ602 [name=severity]");
        await page.Keyboard.PressAsync("ArrowDown");
        await To(page, "#MZ602 button");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(u => u.Contains("/rules/draft", StringComparison.Ordinal));
        Assert.Contains("MZ602", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task To(IPage page, string selector, int most = MostTabs)
    {
        for (var i = 0; i < most && !await Here(); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.True(await Here(), selector);

        Task<bool> Here() => page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector);
    }

    private static string At(string path) => "/work/" + path + "?year=2026";
}
