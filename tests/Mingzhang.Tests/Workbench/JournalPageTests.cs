using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;

namespace Mingzhang.Tests.Workbench;

/// <summary>审计日志：found by object, turned page by page, and taken away as it was found by whoever may see it.</summary>
public partial class JournalPageTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work;
    private Dictionary<string, WorkClient> _people = [];

    public JournalPageTests()
        : this("sqlite")
    {
    }

    protected JournalPageTests(string kind) => _work = new WorkbenchFixture { Kind = kind };

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
    public async Task An_object_is_found_by_its_kind_and_by_what_was_written_about_it()
    {
        Project("K1", "科普_100%");
        var byKind = await Journal("?object=project");
        Assert.Contains("科普_100%", byKind, StringComparison.Ordinal);
        Assert.DoesNotContain("<small>2026/101001</small>", byKind, StringComparison.Ordinal);
        Assert.Contains("科普_100%", await Journal("?about=" + Uri.EscapeDataString("普_100%")), StringComparison.Ordinal);
        Assert.Contains("没有符合的记录", await Journal("?about=" + Uri.EscapeDataString("普X100%")), StringComparison.Ordinal);
        Assert.Contains("科普_100%", await Journal("?about=k1&object=project"), StringComparison.Ordinal);
        Assert.Contains("没有符合的记录", await Journal("?object=report"), StringComparison.Ordinal);
        await _people["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/words"), ("do", "save"), ("sort", "words"), ("key", "duties"), ("said", "负责科技工作。"));
        Assert.Contains("负责科技工作。", await Journal("?object=report"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_none_is_lost()
    {
        for (var i = 0; i < 120; i++)
        {
            Project("P" + i.ToString("000", System.Globalization.CultureInfo.InvariantCulture), "第" + i + "个");
        }

        var seen = new HashSet<string>();
        foreach (var page in new[] { 1, 2, 3 })
        {
            seen.UnionWith(Key().Matches(await Journal("?object=project&page=" + page)).Select(m => m.Value));
        }

        Assert.Equal(120, seen.Count);
        Assert.Contains("第 3 页，共 3 页", await Journal("?object=project&page=3"), StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", await Journal("?object=project&page=3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_holds_all_that_is_found_and_no_formula()
    {
        for (var i = 0; i < 230; i++)
        {
            Project("P" + i.ToString("000", System.Globalization.CultureInfo.InvariantCulture), i == 7 ? "=HYPERLINK(\"x\",\"y\")" : i + ", “项目”");
        }

        var bytes = await _people["李明"].Bytes("/work/settings/journal/csv?object=project");
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var csv = Encoding.UTF8.GetString(bytes[3..]);
        Assert.Equal(230, Key().Matches(csv).Select(m => m.Value).Distinct().Count());
        Assert.Contains(",\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"\r\n", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", csv, StringComparison.Ordinal);

        var lines = Encoding.UTF8.GetString(await _people["李明"].Bytes("/work/settings/journal/jsonl?object=project")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(230, lines.Length);
        using var newest = JsonDocument.Parse(lines[0]);
        Assert.Equal("2026/101001/P229", newest.RootElement.GetProperty("id").GetString());
        Assert.Equal("229, “项目”", newest.RootElement.GetProperty("became").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Null, newest.RootElement.GetProperty("was").ValueKind);
        Assert.Contains("journal-export", _work.Site.Accounts.Read(s => s.Rows("SELECT what FROM work_log", r => r.GetString(0))));
    }

    [Fact]
    public async Task An_export_holds_no_more_than_its_page_shows()
    {
        Project("K1", "科普");
        foreach (var format in new[] { "csv", "jsonl" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await _people["王芳"].Get($"/work/settings/journal/{format}?unit=common")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await _people["赵敏"].Get($"/work/settings/journal/{format}?unit=101001")).Status);
            Assert.Contains("K1", (await _people["王芳"].Get($"/work/settings/journal/{format}")).Html, StringComparison.Ordinal);
            Assert.DoesNotContain("K1", (await _people["赵敏"].Get($"/work/settings/journal/{format}")).Html, StringComparison.Ordinal);
            using var stranger = _work.Client();
            Assert.StartsWith("/work/in", (await stranger.Get("/work/settings/journal/" + format)).Path, StringComparison.Ordinal);
        }
    }

    private void Project(string code, string name) => Assert.Empty(_work.Site.With(s => s.Write("李明", "", w => Projects.Put(w, Organisations.Unit(w, WorkbenchFixture.Year, "101001")!, new Project { Year = WorkbenchFixture.Year, Unit = "101001", Code = code, Name = name }))));

    private async Task<string> Journal(string query) => (await _people["李明"].Get("/work/settings/journal" + query)).Html;

    [GeneratedRegex("2026/101001/P[0-9]+")]
    private static partial Regex Key();
}
