using Microsoft.Playwright;
using Mingzhang.BrowserTests.Grid;
using Mingzhang.Documents.Writing;
using Mingzhang.Documents.Writing.Composition;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Forms;

namespace Mingzhang.BrowserTests.Uploads;

/// <summary>上传的文件：a reviewer uploads a PDF, goes from problem to problem by J and K, decides each and finishes, all by the keyboard; what axe finds on the way is nothing.</summary>
[Collection(WorkbenchTests.Name)]
public sealed class ReviewingTests(OpenWorkbench work)
{
    private const string Examine = "() => axe.run(document, { resultTypes: ['violations'], preload: false }).then(r => r.violations.map(v => v.id + ' ' + v.help + ' ' + v.nodes[0].target).join('; '))";

    [Fact]
    public async Task A_reviewer_clears_an_uploaded_pdf()
    {
        var pdf = Faulty();
        Assert.SkipWhen(pdf is null, "needs a Chinese font to write .pdf");
        var page = await work.SignedIn(OpenWorkbench.Keeper);
        await page.GotoAsync("/work/review/uploads?year=2026");
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "部门预算.pdf", MimeType = "application/pdf", Buffer = pdf! });
        await page.ClickAsync("form.filter button");
        await page.WaitForSelectorAsync("svg.sheet .boxed");
        var first = new Uri(page.Url).AbsolutePath;
        await Accessible(page, "upload-sheet");
        await Accessible(page, "upload-sheet-en", first + "?lang=en");
        await page.SetViewportSizeAsync(390, 844);
        await Accessible(page, "upload-sheet-phone", first);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"));
        await page.SetViewportSizeAsync(1280, 900);
        await To("j", "2 /");
        await To("k", "1 /");

        // By the keyboard alone: from where one has come to, the reason is the next stop; Enter there says yes, the second button no.
        for (var left = await page.Locator(".uploadlist li:has-text('未处理')").CountAsync(); left > 0; left--)
        {
            await Tab("[name=reason]", most: 2);
            await page.Keyboard.TypeAsync(left == 1 ? "原表如此" : "请核对原表");
            if (left == 1)
            {
                await Tab("button[value=dismissed]", most: 2);
            }

            await page.EvaluateAsync("() => { window.before = true; }");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
        }

        Assert.Equal(1, await page.Locator(".uploadlist li:has-text('认定不是问题')").CountAsync());
        await Tab("form:has([value=finish]) button", most: 40);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("form:has([value=open])");
        await Accessible(page, "upload-notice", first + "/notice");
        Assert.Contains("请核对原表", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Accessible(page, "upload-list", "/work/review/uploads?year=2026");
        Assert.Contains("审核完成", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();

        async Task Tab(string selector, int most)
        {
            for (var i = 0; i < most && !await Here(); i++)
            {
                await page.Keyboard.PressAsync("Tab");
            }

            Assert.True(await Here(), selector);

            Task<bool> Here() => page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector);
        }

        // A key counts once the script of the page has run.
        async Task To(string key, string said)
        {
            await page.WaitForFunctionAsync("() => document.readyState === 'complete'");
            await page.Keyboard.PressAsync(key);
            await page.Locator($".years b:has-text('{said}')").WaitForAsync();
        }
    }

    private static async Task Accessible(IPage page, string picture, string? address = null)
    {
        if (address is not null)
        {
            await page.GotoAsync(address);
        }

        Directory.CreateDirectory(Repository.Path("build", "screenshots"));
        await page.ScreenshotAsync(new() { Path = Repository.Path("build", "screenshots", picture + ".png") });
        await page.EvaluateAsync(Needed.Axe());
        Assert.Equal("", await page.EvaluateAsync<string>(Examine));
    }

    // The sample with one amount of its first table changed; null where there is no font.
    private static byte[]? Faulty()
    {
        var library = Library.Standard;
        var book = library.Book("cq-budget")!;
        var composed = Composer.Compose(library, book, Sampler.Draft(library, book, 4));
        var table = composed.Blocks.OfType<ComposedTable>().First();
        var changed = table with { Rows = [.. table.Rows.Select((row, i) => i > 0 ? row : row with { Cells = [.. row.Cells.Select(c => c.Yuan is null ? c : c with { Text = "98,765.43", Yuan = 987_654_300m })] })] };
        return WrittenFormats.Of(".pdf")!.Write(Written.Of(library, composed with { Blocks = [.. composed.Blocks.Select(b => ReferenceEquals(b, table) ? changed : b)] })).Bytes;
    }
}
