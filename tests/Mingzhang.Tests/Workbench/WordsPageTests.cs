using System.Net;
using System.Text.RegularExpressions;

namespace Mingzhang.Tests.Workbench;

/// <summary>说明页：a reason speaks of figures; its sentence stands beside it with the numbers that are bound, and where they change it waits to be read again.</summary>
public sealed partial class WordsPageTests : IAsyncLifetime
{
    private const string Reason = "新增天文望远镜维护，办公费相应增加";

    private readonly WorkbenchFixture _work = new();
    private WorkClient? _officer;

    private static string Words => WorkbenchFixture.At("/work/reports/101001/words");

    public async ValueTask InitializeAsync()
    {
        await _work.InitializeAsync();
        _officer = (await _work.Everybody())["王芳"];
        await Spend("12.5", "", 0);
    }

    public ValueTask DisposeAsync() => _work.DisposeAsync();

    [Fact]
    public async Task A_reason_whose_figure_changes_waits_to_be_read_again_until_somebody_has()
    {
        var key = await Write();
        Assert.DoesNotContain("数字变了", (await _officer!.Get(Words)).Html, StringComparison.Ordinal);

        var line = Assert.Single(_work.Lines("101001"));
        await Spend("20", line.Id, line.Version);
        var page = (await _officer.Get(Words)).Html;
        Assert.Contains("数字变了，请再看一遍", page, StringComparison.Ordinal);
        Assert.Contains("写下时上年 0.00 万元、本年 12.50 万元，现在不同了。", page, StringComparison.Ordinal);
        Assert.Contains("1 条说明写下以后数字变了，请再看一遍", (await _officer.Get(WorkbenchFixture.At("/work"))).Html, StringComparison.Ordinal);

        await _officer.Post(Words, ("do", "review"), ("key", key));
        Assert.DoesNotContain("数字变了", (await _officer.Get(Words)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_that_come_back_to_what_they_were_need_no_second_reading()
    {
        await Write();
        var line = Assert.Single(_work.Lines("101001"));
        await Spend("20", line.Id, line.Version);
        line = Assert.Single(_work.Lines("101001"));
        await Spend("12.5", line.Id, line.Version);
        Assert.DoesNotContain("数字变了", (await _officer!.Get(Words)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sentence_stands_beside_its_reason_with_the_numbers_that_are_bound()
    {
        await Write();
        var page = (await _officer!.Get(Words)).Html;
        var sentence = Sentence().Match(page).Groups[1].Value;
        Assert.Contains(Reason, sentence, StringComparison.Ordinal);
        Assert.Matches("<span class=\"chip\" title=\"[^\"]*准确数 125,000.00 元\">", sentence);
        Assert.Matches("<span class=\"chip\" title=\"[^\"]*exactly 125,000.00 yuan\">", (await _officer.Get(Words + "&lang=en")).Html);
    }

    [Fact]
    public async Task What_was_typed_in_other_fields_is_saved_along_and_what_nobody_touched_stays()
    {
        await _officer!.Post(Words, ("do", "save"), ("sort", "words"), ("key", "duties"), ("said", "负责科技工作。"));
        var duties = Fields().Matches((await _officer.Get(Words)).Html).Select(m => m.Groups[1].Value).First(n => n.EndsWith(".words.duties", StringComparison.Ordinal));
        await _officer.Post(Words, ("do", "save"), ("sort", "words"), ("key", "duties"), ("said", "负责全区科技工作。"));

        // The page is older than what was written last; its other two fields are new.
        await _officer.Post(Words + "&at=contact", ("do", "save"), (duties, "负责科技工作。"), ("said..words.contact", "王芳"), ("said..words.phone", "12345678"));
        var page = (await _officer.Get(Words)).Html;
        Assert.All(new[] { ">负责全区科技工作。<", ">王芳<", ">12345678<" }, said => Assert.Contains(said, page, StringComparison.Ordinal));

        // What is refused is still there.
        var refused = await _officer.Post(Words + "&at=structure", ("do", "save"), ("said..words.structure", ""), ("said..words.phone", "87654321"));
        Assert.Contains(">87654321<", refused.Html, StringComparison.Ordinal);
    }

    // The first reason that the page asks for.
    private async Task<string> Write()
    {
        var key = WebUtility.HtmlDecode(Why().Match((await _officer!.Get(Words)).Html).Groups[1].Value);
        Assert.NotEmpty(key);
        await _officer.Post(Words, ("do", "save"), ("sort", "words"), ("key", key), ("said", Reason));
        return key;
    }

    private async Task Spend(string fen, string id, long version) => await _officer!.Post(WorkbenchFixture.At("/work/reports/101001/spending"),
        ("id", id), ("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("fund", "general"), ("nature", "public"), ("function", "2060101"), ("economic", "30201"), ("project", ""), ("fen", fen), ("procurement", ""), ("details", ""));

    [GeneratedRegex("<textarea name=\"([^\"]+)\"")]
    private static partial Regex Fields();

    [GeneratedRegex("data-key=\"(why[^\"]*)\"")]
    private static partial Regex Why();

    [GeneratedRegex("<blockquote class=\"composed\" lang=\"zh-CN\">(.*?)</blockquote>\\s*(?:<p class=\"lastyear\">.*?)?<div class=\"entry\">(?:(?!</div>).)*新增天文望远镜", RegexOptions.Singleline)]
    private static partial Regex Sentence();
}
