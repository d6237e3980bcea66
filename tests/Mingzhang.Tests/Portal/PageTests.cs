using System.Net;
using System.Text.RegularExpressions;
using Mingzhang.Ledger.Archive;
using Mingzhang.Portal.Hosting;

namespace Mingzhang.Tests.Portal;

public sealed partial class PageTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_that_a_link_leads_to_answers_in_both_languages()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(["/", "/?lang=en", "/help", "/status", "/t/sangong?lang=en", "/s?q=%E7%A7%91%E5%AD%A6", "/robots.txt", "/healthz"]);
        var cells = 0;
        while (next.TryDequeue(out var path))
        {
            // Cells are alike: some of each document, not all.
            if (!seen.Add(path) || (path.StartsWith("/cell/", StringComparison.Ordinal) && cells++ > 120))
            {
                continue;
            }

            using var response = await portal.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect, $"{path}: {response.StatusCode}");
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.DoesNotContain("unsafe", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Set-Cookie"));
            if (response.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var html = await response.Content.ReadAsStringAsync(Stop);
            var english = path.Contains("lang=en", StringComparison.Ordinal);
            Assert.Contains(english ? "<html lang=\"en\"" : "<html lang=\"zh-CN\"", html, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"\sstyle=|\son[a-z]+=""|<style|javascript:", html);
            Assert.DoesNotMatch(@"(src|href)=""(https?:)?//", html);
            foreach (Match link in Link().Matches(html))
            {
                var target = WebUtility.HtmlDecode(link.Groups[1].Value).Split('#')[0];
                if (target.StartsWith('/') && seen.Count + next.Count < 1500)
                {
                    next.Enqueue(target);
                }
            }
        }

        Assert.True(seen.Count > 150, seen.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Language_and_size_are_kept_by_every_link_to_a_page()
    {
        var html = await portal.Text("/?lang=en&size=large");
        var links = Link().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Where(h => h.StartsWith('/') && !h.StartsWith("/assets", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, l => Assert.True(l.Contains("lang=en", StringComparison.Ordinal) != l.Contains("size=large", StringComparison.Ordinal) ? l is "/?size=large" or "/?lang=en" : l.Contains("lang=en", StringComparison.Ordinal), l));
    }

    [Theory]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/d/ffffffff/2024", HttpStatusCode.NotFound)]
    [InlineData("/r/0123456789abcdef", HttpStatusCode.NotFound)]
    [InlineData("/cell/0123456789abcdef.t1", HttpStatusCode.NotFound)]
    [InlineData("/c/999", HttpStatusCode.NotFound)]
    [InlineData("/t/none", HttpStatusCode.NotFound)]
    [InlineData("/depts?year=abc", HttpStatusCode.BadRequest)]
    [InlineData("/compare?a=0123456789abcdef", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_said_in_the_language_of_the_visitor(string path, HttpStatusCode status)
    {
        var chinese = await portal.Text(path, status);
        Assert.Contains("<html lang=\"zh-CN\"", chinese, StringComparison.Ordinal);
        var english = await portal.Text(path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + "lang=en", status);
        Assert.Contains("Back to the home page", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_reading_is_possible()
    {
        foreach (var path in new[] { "/", "/data/figures.csv", "/s" })
        {
            using var response = await portal.Client.PostAsync(new Uri(path, UriKind.Relative), new StringContent("x"), Stop);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        }
    }

    [Fact]
    public async Task Who_has_the_page_already_is_told_so_until_the_archive_changes()
    {
        using var first = await portal.Client.GetAsync(new Uri("/depts", UriKind.Relative), Stop);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/depts", UriKind.Relative));
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await portal.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task Styles_and_script_are_small_files_that_may_be_kept_for_ever()
    {
        Assert.InRange(Asset.Script.Bytes.Length, 1, 15 * 1024);
        foreach (var asset in Asset.All)
        {
            using var response = await portal.Client.GetAsync(new Uri(asset.Path, UriKind.Relative), Stop);
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }

        var page = await portal.Text($"/d/{portal.Sample.Body!.Code}/{portal.Sample.Year}");
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(page) + Asset.All.Sum(a => a.Bytes.Length), 1, 120 * 1024);
    }

    [Fact]
    public async Task A_department_is_found_by_its_name_its_initials_and_a_word_of_its_text()
    {
        var name = portal.Sample.Body!.Name;
        foreach (var query in new[] { name, name[..3], Documents.Library.Terms.Sounds.Initials(name)[..4] })
        {
            Assert.Contains("/d/" + portal.Sample.Body.Code, await portal.Text("/s?q=" + Uri.EscapeDataString(query)), StringComparison.Ordinal);
        }

        Assert.Contains("/c/206", await portal.Text("/s?q=206"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_corrected_document_says_so_and_names_what_changed()
    {
        var text = Documents.Sample + "\n\n更正说明：补充联系方式。\n";
        var report = Ledger.Archive.Archives.File(portal.Store, text, "更正.txt");
        var old = portal.Store.Read(a => a.Document(portal.Sample.Key))!;
        Assert.NotNull(old.Replaced);
        await Task.Delay(TimeSpan.FromSeconds(2.2), Stop);
        Assert.Contains("/r/" + report.Disclosure.Facts.Id[..ArchivedDocument.KeyLength], await portal.Text("/r/" + portal.Sample.Key), StringComparison.Ordinal);
        Assert.Contains("del", await portal.Text($"/r/{portal.Sample.Key}/versions") + "del", StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Link();
}
