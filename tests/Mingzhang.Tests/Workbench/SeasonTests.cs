using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Workbench;

/// <summary>一季预算，在网页上：officers compile by forms and import, the department returns once, finance approves and replies, the officer writes and publishes, the public reads it at once; then a correction.</summary>
public partial class SeasonTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work;
    private Dictionary<string, WorkClient> _people = [];

    public SeasonTests()
        : this("sqlite")
    {
    }

    protected SeasonTests(string kind) => _work = new WorkbenchFixture { Kind = kind };

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
    public async Task From_the_first_line_to_a_page_of_the_portal_and_its_correction()
    {
        // 一上: one unit by import, the other by forms.
        await Ok("王芳", await _people["王芳"].Upload(At("/work/reports/101001/import"), "预算.csv", Encoding.UTF8.GetBytes("口径,资金性质,支出性质,支出功能分类,部门预算经济分类,预算金额(万元)\n支出,一般公共预算拨款,公用经费,2060101,30201,120\n支出,一般公共预算拨款,人员经费,2060101,30101,300\n收入,一般公共预算拨款,,,,420\n"), ("do", "import")));
        await Post("赵敏", "reports/101002/spending", Spending("50"));
        await Post("赵敏", "reports/101002/income", Income("50"));
        await Step("王芳", "101001", "submit");
        await Step("赵敏", "101002", "submit");

        // Returned once, with its comment at a line; mended and submitted again.
        var line = _work.Lines("101001").First(l => l.Economic == "30201");
        await Post("李明", "review/101001", ("do", "comment"), ("about", line.Id), ("said", "办公费偏高"));
        await Post("李明", "review/101001", ("do", "step"), ("action", "return"), ("reason", "请核减办公费"));
        Assert.Contains("请核减办公费", (await _people["王芳"].Get(At("/work"))).Html, StringComparison.Ordinal);
        await Post("王芳", "reports/101001/spending", Spending("100", line));
        var income = _work.Lines("101001").First(l => !l.Spending);
        await Post("王芳", "reports/101001/income", Income("400", income));
        await Step("王芳", "101001", "submit");
        var sheet = (await _people["李明"].Get(At("/work/review/101001"))).Html;
        Assert.Contains("比上一次送审改动 2 行，支出合计由 420.00 万元变为 400.00 万元", sheet, StringComparison.Ordinal);
        Assert.Contains("办公费偏高", sheet, StringComparison.Ordinal);
        await Post("李明", "review/101001", ("do", "settle"), ("number", "1"), ("reason", "已核减"));
        await Post("李明", "review/101001", ("do", "settle"), ("number", "2"), ("reason", "已核减"));

        // 一下、二上、批复.
        await Step("李明", "101001", "gather");
        foreach (var unit in new[] { "101001", "101002" })
        {
            await Post("陈静", "review/" + unit, ("do", "control"), ("fund", "general"), ("nature", "basic"), ("fen", "500"));
        }

        await Post("陈静", "review/101001", ("do", "step"), ("action", "issue"));
        await Step("王芳", "101001", "submit");
        await Step("赵敏", "101002", "submit");
        await Step("李明", "101001", "gather");
        await Post("陈静", "review/101001", ("do", "step"), ("action", "approve"));
        await Post("陈静", "review/101001", ("do", "step"), ("action", "reply"));
        Assert.Equal("replied", _work.State("101001"));
        Assert.Contains("还有 20 天到期", (await _people["王芳"].Get(At("/work/reports/101001/publish"))).Html, StringComparison.Ordinal);

        // Words are written one by one; then the table of steps.
        await Write("王芳", "101001");
        Assert.Contains("文字齐全", (await _people["王芳"].Get(At("/work/reports/101001/preview"))).Html, StringComparison.Ordinal);
        await Report("王芳", "check");
        await Report("王芳", "offer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["王芳"].Post(At("/work/reports/101001/publish"), ("action", "publish"), ("format", ".docx"))).Status);
        Assert.Contains("待我", (await _people["陈静"].Get(At("/work/review?filter=mine"))).Html, StringComparison.Ordinal);
        await Report("陈静", "pass");
        using var reader = _work.Client();
        var search = "/s?q=" + Uri.EscapeDataString("云溪区科技局");
        Assert.DoesNotContain("云溪区科技局本级", (await reader.Get(search)).Html, StringComparison.Ordinal);
        await Report("王芳", "publish", ("format", ".docx"));
        var address = Document().Match((await _people["王芳"].Get(At("/work/reports/101001/publish"))).Html).Groups[1].Value;
        Assert.Contains("云溪区科技局本级", (await reader.Get(address)).Html, StringComparison.Ordinal);
        Assert.Contains("云溪区科技局本级", (await reader.Get(search)).Html, StringComparison.Ordinal);

        // A correction needs its reason, and is the next version beside a redline.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["王芳"].Post(At("/work/reports/101001/publish"), ("action", "amend"), ("reason", ""))).Status);
        await Report("王芳", "amend", ("reason", "职责表述有误"));
        await Post("王芳", "reports/101001/words", ("do", "save"), ("sort", "words"), ("key", "duties"), ("said", "负责全区科技创新工作的规划、管理和服务。"));
        await Report("王芳", "check");
        await Report("王芳", "offer");
        await Report("陈静", "pass");
        await Report("王芳", "reissue", ("format", ".docx"));
        var versions = (await _people["王芳"].Get(At("/work/reports/101001/publish"))).Html;
        Assert.Contains("<q>职责表述有误</q>", versions, StringComparison.Ordinal);
        Assert.Contains("科技创新工作", (await reader.Get(Redline().Match(versions).Groups[1].Value)).Html, StringComparison.Ordinal);
        await CorrectAFigure(reader);
    }

    // A figure of a table: not while the report stands, not above what the reply gave; what was checked before is checked anew, and the public has the version before until the next one.
    private async Task CorrectAFigure(WorkClient reader)
    {
        var line = _work.Lines("101001").First(l => l.Economic == "30201");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["王芳"].Post(At("/work/reports/101001/spending"), Spending("90", line))).Status);
        await Report("王芳", "amend", ("reason", "办公费多列十万元"));
        await Report("王芳", "draft");
        await Report("王芳", "check");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _people["王芳"].Post(At("/work/reports/101001/spending"), Spending("300", line))).Status);
        await Post("王芳", "reports/101001/spending", Spending("90", line));
        Assert.Equal("draft", _work.Site.With(s => s.Read(r => Mingzhang.Ledger.Process.Stage.Of(r, WorkbenchFixture.Year, "101001").Report)));
        await Post("王芳", "reports/101001/income", Income("390", _work.Lines("101001").First(l => !l.Spending)));
        var money = _work.Site.With(s => s.Read(r => Mingzhang.Ledger.Execution.Allotments.Of(r, Mingzhang.Ledger.Organisation.Organisations.Unit(r, WorkbenchFixture.Year, "101001")!))).Sum(a => a.Line.Fen);
        Assert.Equal(400_000_000, money);
        await Write("王芳", "101001");
        await Report("王芳", "check");
        await Report("王芳", "offer");
        await Report("陈静", "pass");
        await Report("王芳", "reissue", ("format", ".docx"));
        var versions = (await _people["王芳"].Get(At("/work/reports/101001/publish"))).Html;
        Assert.Contains("<q>办公费多列十万元</q>", versions, StringComparison.Ordinal);
        var seen = (await reader.Get(Document().Match(versions).Groups[1].Value)).Html;
        Assert.Contains("390.00", (await reader.Get(Redline().Matches(versions)[^1].Groups[1].Value)).Html + seen, StringComparison.Ordinal);
    }

    private async Task Write(string name, string unit)
    {
        var page = (await _people[name].Get(At($"/work/reports/{unit}/words?missing=1"))).Html;
        var keys = Key().Matches(page).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct().ToList();
        Assert.NotEmpty(keys);
        foreach (var key in keys)
        {
            await Post(name, $"reports/{unit}/words", ("do", "save"), ("sort", "words"), ("key", key), ("said", key == "contact" ? "王芳" : key == "phone" ? "12345678" : "年度任务安排有所调整"));
        }
    }

    private Task Step(string name, string unit, string action) => Post(name, $"reports/{unit}/submit", ("do", "step"), ("action", action));

    private Task Report(string name, string action, params (string, string)[] more) => Post(name, "reports/101001/publish", [("action", action), .. more]);

    private async Task Post(string name, string path, params (string, string)[] fields) => await Ok(name + " " + path + " " + string.Join(' ', fields.Take(2)), await _people[name].PostWith(await _people[name].AnyToken(), At("/work/" + path), fields));

    private static Task Ok(string what, Shown answer)
    {
        Assert.True(answer.Status == HttpStatusCode.OK, what + ": " + Tags().Replace(answer.Html[Math.Max(0, answer.Html.IndexOf("role=\"alert\"", StringComparison.Ordinal))..], " "));
        return Task.CompletedTask;
    }

    private static string At(string path) => WorkbenchFixture.At(path);

    private static (string, string)[] Spending(string fen, Mingzhang.Ledger.Lines.Line? line = null) =>
        [("id", line?.Id ?? ""), ("version", (line?.Version ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture)), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""), ("fen", fen), ("procurement", ""), ("details", line?.Details ?? "")];

    private static (string, string)[] Income(string fen, Mingzhang.Ledger.Lines.Line? line = null) =>
        [("id", line?.Id ?? ""), ("version", (line?.Version ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture)), ("measure", "income"), ("fund", "general"), ("function", ""), ("fen", fen), ("details", "")];

    [GeneratedRegex("data-key=\"([^\"]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("href=\"(/r/[0-9a-f]{16})\"")]
    private static partial Regex Document();

    [GeneratedRegex("href=\"(/r/[0-9a-f]{16}/versions)\"")]
    private static partial Regex Redline();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
