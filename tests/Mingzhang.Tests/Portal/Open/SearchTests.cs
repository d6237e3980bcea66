using System.Net;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Searching;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Portal.Open;

/// <summary>搜索：names, codes, initials, prefixes, and words of two characters on both databases.</summary>
public sealed class SearchTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("dept:科协", "科协", "dept", null)]
    [InlineData("部门：科协", "科协", "dept", null)]
    [InlineData("code: 2060702", "2060702", "code", null)]
    [InlineData("科普 year:2024", "科普", null, 2024)]
    [InlineData("年度:2025 正文:培训", "培训", "text", 2025)]
    [InlineData("http://a", "http://a", null, null)]
    [InlineData("year:99999 科普", "科普", null, null)]
    [InlineData("dept:", "", "dept", null)]
    public void Prefixes_say_what_is_meant(string asked, string words, string? group, int? year) => Assert.Equal(new SearchQuery(words, group, year), SearchQuery.Of(asked));

    [Theory]
    [InlineData("科普活动", "/c/2060702")]
    [InlineData("2060702", "/c/2060702")]
    [InlineData("kphd", "/c/2060702")]
    public async Task A_code_is_found_by_name_number_and_initials(string asked, string link) => Assert.Contains($"href=\"{link}\"", await portal.Text("/s?q=" + Uri.EscapeDataString(asked)), StringComparison.Ordinal);

    [Fact]
    public async Task A_department_is_found_by_part_of_its_name_and_by_initials_with_what_it_spends()
    {
        var name = portal.Sample.Body!.Name;
        foreach (var asked in new[] { name[^4..], Documents.Library.Terms.Sounds.Initials(name) })
        {
            var page = await portal.Text("/s?q=" + Uri.EscapeDataString(asked));
            Assert.Contains($"/d/{portal.Sample.Body.Code}/", page, StringComparison.Ordinal);
            Assert.Contains("class=\"fig\"", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_means_one_thing_is_there_at_once()
    {
        using var department = await portal.Client.GetAsync(new Uri("/s?lang=en&q=" + Uri.EscapeDataString("dept:" + portal.Sample.Body!.Name), UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, department.StatusCode);
        Assert.Equal($"/d/{portal.Sample.Body.Code}?lang=en", department.Headers.Location!.ToString());
        using var code = await portal.Client.GetAsync(new Uri("/s?q=code:2060702", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("/c/2060702", code.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("公务")]
    [InlineData("培训")]
    [InlineData("经费")]
    [InlineData("预算")]
    [InlineData("年")]
    [InlineData("公务 经费")]
    [InlineData("机关运行经费")]
    [InlineData("不存在的词")]
    public void Words_of_two_characters_have_the_same_hits_on_both_databases(string words)
    {
        using var file = Archives.Of("sqlite", Documents.Sample);
        using var server = Archives.Of("postgres", Documents.Sample);
        var hits = Hits(file);
        Assert.Equal(hits, Hits(server));

        // Everything that holds the words is found, as far as one page goes.
        var whole = file.Read(a => a.Texts(Archives.Only(file))).Where(t => words.Split(' ').All(w => t.Said.Contains(w, StringComparison.Ordinal))).Select(t => t.Said).ToHashSet();
        Assert.Subset(hits.ToHashSet(), whole);

        List<string> Hits(ArchiveStore store) => [.. store.Read(a => a.Search(words, 10_000)).Select(f => f.Text.Said).Order(StringComparer.Ordinal)];
    }
}
