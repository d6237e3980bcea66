using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Mingzhang.BrowserTests;

/// <summary>大家问的十个问题：each answered from the home page in at most three clicks or one search, on a phone and on a desk; the answer has its unit and leads to its place.</summary>
[Collection(PortalTests.Name)]
public sealed partial class TenQuestions(OpenPortal portal)
{
    private const int MostClicks = 3, ScreensShown = 2;

    public static TheoryData<string> Devices => ["phone", "desktop"];

    [Theory, MemberData(nameof(Devices))]
    public async Task Q01_Whose_reception_costs_rose_most_and_why(string device)
    {
        await using var reader = await Home(device);
        await reader.Click(reader.Link("谁增加最多"));
        var row = Rows(reader).First;
        var cells = await row.Locator("td").AllInnerTextsAsync();
        Assert.Contains(Number(cells[1]) - Number(cells[0]) is var by and > 0 ? by.ToString("#,##0.00", CultureInfo.InvariantCulture) : "a rise", cells[2], StringComparison.Ordinal);
        Assert.Contains(await row.Locator("th").InnerTextAsync(), await reader.Page.Locator("figcaption").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(cells[3].Trim().Length > 3, "no reason");
        Assert.Contains(cells[3].Trim(), await reader.Page.Locator("figcaption").First.InnerTextAsync(), StringComparison.Ordinal);
        await Answered(reader, 1, device, row.Locator("td a.fig").Nth(1), "万元");
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task Q02_What_is_popular_science_money_for_and_who_spends_it(string device)
    {
        PublishedArchive.RealDocumentsNeeded();
        await using var reader = await Home(device);
        await reader.Search("科普活动");
        await reader.Click(reader.Link("2060702"));
        await reader.Click(reader.Page.Locator("nav.years a").Filter(new() { HasText = "2024" }));
        Assert.Contains("重庆市科学技术协会", await reader.Text(), StringComparison.Ordinal);
        Assert.Contains("用于", await reader.Page.Locator("main section").First.InnerTextAsync(), StringComparison.Ordinal);
        await reader.Page.Locator("figure summary").First.ClickAsync();
        await Answered(reader, 2, device, reader.Page.Locator("figure a.fig").First, "万元");
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task Q03_How_much_of_the_income_is_not_from_the_treasury(string device)
    {
        PublishedArchive.RealDocumentsNeeded();
        await using var reader = await Home(device);
        await reader.Search("科协");
        await reader.Click(reader.Link("重庆市科学技术协会"));
        var said = reader.Page.Locator("main p").Filter(new() { HasText = "财政拨款以外的收入" });
        var figures = Figure().Matches(await said.InnerTextAsync()).Select(m => Number(m.Value)).ToList();
        Assert.Equal(figures[0] - figures[1], figures[2]);
        await Answered(reader, 3, device, said.Locator("a.fig").First, "万元");
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task Q04_What_was_added_to_the_bureau_during_the_year(string device)
    {
        await using var reader = await Home(device);
        await reader.Click(reader.Link("年中增加"));
        var row = Rows(reader).Filter(new() { HasText = "云溪区财政局" });
        var cells = await row.Locator("td").AllInnerTextsAsync();
        Assert.Equal(Number(cells[2]) - Number(cells[1]), Number(cells[0]));
        await Answered(reader, 4, device, row.Locator("a.fig").First, "万元");
        await reader.Click(row.Locator("th a"));
        Assert.True(await reader.Page.Locator("#added ~ .scroll tbody tr").CountAsync() > 0, "no project says what was added");
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task Q05_Who_published_late(string device)
    {
        await using var reader = await Home(device);
        await reader.Click(reader.Link("谁公开晚了"));
        var row = Rows(reader).First;
        var cells = await row.Locator("td").AllInnerTextsAsync();
        var late = DateOnly.ParseExact(cells[4], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - DateOnly.ParseExact(cells[3], "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
        Assert.True(late > 0);
        Assert.Contains(late.ToString(CultureInfo.InvariantCulture) + " 日", cells[1], StringComparison.Ordinal);
        await Seen(reader, 5, device, row);
        await reader.Click(row.Locator("a"));
        Assert.Contains("/d/", reader.Page.Url, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task Q06_What_share_of_last_years_budget_was_spent(string device)
    {
        await using var reader = await Home(device);
        await reader.Click(reader.Link("执行率"));
        var row = Rows(reader).First;
        var cells = await row.Locator("td").AllInnerTextsAsync();
        Assert.Equal(Math.Round(Number(cells[3]) * 100 / Number(cells[2]), 1, MidpointRounding.AwayFromZero), Number(cells[0]));
        await Answered(reader, 6, device, row.Locator("a.fig").Last, "万元");
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task Q07_Which_targets_were_missed(string device)
    {
        await using var reader = await Home(device);
        await reader.Click(reader.Link("没有达到的目标"));
        var row = Rows(reader).First;
        Assert.NotEqual("", (await row.Locator("td.bad").InnerTextAsync()).Trim());
        await Seen(reader, 7, device, row);
        await reader.Click(row.Locator("td a"));
        Assert.True(await reader.Page.Locator("main a[href^='/cell/']").CountAsync() > 0, "the project leads to no place in a document");
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task Q08_How_many_vehicles_and_what_did_each_cost(string device)
    {
        await using var reader = await Home(device);
        await reader.Click(reader.Link("“三公”经费"));
        await reader.Click(reader.Link("公车运行费／车辆"));
        var row = Rows(reader).First;
        var cells = await row.Locator("td").AllInnerTextsAsync();
        var each = Figure().Matches(cells[0]).Select(m => Number(m.Value)).ToList();
        Assert.Equal(Math.Round(Number(cells[4]) / each[1], 2, MidpointRounding.AwayFromZero), each[0]);
        await Answered(reader, 8, device, row.Locator("td").First.Locator("a.fig"), "辆");
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task Q09_What_are_operating_costs_and_are_they_high_for_the_staff(string device)
    {
        await using var reader = await Home(device);
        await reader.Click(reader.Link("机关运行经费"));
        var text = await reader.Text();
        Assert.Contains("公用经费", text, StringComparison.Ordinal);
        Assert.Contains("中间的是", text, StringComparison.Ordinal);
        await reader.Click(reader.Link("机关运行经费／编制"));
        var row = Rows(reader).First;
        Assert.Contains(await row.Locator("th").InnerTextAsync(), text[text.IndexOf("中间的是", StringComparison.Ordinal)..], StringComparison.Ordinal);
        await Answered(reader, 9, device, row.Locator("td").First.Locator("a.fig"), "万元");
    }

    [Theory, MemberData(nameof(Devices))]
    public async Task Q10_Is_the_figure_of_this_sentence_right(string device)
    {
        await using var reader = await Home(device);
        await reader.Click(reader.Link("谁增加最多"));
        var (name, amount) = (await Rows(reader).First.Locator("th").InnerTextAsync(), await Rows(reader).First.Locator("td a.fig").Nth(1).InnerTextAsync());
        foreach (var (said, verdict) in new[] { (Number(amount), "good"), (Number(amount) + 1, "bad") })
        {
            await using var asking = await Home(device);
            await asking.Click(asking.Link("这句话里的数对吗"));
            await asking.Page.Locator("#sentence").FillAsync(string.Create(CultureInfo.InvariantCulture, $"{name}2026年预算安排公务接待费{said}万元。"));
            await asking.Click(asking.Page.Locator("form.ask button"));
            Assert.Equal(1, await asking.Page.Locator(".tag." + verdict).CountAsync());
            Assert.Contains(amount, await asking.Page.Locator(".findings").InnerTextAsync(), StringComparison.Ordinal);
            await Answered(asking, 10, device, asking.Page.Locator(".findings a.fig").First, "万元", verdict == "bad" ? "-wrong" : "");
        }
    }

    private async Task<Visitor> Home(string device)
    {
        var reader = device == "phone" ? await portal.Visitor(390, 844) : await portal.Visitor();
        await reader.Go("/");
        return reader;
    }

    // The table that everybody sees, not the one folded beneath the picture.
    private static ILocator Rows(Visitor reader) => reader.Page.Locator("main .scroll table.list tbody tr");

    // The figure stands there with its unit, and leads to its place in the document, from where Back returns.
    private static async Task Answered(Visitor reader, int question, string device, ILocator figure, string unit, string more = "")
    {
        await Seen(reader, question, device, figure, more);
        Assert.Contains(unit, await reader.Text(), StringComparison.Ordinal);
        var (printed, from) = (await figure.InnerTextAsync(), reader.Page.Url);
        await figure.ClickAsync();
        await reader.Page.WaitForURLAsync("**/cell/**");
        Assert.Contains(Number(printed).ToString("#,##0.##", CultureInfo.InvariantCulture), Plain(await reader.Text()), StringComparison.Ordinal);
        Assert.True(await reader.Page.Locator("main a[href*='/r/']").CountAsync() > 0, "no way to the document");
        await reader.Page.GoBackAsync();
        Assert.Equal(from, reader.Page.Url);
    }

    private static async Task Seen(Visitor reader, int question, string device, ILocator answer, string more = "")
    {
        Assert.True(reader.Clicks <= MostClicks, $"{reader.Clicks} clicks");
        Assert.Equal("", await reader.Wider());
        Assert.True(await answer.First.IsVisibleAsync());
        var folder = Directory.CreateDirectory(Repository.Path("build", "screenshots")).FullName;
        var size = reader.Page.ViewportSize!;
        await reader.Page.ScreenshotAsync(new() { FullPage = true, Clip = new() { Width = size.Width, Height = Math.Min(ScreensShown * size.Height, await reader.Page.EvaluateAsync<int>("document.documentElement.scrollHeight")) }, Path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{question:00}-{device}{more}.png")) });
        Assert.Empty(await reader.Faults());
    }

    private static decimal Number(string text) => decimal.Parse(Figure().Match(text.Replace('−', '-')).Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    // 8.00 and 8, 1.50 and 1.5 are one number.
    private static string Plain(string text) => Zeros().Replace(text, "$1");

    [GeneratedRegex(@"[0-9][0-9,]*(\.[0-9]+)?")]
    private static partial Regex Figure();

    [GeneratedRegex(@"(\.[0-9]*?)0+(?![0-9])")]
    private static partial Regex Zeros();
}
