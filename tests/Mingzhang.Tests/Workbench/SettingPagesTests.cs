using System.Net;
using System.Text;
using Mingzhang.Ledger.Journal;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Ledger.Process;
using Mingzhang.Ledger.Storage;
using Mingzhang.Tests.Ledger;

namespace Mingzhang.Tests.Workbench;

/// <summary>设置各页：the organisation by the ledger's own checks, a journal that shows each his own, a backup that can be opened.</summary>
public class SettingPagesTests : IAsyncLifetime
{
    private static readonly string Units = WorkbenchFixture.At("/work/settings/units"), Term = WorkbenchFixture.At("/work/settings/term");
    private readonly WorkbenchFixture _work;
    private Dictionary<string, WorkClient> _people = [];

    public SettingPagesTests()
        : this("sqlite")
    {
    }

    protected SettingPagesTests(string kind) => _work = new WorkbenchFixture { Kind = kind };

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
    public async Task Units_are_added_and_changed_and_a_second_headquarters_is_refused()
    {
        await _people["李明"].Post(Units, Unit("101003", "云溪区科技馆", "下属"));
        Assert.Equal("云溪区科技馆", Find("101003")?.Name);
        var changed = await _people["李明"].Post(Units, Unit("101003", "云溪区科学馆", "下属", Find("101003")!.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((HttpStatusCode.OK, "云溪区科学馆"), (changed.Status, Find("101003")?.Name));
        var refused = await _people["李明"].Post(Units, Unit("101004", "又一个本级", "本级"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("一个部门只有一个本级", refused.Html, StringComparison.Ordinal);
        await _people["李明"].Post(Units, ("do", "department"), ("code", "102"), ("name", "云溪区档案局"), ("region", ""));
        Assert.Contains("云溪区档案局", (await _people["李明"].Get(Units + "&lang=en")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_day_for_publication_is_reckoned_by_working_days_where_that_is_set_and_every_page_says_so()
    {
        RepliedBudget.Of(_work);
        var (publish, board, todo) = (WorkbenchFixture.At("/work/reports/101001/publish"), WorkbenchFixture.At("/work/review"), WorkbenchFixture.At("/work"));
        Assert.Contains("2026-02-09", (await _people["王芳"].Get(publish)).Html, StringComparison.Ordinal);
        Assert.Contains("批复后 20 日（日历日）以内公开", (await _people["陈静"].Get(board)).Html, StringComparison.Ordinal);
        await _people["陈静"].Post(Term, ("do", "term"), ("days", "20"), ("counting", "working"));
        var guessed = (await _people["王芳"].Get(publish)).Html;
        Assert.Contains("2026-02-17", guessed, StringComparison.Ordinal);
        Assert.Contains("2026 年的放假安排还没有填写", guessed, StringComparison.Ordinal);
        var refused = await _people["陈静"].Post(Term, ("do", "holidays"), ("document", ""), ("free", "2026-02-15 至 2026-02-23"), ("worked", "2026-02-24"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("2026-02-24 不是周末", refused.Html, StringComparison.Ordinal);
        await _people["陈静"].Post(Term, ("do", "holidays"), ("document", "国办发明电〔2025〕1号"), ("free", "2026-02-15 至 2026-02-23 春节"), ("worked", "2026-02-14\n2026-02-28"));
        foreach (var (who, page) in new[] { ("王芳", publish), ("陈静", board) })
        {
            var shown = (await _people[who].Get(page)).Html;
            Assert.Contains("2026-02-24", shown, StringComparison.Ordinal);
            Assert.Contains("批复后 20 个工作日以内公开", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("放假安排还没有填写", shown, StringComparison.Ordinal);
        }

        _work.Site.With(s => s.Write("李明", "", w => w.Put((Stage.Of(w, WorkbenchFixture.Year, "101001") with { Report = "passed" }).Stored())));
        Assert.Contains("within 20 working days of the reply", (await _people["王芳"].Get(todo + "&lang=en")).Html, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 2, 9), _work.Site.With(s => s.Read(r => Terms.Of(r, 2025))).Due(new DateOnly(2026, 1, 20)));
        Assert.Empty(_work.Site.With(Verification.Of).Faults);
    }

    [Fact]
    public async Task A_new_year_begins_with_the_units_of_the_last_one_and_only_once()
    {
        const string Next = "/work/settings/units?year=2027";
        Assert.Contains("由上年建立本年机构", (await _people["李明"].Get(Next)).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("由上年建立本年机构", (await _people["王芳"].Get(Next)).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["王芳"].PostWith(await _people["王芳"].AnyToken(), Next, ("do", "carry"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await _people["李明"].Post(Next, ("do", "carry"))).Status);
        Assert.Equal(2, _work.Site.With(s => s.Read(r => Organisations.Units(r, 2027, "101"))).Count);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["李明"].Post(Next, ("do", "carry"))).Status);
    }

    [Fact]
    public async Task Every_role_can_be_taken_away_and_who_has_several_is_invited_once()
    {
        foreach (var scope in new[] { "101", "101001" })
        {
            await _people["李明"].Post("/work/settings/people", ("do", "give"), ("name", "新人"), ("role", "reader"), ("scope", scope));
        }

        var forms = (await _people["李明"].Get("/work/settings/people")).Html.Split("<form").Where(f => f.Contains("name=\"name\" value=\"新人\"", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, forms.Count(f => f.Contains("value=\"remove\"", StringComparison.Ordinal)));
        Assert.Single(forms, f => f.Contains("value=\"invite\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_unit_moves_before_anything_is_entered_and_nobody_takes_it_from_another_department()
    {
        await _people["李明"].Post(Units, ("do", "department"), ("code", "102"), ("name", "云溪区档案局"), ("region", ""));
        await _people["李明"].Post(Units, Unit("101003", "云溪区科技馆", "下属"));
        await _people["李明"].Post("/work/settings/people", ("do", "give"), ("name", "孙丽"), ("role", "department"), ("scope", "102"));
        var taken = await _people["孙丽"].PostWith(await _people["孙丽"].AnyToken(), Units, [.. Unit("101003", "云溪区科技馆", "下属", "1").Where(f => f.Item1 != "department"), ("department", "102")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, taken.Status);
        Assert.Equal("101", Find("101003")!.Department);

        var version = Find("101003")!.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(HttpStatusCode.OK, (await _people["李明"].Post(Units, [.. Unit("101003", "云溪区科技馆", "下属", version).Where(f => f.Item1 != "department"), ("department", "102")])).Status);
        Assert.Equal("102", Find("101003")!.Department);
        Assert.Contains("账本完好", (await _people["李明"].Post("/work/settings/backup", ("do", "verify"))).Html, StringComparison.Ordinal);

        await _people["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/spending"), ("id", ""), ("version", "0"), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""), ("fen", "5"), ("procurement", ""), ("details", ""));
        var late = await _people["李明"].Post(Units, [.. Unit("101001", "云溪区科技局本级", "本级", Find("101001")!.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)).Where(f => f.Item1 != "department"), ("department", "102")]);
        Assert.Contains("不能改到别的部门", late.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_merged_with_its_reason_and_the_successor_is_told_what_is_missing()
    {
        const string Next = "/work/settings/units?year=2027";
        await _people["李明"].Post(Next, ("do", "carry"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["李明"].Post(Next, ("do", "end"), ("code", "101002"), ("successor", "101001"), ("why", ""))).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["王芳"].PostWith(await _people["王芳"].AnyToken(), Next, ("do", "end"), ("code", "101002"), ("successor", ""), ("why", "x"))).Status);
        var done = await _people["李明"].Post(Next, ("do", "end"), ("code", "101002"), ("successor", "101001"), ("why", "云编〔2026〕9号"));
        Assert.Contains("从 2027 年起并入 101001 云溪区科技局本级", done.Html, StringComparison.Ordinal);
        Assert.Contains("云编〔2026〕9号", (await _people["李明"].Get("/work/settings/journal?object=succession")).Html, StringComparison.Ordinal);
        Assert.Contains("2027 年并入：云溪区科技局下属", (await _people["王芳"].Get("/work/reports/101001/words?year=2027")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("年并入", (await _people["王芳"].Get(WorkbenchFixture.At("/work/reports/101001/words"))).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _people["赵敏"].Get(WorkbenchFixture.At("/work/reports/101002/words"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _people["赵敏"].Get("/work/reports/101002/words?year=2027")).Status);
        await _people["李明"].Post(Next, ("do", "restore"), ("code", "101002"));
        Assert.Equal(HttpStatusCode.OK, (await _people["赵敏"].Get("/work/reports/101002/words?year=2027")).Status);

        await _people["赵敏"].Post(WorkbenchFixture.At("/work/reports/101002/spending"), ("id", ""), ("version", "0"), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""), ("fen", "5"), ("procurement", ""), ("details", ""));
        Assert.Contains("预算行 1 条", (await _people["李明"].Post(Units, ("do", "end"), ("code", "101002"), ("successor", ""), ("why", "x"))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_journal_shows_before_and_after_and_to_each_only_what_is_his()
    {
        await _people["李明"].Post(Units, Unit("101001", "云溪区科技局机关", "本级", Find("101001")!.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var page = (await _people["李明"].Get("/work/settings/journal?who=" + Uri.EscapeDataString("李明"))).Html;
        Assert.Contains("<td>单位名称</td><td>云溪区科技局本级</td><td>云溪区科技局机关</td>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("云溪区科技局机关</td>", (await _people["李明"].Get("/work/settings/journal?who=" + Uri.EscapeDataString("王芳"))).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _people["王芳"].Get("/work/settings/journal?unit=101001&lang=en")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _people["王芳"].Get("/work/settings/journal?unit=101002")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _people["王芳"].Get("/work/settings/journal?unit=common")).Status);
        Assert.DoesNotContain("李明/*", (await _people["王芳"].Get("/work/settings/journal")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_a_ledger_that_opens_and_only_its_keeper_gets_it()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await _people["陈静"].Get("/work/settings/backup")).Status);
        Assert.Contains("还没有", (await _people["李明"].Get("/work/settings/backup")).Html, StringComparison.Ordinal);
        var file = Path.Combine(Databases.Temporary(), "backup");
        await File.WriteAllBytesAsync(file, await _people["李明"].Download("/work/settings/backup", ("do", "backup")), TestContext.Current.CancellationToken);
        using (var store = Store.Open(Databases.Fresh(_work.Kind), TimeProvider.System, create: true, out var problem))
        {
            Assert.Null(problem);
            Assert.Empty(Backup.Restore(store!, file, TimeProvider.System));
            Assert.Equal("云溪区科技局本级", store!.Read(r => Organisations.Unit(r, WorkbenchFixture.Year, "101001"))?.Name);
        }

        Assert.DoesNotContain("还没有", (await _people["李明"].Get("/work/settings/backup")).Html, StringComparison.Ordinal);
        Assert.Contains("账本完好", (await _people["李明"].Post("/work/settings/backup", ("do", "verify"))).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_stores_nothing_where_one_row_is_faulty_and_is_told_by_its_cell()
    {
        var page = WorkbenchFixture.At("/work/reports/101001/import");
        var faulty = Csv("一般公共预算拨款,公用经费,2060101,30201,12.5", "一般公共预算拨款,公用经费,9999999,30202,3");
        var refused = await _people["王芳"].Upload(page, "行.csv", faulty, ("do", "import"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("行.csv!", refused.Html, StringComparison.Ordinal);
        Assert.Empty(_work.Lines("101001"));

        var sound = Csv("一般公共预算拨款,公用经费,2060101,30201,12.5", "一般公共预算拨款,公用经费,2060101,30202,3");
        Assert.Contains("可以导入 2 行", (await _people["王芳"].Upload(page, "行.csv", sound, ("do", "try"))).Html, StringComparison.Ordinal);
        Assert.Empty(_work.Lines("101001"));
        Assert.Contains("已导入 2 行", (await _people["王芳"].Upload(page, "行.csv", sound, ("do", "import"))).Html, StringComparison.Ordinal);
        var changed = Csv("一般公共预算拨款,公用经费,2060101,30201,13", "一般公共预算拨款,公用经费,2060101,30202,3");
        Assert.Contains("改动 1 行", (await _people["王芳"].Upload(page, "行.csv", changed, ("do", "import"))).Html, StringComparison.Ordinal);
        await _people["王芳"].Upload(page, "行.csv", changed, ("do", "import"), ("replace", "yes"));
        Assert.Equal([3_000_000L, 13_000_000L], _work.Lines("101001").Select(l => l.Fen).Order());
        Assert.Contains("已导入 1 行", (await _people["王芳"].Upload(page, "部分.csv", Csv("一般公共预算拨款,公用经费,9999999,30203,3", "一般公共预算拨款,公用经费,2060101,30204,5"), ("do", "import"), ("partial", "yes"))).Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await _people["孙丽"].Upload(page, "行.csv", sound, ("do", "import"))).Status);
    }

    [Theory]
    [InlineData("x.xlsx", "PK\u0003\u0004 not a workbook")]
    [InlineData("x.csv", "")]
    [InlineData("x.csv", "a,b\n1,2")]
    [InlineData("../../x<script>.exe", "MZ")]
    public async Task A_hostile_upload_is_told_about_and_changes_nothing(string name, string text)
    {
        var answer = await _people["王芳"].Upload(WorkbenchFixture.At("/work/reports/101001/import"), name, Encoding.UTF8.GetBytes(text), ("do", "import"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.DoesNotContain("<script>", answer.Html, StringComparison.Ordinal);
        Assert.Empty(_work.Lines("101001"));
    }

    [Fact]
    public async Task Our_template_is_read_by_our_import()
    {
        var template = Encoding.UTF8.GetString(await _people["王芳"].Bytes(WorkbenchFixture.At("/work/reports/101001/template") + "&format=csv"));
        var headers = template.TrimStart('\ufeff').Trim().Split(',');
        var row = string.Join(',', headers.Select(h => h switch { "资金性质" => "一般公共预算拨款", "支出性质" => "公用经费", "支出功能分类" => "2060101", "部门预算经济分类" => "30201", "预算金额(万元)" => "8", _ => "" }));
        var answer = await _people["王芳"].Upload(WorkbenchFixture.At("/work/reports/101001/import"), "模板.csv", Encoding.UTF8.GetBytes(template + row + "\n"), ("do", "import"));
        Assert.Contains("已导入 1 行", answer.Html, StringComparison.Ordinal);
        Assert.Equal(8_000_000, Assert.Single(_work.Lines("101001")).Fen);
    }

    private static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes("资金性质,支出性质,支出功能分类,部门预算经济分类,预算金额(万元)\n" + string.Join('\n', rows) + "\n");

    private Unit? Find(string code) => _work.Site.With(s => s.Read(r => Organisations.Unit(r, WorkbenchFixture.Year, code)));

    private static (string, string)[] Unit(string code, string name, string place, string version = "0") =>
        [("do", "unit"), ("version", version), ("department", "101"), ("code", code), ("name", name), ("kind", "行政"), ("place", place), ("posts", "10"), ("staff", "9"), ("vehicles", "")];
}
