using System.Net;
using System.Text.RegularExpressions;
using Mingzhang.Ledger.Lines;
using Mingzhang.Ledger.Organisation;
using Mingzhang.Workbench.Pages.Reports;

namespace Mingzhang.Tests.Workbench;

/// <summary>问题从哪里改起：a finding of the draft leads to the words or the line that it comes from, and the rail says of each part how far it is.</summary>
public sealed partial class FindingLeadTests : IAsyncLifetime
{
    private readonly WorkbenchFixture _work = new();
    private Dictionary<string, WorkClient> _people = [];

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _people = await _work.Everybody();
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task A_leftover_in_the_words_leads_to_them_and_a_figure_to_its_line()
    {
        await Spend();
        await Words("duties", "负责科技工作，公开电话【待填】。");
        var preview = (await Page("preview")).Html;
        var leads = Leads().Matches(preview);
        Assert.Equal(Finding().Count(preview), leads.Count);
        var words = Assert.Single(leads, m => m.Value.Contains("说明“", StringComparison.Ordinal) && preview[..m.Index].EndsWith("</p>", StringComparison.Ordinal) && Nearest(preview, m.Index).Contains("【待填】", StringComparison.Ordinal));
        var address = WebUtility.HtmlDecode(Address().Match(words.Value).Groups[1].Value);
        Assert.Contains($"id=\"{address[(address.IndexOf('#', StringComparison.Ordinal) + 1)..]}\"", (await _people["王芳"].Get(address[..address.IndexOf('#', StringComparison.Ordinal)])).Html, StringComparison.Ordinal);
        Assert.Contains(leads, m => m.Value.Contains("/income?year=2026\">收入</a>", StringComparison.Ordinal) && Nearest(preview, m.Index).Contains("收入合计", StringComparison.Ordinal));
        Assert.Contains(leads, m => m.Value.Contains("支出第 1 行（2060101 30201，12.50 万元）", StringComparison.Ordinal) && m.Value.Contains("#line-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_line_is_marked_on_the_page_that_it_stands_on_without_script()
    {
        _work.Site.With(s => s.WriteUnit("李明", "", "101001", w =>
        {
            var book = new LineBook(w, Documents.Library, Organisations.Unit(w, WorkbenchFixture.Year, "101001")!);
            for (var n = 1; n <= 101; n++)
            {
                book.Store(book.Check(new Line { Year = WorkbenchFixture.Year, Unit = "101001", Fund = "general", Nature = "public", Function = "2060101", Economic = n == 101 ? "30202" : "30201", Details = "第 " + n, Fen = 100_000 }, (_, problem) => w.Refuse(problem)));
            }

            book.Done();
        }));
        var line = _work.Lines("101001")[^1];
        var shown = await _people["王芳"].Get(LinesPage.Address(new Unit { Year = WorkbenchFixture.Year, Code = "101001", Department = "101", Name = "" }, "spending", line.Id).Split('#')[0]);
        Assert.Contains($"id=\"line-{line.Id}\"", shown.Html, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\">2</a>", shown.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_weights_lead_to_the_objective_of_their_project()
    {
        await _people["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/projects"), ("code", "P1"), ("name", "科普活动"), ("objective", "举办科普活动"), ("version", "0"));
        await _people["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/performance"), ("project", "P1"), ("number", "0"), ("name", "活动场次"), ("nature", "≥"), ("value", "10"), ("unit", "场"), ("weight", "60"));
        await _people["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/spending"), ("id", ""), ("version", "0"), ("fund", "general"), ("nature", "project"), ("function", "2060702"), ("economic", "30299"), ("project", "P1"), ("fen", "4"), ("procurement", ""), ("details", ""));
        var preview = (await Page("preview")).Html;
        var lead = Assert.Single(Leads().Matches(preview), m => Nearest(preview, m.Index).Contains("MZ401", StringComparison.Ordinal));
        Assert.Contains("/performance?year=2026#p-P1\">绩效“科普活动”</a>", lead.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("支出", lead.Value, StringComparison.Ordinal);
        Assert.Contains("id=\"p-P1\"", (await Page("performance")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rail_says_how_far_each_part_is_by_sign_and_by_word()
    {
        Assert.All(new[] { "income", "spending", "submit", "publish" }, p => Assert.Equal("还有缺的", State(Rail("spending").Result, p)));
        Assert.Equal("改动后还没有核对", State(await Rail("spending"), "preview"));
        await Spend();
        var rail = await Rail("spending");
        Assert.Equal(("还有缺的", "齐全", "齐全"), (State(rail, "income"), State(rail, "spending"), State(rail, "projects")));
        await Income("5");
        rail = await Rail("income");
        Assert.Equal(("有错或有意见", "有错或有意见"), (State(rail, "income"), State(rail, "spending")));
        await Page("preview");
        Assert.Contains(State(await Rail("words"), "preview"), new[] { "还有缺的", "有错或有意见" });
        Assert.Equal("还有缺的", State(await Rail("words"), "words"));

        // What was checked is so until something changes.
        await Words("duties", "负责科技工作。");
        Assert.Equal("改动后还没有核对", State(await Rail("words"), "preview"));
        Assert.Contains("role=\"img\" aria-label=\"something is missing\"", (await _people["王芳"].Get(WorkbenchFixture.At("/work/reports/101001/words") + "&lang=en")).Html, StringComparison.Ordinal);
    }

    private async Task<string> Rail(string part) => (await Page(part)).Html;

    private static string State(string page, string part) => Regex.Match(page, $"/reports/101001/{part}\\?year=2026\"[^>]*>[^<]*</a><span class=\"mark [a-z]+\" role=\"img\" aria-label=\"([^\"]+)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;

    // The finding that a lead belongs to.
    private static string Nearest(string page, int at) => page[page[..at].LastIndexOf("<li class=", StringComparison.Ordinal)..at];

    private Task<Shown> Page(string part) => _people["王芳"].Get(WorkbenchFixture.At("/work/reports/101001/" + part));

    private Task<Shown> Words(string key, string said) => _people["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/words"), ("do", "save"), ("sort", "words"), ("key", key), ("said", said));

    private Task<Shown> Spend() => _people["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/spending"), ("id", ""), ("version", "0"), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""), ("fen", "12.5"), ("procurement", ""), ("details", ""));

    private Task<Shown> Income(string fen) => _people["王芳"].Post(WorkbenchFixture.At("/work/reports/101001/income"), ("id", ""), ("version", "0"), ("measure", "income"), ("fund", "general"), ("function", ""), ("fen", fen), ("details", ""));

    [GeneratedRegex("<p class=\"leads\">.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Leads();

    [GeneratedRegex("<li class=\"[a-z]+\"><p><span class=\"tag\">")]
    private static partial Regex Finding();

    [GeneratedRegex("href=\"([^\"]*words[^\"]*#w[0-9a-f]+)\"")]
    private static partial Regex Address();
}
