using System.Text.RegularExpressions;
using Mingzhang.Documents;
using Mingzhang.Portal.Delegates;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Portal.Open;

/// <summary>代表一页纸：one page, neutral, computed.</summary>
public sealed partial class PackTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("", "可以问")]
    [InlineData("?lang=en", "What may be asked")]
    public async Task The_page_has_the_figures_and_what_may_be_asked(string query, string words)
    {
        var page = await portal.Text($"/d/{portal.Sample.Body!.Code}/{portal.Sample.Year}/pack{query}");
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.True(Figure().Count(page) > 4);
        await portal.Text("/d/none/2024/pack", System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_change_without_a_reason_and_a_check_that_fails_are_asked_about()
    {
        const string Wrong = """
            某市科学技术局2024年部门预算情况说明

            一、部门收支总体情况

            收入预算：2024年年初预算数100万元，其中：一般公共预算拨款100万元；收入比2023年增加50万元。

            支出预算：2024年年初预算数100万元，其中：科学技术支出60万元，社会保障和就业支出30万元；支出比2023年增加50万元，主要是基本支出增加20万元，项目支出增加30万元。
            """;
        using var store = Archives.Of("sqlite", Wrong);
        await using var site = await Running.Start(store);
        var page = await site.Text($"/d/{Archives.Only(store).Body!.Code}/2024/pack");
        Assert.Contains("可以问：哪一个数是对的", page, StringComparison.Ordinal);
        Assert.Contains("文中没有说明原因", page, StringComparison.Ordinal);
        Assert.Contains("可以问：为什么变", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_peers_or_no_statistic()
    {
        using var store = Archives.Empty("sqlite");
        for (var i = 0; i < 12; i++)
        {
            Archives.File(store, $"某市第{i}局2024年部门预算情况说明\n\n一、部门收支总体情况\n\n支出预算：2024年年初预算数{100 + i}万元，其中：基本支出60万元，项目支出{40 + i}万元。\n", $"某市第{i}局", $"{i}.txt");
        }

        store.Read(a =>
        {
            var documents = a.Documents(2024);
            var figures = a.Headlines(2024, "spending", "project").GroupBy(h => h.Document).ToDictionary(g => g.Key, g => g.ToDictionary(h => h.Item));
            var peers = Peers.Find(documents, figures, documents[0], "project");
            Assert.Equal(11, peers!.Count);
            Assert.Equal(peers.Of.Order(), peers.Of);
            Assert.Null(Peers.Find([.. documents.Take(10)], figures, documents[0], "project"));
            Assert.Null(Peers.Find(documents, figures, documents[0], "sangong"));
            return true;
        });
    }

    [Fact]
    public async Task On_paper_it_is_one_page()
    {
        using var response = await portal.Client.GetAsync(new Uri($"/d/{portal.Sample.Body!.Code}/{portal.Sample.Year}/pack.pdf", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.SkipUnless(response.IsSuccessStatusCode, "needs a Chinese font, which is not here: apt-get install fonts-wqy-zenhei");
        var paper = Opening.Bytes("pack.pdf", await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Paper!;
        Assert.Single(paper.Pages);
    }

    [GeneratedRegex("class=\"fig\" href=\"/cell/")]
    private static partial Regex Figure();
}
