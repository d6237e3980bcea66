using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Tests.Ledger;
using Mingzhang.Tests.Ledger.Archive;

namespace Mingzhang.Tests.Portal.Open;

/// <summary>攻击：what scanners try, each with the answer that it must get.</summary>
public sealed partial class ProbeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Paths =>
    [
        "/cite?q=%3Csvg/onload=alert(1)%3E", "/cite?q=%0d%0aSet-Cookie:%20a=1", "/cite?lang=en&q=" + new string('9', 480), "/ask/%3Cscript%3E", "/ask/..%2f..%2fetc", "/embed/d/%3Cscript%3E/2024", "/embed/cell/%00.%00", "/embed/..%2f..%2f", "/chart/d/x/..%2f..%2fa.svg", "/chart/%3Cscript%3E.svg",
        "/oembed?url=javascript:alert(1)", "/oembed?url=%2F%2Fevil.example%2F", "/oembed?url=%2Fcell%2Fx%22onload%3D", "/oembed?format=php&url=%2F", "/sitemap-99999999.xml", "/sitemap-0.xml", "/feed.atom?lang=%3Cb%3E", "/d/'%20OR%201=1/feed.atom", "/t/%2e%2e/feed.rss", "/data/v/a/b/c",
        "/data/v/0000000000000000/%2e%2e%2fportal.db", "/r/%2e%2e/cite.bib", "/cell/a.b%0d%0aX-Evil:1/cite.bib", "/s?q=dept:%27%20OR%201=1", "/s?q=dept:%0d%0aLocation:x", "/s?q=year:2024%20code:%00", "/d/x/2024/pack", "/d/x/%3Cb%3E/pack", "/questions?lang=%22%3E%3Cscript%3E", "/compare?a=1&a=2&a=3", "/s?q=a&q=b",
        "/depts?year=2024&year=2025", "/api/v1/search?q=%25%25%25", "/api/v1/documents?year=%27", "/api/v1/departments/..%2f..%2f/series?at=measure%3D%00",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_probe_gets_a_plain_answer(string path)
    {
        using var response = await portal.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
        var body = await response.Content.ReadAsStringAsync(Stop);
        Assert.True((int)response.StatusCode is 200 or 302 or 400 or 404 or 501, $"{response.StatusCode}");
        Plain(response, body);
        Assert.DoesNotMatch("<script>alert|<svg/onload|<b>|\"onload=", body);
    }

    [Theory]
    [InlineData("POST", "/")]
    [InlineData("PUT", "/d/x/2024")]
    [InlineData("DELETE", "/r/0123456789abcdef")]
    [InlineData("PATCH", "/cite")]
    [InlineData("TRACE", "/")]
    [InlineData("GET", "/mcp")]
    [InlineData("PUT", "/ask/x")]
    [InlineData("BREW", "/")]
    public async Task Another_method_is_told_so_in_the_language_of_the_visitor(string method, string path)
    {
        foreach (var (query, word) in new[] { ("", "<html lang=\"zh-CN\""), ("?lang=en", "<html lang=\"en\"") })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path + query, UriKind.Relative));
            using var response = await portal.Client.SendAsync(request, Stop);
            var body = await response.Content.ReadAsStringAsync(Stop);
            Assert.True(response.StatusCode is HttpStatusCode.MethodNotAllowed, response.StatusCode.ToString());
            Plain(response, body);
            Assert.Contains(word, body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Accept", "text/csv;q=\u0001")]
    [InlineData("If-None-Match", "\"\"\"")]
    [InlineData("Range", "bytes=9-1,5-2,-")]
    [InlineData("Accept-Encoding", "gzip;q=nonsense,\"")]
    [InlineData("Accept-Language", "x-')--")]
    [InlineData("Content-Type", "multipart/form-data")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Original-URL", "/../../etc/passwd")]
    [InlineData("Cookie", "a=<script>")]
    [InlineData("User-Agent", "() { :; }; echo x")]
    [InlineData("Authorization", "Basic !!!!")]
    public async Task A_strange_header_changes_nothing(string name, string value)
    {
        foreach (var path in new[] { "/", "/s?q=%E9%A2%84%E7%AE%97", "/feed.atom", "/api/v1/departments", "/data/catalogue.json" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            if (name == "Content-Type")
            {
                request.Content = new ByteArrayContent([]);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await portal.Client.SendAsync(request, Stop);
            var body = await response.Content.ReadAsStringAsync(Stop);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{path} {response.StatusCode}");
            Plain(response, body);
            Assert.DoesNotContain("evil.example", body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("evil.example\"><script>")]
    [InlineData("a b")]
    [InlineData("a\tb")]
    public async Task A_host_that_is_none_is_refused(string host) => Assert.StartsWith("HTTP/1.1 400", await Raw($"GET /feed.atom HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Who_sends_slowly_is_hung_up_on()
    {
        var clock = Stopwatch.StartNew();
        using var socket = new TcpClient();
        await socket.ConnectAsync(portal.Client.BaseAddress!.Host, portal.Client.BaseAddress.Port, Stop);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /check HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n--x\r\n"), Stop);
        var buffer = new byte[4096];
        var answer = stream.ReadAsync(buffer, Stop).AsTask();
        while (!answer.IsCompleted && clock.Elapsed < TimeSpan.FromSeconds(40))
        {
            try
            {
                await stream.WriteAsync("a"u8.ToArray(), Stop);
            }
            catch (IOException)
            {
                break;
            }

            await Task.WhenAny(answer, Task.Delay(1000, Stop));
        }

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(39));
        var text = answer.IsCompletedSuccessfully ? Encoding.UTF8.GetString(buffer, 0, await answer) : "";
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nested.zip")]
    [InlineData("many.zip")]
    [InlineData("bomb.pdf")]
    public async Task A_bomb_of_another_kind_is_refused_within_its_time(string name)
    {
        var clock = Stopwatch.StartNew();
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Bomb(name));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", name);
        using var response = await portal.Client.PostAsync(new Uri("/check", UriKind.Relative), form, Stop);
        var body = await response.Content.ReadAsStringAsync(Stop);
        Assert.True(response.StatusCode is HttpStatusCode.UnprocessableEntity or HttpStatusCode.OK, response.StatusCode.ToString());
        Plain(response, body);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Behind_an_address_of_https_browsers_are_told_to_stay_with_it()
    {
        using var store = Archives.Of("sqlite", Documents.Sample);
        await using var site = await Running.Start(store, address: "https://example.cn");
        using var response = await site.Client.GetAsync(new Uri("/", UriKind.Relative), Stop);
        Assert.Contains("max-age=31536000", Assert.Single(response.Headers.GetValues("Strict-Transport-Security")), StringComparison.Ordinal);
        Assert.DoesNotMatch("\"http://", (await response.Content.ReadAsStringAsync(Stop)).Replace("http://www.w3.org/", "", StringComparison.Ordinal));
        Assert.DoesNotContain("http://127", await site.Text("/feed.atom") + await site.Text("/sitemap.xml") + await site.Text("/robots.txt"), StringComparison.Ordinal);
        using var plain = await portal.Client.GetAsync(new Uri("/", UriKind.Relative), Stop);
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Who_asks_too_many_questions_is_asked_to_wait()
    {
        using var store = Archives.Of("sqlite", Documents.Sample);
        await using var site = await Running.Start(store, rate: 1000);
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++)
        {
            using var response = await site.Client.PostAsync(new Uri("/ask/x.y", UriKind.Relative), new FormUrlEncodedContent([]), Stop);
            statuses.Add(response.StatusCode);
        }

        Assert.Equal(5, statuses.Count(s => s == HttpStatusCode.NotFound));
        Assert.Equal(3, statuses.Count(s => s == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public void A_browser_finds_nothing_against_the_policy()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/chromium"), "needs chromium, which is not here: apt-get install chromium");
        foreach (var path in new[] { "/", $"/d/{portal.Sample.Body!.Code}/{portal.Sample.Year}", "/r/" + portal.Sample.Key, $"/cell/{portal.Sample.Key}.t1.r1.c2", "/cite", $"/embed/cell/{portal.Sample.Key}.t1.r1.c2" })
        {
            var start = new ProcessStartInfo("/usr/bin/chromium", ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--enable-logging=stderr", "--v=0", "--user-data-dir=" + Databases.Temporary(), "--virtual-time-budget=4000", "--dump-dom", new Uri(portal.Client.BaseAddress!, path).ToString()])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            var said = new StringBuilder();
            process.ErrorDataReceived += (_, e) => said.AppendLine(e.Data);
            process.BeginErrorReadLine();
            Assert.Contains("<main", process.StandardOutput.ReadToEnd(), StringComparison.Ordinal);
            process.WaitForExit();
            Assert.DoesNotContain("Content Security Policy", said.ToString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("CONSOLE", Console().Replace(said.ToString(), ""), StringComparison.Ordinal);
        }
    }

    private static byte[] Bomb(string name)
    {
        var zeros = new byte[1 << 20];
        using var stream = new MemoryStream();
        if (name == "bomb.pdf")
        {
            using var packed = new MemoryStream();
            using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                for (var i = 0; i < 300; i++)
                {
                    deflate.Write(zeros);
                }
            }

            stream.Write(Encoding.ASCII.GetBytes($"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>endobj\n4 0 obj<</Length {packed.Length}/Filter/FlateDecode>>stream\n"));
            stream.Write(packed.ToArray());
            stream.Write("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8);
            return stream.ToArray();
        }

        var inner = Zip("a.txt", zeros, 100);
        if (name == "nested.zip")
        {
            for (var depth = 0; depth < 8; depth++)
            {
                inner = Zip("a.zip", inner, 1);
            }

            return inner;
        }

        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 20_000; i++)
            {
                using var entry = zip.CreateEntry($"{i}.txt").Open();
                entry.WriteByte(65);
            }
        }

        return stream.ToArray();
    }

    private static byte[] Zip(string name, byte[] content, int times)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            for (var i = 0; i < times; i++)
            {
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    private async Task<string> Raw(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(portal.Client.BaseAddress!.Host, portal.Client.BaseAddress.Port, Stop);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Stop);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Stop);
    }

    private static void Plain(HttpResponseMessage response, string body)
    {
        Assert.DoesNotContain("   at ", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", body, StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("X-Evil") || response.Headers.Contains("Set-Cookie") || response.Headers.Contains("Server"));
    }

    // Headless browsers complain of the machine they run on; only what a page makes them say counts.
    [GeneratedRegex("(?m)^.*(dbus|gpu|GPU|vaapi|ALSA).*$")]
    private static partial Regex Console();
}
