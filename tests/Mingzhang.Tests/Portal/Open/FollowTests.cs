using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mingzhang.Budget;
using Mingzhang.Ledger.Archive;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Portal.Open;

/// <summary>订阅、地图、说明、引用：what programs read of the pages.</summary>
public sealed partial class FollowTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom", Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Theory]
    [InlineData("/feed")]
    [InlineData("/t/sangong/feed")]
    [InlineData("/t/projects/feed")]
    public async Task Feeds_are_well_formed_and_lead_to_pages(string path)
    {
        foreach (var language in new[] { "", "?lang=en" })
        {
            var atom = XDocument.Parse(await portal.Text(path + ".atom" + language));
            var entries = atom.Root!.Elements(Atom + "entry").ToList();
            Assert.NotEmpty(entries);
            foreach (var entry in entries)
            {
                using var page = await portal.Client.GetAsync(new Uri(entry.Element(Atom + "link")!.Attribute("href")!.Value), TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            }

            var rss = XDocument.Parse(await portal.Text(path + ".rss" + language));
            Assert.Equal(entries.Select(e => e.Element(Atom + "title")!.Value), rss.Descendants("item").Select(i => i.Element("title")!.Value));
        }
    }

    [Fact]
    public async Task A_department_is_followed_and_a_correction_is_one_entry_of_its_own_kind()
    {
        using var store = Archives.Of("sqlite", Documents.Sample);
        Archives.File(store, Documents.Sample + "\n", "更正.txt");
        await using var app = await Running.Start(store);
        var feed = XDocument.Parse(await app.Text($"/d/{store.Read(a => a.Bodies())[0].Body.Code}/feed.atom"));
        Assert.Equal("corrected", Assert.Single(feed.Root!.Elements(Atom + "entry")).Element(Atom + "category")!.Attribute("term")!.Value);
        await portal.Text("/d/none/feed.atom", HttpStatusCode.NotFound);
        await portal.Text("/t/none/feed.rss", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_published_late_is_told()
    {
        using var store = Archives.Empty("sqlite");
        Archives.File(store, Documents.Sample, CheckSettings.None with { ApprovedOn = new DateOnly(2024, 2, 1), PublishedOn = new DateOnly(2024, 3, 1) });
        await using var app = await Running.Start(store);
        var late = XDocument.Parse(await app.Text("/feed.atom")).Root!.Elements(Atom + "entry").Single(e => e.Element(Atom + "category")!.Attribute("term")!.Value == "late");
        Assert.Contains("逾期 9 天", late.Element(Atom + "title")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_working_days_are_set_those_count()
    {
        using var store = Archives.Empty("sqlite");
        Archives.File(store, Documents.Sample, CheckSettings.None with { ApprovedOn = new DateOnly(2024, 2, 1), PublishedOn = new DateOnly(2024, 3, 1), Term = new PublicationTerm(20, true, WorkCalendar.None) });
        await using var app = await Running.Start(store);
        Assert.Contains("逾期 1 天", await app.Text("/feed.atom"), StringComparison.Ordinal);
        var status = await app.Text("/status?year=" + store.Read(a => a.Years())[0].Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("2024-02-29 <small>20 个工作日</small>", status, StringComparison.Ordinal);
        Assert.Contains("期限旁有说明", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_that_merged_lead_to_each_other()
    {
        using var store = Archives.Empty("sqlite");
        Archives.File(store, Documents.Sample, "云溪区科技馆", "a.txt");
        Archives.File(store, Documents.Sample + "\n", "云溪区图书馆", "b.txt");
        var (own, successor) = (Filing.CodeOf("云溪区科技馆"), Filing.CodeOf("云溪区图书馆"));
        ArchivedSuccession museum = new(2027, own, "云溪区科技馆", successor, "云溪区图书馆"), fair = new(2028, Filing.CodeOf("会展中心"), "会展中心", "", "");
        store.File(f => f.Tell([museum, fair with { Successor = own, SuccessorName = "云溪区科技馆" }]));
        await using var app = await Running.Start(store);
        Assert.Contains($"从 2027 年起并入： <a href=\"/d/{successor}\">云溪区图书馆</a>", await Page(own), StringComparison.Ordinal);
        Assert.Contains("2028 年并入： 会展中心", await Page(own), StringComparison.Ordinal);
        Assert.Contains($"2027 年并入： <a href=\"/d/{own}\">云溪区科技馆</a>", await Page(successor), StringComparison.Ordinal);
        Assert.Contains("Since 2027 part of:", await Page(own, "?lang=en"), StringComparison.Ordinal);

        async Task<string> Page(string code, string language = "") => await app.Text($"/d/{code}/{store.Read(a => a.Years())[0].Year}{language}");
    }

    [Fact]
    public async Task The_map_lists_pages_that_are_there()
    {
        var map = XDocument.Parse(await portal.Text("/sitemap.xml")).Root!.Elements(Map + "url").Select(u => new Uri(u.Element(Map + "loc")!.Value)).ToList();
        Assert.Contains(map, u => u.AbsolutePath == "/r/" + portal.Sample.Key);
        foreach (var url in map)
        {
            using var page = await portal.Client.GetAsync(url, TestContext.Current.CancellationToken);
            Assert.True(page.StatusCode == HttpStatusCode.OK, url.ToString());
        }

        Assert.Contains("Sitemap: " + new Uri(portal.Client.BaseAddress!, "/sitemap.xml"), await portal.Text("/robots.txt"), StringComparison.Ordinal);
        await portal.Text("/sitemap-2.xml", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Pages_say_what_they_are_of_to_programs()
    {
        var department = Blocks(await portal.Text($"/d/{portal.Sample.Body!.Code}/{portal.Sample.Year}"));
        Assert.Equal(["GovernmentOrganization", "Dataset"], department.Select(d => d.GetProperty("@type").GetString()!));
        var dataset = Assert.Single(Blocks(await portal.Text("/r/" + portal.Sample.Key)));
        Assert.Equal("urn:sha256:" + portal.Sample.Hash, dataset.GetProperty("identifier").GetString());
        var hostile = portal.Store.Read(a => a.Documents((int?)null)).Single(d => d.Name.Contains("onerror", StringComparison.Ordinal));
        var page = await portal.Text($"/d/{hostile.Body!.Code}/2024");
        Assert.Equal(PortalFixture.HostileName, Blocks(page)[0].GetProperty("name").GetString());
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_and_documents_can_be_cited()
    {
        var bib = await portal.Text($"/cell/{portal.Sample.Key}.t1.r1.c2/cite.bib");
        Assert.StartsWith($"@techreport{{mingzhang-{portal.Sample.Key}-t1.r1.c2,", bib, StringComparison.Ordinal);
        Assert.Contains($"/cell/{portal.Sample.Key}.t1.r1.c2}}", bib, StringComparison.Ordinal);
        Assert.Equal(bib.Count(c => c == '{'), bib.Count(c => c == '}'));
        Assert.Contains(portal.Sample.Hash, await portal.Text($"/r/{portal.Sample.Key}/cite.bib"), StringComparison.Ordinal);
        await portal.Text("/r/none/cite.bib", HttpStatusCode.NotFound);
        Assert.Contains($"/r/{portal.Sample.Key}", CiteSection().Match(await portal.Text("/r/" + portal.Sample.Key)).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Addresses_are_the_same_however_an_archive_was_filled()
    {
        var last = Documents.Sample.Replace("2026年", "2025年", StringComparison.Ordinal).Replace("2024年", "2023年", StringComparison.Ordinal) + "\n\n";
        using var one = Archives.Of("sqlite", Documents.Sample, last);
        using var other = Archives.Of("sqlite", last, Documents.Sample);
        Assert.Equal(Addresses(one), Addresses(other));

        static List<string> Addresses(ArchiveStore store) => store.Read(a => a.Bodies().Select(b => "/d/" + b.Body.Code)
            .Concat(a.Bodies().SelectMany(b => a.Documents(b.Body, replaced: true)).SelectMany(d => a.Statements(d).Select(s => $"/cell/{d.Key}.{s.Statement.Id} {s.Statement.Raw}"))).Order(StringComparer.Ordinal).ToList());
    }

    private static List<JsonElement> Blocks(string page) => [.. Block().Matches(page).Select(m => JsonDocument.Parse(m.Groups[1].Value).RootElement)];

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("<section id=\"cite\">.*?</section>", RegexOptions.Singleline)]
    private static partial Regex CiteSection();
}
