using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Mingzhang.Tests.Ledger.Archive;
using Mingzhang.Tests.Workbench;

namespace Mingzhang.Tests.Security;

/// <summary>随机请求：every address of portal and workbench, with what nobody should send. A few seconds in every run; MINGZHANG_HTTP_FUZZ asks for more seconds, MINGZHANG_HTTP_SEED for another beginning.</summary>
public sealed partial class HttpFuzzTests
{
    private const int Usual = 6, Patience = 10, Most = 4_000_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_sent_gets_an_answer_that_is_no_failure_and_gives_no_markup_back()
    {
        var seed = Setting("MINGZHANG_HTTP_SEED", 20261128);
        using var log = new KeptLog();
        await using var work = new WorkbenchFixture { More = b => b.Logging.AddProvider(log) };
        await work.InitializeAsync();
        var report = Archives.File(work.Site.Archive, Documents.Sample, "样本.txt");
        work.Site.Changed();
        await work.Everybody();
        using var keeper = Browser(work.Address);
        using var stranger = Browser(work.Address);
        var token = await SignIn(keeper);
        var requests = new HostileRequests(seed, work.Routes(), work.Changing(), report.Disclosure.Facts.Id, token);
        var clock = Stopwatch.StartNew();
        var sent = 0;
        var statuses = new SortedDictionary<HttpStatusCode, int>();
        for (var seconds = Setting("MINGZHANG_HTTP_FUZZ", Usual); clock.Elapsed.TotalSeconds < seconds; sent++)
        {
            using var request = requests.Next();
            var what = $"seed {seed} number {sent}: {request.Method} {request.RequestUri} {requests.Told}";
            var status = await Look(sent % 4 == 0 ? stranger : keeper, request, work.Address, what);
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
            Assert.True(log.Said.IsEmpty, what + "\n" + string.Join('\n', log.Said));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{sent} requests: {string.Join(", ", statuses.Select(s => $"{(int)s.Key} {s.Value}"))}");
        Assert.All([HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed], s => Assert.Contains(s, statuses.Keys));
    }

    private static async Task<HttpStatusCode> Look(HttpClient client, HttpRequestMessage request, Uri address, string what)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(Patience));
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            Assert.True((int)answer.StatusCode < 500 || answer.StatusCode == HttpStatusCode.NotImplemented, $"{what}: {answer.StatusCode}");
            if (answer.Headers.Location is { } location)
            {
                Assert.True(!location.OriginalString.StartsWith("//", StringComparison.Ordinal) && (!location.IsAbsoluteUri || location.Scheme == "file" || location.Authority == address.Authority), $"{what}: leads to {location}");
            }

            var type = answer.Content.Headers.ContentType?.MediaType ?? "";
            if (type is "text/html" or "image/svg+xml" or "application/xhtml+xml")
            {
                var body = await answer.Content.ReadAsStringAsync(limit.Token);
                var found = Given().Match(body);
                Assert.False(found.Success, $"{what}: gives back {(found.Success ? body[Math.Max(0, found.Index - 80)..Math.Min(body.Length, found.Index + 80)] : "")}");
                Assert.DoesNotContain("   at Mingzhang", body, StringComparison.Ordinal);
            }
            else if (type != "text/event-stream")
            {
                Assert.True((await answer.Content.ReadAsByteArrayAsync(limit.Token)).Length < Most, what);
            }

            return answer.StatusCode;
        }
        catch (OperationCanceledException) when (!Stop.IsCancellationRequested)
        {
            Assert.Fail(what + ": no answer within ten seconds");
            return default;
        }
        catch (HttpRequestException e) when (e.InnerException is IOException or System.Net.Sockets.SocketException)
        {
            // What is no sound request, or too much of one, is hung up on.
            return default;
        }
    }

    private static HttpClient Browser(Uri address) => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address, Timeout = Timeout.InfiniteTimeSpan };

    private static async Task<string> SignIn(HttpClient client)
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("name", "李明"), KeyValuePair.Create("password", WorkbenchFixture.Password), KeyValuePair.Create("__RequestVerificationToken", await Token(client, "/work/in"))]);
        using var answer = await client.PostAsync(new Uri("/work/in", UriKind.Relative), form, Stop);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await Token(client, "/work/account");
    }

    private static async Task<string> Token(HttpClient client, string path) => Mark().Match(await client.GetStringAsync(new Uri(path, UriKind.Relative), Stop)).Groups[1].Value;

    private static int Setting(string name, int usual) => int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : usual;

    // What would be an element or an attribute, if it were not written as text.
    [GeneratedRegex("<zq9|\"\\s+onzq9=|'\\s+onzq9=")]
    private static partial Regex Given();

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Mark();
}
