using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Tests.Ledger;

namespace Mingzhang.BrowserTests.Season;

/// <summary>一季预算，在浏览器里：the figures of a real department go from the template to the portal, by the hands of an officer, a reviewer and finance; then a correction.</summary>
[Collection(SeasonsTests.Name)]
public sealed class WholeSeasonTests(SeasonPlace place)
{
    private const string Department = "800", First = "800001";

    private const long Moved = 1_000_000;

    // What is printed elsewhere, too, and bounded there.
    private static readonly string[] Limited = ["30212", "30215", "30216", "30217", "30231", "30239"];

    private static readonly string Year = SeedDepartment.Year.ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task From_the_template_to_the_portal_and_its_correction()
    {
        var seed = new SeedDepartment(Shared.Text("answers/points-S0.tsv"));
        var officer = await place.SignedIn(SeasonPlace.Officer);
        var reviewer = await place.SignedIn(SeasonPlace.Keeper);
        var finance = await place.SignedIn(SeasonPlace.Finance);
        var reader = await place.Stranger();
        Begin(seed);

        // 一上: a wrong cell is named once, at its sheet and cell; then each unit's workbook goes in whole.
        var lines = seed.Lines.ToLookup(l => l.Unit);
        var wrong = lines[First].First() with { Function = "2012998" };
        await Import(officer, First, [wrong, .. lines[First].Skip(1)]);
        var faults = officer.Locator("main table.list tbody tr");
        Assert.Equal(1, await faults.CountAsync());
        Assert.Matches("[A-Z]2", await faults.First.Locator("td").First.InnerTextAsync());
        foreach (var unit in lines)
        {
            await Import(officer, unit.Key, [.. unit]);
            Assert.Contains("导入", await officer.Locator(".done").InnerTextAsync(), StringComparison.Ordinal);
        }

        await Indicator(officer);
        await Each("submit");

        // Returned once, with a comment at a line.
        await reviewer.GotoAsync(At("review/" + First));
        var row = reviewer.Locator("table.review tbody tr").First;
        await row.Locator("summary").ClickAsync();
        await row.Locator("[name=said]").FillAsync("请写明用途");
        await Press(reviewer, row.Locator("button"));
        await reviewer.Locator("form:has([value=return]) [name=reason]").FillAsync("有一行要说明");
        await Press(reviewer, reviewer.Locator("form:has([value=return]) button"));
        await officer.GotoAsync(At(""));
        Assert.Contains("请写明用途", await officer.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Press(officer, officer.Locator("main a", new() { HasText = "请写明用途" }).First);
        await officer.GotoAsync(At($"reports/{First}/spending"));
        await officer.WaitForSelectorAsync("#grid:not([hidden])");
        await Grid.EnteringTests.Click(officer, 0, 7);
        await officer.Keyboard.TypeAsync("办公用品");
        await officer.Keyboard.PressAsync("Enter");
        await officer.WaitForSelectorAsync(".saving.good");
        await Step(officer, "reports/" + First + "/submit", "submit");
        await reviewer.GotoAsync(At("review/" + First));
        await reviewer.Keyboard.PressAsync("j");
        await reviewer.Locator("tr[aria-current]").WaitForAsync();
        while (await reviewer.Locator("button[value=settle]").CountAsync() > 0)
        {
            await Press(reviewer, reviewer.Locator("button[value=settle]").First);
        }

        // 一下、二上、审核、批复.
        await Step(reviewer, "review/" + First, "gather");
        foreach (var unit in SeedDepartment.Units)
        {
            foreach (var spent in lines[unit].Where(l => l.Spending).Select(l => (l.Fund, Nature: l.Nature == "project" ? "project" : "basic")).Distinct())
            {
                await finance.GotoAsync(At("review/" + unit));
                var form = finance.Locator("form:has([value=control])");
                await form.Locator("[name=fund]").SelectOptionAsync(spent.Fund);
                await form.Locator("[name=nature]").SelectOptionAsync(spent.Nature);
                await form.Locator("[name=fen]").FillAsync("99999");
                await Press(finance, form.Locator("button"));
            }
        }

        await Step(finance, "review/" + First, "issue");
        await Each("submit");
        await Step(reviewer, "review/" + First, "gather");
        await Step(finance, "review/" + First, "approve");
        await Step(finance, "review/" + First, "reply");

        // 文字、预览、公开: the public sees it with the next page.
        await Words(officer);
        await officer.GotoAsync(At($"reports/{Department}/preview"));
        Assert.Contains("文字齐全", await officer.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await Report(officer, "draft");
        await Report(officer, "check");
        await Report(officer, "offer");
        await Report(finance, "pass");
        const string Published = "/depts?year=2024";
        Assert.DoesNotContain("某市群众团体", await Read(Published), StringComparison.Ordinal);
        await Report(officer, "publish");
        var published = Stopwatch.StartNew();
        var answer = await reader.Context.APIRequest.GetAsync(Published);
        Assert.Contains("某市群众团体", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.InRange(published.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        var address = (await officer.Locator("main ol a").First.GetAttributeAsync("href"))!;
        Assert.Contains("某市群众团体", await Read(address), StringComparison.Ordinal);

        // 更正: what was said of it before stays beside what is said now.
        await officer.Locator("form:has([value=amend]) [name=reason]").FillAsync("接待批次写错");
        await Report(officer, "amend", here: true);
        await officer.GotoAsync(At($"reports/{Department}/words"));
        var duties = officer.Locator("section.words[data-key=duties]");
        await duties.Locator("textarea").FillAsync("联系服务群众，全年开展活动 30 次。");
        await Press(officer, duties.Locator("button[value=save]"));

        // A figure of a table, too: ten thousand yuan stood under the wrong item.
        var (from, to) = Exchanged();
        await Correct(officer, from, -Moved);
        await Correct(officer, to, Moved);
        await Report(officer, "draft");
        await Report(officer, "check");
        await Report(officer, "offer");
        await Report(finance, "pass");
        await Report(officer, "reissue");
        var corrected = Stopwatch.StartNew();
        var redline = (await officer.Locator("main ol a[href$='/versions']").First.GetAttributeAsync("href"))!;
        Assert.Contains("接待批次写错", await (await reader.Context.APIRequest.GetAsync(redline)).TextAsync(), StringComparison.Ordinal);
        Assert.InRange(corrected.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        await reader.GotoAsync(redline);
        Assert.Contains("接待批次写错", await reader.Locator("main blockquote").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Matches(@"\d\.\d\d", string.Concat(await reader.Locator("main del").AllInnerTextsAsync()));
        Assert.Matches(@"\d\.\d\d", string.Concat(await reader.Locator("main ins").AllInnerTextsAsync()));
        Assert.Contains("12", string.Concat(await reader.Locator("main del").AllInnerTextsAsync()), StringComparison.Ordinal);
        Assert.Contains("30", string.Concat(await reader.Locator("main ins").AllInnerTextsAsync()), StringComparison.Ordinal);
        foreach (var page in new[] { officer, reviewer, finance, reader })
        {
            await page.Context.CloseAsync();
        }

        async Task Each(string action)
        {
            foreach (var unit in SeedDepartment.Units)
            {
                await Step(officer, $"reports/{unit}/submit", action);
            }
        }

        async Task<string> Read(string path)
        {
            await reader.GotoAsync(path);
            return await reader.Locator("main").InnerTextAsync();
        }
    }

    // The units and the names of the projects stand in the ledger before anybody compiles.
    private void Begin(SeedDepartment seed)
    {
        place.Write(SeasonPlace.Keeper, w =>
        {
            Organisations.Begin(w, new Department(SeedDepartment.Year, Department, "某市群众团体", "990100"));
            Organisations.Put(w, new Person(SeasonPlace.Officer, Department, Role.Department));
            foreach (var code in SeedDepartment.Units)
            {
                var unit = new Unit { Year = SeedDepartment.Year, Code = code, Department = Department, Name = code == First ? "群众团体本级" : "群众团体第" + code[^1] + "所", Kind = code == First ? "参公" : "事业", Place = code == First ? "本级" : "下属" };
                Organisations.Put(w, unit);
                Organisations.Put(w, new Person(SeasonPlace.Officer, code, Role.Unit));
                foreach (var (i, name) in seed.Projects.Index())
                {
                    Projects.Put(w, unit, new Project { Year = SeedDepartment.Year, Unit = code, Code = "P" + i.ToString(CultureInfo.InvariantCulture), Name = name });
                }
            }
        });
    }

    private static async Task Import(IPage page, string unit, IReadOnlyList<Line> lines)
    {
        await page.GotoAsync(At($"reports/{unit}/import"));
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("main a[href*='/template?']").First.ClickAsync());
        var template = await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        await page.SetInputFilesAsync("[name=file]", new FilePayload { Name = "预算.xlsx", MimeType = "application/octet-stream", Buffer = FilledTemplate.Of(template, lines) });
        await Press(page, page.Locator("button[value=import]"));
    }

    private static async Task Indicator(IPage page)
    {
        await page.GotoAsync(At($"reports/{First}/performance"));
        var section = page.Locator("main section").First;
        await section.Locator("summary").First.ClickAsync();
        foreach (var (field, value) in new[] { ("name", "举办活动次数"), ("value", "12"), ("unit", "次"), ("weight", "100") })
        {
            await section.Locator($"[name={field}]").FillAsync(value);
        }

        await Press(page, section.Locator("form button"));
        Assert.Contains("举办活动次数", await page.Locator("main table").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task Words(IPage page)
    {
        for (var i = 0; i < 120; i++)
        {
            await page.GotoAsync(At($"reports/{Department}/words") + "&missing=1");
            var section = page.Locator("section.words").First;
            if (await page.Locator("section.words").CountAsync() == 0)
            {
                return;
            }

            var key = await section.GetAttributeAsync("data-key");
            await section.Locator("textarea").FillAsync(key switch { "contact" => "王芳", "phone" => "12345678", "duties" => "联系服务群众，全年开展活动 12 次。", _ => "年度任务安排有所调整" });
            await Press(page, section.Locator("button[value=save]"));
        }

        Assert.Fail("words are asked for without end");
    }

    // Two items of one unit, fund, function and nature: no total changes where money goes from one to the other.
    private (Line From, Line To) Exchanged()
    {
        var all = place.Site.With(s => s.Read(r => SeedDepartment.Units.SelectMany(u => LineRows.Of(r, Organisations.Unit(r, SeedDepartment.Year, u)!)).ToList()));
        var pair = all.Where(l => l.Spending && l.Phase == "budget" && l.Nature == "public" && !Limited.Contains(l.Economic)).GroupBy(l => (l.Unit, l.Fund, l.Function)).First(g => g.DistinctBy(l => l.Economic).Count() > 1 && g.Any(l => l.Fen > Moved));
        var from = pair.First(l => l.Fen > Moved);
        return (from, pair.First(l => l.Economic != from.Economic));
    }

    // By keys to the line's amount, in the grid as it stands.
    private async Task Correct(IPage page, Line line, long by)
    {
        var row = place.Site.With(s => s.Read(r => LineRows.Of(r, Organisations.Unit(r, SeedDepartment.Year, line.Unit)!).Where(l => l.Spending && l.Phase == "budget").Select(l => l.Id).ToList())).IndexOf(line.Id);
        await page.GotoAsync(At($"reports/{line.Unit}/spending"));
        await page.WaitForSelectorAsync("#grid:not([hidden])");
        await Grid.EnteringTests.Click(page, 0, 5);
        for (var i = 0; i < row; i++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await page.Keyboard.TypeAsync(((line.Fen + by) / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture));
        await page.Keyboard.PressAsync("Enter");
        await Grid.EnteringTests.Eventually(() => place.Site.With(s => s.Read(r => LineRows.Of(r, Organisations.Unit(r, SeedDepartment.Year, line.Unit)!).First(l => l.Id == line.Id).Fen)) == line.Fen + by);
    }

    private static async Task Step(IPage page, string path, string action)
    {
        await page.GotoAsync(At(path));
        await Press(page, page.Locator($".steps form:has([name=action][value={action}]) button"));
    }

    private static async Task Report(IPage page, string action, bool here = false)
    {
        if (!here)
        {
            await page.GotoAsync(At($"reports/{Department}/publish"));
        }

        await Press(page, page.Locator($"form:has([name=action][value='{action}']) button"));
    }

    // What is refused says so; a test that goes on would only fail later, elsewhere.
    private static async Task Press(IPage page, ILocator button)
    {
        await page.EvaluateAsync("() => { window.before = true; }");
        var answer = await page.RunAndWaitForResponseAsync(() => button.ClickAsync(), r => r.Request.IsNavigationRequest && (r.Status < 300 || r.Status >= 400), new() { Timeout = 60_000 });
        await page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
        Assert.True(answer.Status == 200 || page.Url.Contains("/import", StringComparison.Ordinal), await page.Locator("main").InnerTextAsync());
    }

    private static string At(string path) => (path.Length > 0 ? "/work/" + path : "/work") + "?year=" + Year;
}
