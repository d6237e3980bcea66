using System.Net;
using Mingzhang.Tests.Portal;
using Mingzhang.Tests.Workbench;

namespace Mingzhang.Tests.Security;

/// <summary>回答的各项头：what every answer says of itself, and what none does.</summary>
public sealed class HeaderTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    // What anybody's page may read: public data, and nothing that changes.
    private static readonly string[] Public = ["/api/v1/departments", "/api/v1/nothing-of-the-kind", "/feed.atom", "/data/catalogue.json", "/openapi/v1.json"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string[] Paths => ["/", "/depts", "/s?q=a", "/data", "/check", "/cite", "/nothing-of-the-kind", "/healthz", "/robots.txt", "/sitemap.xml", $"/r/{portal.Sample.Key}", $"/r/{portal.Sample.Key}/original", $"/r/{portal.Sample.Key}/figures.csv", $"/r/{portal.Sample.Key}/figures.json", "/oembed?url=%2F", .. Public];

    [Fact]
    public async Task Every_answer_says_what_it_is_and_is_not_guessed_at()
    {
        await using var work = new WorkbenchFixture();
        await work.InitializeAsync();
        await work.Client().First(work.Site.FirstCode, "李明");
        foreach (var answer in (await Answers(portal.Client, Paths)).Concat(await Answers(new HttpClient { BaseAddress = work.Address }, ["/work/in", "/work/denied", "/work/nothing", "/work/settings"])))
        {
            using (answer)
            {
                var path = answer.RequestMessage!.RequestUri!.PathAndQuery;
                Assert.True(answer.Content.Headers.ContentType is not null, path);
                var type = answer.Content.Headers.ContentType!;
                Assert.True(!(type.MediaType!.StartsWith("text/", StringComparison.Ordinal) || type.MediaType.EndsWith("xml", StringComparison.Ordinal)) || type.CharSet == "utf-8", path + " " + type);
                Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
                Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
                Assert.StartsWith("default-src 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
                Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
                Assert.Equal("camera=(), geolocation=(), microphone=()", Header(answer, "Permissions-Policy"));
            }
        }
    }

    [Fact]
    public async Task No_answer_names_what_it_runs_on()
    {
        foreach (var answer in await Answers(portal.Client, Paths))
        {
            using (answer)
            {
                Assert.DoesNotContain(answer.Headers, h => h.Key is "Server" or "X-Powered-By" or "X-AspNet-Version");
                Assert.DoesNotMatch("(?i)kestrel|asp\\.net|\\.net 10|npgsql", answer.Content.Headers.ContentType?.MediaType == "text/html" ? await answer.Content.ReadAsStringAsync(Stop) : "");
            }
        }
    }

    [Fact]
    public async Task Only_public_data_are_for_pages_of_others()
    {
        foreach (var answer in await Answers(portal.Client, Paths))
        {
            using (answer)
            {
                var path = answer.RequestMessage!.RequestUri!.PathAndQuery;
                var open = Header(answer, "Access-Control-Allow-Origin");
                Assert.True(open.Length == 0 || (open == "*" && (Public.Contains(path) || path.StartsWith("/oembed", StringComparison.Ordinal))), path + " " + open);
                Assert.Equal("", Header(answer, "Access-Control-Allow-Credentials"));
            }
        }
    }

    [Fact]
    public async Task Nothing_of_the_workbench_is_kept_by_caches()
    {
        await using var work = new WorkbenchFixture();
        await work.InitializeAsync();
        await work.Client().First(work.Site.FirstCode, "李明");
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = work.Address };
        var page = await browser.GetStringAsync(new Uri("/work/in", UriKind.Relative), Stop);
        var token = System.Text.RegularExpressions.Regex.Match(page, "__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "李明"), KeyValuePair.Create("password", WorkbenchFixture.Password), KeyValuePair.Create("__RequestVerificationToken", token)]);
        using var came = await browser.PostAsync(new Uri("/work/in", UriKind.Relative), form, Stop);
        Assert.Equal("/work", came.RequestMessage!.RequestUri!.AbsolutePath);
        foreach (var answer in (await Answers(browser, ["/work", "/work/in", "/work/account", "/work/settings", "/work/settings/people", "/work/settings/journal/csv", "/work/reports", "/work/review", "/work/rules", "/work/jobs", "/work/nothing/101"])).Append(came))
        {
            using (answer)
            {
                // What stands nowhere is the portal's answer that there is no such page.
                Assert.True(answer.StatusCode == HttpStatusCode.NotFound || answer.Headers.CacheControl is { NoStore: true }, answer.RequestMessage!.RequestUri!.ToString());
            }
        }
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";

    private static async Task<List<HttpResponseMessage>> Answers(HttpClient client, IEnumerable<string> paths)
    {
        var answers = new List<HttpResponseMessage>();
        foreach (var path in paths)
        {
            answers.Add(await client.GetAsync(new Uri(path, UriKind.Relative), Stop));
        }

        return answers;
    }
}
