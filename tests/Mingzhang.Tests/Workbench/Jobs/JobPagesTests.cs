using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Tests.Ledger;

namespace Mingzhang.Tests.Workbench.Jobs;

/// <summary>后台任务的页面：a district's reports are prepared, passed and published at once, each by who may.</summary>
public partial class JobPagesTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work;
    private readonly string _backups = Databases.Temporary();
    private Dictionary<string, WorkClient> _people = [];

    public JobPagesTests()
        : this("sqlite")
    {
    }

    protected JobPagesTests(string kind) => _work = new WorkbenchFixture { Kind = kind, Backups = _backups };

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
    public async Task All_reports_are_prepared_passed_and_published_and_the_public_reads_them()
    {
        RepliedBudget.Of(_work);

        // What lacks words has errors, and the reasons are told where the job is looked at.
        var refused = await Begin("李明", ("kind", "reports"), ("action", "prepare"));
        Assert.Contains("未办成 1", refused, StringComparison.Ordinal);
        await WordsOf101();
        Assert.Contains("已办完：已办 1/1，未办成 0", await Begin("李明", ("kind", "reports"), ("action", "prepare")), StringComparison.Ordinal);
        Assert.Contains("<td>通过</td>", await Begin("陈静", ("kind", "reports"), ("action", "pass")), StringComparison.Ordinal);
        var published = await Begin("李明", ("kind", "reports"), ("action", "publish"), ("format", ".docx"), ("date", "2026-02-10"));
        Assert.Contains("<td>已公开</td>", published, StringComparison.Ordinal);
        using var anybody = _work.Client();
        Assert.Contains("云溪区科技局", (await anybody.Get("/depts")).Html, StringComparison.Ordinal);

        // Nothing stands at the step any more.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["李明"].Post(At(), ("kind", "reports"), ("action", "publish"), ("format", ".docx"))).Status);
    }

    [Fact]
    public async Task A_backup_goes_to_its_folder_and_data_files_are_made()
    {
        Assert.Contains("SHA-256", await Begin("李明", ("kind", "backup")), StringComparison.Ordinal);
        Assert.True(new FileInfo(Assert.Single(Directory.GetFiles(_backups))).Length > 1000);
        Assert.Contains("0 份文件", await Begin("李明", ("kind", "files")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_import_is_done_behind_the_page_and_its_faults_are_told_by_sheet_and_cell()
    {
        const int Rows = 2100;
        var import = WorkbenchFixture.At("/work/reports/101001/import");
        string Book(string amount) => "资金性质,支出性质,支出功能分类,部门预算经济分类,预算金额(元),说明\n" + string.Concat(Enumerable.Range(1, Rows).Select(n => $"一般公共预算拨款,公用经费,2060101,30201,{(n == 2000 ? amount : "100")},第{n}项\n"));
        var begun = await _people["王芳"].Upload(import, "大表.csv", Encoding.UTF8.GetBytes(Book("一百")), ("do", "import"));
        Assert.Equal(HttpStatusCode.OK, begun.Status);
        Assert.Contains("&job=", begun.Path, StringComparison.Ordinal);
        await _work.JobsEnded();
        var faulty = (await _people["王芳"].Get(begun.Path)).Html;
        Assert.Contains("没有导入：有 1 处要先改正", faulty, StringComparison.Ordinal);
        Assert.Matches(@"<td>[^<]*E2001</td><td>“一百”不是金额", faulty);
        Assert.Empty(_work.Lines("101001"));

        // Sound, it is stored whole, in the name of whoever asked; another unit's officer sees nothing of it.
        var sound = await _people["王芳"].Upload(import, "大表.csv", Encoding.UTF8.GetBytes(Book("100")), ("do", "import"));
        await _work.JobsEnded();
        Assert.Contains("已导入 2100 行，合计 21.00 万元", (await _people["王芳"].Get(sound.Path)).Html, StringComparison.Ordinal);
        Assert.Equal(Rows, _work.Lines("101001").Count);
        Assert.Equal(HttpStatusCode.NotFound, (await _people["赵敏"].Get(sound.Path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _people["赵敏"].Get("/work/jobs/" + Regex.Match(sound.Path, "job=([0-9a-f]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value)).Status);
        Assert.Contains("imported 2100 rows", (await _people["王芳"].Get(sound.Path + "&lang=en")).Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Each_asks_for_what_is_his_and_sees_his_own()
    {
        foreach (var (name, kind, status) in new[] { ("王芳", "reports", 403), ("孙丽", "reports", 403), ("陈静", "backup", 403), ("王芳", "trial", 403), ("李明", "nothing", 404), ("陈静", "files", 403) })
        {
            Assert.Equal(status, (int)(await _people[name].Post(At(), ("kind", kind), ("action", "prepare"))).Status);
        }

        Assert.Equal(404, (int)(await _people["李明"].Post(At(), ("kind", "reports"), ("action", "approve"))).Status);
        Assert.Equal(403, (int)(await _people["王芳"].Get(At())).Status);
        await Begin("周瑜", ("kind", "trial"));
        var job = Assert.Single(_work.Site.Jobs.Rows.Recent(10));
        Assert.Equal(404, (int)(await _people["陈静"].Get("/work/jobs/" + job.Id)).Status);
        Assert.Equal(404, (int)(await _people["陈静"].Post("/work/jobs/" + job.Id, ("do", "cancel"))).Status);
        Assert.Equal(200, (int)(await _people["李明"].Get("/work/jobs/" + job.Id)).Status);
        Assert.Contains("\"open\":false", (await _people["周瑜"].Get("/work/jobs/" + job.Id + "/state")).Html, StringComparison.Ordinal);
        Assert.Contains("Job", (await _people["周瑜"].Get("/work/jobs/" + job.Id + "?lang=en")).Html, StringComparison.OrdinalIgnoreCase);
    }

    private static string At() => WorkbenchFixture.At("/work/jobs");

    private async Task<string> Begin(string who, params (string, string)[] fields)
    {
        var asked = await _people[who].Post(At(), fields);
        Assert.True((int)asked.Status < 400, asked.Html);
        await _work.JobsEnded();
        return (await _people[who].Get(asked.Path)).Html;
    }

    // What the preview says is missing, and nothing more.
    private async Task WordsOf101()
    {
        var page = (await _people["李明"].Get(WorkbenchFixture.At("/work/reports/101/words"))).Html;
        foreach (var form in Forms().Matches(page).Select(m => m.Value))
        {
            if (Field(form, "key") is { Length: > 0 } key && Field(form, "sort") is { Length: > 0 } sort)
            {
                await _people["李明"].Post(WorkbenchFixture.At("/work/reports/101/words"), ("do", "save"), ("sort", sort), ("key", key), ("said", sort == "words" ? "负责全区科技工作。" : "主要原因是科普活动增加"));
            }
        }
    }

    private static string Field(string form, string name) => Regex.Match(form, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();
}
