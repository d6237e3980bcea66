using Microsoft.Playwright;

namespace Mingzhang.BrowserTests.Grid;

/// <summary>在表格里填报：with the keyboard alone, with ranges of a spreadsheet, with undo, and without a connection.</summary>
[Collection(WorkbenchTests.Name)]
public sealed class EnteringTests(OpenWorkbench work)
{
    private const string Cell = "input.at", Saved = ".saving.good";

    [Fact]
    public async Task With_the_keyboard_alone_from_signing_in_to_a_saved_table()
    {
        var unit = work.FreshUnit();
        var page = await work.Stranger();
        await page.GotoAsync("/work/in?to=" + Uri.EscapeDataString(OpenWorkbench.At(unit, "spending")));
        await TabTo(page, "[name=name]");
        await page.Keyboard.TypeAsync(OpenWorkbench.Officer);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(OpenWorkbench.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("#grid:not([hidden])");
        await TabTo(page, Cell);

        // 资金性质, 支出性质 stay as they are proposed; the code by the initials of its name.
        await Keys(page, "Tab", "Tab");
        await page.Keyboard.TypeAsync("xzyx");
        await page.WaitForSelectorAsync(".pick li");
        await Keys(page, "Tab");
        await page.Keyboard.TypeAsync("30201");
        await Keys(page, "Tab", "Tab");
        await page.Keyboard.TypeAsync("12.5");
        await Keys(page, "Enter");
        await page.WaitForSelectorAsync(Saved);
        var line = Assert.Single(work.Lines(unit));
        Assert.Equal(("general", "public", "30201", 12_500_000L), (line.Fund, line.Nature, line.Economic, line.Fen));
        Assert.Equal("行政运行", Mingzhang.Forms.Library.Standard.Catalogues["functions"].Find(line.Function, OpenWorkbench.Year)!.Name);
        Assert.Contains("12.50", await page.Locator(".totals").InnerTextAsync(), StringComparison.Ordinal);

        // Escape and Tab lead out again.
        await Keys(page, "Escape", "Tab");
        Assert.False(await page.EvaluateAsync<bool>("() => document.activeElement.matches('input.at')"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Ranges_are_pasted_from_a_spreadsheet_undone_and_copied_back()
    {
        var unit = work.FreshUnit();
        var page = await Open(unit);
        await Paste(page, "一般公共预算\t公用经费\t2060101 行政运行\t30201\t\t1,234.50\r\n一般公共预算\t公用经费\t2060101\t30202\t\t２．５\r\n一般公共预算\t公用经费\t2060101\t30205\t\t12,50\r\n");
        await page.WaitForSelectorAsync(".saving.bad");
        await Eventually(() => work.Lines(unit).Count == 2);
        Assert.Equal([1_234_500_000L, 2_500_000L], work.Lines(unit).Select(l => l.Fen));
        await page.WaitForSelectorAsync("td.bad");
        Assert.Contains("12,50", await page.Locator(".problems").First.InnerTextAsync(), StringComparison.Ordinal);
        await Click(page, 0, 5);
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        Assert.Equal("1,234.50\r\n2.50", await Copied(page));
        await page.Keyboard.PressAsync("Control+z");
        await page.WaitForSelectorAsync(Saved);
        Assert.Empty(work.Lines(unit));
        await page.Keyboard.PressAsync("Control+y");
        await Eventually(() => work.Lines(unit).Count == 2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_typed_without_a_connection_is_saved_when_it_is_back()
    {
        var unit = work.FreshUnit();
        var page = await Open(unit);
        await Paste(page, "一般公共预算\t公用经费\t2060101\t30201\t\t10");
        await page.WaitForSelectorAsync(Saved);
        await page.Context.SetOfflineAsync(true);
        await Click(page, 0, 5);
        await page.Keyboard.TypeAsync("11");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("连接不上服务器，未保存 1 处").WaitForAsync();
        Assert.Equal(10_000_000, Assert.Single(work.Lines(unit)).Fen);
        await page.Context.SetOfflineAsync(false);
        await page.WaitForSelectorAsync(Saved);
        Assert.Equal(11_000_000, Assert.Single(work.Lines(unit)).Fen);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_waited_when_the_session_ended_is_offered_after_signing_in()
    {
        var unit = work.FreshUnit();
        var page = await Open(unit);
        await Paste(page, "一般公共预算\t公用经费\t2060101\t30201\t\t10");
        await page.WaitForSelectorAsync(Saved);
        await page.Context.ClearCookiesAsync();
        await Click(page, 0, 5);
        await page.Keyboard.TypeAsync("11");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("登录已结束，未保存 1 处").WaitForAsync();
        await page.ClickAsync(".saving a");
        await OpenWorkbench.SignIn(page, OpenWorkbench.Officer);
        await page.ClickAsync("text=恢复并保存");
        await page.WaitForSelectorAsync(Saved);
        Assert.Equal(11_000_000, Assert.Single(work.Lines(unit)).Fen);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_lead_lands_on_its_line_and_marks_it_with_and_without_the_script()
    {
        var unit = work.FreshUnit();
        var page = await Open(unit);
        await Paste(page, string.Join("\r\n", Enumerable.Range(1, 90).Select(i => $"一般公共预算\t公用经费\t2060101\t30201\t\t1\t\t第{i}项")));
        await page.WaitForSelectorAsync(Saved);
        await Eventually(() => work.Lines(unit).Count == 90);
        var line = Uri.EscapeDataString(work.Lines(unit)[79].Id);
        var lead = OpenWorkbench.At(unit, "spending") + $"&line={line}#line-{line}";
        await page.GotoAsync("about:blank");
        await page.GotoAsync(lead);
        await page.WaitForSelectorAsync("#grid:not([hidden])");
        Assert.Contains("第 80 行", await page.GetAttributeAsync(Cell, "aria-label") ?? "", StringComparison.Ordinal);
        Assert.True(await page.EvaluateAsync<bool>("() => { const r = document.querySelector('input.at').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"));

        // The plain table goes there by itself, and the row is of another colour than its neighbour.
        await page.RouteAsync("**/grid*.js", r => r.AbortAsync());
        await page.GotoAsync("about:blank");
        await page.GotoAsync(lead);
        Assert.True(await page.EvaluateAsync<bool>("() => { const r = document.querySelector(':target').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"));
        Assert.True(await page.EvaluateAsync<bool>("() => { const row = document.querySelector(':target').parentElement, of = e => getComputedStyle(e.lastElementChild).backgroundColor; return of(row) !== of(row.previousElementSibling); }"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Ten_thousand_rows_are_pasted_without_hanging()
    {
        var unit = work.FreshUnit();
        var page = await Open(unit);
        var rows = string.Join("\r\n", Enumerable.Range(1, 10_000).Select(i => $"一般公共预算\t公用经费\t2060101\t30201\t\t1\t\t第{i}项"));
        await Paste(page, rows);
        var longest = await page.EvaluateAsync<double>("() => new Promise(done => { let last = performance.now(), most = 0, n = 0; const step = () => { const now = performance.now(); most = Math.max(most, now - last); last = now; if (++n < 60) requestAnimationFrame(step); else done(most); }; requestAnimationFrame(step); })");
        Assert.True(longest < 1_000, $"a frame of {longest} ms");
        Assert.True(await page.Locator(".cells tbody tr").CountAsync() < 120);
        await page.WaitForSelectorAsync(Saved, new() { Timeout = 120_000 });
        Assert.Equal(10_000, work.Lines(unit).Count);
        await page.Context.CloseAsync();
    }

    internal static async Task Keys(IPage page, params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }
    }

    internal static async Task Click(IPage page, int row, int column) => await page.EvaluateAsync("([r, c]) => { const e = document.querySelector(`td[data-r=\"${r}\"][data-c=\"${c}\"]`); e.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true })); e.dispatchEvent(new MouseEvent('mouseup', { bubbles: true })); }", new[] { row, column });

    // As the browser hands over what is on the clipboard.
    internal static async Task Paste(IPage page, string text) => await page.EvaluateAsync("text => { const d = new DataTransfer(); d.setData('text/plain', text); const i = document.querySelector('input.at'); i.focus(); i.dispatchEvent(new ClipboardEvent('paste', { clipboardData: d, bubbles: true, cancelable: true })); }", text);

    internal static async Task<string> Copied(IPage page) => await page.EvaluateAsync<string>("() => { const d = new DataTransfer(); document.querySelector('input.at').dispatchEvent(new ClipboardEvent('copy', { clipboardData: d, bubbles: true, cancelable: true })); return d.getData('text/plain'); }");

    internal static async Task Eventually(Func<bool> holds)
    {
        for (var i = 0; i < 100 && !holds(); i++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        Assert.True(holds());
    }

    private async Task<IPage> Open(string unit)
    {
        var page = await work.SignedIn(OpenWorkbench.Officer);
        await page.GotoAsync(OpenWorkbench.At(unit, "spending"));
        await page.WaitForSelectorAsync("#grid:not([hidden])");
        return page;
    }

    private static async Task TabTo(IPage page, string selector)
    {
        for (var i = 0; i < 60 && !await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.True(await page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector), selector);
    }
}
