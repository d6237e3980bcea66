using System.Net;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Tests.Workbench;

/// <summary>报告各页：an officer enters lines and submits them, a reviewer returns them with a comment, and what was typed is never lost.</summary>
public class ReportPagesTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work;
    private Dictionary<string, WorkClient> _people = [];

    public ReportPagesTests()
        : this("sqlite")
    {
    }

    protected ReportPagesTests(string kind) => _work = new WorkbenchFixture { Kind = kind };

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
    }

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Lines_are_entered_and_then_submitted()
    {
        await Enter("王芳", Spending, Row(fen: "12.5"), Row(fen: "7.5", economic: "30202"));
        await Enter("王芳", Income, IncomeRow("20"));
        Assert.Equal([12_500_000L, 7_500_000L, 20_000_000L], Lines("101001").Select(l => l.Fen));
        var page = await _people["王芳"].Post(Submit, ("do", "step"), ("action", "submit"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("submitted-1", _work.State("101001"));
        Assert.Contains("现在不能填报", (await _people["王芳"].Get(Spending)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_row_keeps_all_from_being_saved_and_nothing_typed_is_lost()
    {
        var page = await Enter("王芳", Spending, Row(fen: "12.5"), Row(fen: "十二", economic: "30202"), Row(fen: "3", function: "9999999", economic: "30205"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("第 2 行 · 金额", page.Html, StringComparison.Ordinal);
        Assert.Contains("第 3 行 · 支出功能分类", page.Html, StringComparison.Ordinal);
        Assert.Contains("value=\"9999999\"", page.Html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid", page.Html, StringComparison.Ordinal);
        Assert.Empty(Lines("101001"));
    }

    [Fact]
    public async Task What_another_has_changed_in_between_is_not_overwritten()
    {
        await Enter("王芳", Spending, Row(fen: "12.5"));
        var line = Lines("101001")[0];
        await Enter("王芳", Spending, Row(line.Id, line.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), fen: "13"));
        var stale = await Enter("王芳", Spending, Row(line.Id, line.Version.ToString(System.Globalization.CultureInfo.InvariantCulture), fen: "14"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Equal(13_000_000, Assert.Single(Lines("101001")).Fen);
    }

    [Fact]
    public async Task Hostile_names_are_shown_and_never_run()
    {
        await Enter("王芳", Spending, Row(fen: "1", details: "\"><script>alert(1)</script>\u202e"));
        var page = await _people["王芳"].Get(Spending);
        Assert.DoesNotContain("<script>alert", page.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202e", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("王芳", HttpStatusCode.OK, true)]
    [InlineData("赵敏", HttpStatusCode.NotFound, false)]
    [InlineData("李明", HttpStatusCode.OK, true)]
    [InlineData("陈静", HttpStatusCode.OK, false)]
    [InlineData("周瑜", HttpStatusCode.OK, false)]
    [InlineData("孙丽", HttpStatusCode.OK, false)]
    public async Task Each_role_sees_and_changes_what_is_its_own(string name, HttpStatusCode seen, bool changes)
    {
        Assert.Equal(seen, (await _people[name].Get(Spending)).Status);
        await Enter(name, Spending, Row(fen: "12.5"));
        Assert.Equal(changes ? 1 : 0, Lines("101001").Count);
    }

    [Fact]
    public async Task A_return_needs_its_reason_and_the_officer_finds_it_among_his_tasks()
    {
        await Enter("王芳", Spending, Row(fen: "12.5"));
        await Enter("王芳", Income, IncomeRow("12.5"));
        await _people["王芳"].Post(Submit, ("do", "step"), ("action", "submit"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["李明"].Post(Submit, ("do", "step"), ("action", "return"), ("reason", ""))).Status);
        Assert.Equal("submitted-1", _work.State("101001"));
        await _people["李明"].Post(Submit, ("do", "step"), ("action", "return"), ("reason", "办公费偏高，请核减"));
        Assert.Equal("compiling-1", _work.State("101001"));
        Assert.Contains("办公费偏高", (await _people["王芳"].Get(WorkbenchFixture.At("/work"))).Html, StringComparison.Ordinal);
    }

    private static readonly string Spending = WorkbenchFixture.At("/work/reports/101001/spending"), Income = WorkbenchFixture.At("/work/reports/101001/income"), Submit = WorkbenchFixture.At("/work/reports/101001/submit");

    private async Task<Shown> Enter(string name, string path, params (string, string)[][] rows) => await _people[name].Post(path, [.. rows.SelectMany(r => r)]);

    private List<Line> Lines(string unit) => _work.Site.With(s => s.Read(r => LineRows.Of(r, Organisations.Unit(r, WorkbenchFixture.Year, unit)!).ToList()));

    private static (string, string)[] Row(string id = "", string version = "0", string fen = "", string function = "2060101", string economic = "30201", string details = "") =>
        [("id", id), ("version", version), ("fund", "general"), ("nature", "public"), ("function", function), ("economic", economic), ("project", ""), ("fen", fen), ("procurement", ""), ("details", details)];

    private static (string, string)[] IncomeRow(string fen) => [("id", ""), ("version", "0"), ("measure", "income"), ("fund", "general"), ("function", ""), ("fen", fen), ("details", "")];
}
