using System.Net;
using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Workbench;

/// <summary>每一页：answers in both languages, with every sentence there, before anything is entered and after.</summary>
public partial class EveryPageTests : IAsyncLifetime
{
    private static readonly string[] Pages =
    [
        "/work", "/work/reports", "/work/review", "/work/review?filter=late", "/work/review?filter=faulty", "/work/review/101001", "/work/review/uploads", "/work/rules", "/work/rules?family=6&q=MZ602", "/work/rules/draft", "/work/jobs", "/work/settings", "/work/settings/people", "/work/settings/units", "/work/settings/term", "/work/settings/journal", "/work/settings/archive", "/work/settings/backup", "/work/settings/health", "/work/settings/books", "/work/account", "/work/account/second", "/work/account/passkeys", "/work/account/data",
        .. new[] { "import", "income", "spending", "projects", "performance", "submit", "words", "words?missing=1", "preview", "preview?at=p1", "inspection", "publish", "execution", "evaluation", "final", "final/words", "final/preview" }.Select(p => "/work/reports/101001/" + p), .. new[] { "final", "final/words", "final/preview", "words", "preview", "inspection", "publish" }.Select(p => "/work/reports/101/" + p),
    ];

    private readonly WorkbenchFixture _work;
    private Dictionary<string, WorkClient> _people = [];

    public EveryPageTests()
        : this("sqlite")
    {
    }

    protected EveryPageTests(string kind) => _work = new WorkbenchFixture { Kind = kind };

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
    public async Task Every_page_answers_in_both_languages_with_every_sentence()
    {
        await Look();
        foreach (var (name, unit) in new[] { ("王芳", "101001"), ("赵敏", "101002") })
        {
            await _people[name].Post(WorkbenchFixture.At($"/work/reports/{unit}/spending"), ("id", ""), ("version", "0"), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""), ("fen", "12"), ("procurement", ""), ("details", ""));
        }

        await _people["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/words"), ("do", "save"), ("sort", "words"), ("key", "duties"), ("said", "负责科技工作，每年支出 12 万元。"));
        await Look();
        var preview = (await _people["王芳"].Get(WorkbenchFixture.At("/work/reports/101001/preview"))).Html;
        Assert.Contains("<mark class=\"loose\">12 万元</mark>", preview, StringComparison.Ordinal);
        Assert.Contains("<mark class=\"gap\">", preview, StringComparison.Ordinal);
        Assert.Contains("class=\"findings\"", preview, StringComparison.Ordinal);
        Assert.Contains("class=\"list heat\"", (await _people["陈静"].Get(WorkbenchFixture.At("/work/review"))).Html, StringComparison.Ordinal);
        foreach (var format in new[] { "docx", "xlsx", "html" })
        {
            Assert.NotEmpty(await _people["王芳"].Bytes(WorkbenchFixture.At("/work/reports/101001/draft?format=" + format)));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _people["赵敏"].Get(WorkbenchFixture.At("/work/reports/101001/draft?format=docx"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _people["王芳"].Get(WorkbenchFixture.At("/work/reports/101/preview"))).Status);
    }

    private async Task Look()
    {
        foreach (var page in Pages)
        {
            foreach (var language in new[] { "", "&lang=en" })
            {
                var shown = await _people["李明"].Get(WorkbenchFixture.At(page) + language);
                Assert.True(shown.Status == HttpStatusCode.OK, page + " " + shown.Status);
                Assert.DoesNotMatch(Missing(), shown.Html);
            }
        }
    }

    [GeneratedRegex(@"[>""]work\.[a-z]+[.a-z]*[<""]")]
    private static partial Regex Missing();
}
