using System.Net;
using System.Text.RegularExpressions;
using Mingzhang.Ledger.Archive;

namespace Mingzhang.Tests.Portal;

/// <summary>执行、数字链、区域、项目、对照的页面。</summary>
public sealed partial class NewPageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private ArchivedDocument Final => portal.Store.Read(a => a.Documents(2024).Single(d => d.Body?.Name == "云溪区试点局"));

    [Fact]
    public async Task A_final_account_says_what_share_was_spent_and_what_was_added_and_why()
    {
        var page = await portal.Text($"/d/{Final.Body!.Code}/2024?kind=final");
        Assert.Contains("95.0%", page, StringComparison.Ordinal);
        Assert.Contains("id=\"execution-chart-t\"", page, StringComparison.Ordinal);
        var added = page[page.IndexOf("id=\"added\"", StringComparison.Ordinal)..];
        Assert.Contains("+80.00", added, StringComparison.Ordinal);
        Assert.Contains("科普活动", added, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_topic_of_execution_reads_its_rate_and_leads_to_both_figures()
    {
        var page = await portal.Text("/t/execution?year=2024");
        Assert.Contains("云溪区试点局", page, StringComparison.Ordinal);
        var row = Row(page, "云溪区试点局");
        Assert.Contains("2,000.00", row, StringComparison.Ordinal);
        Assert.Contains("1,900.00", row, StringComparison.Ordinal);
        Assert.Contains("95.0%", row, StringComparison.Ordinal);
        foreach (Match link in Cell().Matches(row))
        {
            await portal.Text(link.Groups[1].Value);
        }

        Assert.Contains("−100.00", Row(await portal.Text("/t/added?year=2024"), "云溪区试点局"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_amount_is_divided_only_by_what_the_same_document_counts()
    {
        var figures = portal.Store.Read(a => a.Headlines(Final)).ToDictionary(h => h.Item, h => h.Fen, StringComparer.Ordinal);
        Assert.Equal(2 * CountedFigures.Hundredths, figures["fleet"]);
        Assert.Equal(20 * CountedFigures.Hundredths, figures["posts"]);
        var other = portal.Store.Read(a => a.Documents(2024).First(d => d.Id != Final.Id && d.Body is not null));
        Assert.Contains("文件没有写编制数", await portal.Text($"/compare?a={Final.Key}&b={other.Key}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_that_names_nobody_stands_under_no_department_but_in_the_report()
    {
        Assert.DoesNotContain("XX局", await portal.Text("/depts?year=2024"), StringComparison.Ordinal);
        Assert.Contains("模板.txt", await portal.Text("/status?year=2024"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sum_of_a_region_says_of_how_many_it_is_made()
    {
        var page = await portal.Text($"/region/{Filing.CodeOf("云溪区")}/2024?kind=final");
        Assert.Contains("1/1 个部门", page, StringComparison.Ordinal);
        Assert.Contains("1,900.00", page, StringComparison.Ordinal);
        await portal.Text("/region/ffffffff/2024", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_chain_says_what_repeats_and_what_the_archive_lacks()
    {
        var page = await portal.Text($"/chain/{Final.Body!.Code}/2024?item=general");
        Assert.Contains("比“决算所列年初预算”少 100.00 万元", page, StringComparison.Ordinal);
        Assert.Contains("档案里没有这份文件", page, StringComparison.Ordinal);
        await portal.Text($"/chain/{Final.Body.Code}/2024?item=nothing", HttpStatusCode.NotFound);
        await portal.Text($"/chain/{Final.Body.Code}/1999", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_years_of_one_figure_are_told_to_agree_or_by_how_much_they_differ()
    {
        var sample = portal.Sample;
        var page = await portal.Text($"/chain/{sample.Body!.Code}/{(sample.Year - 1)!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}?item=general");
        Assert.Matches("与“年初预算”(一致|差)", page);
    }

    [Fact]
    public async Task A_correction_shows_its_cells_its_sentences_and_its_reason()
    {
        var page = await portal.Text($"/r/{Final.Key}/versions");
        Assert.Contains("<blockquote lang=\"zh\">更正说明：教育支出决算数更正为1,530.00万元。", page, StringComparison.Ordinal);
        Assert.Contains("<del>1,520.00</del><ins>1,530.00</ins>", page, StringComparison.Ordinal);
        Assert.Contains("<ins>更正说明", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_has_one_page_for_all_its_years_and_what_is_not_said_says_so()
    {
        var department = await portal.Text($"/d/{portal.Sample.Body!.Code}/{portal.Sample.Year}");
        var link = Project().Match(department);
        Assert.True(link.Success);
        var page = await portal.Text(link.Groups[1].Value);
        Assert.Contains("立项依据", page, StringComparison.Ordinal);
        Assert.Contains("文件没有写", page, StringComparison.Ordinal);
        Assert.Contains((portal.Sample.Year - 1)!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), page, StringComparison.Ordinal);
        await portal.Text("/p/" + portal.Sample.Body.Code + "-00000000", HttpStatusCode.NotFound);
        await portal.Text("/p/x", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whose_costs_rose_most_and_why_is_one_page()
    {
        var page = await portal.Text($"/t/rise?year={portal.Sample.Year}&item=spending");
        Assert.Contains(portal.Sample.Body!.Name, page, StringComparison.Ordinal);
        Assert.Contains("rise-chart-t", page, StringComparison.Ordinal);
        Assert.Contains("没有两年都在档案里的部门", await portal.Text("/t/rise?year=2024&kind=final"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_is_sorted_by_its_quotient_where_that_is_asked_for()
    {
        var year = portal.Sample.Year!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var page = await portal.Text($"/t/operating?year={year}&lang=en");
        Assert.Contains($"/t/operating?year={year}&amp;by=operating-posts&amp;lang=en", page, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"true\"", await portal.Text($"/t/operating?year={year}&by=operating-posts"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renamed_department_is_joined_where_a_document_says_so()
    {
        var text = PortalFixture.FinalAccount.Replace("2024", "2025", StringComparison.Ordinal).Replace("云溪区试点局", "云溪区示范局", StringComparison.Ordinal)
            .Replace("负责试点。", "负责试点。2025年，云溪区试点局更名为云溪区示范局。", StringComparison.Ordinal);
        var report = Ledger.Archive.Archives.File(portal.Store, text, "示范局.txt");
        var body = portal.Store.Read(a => a.Document(report.Disclosure.Facts.Id))!.Body!;
        Assert.Equal("云溪区示范局", body.Name);
        await Task.Delay(TimeSpan.FromSeconds(2.2), TestContext.Current.CancellationToken);
        var page = await portal.Text($"/d/{body.Code}/2025?kind=final");
        Assert.Contains("以前叫", page, StringComparison.Ordinal);
        Assert.Contains("当时叫：云溪区试点局", page, StringComparison.Ordinal);
        Assert.Contains("现在叫", await portal.Text($"/d/{Final.Body!.Code}/2024?kind=final"), StringComparison.Ordinal);
    }

    private static string Row(string page, string name) => page.Split("<tr>").Last(r => r.Contains(name, StringComparison.Ordinal)).Split("</tr>")[0];

    [GeneratedRegex("href=\"(/cell/[^\"]*)\"")]
    private static partial Regex Cell();

    [GeneratedRegex("href=\"(/p/[^\"]*)\"")]
    private static partial Regex Project();
}
