using Microsoft.Playwright;

namespace Mingzhang.BrowserTests.Grid;

/// <summary>两人同填一个单位，和人人能用：each sees the other, nobody's work is overwritten; no fault for those who do not see or have a small screen.</summary>
[Collection(WorkbenchTests.Name)]
public sealed class TogetherTests(OpenWorkbench work)
{
    private const string Saved = ".saving.good", Row = "一般公共预算\t公用经费\t2060101\t30201\t\t10";

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Two_officers_see_each_other_and_what_the_other_saves()
    {
        var unit = work.FreshUnit();
        var one = await Open(OpenWorkbench.Officer, unit);
        await EnteringTests.Paste(one, Row);
        await one.WaitForSelectorAsync(Saved);
        var two = await Open(OpenWorkbench.Keeper, unit);
        await one.GetByText("同在此处：李明").WaitForAsync();
        await EnteringTests.Click(two, 0, 5);
        await one.WaitForSelectorAsync($"td.here[data-who={OpenWorkbench.Keeper}]", new() { Timeout = 2_000 });
        await Type(two, 0, 5, "25");
        await two.WaitForSelectorAsync(Saved);
        await one.Locator("td[data-c='5']", new() { HasText = "25.00" }).First.WaitForAsync(new() { Timeout = (float)Soon.TotalMilliseconds });
        await one.Context.CloseAsync();
        await two.GetByText("同在此处：王芳").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await two.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_both_change_one_cell_the_officer_chooses_and_other_cells_go_together()
    {
        var unit = work.FreshUnit();
        var one = await Open(OpenWorkbench.Officer, unit);
        await EnteringTests.Paste(one, Row);
        await one.WaitForSelectorAsync(Saved);
        await one.Context.SetOfflineAsync(true);
        await Type(one, 0, 5, "11");
        await Type(one, 0, 7, "笔");
        await one.GetByText("连接不上服务器").WaitForAsync();
        var line = work.Lines(unit)[0];
        work.Write(OpenWorkbench.Keeper, unit, b => b.Put(line with { Fen = 12_000_000 }));
        await one.Context.SetOfflineAsync(false);
        var clash = one.Locator(".problems .clash");
        await clash.WaitForAsync();
        Assert.Contains(OpenWorkbench.Keeper, await clash.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("12.00", await clash.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(12_000_000, work.Lines(unit)[0].Fen);
        await clash.GetByText("用我的").ClickAsync();
        await one.WaitForSelectorAsync(Saved);
        Assert.Equal((11_000_000L, "笔"), (work.Lines(unit)[0].Fen, work.Lines(unit)[0].Details));

        // Another cell of the same line is no conflict.
        await one.Context.SetOfflineAsync(true);
        await Type(one, 0, 7, "纸");
        line = work.Lines(unit)[0];
        work.Write(OpenWorkbench.Keeper, unit, b => b.Put(line with { Fen = 13_000_000 }));
        await one.Context.SetOfflineAsync(false);
        await EnteringTests.Eventually(() => work.Lines(unit)[0] is { Fen: 13_000_000, Details: "纸" });
        await one.Locator("td[data-c='5']", new() { HasText = "13.00" }).First.WaitForAsync();
        await one.Context.CloseAsync();
    }

    [Fact]
    public async Task A_wrong_code_is_ringed_and_mended_with_one_click()
    {
        var unit = work.FreshUnit();
        var page = await Open(OpenWorkbench.Officer, unit);
        await EnteringTests.Paste(page, Row.Replace("2060101", "2060110", StringComparison.Ordinal));
        await page.WaitForSelectorAsync("td.bad[data-c='2']");
        await page.GetByText("改为 2060101 行政运行").ClickAsync();
        await page.WaitForSelectorAsync(Saved);
        Assert.Equal("2060101", Assert.Single(work.Lines(unit)).Function);
        await page.GetByText("核对公开文本").ClickAsync();
        await page.Locator(".problems.text li").First.WaitForAsync();
        Assert.Contains("收支不平", await page.Locator(".problems").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("zh", 1280, 900)]
    [InlineData("en", 1280, 900)]
    [InlineData("zh", 390, 844)]
    [InlineData("en", 390, 844)]
    public async Task The_page_has_no_fault_for_anybody(string language, int width, int height)
    {
        var unit = work.FreshUnit();
        var page = await work.SignedIn(OpenWorkbench.Officer, width, height);
        var axe = Needed.Axe();
        var faults = new List<string>();
        page.Console += (_, m) =>
        {
            if (m.Type is "error" or "warning")
            {
                faults.Add(m.Text);
            }
        };
        page.PageError += (_, e) => faults.Add(e);
        await page.GotoAsync(OpenWorkbench.At(unit, "spending") + "&lang=" + language);
        await page.WaitForSelectorAsync("#grid:not([hidden])");
        await EnteringTests.Paste(page, "一般公共预算\t人员经费\t2060101\t30101\t\t1,234.50\r\n一般公共预算\t公用经费\t2060110\t30202\t\t12,50\t\t=cmd 😀 \u202eabc");
        await page.WaitForSelectorAsync("td.bad");
        Assert.DoesNotContain("\u202e", await page.Locator(".cells").InnerTextAsync(), StringComparison.Ordinal);
        await EnteringTests.Click(page, 0, 2);
        await page.Keyboard.TypeAsync("20");
        await page.WaitForSelectorAsync(".pick li");
        await page.EvaluateAsync(axe);
        faults.Add(await page.EvaluateAsync<string>("() => axe.run(document, { resultTypes: ['violations'], preload: false }).then(r => r.violations.map(v => v.id + ' ' + v.help + ' ×' + v.nodes.length + ' ' + v.nodes[0].target + ' ' + v.nodes[0].failureSummary).join('; '))"));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "wider than the window");
        await page.Keyboard.PressAsync("Escape");
        Directory.CreateDirectory(Repository.Path("build", "screenshots"));
        await page.ScreenshotAsync(new() { Path = Repository.Path("build", "screenshots", $"grid-{language}-{width}.png"), FullPage = true });
        Assert.Empty(string.Concat(faults));
        await page.Context.CloseAsync();
    }

    private async Task<IPage> Open(string name, string unit)
    {
        var page = await work.SignedIn(name);
        await page.GotoAsync(OpenWorkbench.At(unit, "spending"));
        await page.WaitForSelectorAsync("#grid:not([hidden])");
        return page;
    }

    private static async Task Type(IPage page, int row, int column, string text)
    {
        await EnteringTests.Click(page, row, column);
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }
}
