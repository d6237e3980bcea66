using System.Net;
using System.Net.Sockets;
using System.Text;
using Mingzhang.Portal.Files;

namespace Mingzhang.Tests.Portal;

public sealed class HostileTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    public static TheoryData<string> Probes =>
    [
        "/s?q=<script>alert(1)</script>", "/s?q=\"><img src=x onerror=alert(1)>", "/s?q=' OR '1'='1", "/s?q='; DROP TABLE archive_document; --", "/s?q=\" OR NEAR(a,b) *", "/s?q=%00%0d%0aSet-Cookie:x=1", "/s?q=" + "科".PadRight(3000, '普'),
        "/depts?year=2024'--", "/depts?kind=<b>&year=2024", "/depts?page=99999999999999999999", "/depts?page=-1", "/compare?a=../../etc/passwd", "/r/..%2f..%2fetc%2fpasswd", "/r/%2e%2e/%2e%2e/original", "/cell/'%20OR%201=1.t1", "/cell/%25%25%25%25%25%25%25%25.%25",
        "/d/%00/2024", "/d/x/99999999999", "/c/206'", "/t/%3Cscript%3E", "/assets/../../appsettings.json", "/?lang=en%0d%0aX-Evil:1", "/?lang=<script>", "/r/x/page/1e9", "/data/figures.csv/../../x", "/\u0000", "/%ff%fe",
    ];

    [Theory]
    [MemberData(nameof(Probes))]
    public async Task A_hostile_address_gets_a_page_and_nothing_else(string path)
    {
        using var response = await portal.Client.GetAsync(new Uri(Escaped(path), UriKind.Relative), TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)response.StatusCode is 200 or 302 or 400 or 404 or 414, response.StatusCode.ToString());
        Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
        Assert.DoesNotContain("onerror=alert(1)>", body, StringComparison.Ordinal);
        Assert.DoesNotContain("   at Mingzhang", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", body, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("X-Evil") || response.Headers.Contains("Set-Cookie"));
        Assert.Equal(portal.Filed, portal.Store.Read(a => a.Documents((int?)null)).Count);
    }

    [Fact]
    public async Task Names_in_documents_are_text_wherever_they_are_shown()
    {
        var document = portal.Store.Read(a => a.Documents((int?)null)).Single(d => d.Name.Contains("onerror", StringComparison.Ordinal));
        foreach (var path in new[] { "/", "/depts?year=2024", "/compare", "/data", "/status?year=2024", $"/r/{document.Key}", $"/d/{document.Body!.Code}/2024", "/s?q=" + Uri.EscapeDataString(document.Body.Name), $"/compare?a={document.Key}&b={portal.Sample.Key}" })
        {
            var html = await portal.Text(path);
            Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        }

        using var original = await portal.Client.GetAsync(new Uri($"/r/{document.Key}/original", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.False(original.Headers.Contains("X-Evil"));
        Assert.Contains("sandbox", Assert.Single(original.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition!.DispositionType);
    }

    [Fact]
    public void A_file_name_cannot_end_its_header() => Assert.DoesNotMatch("[\r\n]|\"[^\"]*\"[^;]*\"", DocumentFiles.Disposition("a\"; filename=\"b\r\nX-Evil: 1"));

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nX: {0}\r\n\r\n", 40_000)]
    [InlineData("GET /{0} HTTP/1.1\r\nHost: a\r\n\r\n", 20_000)]
    [InlineData("\u0001\u0002 {0}\r\n\r\n", 10)]
    public async Task What_is_no_sound_request_is_refused(string request, int length)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(portal.Client.BaseAddress!.Host, portal.Client.BaseAddress.Port, TestContext.Current.CancellationToken);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, request, new string('a', length))), TestContext.Current.CancellationToken);
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer, TestContext.Current.CancellationToken);
        var answer = Encoding.ASCII.GetString(buffer, 0, read);
        Assert.Matches("^HTTP/1.1 (400|414|431)|^$", answer);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_body_is_not_read()
    {
        using var response = await portal.Client.PostAsync(new Uri("/s", UriKind.Relative), new ByteArrayContent(new byte[100_000]), TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode is HttpStatusCode.MethodNotAllowed or HttpStatusCode.RequestEntityTooLarge);
    }

    private static string Escaped(string path) => path.Contains('%', StringComparison.Ordinal) ? path : string.Concat(path.Select(c => c < '!' || c > '~' || c is '<' or '>' or '"' or '\'' ? Uri.EscapeDataString(c.ToString()) : c.ToString()));
}
