using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Mingzhang.Forms;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Workbench.Hosting;

namespace Mingzhang.BrowserTests.Season;

/// <summary>一季所在的地方：one workbench with people of every role; a small department in the middle of its review, and room for a larger one.</summary>
public sealed partial class SeasonPlace : IAsyncLifetime
{
    internal const string Password = "four-plain-words-here";
    internal const string Keeper = "李明", Officer = "王芳", Finance = "陈静", Rules = "周瑜";
    internal const string Unit = "101001";
    internal const int Year = 2026;

    private OpenSite? _open;

    internal WorkSite Site => _open!.Work!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _open = await OpenSite.Workbench();
        if (_open is null)
        {
            return;
        }

        Library = Library.Standard;
        var keeper = await Stranger();
        await keeper.GotoAsync("/work/first?code=" + Site.FirstCode);
        foreach (var (field, value) in new[] { ("name", Keeper), ("title", "云溪区科技局"), ("department", "101"), ("year", Year.ToString(CultureInfo.InvariantCulture)), ("password", Password), ("again", Password) })
        {
            await keeper.FillAsync($"[name={field}]", value);
        }

        await keeper.PressAsync("[name=again]", "Enter");
        await keeper.Locator(".who").WaitForAsync();
        Write(Keeper, w =>
        {
            foreach (var (code, place) in new[] { (Unit, "本级"), ("101002", "下属") })
            {
                Organisations.Put(w, new Unit { Year = Year, Code = code, Department = "101", Name = "云溪区科技局" + (place == "本级" ? place : "科技馆"), Kind = place == "本级" ? "行政" : "事业", Place = place });
                Organisations.Put(w, new Person(Officer, code, Role.Unit));
            }

            Organisations.Put(w, new Person(Finance, Person.Everywhere, Role.Finance));
            Organisations.Put(w, new Person(Rules, Person.Everywhere, Role.Rules));
        });
        foreach (var name in new[] { Officer, Finance, Rules })
        {
            await Invite(keeper, name);
        }

        await keeper.Context.CloseAsync();
        Compile();
        RepliedUnit.Of(this);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _open?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>一位已登录的人。</summary>
    internal async Task<IPage> SignedIn(string name, int width = 1280, int height = 900)
    {
        var page = await Stranger(width, height);
        await page.GotoAsync("/work/in");
        await page.FillAsync("[name=name]", name);
        await page.FillAsync("[name=password]", Password);
        await page.PressAsync("[name=password]", "Enter");
        await page.WaitForURLAsync(u => !u.Contains("/work/in", StringComparison.Ordinal));
        return page;
    }

    /// <summary>还没有登录的人。</summary>
    internal Task<IPage> Stranger(int width = 1280, int height = 900)
    {
        Needed.Program("chromium", "chromium fonts-wqy-microhei");
        return _open!.Page(width, height);
    }

    /// <summary>以某人的名义改账库。</summary>
    internal void Write(string who, Action<Mingzhang.Ledger.Storage.Writing> work, string why = "") => Assert.Empty(Site.With(s => s.Write(who, why, work)));

    private Library Library { get; set; } = null!;

    // A budget that came back once and was sent again, so that there is something to look at on every page.
    private void Compile()
    {
        Put(Unit, new Project { Year = Year, Unit = Unit, Code = "P1", Name = "科普活动", Objective = "全年举办科普活动，服务居民。" }, 300_000_000);
        Put("101002", null, 120_000_000);
        Write(Officer, w => Movement.Do(w, "submit", Year, Unit, Today));
        Write(Keeper, w =>
        {
            Comments.Add(w, Owner(w), LineRows.Of(w, Owner(w)).First(l => l.Economic == "30201").Id, "办公费比上年多一倍，请说明");
            Movement.Do(w, "return", Year, Unit, Today);
        }, "请核对办公费");
        Write(Officer, w =>
        {
            var book = new LineBook(w, Library, Owner(w));
            var line = LineRows.Of(w, Owner(w)).First(l => l.Economic == "30201");
            book.Put(line with { Fen = line.Fen - 10_000_000 });
            book.Put(LineRows.Of(w, Owner(w)).First(l => !l.Spending) with { Fen = 410_000_000 });
            Movement.Do(w, "submit", Year, Unit, Today);
        });
    }

    private void Put(string code, Project? project, long personnel) => Write(Officer, w =>
    {
        var unit = Organisations.Unit(w, Year, code)!;
        var book = new LineBook(w, Library, unit);
        if (project is not null)
        {
            Projects.Put(w, unit, project);
            Projects.Put(w, unit, new ProjectIndicator(Project.IdOf(Year, code, project.Code), 1, "举办活动次数", "≥", "12", "次", "60", ProjectIndicator.Yes));
        }

        var line = new Line { Year = Year, Unit = code, Fund = "general", Nature = "personnel", Function = "2060101", Economic = "30101", Fen = personnel };
        book.Put(line);
        book.Put(line with { Nature = "public", Economic = "30201", Fen = 120_000_000 });
        book.Put(new Line { Year = Year, Unit = code, Measure = "income", Fund = "general", Fen = personnel + 120_000_000 });
        book.Done();
    });

    private static Unit Owner(Mingzhang.Ledger.Storage.Reading reading) => Organisations.Unit(reading, Year, Unit)!;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private async Task Invite(IPage keeper, string name)
    {
        await keeper.GotoAsync("/work/settings/people");
        await keeper.Locator($"form:has([value=invite]):has([value={name}]) button").First.ClickAsync();
        var guest = await Stranger();
        await guest.GotoAsync(Code().Match(await keeper.Locator(".done").InnerTextAsync()).Value);
        await guest.FillAsync("[name=password]", Password);
        await guest.FillAsync("[name=again]", Password);
        await guest.PressAsync("[name=again]", "Enter");
        await guest.Locator(".who").WaitForAsync();
        await guest.Context.CloseAsync();
    }

    [GeneratedRegex("/work/invited\\?code=[0-9a-f]+")]
    private static partial Regex Code();
}

/// <summary>同在一处的测试。</summary>
[CollectionDefinition(Name)]
public sealed class SeasonsTests : ICollectionFixture<SeasonPlace>
{
    /// <summary>名称。</summary>
    public const string Name = "season";
}
