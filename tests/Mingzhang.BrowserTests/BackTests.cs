using Microsoft.Playwright;

namespace Mingzhang.BrowserTests;

/// <summary>后退：the address is the state of a page, so Back leads to what was seen before.</summary>
[Collection(PortalTests.Name)]
public sealed class BackTests(OpenPortal portal)
{
    [Fact]
    public async Task Back_returns_from_a_link_to_the_same_place()
    {
        await using var visitor = await portal.Visitor();
        await visitor.Go("/t/rise");
        var before = await visitor.Text();
        await visitor.Click(visitor.Page.Locator("main tbody td a.fig"));
        Assert.Contains("/cell/", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.Page.GoBackAsync();
        Assert.EndsWith("/t/rise", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal(before, await visitor.Text());
    }

    [Fact]
    public async Task Back_returns_from_a_search_and_from_a_choice_with_what_was_chosen()
    {
        await using var visitor = await portal.Visitor();
        await visitor.Go("/compare");
        await visitor.Page.Locator("select[name=a]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await visitor.Page.Locator("select[name=b]").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await visitor.Click(visitor.Page.Locator("form.choose button"));
        var compared = visitor.Page.Url;
        Assert.Contains("a=", compared, StringComparison.Ordinal);
        await visitor.Page.Locator("#q").FillAsync("公务接待");
        await visitor.Page.Locator("#q").PressAsync("Enter");
        await visitor.Page.WaitForURLAsync("**/s?**");
        Assert.Equal("公务接待", await visitor.Page.Locator("#q").InputValueAsync());
        await visitor.Page.GoBackAsync();
        Assert.Equal(compared, visitor.Page.Url);
        Assert.NotEqual("", await visitor.Page.Locator("select[name=b]").InputValueAsync());
        await visitor.Page.GoBackAsync();
        Assert.EndsWith("/compare", visitor.Page.Url, StringComparison.Ordinal);
    }
}
