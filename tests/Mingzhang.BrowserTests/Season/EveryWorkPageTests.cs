namespace Mingzhang.BrowserTests.Season;

/// <summary>工作台的每一页，在浏览器里：as whoever it is for, in both languages, on a desk and on a phone, and by keyboard.</summary>
[Collection(SeasonsTests.Name)]
public sealed class EveryWorkPageTests(SeasonPlace place)
{
    private const string Year = "year=2026";

    private static readonly string[] OfReport = ["import", "income", "spending", "projects", "performance", "submit", "words", "words?missing=1", "preview", "inspection", "publish", "execution", "evaluation", "final", "final/words", "final/preview"];

    public static TheoryData<string, string[]> People => new()
    {
        { SeasonPlace.Officer, ["/work", "/work/reports", .. OfReport.Select(p => $"/work/reports/{SeasonPlace.Unit}/{p}"), "/work/reports/101002/spending", .. new[] { "spending", "publish", "execution", "evaluation", "final", "final/words", "final/preview" }.Select(p => $"/work/reports/{RepliedUnit.Code}/{p}"), "/work/account", "/work/account/second", "/work/account/passkeys"] },
        { SeasonPlace.Keeper, ["/work", "/work/review", $"/work/review/{SeasonPlace.Unit}", $"/work/review/{SeasonPlace.Unit}?at=1", "/work/review/uploads", "/work/jobs", .. new[] { "", "/people", "/units", "/journal", "/archive", "/backup", "/health", "/books" }.Select(p => "/work/settings" + p), .. new[] { "words", "preview", "inspection", "publish", "final" }.Select(p => "/work/reports/101/" + p)] },
        { SeasonPlace.Finance, ["/work/review?filter=mine", "/work/review?filter=faulty", $"/work/review/{SeasonPlace.Unit}"] },
        { SeasonPlace.Rules, ["/work/rules", "/work/rules?family=6", "/work/rules/draft"] },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task No_page_has_a_fault_for_whom_it_is(string name, string[] pages)
    {
        var page = await place.SignedIn(name);
        var (seen, tabbed) = (new LookedAt(page), new LookedAt(await page.Context.NewPageAsync()));
        await Task.WhenAll(See(), Tab());
        Assert.True(seen.Faults.Length + tabbed.Faults.Length == 0, seen.Faults + "\n" + tabbed.Faults);
        await page.Context.CloseAsync();

        async Task See()
        {
            foreach (var address in pages)
            {
                await seen.See(At(address), Picture(name, address));
            }
        }

        // In a window of its own meanwhile.
        async Task Tab()
        {
            foreach (var address in pages)
            {
                await tabbed.Tab(At(address) + "&lang=zh");
            }
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_finds_no_fault_either()
    {
        var page = await place.Stranger();
        var looked = new LookedAt(page);
        await looked.See("/work/in", "in");
        await looked.Tab("/work/in?lang=zh");
        Assert.True(looked.Faults.Length == 0, looked.Faults);
        await page.Context.CloseAsync();
    }

    private static string At(string address) => address + (address.Contains('?', StringComparison.Ordinal) ? "&" : "?") + Year;

    private static string Picture(string name, string address) => (name == SeasonPlace.Finance ? "finance" : "") + address.Replace("/work", "work", StringComparison.Ordinal).Replace('/', '-').Replace('?', '-').Replace('=', '-');
}
