using System.Diagnostics;
using System.Text.Json;
using Mingzhang.Documents.Certificates;
using Mingzhang.Documents.Writing.Sampling;
using Mingzhang.Tests.Ledger;

namespace Mingzhang.Tests.App;

/// <summary>账库的命令，一季走完：what a script does, with the program as it is installed.</summary>
public class LedgerCommandTests
{
    private static readonly IReadOnlyDictionary<string, string> Sampled = Sampler.Draft(Documents.Library, Documents.Library.Book("cq-budget")!, 1).Words;

    private readonly string _folder = Databases.Temporary();

    [Fact]
    public void A_season_by_commands_alone()
    {
        Ok("周汇", "init", "700", "--name", "云溪市档案局", "--region", "990100");
        Ok("周汇", "unit", "set", "700001", "department=700", "name=云溪市档案局本级", "kind=行政", "place=本级", "posts=20", "staff=18", "vehicles=一般公务用车=2");
        Ok("周汇", "unit", "role", "吴填", "700001", "单位填报");
        Ok("周汇", "unit", "role", "郑审", "*", "finance");
        Ok("吴填", "project", "set", "700001", "P1", "name=库房改造", "objective=完成库房改造任务1项，按期完成率达到100%。");
        Ok("吴填", "project", "indicator", "700001", "P1", "name=改造任务数量", "nature=≥", "value=1", "unit=项", "weight=50");
        Ok("吴填", "project", "indicator", "700001", "P1", "name=按期完成率", "nature==", "value=100", "unit=%", "weight=40");
        Ok("吴填", "project", "indicator", "700001", "P1", "name=年度预算执行率", "nature==", "value=100", "unit=%", "weight=10");
        Ok("吴填", "project", "set", "700001", "ZT", "name=整体绩效", "category=部门整体", "objective=全年完成重点任务9项，群众满意度达到95%。");
        Ok("吴填", "project", "indicator", "700001", "ZT", "name=重点任务完成数量", "nature=≥", "value=9", "unit=项", "weight=90", "core=是");
        Ok("吴填", "project", "indicator", "700001", "ZT", "name=年度预算执行率", "nature==", "value=100", "unit=%", "weight=10", "core=否");
        var rows = Path.Combine(_folder, "rows.csv");
        File.WriteAllText(rows, "收支,资金性质,支出性质,支出功能分类,经济分类科目,项目编码,金额(万元)\n收入,一般公共预算,,,,,300\n支出,一般公共预算,人员经费,2012601,30101,,120\n支出,一般公共预算,公用经费,2012601,30217,,1.5\n支出,一般公共预算,项目支出,2012602,,P1,178.5\n");
        Ok("吴填", "import", rows, "--unit", "700001", "--save-map", "我的表");
        var added = Ok("吴填", "line", "add", "700001", "fund=general", "nature=public", "function=2012601", "economic=30201", "wan=5").Split(' ')[1];
        Ok("吴填", "line", "edit", added, "yuan=4");
        Ok("吴填", "line", "remove", added);
        var removed = JsonDocument.Parse(Ok("吴填", "ledger", "history", "700001", "--line", added, "--format", "json")).RootElement.EnumerateArray().Last().GetProperty("entry").GetString();
        Ok("吴填", "ledger", "undo", "700001#" + removed, "--why", "误删");
        Assert.Contains(added, Ok("吴填", "line", "list", "700001"), StringComparison.Ordinal);
        Ok("吴填", "line", "remove", added);
        Ok("周汇", "unit", "role", "钱某", "700001", "只读/审计");
        Assert.Contains("没有可以填报的角色", Refused("钱某", "line", "add", "700001", "fund=general", "nature=public", "function=2012601", "economic=30201", "yuan=1"), StringComparison.Ordinal);
        Ok("周汇", "unit", "role", "钱某", "700001", "reader", "--remove");
        Assert.Contains("没有 钱某 这个人", Refused("钱某", "line", "list", "700001"), StringComparison.Ordinal);
        Assert.Contains("3,000,000.00", Ok("吴填", "query", "700", "--at", "measure=income"), StringComparison.Ordinal);
        Assert.Contains("2012602\t", Ok("吴填", "query", "700", "--by", "function"), StringComparison.Ordinal);
        Ok("吴填", "submit", "700001");
        Ok("周汇", "submit", "700");
        Ok("郑审", "control", "700001", "fund=general", "nature=basic", "wan=121.5");
        Ok("郑审", "control", "700001", "fund=general", "nature=project", "wan=178.5");
        Ok("郑审", "control", "700", "--issue");
        Assert.Contains("超出控制数", Refused("吴填", "line", "add", "700001", "fund=general", "nature=public", "function=2012601", "economic=30201", "yuan=0.01"), StringComparison.Ordinal);
        Ok("吴填", "submit", "700001");
        Ok("郑审", "return", "700001", "--why", "补充说明");
        Ok("吴填", "submit", "700001");
        Ok("周汇", "submit", "700");
        Ok("郑审", "comment", "700001", "项目依据不足");
        Assert.Contains("项目依据不足", Refused("郑审", "approve", "700"), StringComparison.Ordinal);
        Ok("郑审", "comment", "700001", "--waive", "1", "--why", "已有批文");
        Ok("郑审", "approve", "700");
        Ok("郑审", "reply", "700", "--date", "2026-02-10");
        var draft = Path.Combine(_folder, "draft.txt");
        Ok("周汇", "compose", "700", "-o", draft);
        Assert.Contains("云溪市档案局", File.ReadAllText(draft), StringComparison.Ordinal);
        Assert.Contains("还缺文字", Refused("周汇", "publish", "700", "-o", Path.Combine(_folder, "p.docx"), "--date", "2026-02-20"), StringComparison.Ordinal);
        var gaps = JsonDocument.Parse(Run("周汇", "publish", "700", "-o", Path.Combine(_folder, "p.docx"), "--date", "2026-02-20", "--format", "json").Output).RootElement.GetProperty("problems");
        foreach (var key in gaps.EnumerateArray().Select(p => p.GetProperty("english").GetString()!.Split('\'')[1]))
        {
            Ok("周汇", "words", "set", "700", key, Sampled.GetValueOrDefault(key, "年度任务安排有所调整"));
        }

        var status = JsonDocument.Parse(Ok("周汇", "status", "--format", "json")).RootElement[0];
        Assert.Equal(("replied", "3000000.00"), (status.GetProperty("state").GetString(), status.GetProperty("income").GetString()));
        Assert.Contains("不能公开", Refused("周汇", "publish", "700", "-o", Path.Combine(_folder, "p.docx"), "--date", "2026-02-20"), StringComparison.Ordinal);
        Ok("周汇", "report", "check", "700");
        Ok("周汇", "report", "offer", "700");
        Assert.Contains("不能由本人审核通过", Refused("周汇", "report", "pass", "700"), StringComparison.Ordinal);
        Ok("郑审", "report", "pass", "700");
        Assert.Contains("要一起用", Run("周汇", "publish", "700", "-o", Path.Combine(_folder, "p.docx"), "--date", "2026-02-20", "--certificate", Path.Combine(_folder, "p.zip")).Error, StringComparison.Ordinal);
        Assert.Equal(0, Command.Run("keys", "new", "-o", Path.Combine(_folder, "k.pem")).Code);
        Assert.Contains("在批复后 20 日之内", Ok("周汇", "publish", "700", "-o", Path.Combine(_folder, "p.docx"), "--date", "2026-02-20", "--certificate", Path.Combine(_folder, "p.zip"), "--key", Path.Combine(_folder, "k.pem")), StringComparison.Ordinal);
        var verified = Command.Run("verify", Path.Combine(_folder, "p.zip"), "--key", Path.Combine(_folder, "k.public.pem"));
        Assert.Equal(0, verified.Code);
        var heads = CertificatePackage.Open(File.ReadAllBytes(Path.Combine(_folder, "p.zip")), out _)!.Manifest.Heads;
        Assert.Equal(["700001", "common", "dept/700"], heads.Select(h => h.Chain).Order(StringComparer.Ordinal));
        var journal = Ok("周汇", "ledger", "export");
        Assert.All(heads, h => Assert.Contains(h.Hash, journal, StringComparison.Ordinal));
        Assert.True(new FileInfo(Path.Combine(_folder, "p.docx")).Length > 0);
        Assert.Contains("已公开", Ok("周汇", "status"), StringComparison.Ordinal);
        File.Delete(Path.Combine(_folder, "p.docx"));
        Assert.Contains("按原件写到", Ok("周汇", "publish", "700", "-o", Path.Combine(_folder, "again.docx"), "--date", "2026-02-20"), StringComparison.Ordinal);
        var version = Assert.Single(JsonDocument.Parse(Ok("周汇", "report", "versions", "700", "--format", "json")).RootElement.EnumerateArray());
        Assert.Equal(version.GetProperty("sha256").GetString(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(_folder, "again.docx")))));
        Assert.Contains("只有数据", Run("周汇", "publish", "700", "-o", Path.Combine(_folder, "p.csv"), "--date", "2026-02-20").Error, StringComparison.Ordinal);
        Assert.Contains("吴填", Ok("周汇", "ledger", "history", "700", "--at", "economic=30217"), StringComparison.Ordinal);
        Assert.Contains("账本完好", Ok("周汇", "ledger", "verify"), StringComparison.Ordinal);
        Assert.Contains("the ledger is sound", Ok("周汇", "ledger", "verify", "--lang", "en"), StringComparison.Ordinal);
        Ok("周汇", "backup", Path.Combine(_folder, "copy.db"));
        Ok("周汇", "ledger", "export", "-o", Path.Combine(_folder, "journal.txt"));
        Ok("周汇", "ledger", "import", Path.Combine(_folder, "journal.txt"), "--database", Path.Combine(_folder, "other.db"));
        Assert.Equal(File.ReadAllText(Path.Combine(_folder, "journal.txt")), Ok("周汇", "ledger", "export", "--database", Path.Combine(_folder, "other.db")));
    }

    [Fact]
    public void What_is_refused_is_told_in_both_languages_and_as_data()
    {
        var (code, _, error) = Run("周汇", "status");
        Assert.Equal(2, code);
        Assert.Contains("没有账库", error, StringComparison.Ordinal);
        Assert.Contains("there is no ledger", error, StringComparison.Ordinal);
        var json = JsonDocument.Parse(Run("周汇", "status", "--format", "json").Output).RootElement.GetProperty("problems")[0];
        Assert.Contains("没有账库", json.GetProperty("chinese").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_journal_as_data_keeps_every_comma_of_a_text()
    {
        Ok("周汇", "init", "700", "--name", "云溪市档案局");
        Ok("周汇", "unit", "set", "700001", "department=700", "name=云溪市档案局本级", "place=本级");
        Ok("周汇", "line", "add", "700001", "fund=general", "nature=public", "function=2012601", "economic=30201", "yuan=1234567.89", "details=paper, ink");
        var entries = JsonDocument.Parse(Ok("周汇", "ledger", "export", "--format", "json")).RootElement.EnumerateArray().ToList();
        Assert.Contains("details: paper, ink", entries.Single(e => e.GetProperty("kind").GetString() == "line").GetProperty("became").GetString(), StringComparison.Ordinal);
        var step = Assert.Single(JsonDocument.Parse(Ok("周汇", "ledger", "history", "700", "--at", "economic=30201", "--format", "json")).RootElement.EnumerateArray());
        Assert.Equal("1234567.89", step.GetProperty("became").GetString());
    }

    [Fact]
    public async Task Checking_a_document_loads_nothing_of_the_ledger()
    {
        if (!File.Exists("/proc/self/maps"))
        {
            Assert.Skip("needs /proc to see what a process has loaded");
        }

        var pipe = Path.Combine(_folder, "pipe");
        using (var made = Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // The program waits for the pipe, so that one can look at it.
        using var process = Process.Start(BuiltProgram.Start("check", pipe))!;
        using var writer = new FileStream(pipe, FileMode.Open, FileAccess.Write);
        var maps = "";
        for (var i = 0; i < 100 && !maps.Contains("Mingzhang.Documents.dll", StringComparison.Ordinal); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
            maps = await File.ReadAllTextAsync($"/proc/{process.Id}/maps", TestContext.Current.CancellationToken);
        }

        process.Kill();
        Assert.Contains("Mingzhang.Documents.dll", maps, StringComparison.Ordinal);
        Assert.All(new[] { "Mingzhang.Ledger.dll", "Sqlite", "Npgsql", "e_sqlite3" }, n => Assert.DoesNotContain(n, maps, StringComparison.OrdinalIgnoreCase));
    }

    private string Ok(string who, params string[] arguments)
    {
        var (code, output, error) = Run(who, arguments);
        Assert.True(code == 0, string.Join(' ', arguments) + ": " + error);
        return output;
    }

    private string Refused(string who, params string[] arguments)
    {
        var (code, _, error) = Run(who, arguments);
        Assert.Equal(1, code);
        return error;
    }

    private (int Code, string Output, string Error) Run(string who, params string[] arguments) =>
        Command.Run([.. arguments, "--who", who, "--year", "2026", .. arguments.Contains("--database") ? Array.Empty<string>() : ["--database", Path.Combine(_folder, "ledger.db")]]);
}
